"""M/M/1 at load 0.9 in SimPy: the mean time in the system of so many customers, as JSON."""

import json
import random
import sys

import simpy

count = int(sys.argv[1])
draw = random.Random(1).expovariate
env = simpy.Environment()
server = simpy.Resource(env, capacity=1)
total = 0.0


def customer():
    global total
    came = env.now
    with server.request() as request:
        yield request
        yield env.timeout(draw(1.0))
    total += env.now - came


def source():
    for _ in range(count):
        yield env.timeout(draw(0.9))
        env.process(customer())


env.process(source())
env.run()
print(json.dumps({"customers": count, "mean": total / count}))

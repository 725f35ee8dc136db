"""Stations one after the other in SimPy: a process for each customer."""

import random

import simpy
from question import Running, answer, asked

count, rate, shape = asked()
draw = random.Random(1).expovariate
env = simpy.Environment()
stations = [(simpy.Resource(env, capacity=servers), 1 / mean) for servers, mean in shape]
total = 0.0


def customer():
    global total
    came = env.now
    for server, rate_of_service in stations:
        with server.request() as request:
            yield request
            yield env.timeout(draw(rate_of_service))
    total += env.now - came


def source():
    for _ in range(count):
        yield env.timeout(draw(rate))
        env.process(customer())


env.process(source())
with Running() as running:
    env.run()
answer(count, total / count, running)

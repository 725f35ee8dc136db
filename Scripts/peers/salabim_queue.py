"""M/M/1 at load 0.9 in salabim: the mean time in the system of so many customers, as JSON."""

import json
import random
import sys

import salabim

salabim.yieldless(False)
count = int(sys.argv[1])
draw = random.Random(1).expovariate
env = salabim.Environment(trace=False)
server = salabim.Resource("server", capacity=1, monitor=False)
total = 0.0


class Customer(salabim.Component):
    def process(self):
        global total
        came = env.now()
        yield self.request(server)
        yield self.hold(draw(1.0))
        self.release(server)
        total += env.now() - came


class Source(salabim.Component):
    def process(self):
        for _ in range(count):
            yield self.hold(draw(0.9))
            Customer()


Source()
env.run()
print(json.dumps({"customers": count, "mean": total / count}))

"""Stations one after the other in salabim: a component for each customer, monitors and trace off."""

import random

import salabim
from question import Running, answer, asked

salabim.yieldless(False)
count, rate, shape = asked()
draw = random.Random(1).expovariate
env = salabim.Environment(trace=False)
stations = [
    (salabim.Resource("station %d" % number, capacity=servers, monitor=False), 1 / mean)
    for number, (servers, mean) in enumerate(shape)
]
total = 0.0


class Customer(salabim.Component):
    def process(self):
        global total
        came = env.now()
        for server, rate_of_service in stations:
            yield self.request(server)
            yield self.hold(draw(rate_of_service))
            self.release(server)
        total += env.now() - came


class Source(salabim.Component):
    def process(self):
        for _ in range(count):
            yield self.hold(draw(rate))
            Customer()


Source()
with Running() as running:
    env.run()
answer(count, total / count, running)

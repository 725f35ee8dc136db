"""Stations one after the other in Cimba's Python package: a compiled process for each server, a store for each line."""

import cimba
from question import Running, answer, asked


class Line(cimba.Model):
    store: cimba.Store[float] = cimba.Store()


class Server(cimba.Model):
    mean: cimba.Param[float]
    line: cimba.Ref[cimba.Store[float]]
    onward: cimba.Ref[cimba.Store[float]]

    @cimba.process
    def serve(self):
        while True:
            came = self.line.get()
            cimba.hold(cimba.random.exponential(self.mean))
            self.onward.put(came)


class LastServer(cimba.Model):
    mean: cimba.Param[float]
    line: cimba.Ref[cimba.Store[float]]
    served: cimba.Output[int]
    total: cimba.Output[float]

    @cimba.on_start
    def begin(self):
        self.served = 0
        self.total = 0.0

    @cimba.process
    def serve(self):
        while True:
            came = self.line.get()
            cimba.hold(cimba.random.exponential(self.mean))
            self.total = self.total + cimba.now() - came
            self.served = self.served + 1


class Stations(cimba.Model):
    count: cimba.Param[int]
    interval: cimba.Param[float]
    lines: list[Line]
    servers: list[Server]
    last_servers: list[LastServer]
    entrance: cimba.Ref[cimba.Store[float]]

    @cimba.process
    def arrivals(self):
        for _ in range(self.count):
            cimba.hold(cimba.random.exponential(self.interval))
            self.entrance.put(cimba.now())


def model(count, rate, shape):
    made = Stations()
    made.count = count
    made.interval = 1 / rate
    made.lines = [Line() for _ in shape]
    made.entrance = made.lines[0].store
    servers, last_servers = [], []
    for number, (copies, mean) in enumerate(shape):
        is_last = number == len(shape) - 1
        for _ in range(copies):
            server = LastServer() if is_last else Server()
            server.mean = mean
            server.line = made.lines[number].store
            if is_last:
                last_servers.append(server)
            else:
                server.onward = made.lines[number + 1].store
                servers.append(server)
    made.servers = servers
    made.last_servers = last_servers
    return made


def run(count, rate, shape):
    """The number served and the sum of their times in the system."""
    made = model(count, rate, shape)
    results = cimba.Experiment(made, seed=1, window=cimba.Window.until_idle()).run(workers=1)
    served = sum(float(results[server].served.values[0, 0]) for server in made.last_servers)
    return served, sum(float(results[server].total.values[0, 0]) for server in made.last_servers)


customers, rate, shape = asked()
run(1, rate, shape)  # compiles; a second run finds everything compiled
with Running() as running:
    served, total = run(customers, rate, shape)
answer(served, total / served, running)

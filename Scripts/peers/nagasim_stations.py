"""Stations one after the other in nagasim: a block for each, its logs switched off."""

from nagasim import build
from question import Running, answer, asked

count, rate, shape = asked()
model = build.Model(time_limit=count / rate, warmup=0, replications=1)
block = model.create(distribution=build.Exponential(rate=rate))
for number, (servers, mean) in enumerate(shape):
    name = "station %d" % number
    model.add_resource(name=name, capacity=servers)
    block = block >> model.process(resource_name=name, distribution=build.Exponential(rate=1 / mean))
block >> model.dispose()
with Running() as running:
    results = model.run(record_logs=False, seed=1)
answer(results.kpi("system/Total Entities Completed"), results.kpi("entity/DEFAULT/Avg Time"), running)

"""Stations one after the other in Ciw: a node for each."""

import ciw
from question import Running, answer, asked

count, rate, shape = asked()
ciw.seed(1)
number = len(shape)
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(rate=rate)] + [None] * (number - 1),
    service_distributions=[ciw.dists.Exponential(rate=1 / mean) for _, mean in shape],
    number_of_servers=[servers for servers, _ in shape],
    routing=[[1.0 if to == at + 1 else 0.0 for to in range(number)] for at in range(number)],
)
simulation = ciw.Simulation(network)
with Running() as running:
    simulation.simulate_until_max_customers(count, method="Finish")
    times = [
        person.data_records[-1].exit_date - person.data_records[0].arrival_date
        for person in simulation.nodes[-1].all_individuals
    ]
answer(len(times), sum(times) / len(times), running)

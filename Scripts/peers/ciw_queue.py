"""M/M/1 at load 0.9 in Ciw: the mean time in the system of so many customers, as JSON."""

import json
import sys

import ciw

count = int(sys.argv[1])
ciw.seed(1)
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(rate=0.9)],
    service_distributions=[ciw.dists.Exponential(rate=1.0)],
    number_of_servers=[1],
)
simulation = ciw.Simulation(network)
simulation.simulate_until_max_customers(count, method="Finish")
records = simulation.get_all_records(only=["service"])
mean = sum(record.exit_date - record.arrival_date for record in records) / len(records)
print(json.dumps({"customers": len(records), "mean": mean}))

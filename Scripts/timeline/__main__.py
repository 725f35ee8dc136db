"""The timeline of one patient, or one lot, through an otherwise empty facility, computed apart from the program.

    python3 Scripts/timeline Scenarios/verification/s11-car-t-cryo.yaml

reads a scenario and what it extends, lets the only patient (or the first lot of a stock at its reorder point) pass,
with every duration at its median and every branch on its likelier arm, and prints when each step starts, pauses, goes
on and ends: instant, step, event, separated by tabs. It shares no code with the program: the files are read by PyYAML,
calendars are those of datetime and zoneinfo, holidays are computed here, and the rules are those of the documentation,
written a second time. It is meant for the files s11-*.yaml and knows only what they need: it does not look whether
limits (hold times, shelf lives, `within`) are kept, and stops where something would more likely fail than not.
"""
import sys

sys.dont_write_bytecode = True

from dates import Zone, civil
from reading import read
from route import Process
from world import ARRIVES, World


def main(path):
    scenario = read(path)
    start = Zone(next(iter(scenario["sites"].values()))["time zone"])
    for name, product in scenario["products"].items():
        arrive = product.get("patients", {}).get("arrive", {})
        if isinstance(arrive, dict) and "at" in arrive and product["patients"].get("at most") != "0":
            at = start.instant(civil(arrive["at"]))
            break
    else:
        stock = next(s for s in scenario["stocks"].values() if "made by" in s["reorder"]
                     and float(s["initial"].split()[0]) <= float(s["reorder"]["at"].split()[0]))
        product, at = scenario["products"][stock["reorder"]["made by"]], start.instant(civil(scenario["start"]))
    world = World(scenario, product)
    world.at(at, ARRIVES, lambda: Process(world).go(lambda process: process.follow(product["route"])))
    world.run()
    for line in sorted("\t".join(entry) for entry in world.log):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1])

"""Booking: the earliest start of the weekly grid from which the rest of the route can be had."""
import math
from datetime import timedelta

from dates import WEEKDAYS
from reading import counts, length, milliseconds
from world import World


def book(world, route, name, process):
    """Looks date by date; the facility is empty, so that only calendars, closures and people decide."""
    slots = world.product["slots"]
    last = world.now + milliseconds(*length(slots.get("book ahead", "12 wk")))
    day = world.zone.local(world.now).date()
    while world.zone.midnight(day) <= last:
        if int(slots["weekly"].get(WEEKDAYS[day.weekday()], 0)) > 0:
            trial = tried(world, route, day, process)
            if trial and world.now <= trial.slot <= last and fits(trial):
                world.booked_day, world.booked_starts = day, trial.starts
                world.note(f"{name} on {day}", "is booked")
                return
        day += timedelta(days=1)
    raise ValueError("no date can be booked")


def tried(world, route, day, process):
    """The rest of the route from a slot on, every duration at its median, everyone there who is on shift."""
    first = next(step for step in route if "uses" in step)
    resources = [world.resource(name) for name in counts(first["uses"])]
    if any(resource.zone.midnight(day) < resource.licensed for resource in resources):
        return None
    begins = [resource.first_work(day) for resource in resources if resource.plan]
    if None in begins:
        return None
    trial = World(world.scenario, world.product, start=max(begins))
    trial.slot, trial.booked_day = trial.now, day
    process(trial).go(lambda process: process.follow(route))
    trial.run()
    return trial if "infusion" in trial.starts else None


def fits(trial):
    """Whether, date by date, all is there: no closure, people enough, hours enough. Work that may pause can wait."""
    sums = {}
    for resource, day, count, amount in trial.reserved:
        if count > math.ceil(resource.counted_on(day)):
            return False
        sums[resource, day] = sums.get((resource, day), 0) + amount
    return all(
        amount <= resource.counted_on(day) * resource.hours_on(day) for (resource, day), amount in sums.items())

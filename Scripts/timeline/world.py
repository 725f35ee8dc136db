"""The clock, who waits and works, and what is there."""
import heapq
import math
from datetime import timedelta

from dates import Zone, civil
from resources import Plan, Resource

ENDS, CHANGES, ARRIVES = 1, 2, 3  # The order within one instant; work starts after all of them.


class Work:
    """A step that waits for what it uses, works, and may pause."""

    def __init__(self, process, step, label, needs, span, policy):
        self.process, self.step, self.label, self.needs = process, step, label, needs
        self.left, self.policy = span, policy
        self.state, self.ticket, self.order = "waiting", None, None
        self.kept = {}


class World:
    """The clock, the resources and whoever passes. A world that plans has whatever is on shift, and notes it."""

    def __init__(self, scenario, product, start=None):
        self.scenario, self.product, self.planning = scenario, product, start is not None
        self.zone = Zone(next(iter(scenario["sites"].values()))["time zone"])
        self.start, self.horizon = civil(scenario["start"]), civil(scenario["horizon"])
        self.now = start if self.planning else self.zone.instant(self.start)
        first, last = self.start.date(), self.horizon.date()
        self.dates = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        self.events, self.serial, self.resources, self.plans = [], 0, {}, scenario.setdefault(Plan, {})
        self.waiting, self.working, self.log, self.starts, self.reserved = [], [], [], {}, []
        self.booked_day = self.booked_starts = None

    def plan(self, names, site):
        if names and (names, site) not in self.plans:
            about = self.scenario["sites"][site]
            self.plans[names, site] = Plan(
                names, self.scenario, about, Zone(about["time zone"]), self.dates[0], self.dates[-1])
        return self.plans[names, site] if names else None

    def resource(self, name):
        full = name if "/" in name else f"{self.product['made at']}/{name}"
        if full not in self.resources:
            self.resources[full] = Resource(self, *full.split("/"))
            self.follow(self.resources[full])
        return self.resources[full]

    def follow(self, resource):
        """All instants at which the capacity of a resource may change."""
        for begin, end in resource.plan.shifts if resource.plan else []:
            if begin >= resource.opened:
                self.at(begin, CHANGES, lambda begin=begin: resource.call_roster(begin))
            if end >= self.now:
                self.at(end, CHANGES, self.yield_all)
        if self.planning:
            return
        for begin, end in resource.closures:
            self.at(begin, CHANGES, self.yield_all)
            self.at(end, CHANGES, lambda: None)
        self.at(resource.licensed, CHANGES, lambda: None)

    def at(self, instant, rank, action):
        self.serial += 1
        ticket = [True, action]
        if instant >= self.now:
            heapq.heappush(self.events, (instant, rank, self.serial, ticket))
        elif rank == CHANGES:
            action()
        return ticket

    def run(self):
        end = self.zone.instant(self.horizon)
        while self.events and self.events[0][0] < end:
            self.now, _, _, (is_valid, action) = heapq.heappop(self.events)
            if is_valid:
                action()
            if not self.events or self.events[0][0] > self.now:
                self.dispatch()

    def note(self, label, event):
        self.log.append((self.zone.local(self.now).strftime("%Y-%m-%d %H:%M"), label, event))

    def free(self, resource):
        if not resource.is_open(self.now, self.planning):
            return 0
        return math.inf if self.planning else resource.present - resource.used

    def dispatch(self):
        """Claims start in the order in which they came; who cannot start holds back who shares what is scarce."""
        scarce = set()
        for work in sorted(self.waiting, key=lambda work: work.order):
            lacking = {resource for resource, count in work.needs.items() if self.free(resource) < count}
            if lacking or scarce & set(work.needs):
                scarce |= lacking
                continue
            falls = min((resource.next_fall(self.now) for resource in work.needs), default=math.inf)
            if work.policy == "only if it fits" and self.now + work.left > falls:
                continue
            self.begin(work)

    def claim(self, work):
        self.serial += 1
        work.order = (self.now, self.serial)
        if work.needs:
            self.waiting.append(work)
        else:
            self.begin(work)

    def begin(self, work):
        if work in self.waiting:
            self.waiting.remove(work)
        for resource, count in work.needs.items():
            resource.used += count
        first = work.state == "waiting"
        self.note(work.label, "starts" if first else "goes on")
        work.state, work.began = "working", self.now
        self.working.append(work)
        if first:
            self.starts[work.label] = self.now
            work.process.started(work)
        work.ticket = self.at(self.now + work.left, ENDS, lambda: self.end(work))

    def stop(self, work):
        work.ticket[0] = False
        self.working.remove(work)
        for resource, count in work.needs.items():
            resource.used -= count
            if resource not in work.kept and work.policy != "suspend":
                self.reserve(resource, count, work.began, whole=work.is_calendar)

    def reserve(self, resource, count, begin, whole):
        """Notes what was used: whole dates in calendar time, otherwise milliseconds of the date of its begin."""
        day, last = resource.zone.local(begin).date(), resource.zone.local(self.now).date()
        if not whole:
            self.reserved.append((resource, day, count, count * (self.now - begin)))
        while whole and day <= last:
            self.reserved.append((resource, day, count, count * resource.hours_on(day)))
            day += timedelta(days=1)

    def end(self, work):
        self.stop(work)
        self.note(work.label, "ends")
        work.state = "ended"
        work.process.worked(work)

    def yield_all(self):
        """Capacity has fallen: what can pause does so where more is in use than there is."""
        for work in sorted(self.working, key=lambda work: -work.began):
            is_short = any(
                self.free(resource) < 0 or not resource.is_open(self.now, self.planning) for resource in work.needs)
            if work.policy == "suspend" and is_short and self.now < work.began + work.left:
                work.left -= self.now - work.began
                self.stop(work)
                self.note(work.label, "pauses")
                work.state = "paused"
                self.waiting.append(work)

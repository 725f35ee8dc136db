"""Working plans laid out over a run, and the rooms, devices and people that keep to them."""
import bisect
import math
from datetime import datetime, time, timedelta

from dates import HOUR, WEEKDAYS, Zone, add_calendar, civil, holidays
from reading import SECONDS, length, listed, milliseconds


class Plan:
    """The union of working plans at one site: its shifts, as merged instants, over a range of dates."""

    def __init__(self, names, scenario, site, zone, first, last):
        closed = set().union(*(holidays(site["holidays"], year) for year in range(first.year, last.year + 1)))
        ranges, self.hours = [], {}
        for number in range((last - first).days + 1):
            day, found = first + timedelta(days=number), []
            for plan in (scenario["calendars"][name] for name in names):
                begin, end = (WEEKDAYS.index(part) for part in plan["days"].split("-"))
                if begin <= day.weekday() <= end and (day not in closed or plan.get("holidays") == "open"):
                    for text in listed(plan["hours"]):
                        hours = (datetime.combine(day, time.fromisoformat(part)) for part in text.split("-"))
                        found.append(tuple(zone.instant(hour) for hour in hours))
            union = Plan.union(sorted(found))
            self.hours[day] = sum(end - begin for begin, end in union)
            ranges += union
        self.shifts = Plan.union(ranges)
        self.begins = [begin for begin, _ in self.shifts]
        before = [span for day, span in self.hours.items() if day < last]
        self.hours_a_year = sum(before) / HOUR / len(before) * 365.25
        self.mean_day = Plan.mean_working_day([scenario["calendars"][name] for name in names])

    @staticmethod
    def mean_working_day(plans):
        """One working day: the mean over the weekdays on which the plans work, holidays aside."""
        days = []
        for weekday in range(7):
            found = []
            for plan in plans:
                begin, end = (WEEKDAYS.index(part) for part in plan["days"].split("-"))
                for text in listed(plan["hours"]) if begin <= weekday <= end else []:
                    clock = (time.fromisoformat(part) for part in text.split("-"))
                    found.append(tuple((hour.hour * 60 + hour.minute) * 60_000 for hour in clock))
            days += [sum(end - begin for begin, end in Plan.union(sorted(found)))] if found else []
        return sum(days) / len(days)

    def shift_at(self, instant):
        """The shift that goes on at an instant, or None."""
        place = bisect.bisect_right(self.begins, instant) - 1
        return self.shifts[place] if place >= 0 and instant < self.shifts[place][1] else None

    @staticmethod
    def union(ranges):
        result = []
        for begin, end in ranges:
            if result and begin <= result[-1][1]:
                result[-1] = (result[-1][0], max(end, result[-1][1]))
            else:
                result.append((begin, end))
        return result


class Resource:
    def __init__(self, world, facility, name):
        about = world.scenario["facilities"][facility]
        site = world.scenario["sites"][about["site"]]
        self.name, self.zone = f"{facility}/{name}", Zone(site["time zone"])
        kinds = [kind for kind in ("rooms", "devices", "people") if name in about.get(kind, {})]
        self.is_people = kinds == ["people"]
        self.entry = entry = about[kinds[0]][name]
        self.plan = world.plan(tuple(listed(entry.get("calendars"))), about["site"])
        opens = about.get("opens", {"planned": None})
        opens = opens if isinstance(opens, str) else opens["planned"]
        opens = civil(opens) if opens else world.start
        licence = about.get("licensed", opens)
        if isinstance(licence, dict):
            number, unit = length(licence["after"])
            licence = opens + timedelta(seconds=number * SECONDS[unit])
        self.licensed = self.zone.instant(civil(licence) if isinstance(licence, str) else licence)
        self.opened = max(self.zone.instant(opens), self.zone.instant(world.start))
        self.closures = [
            (self.zone.instant(begin), self.zone.instant(begin) + span)
            for shutdown in about.get("shutdowns", [])
            if (name in listed(shutdown["closes"]) if "closes" in shutdown else not self.is_people)
            for begin, span in Resource.occurrences(shutdown, world.horizon)
        ]
        self.carry, self.used = 0.0, 0
        self.present = 0 if "fte" in entry else int(entry["count"])
        if "fte" in entry:
            leaves = [world.scenario["leave"][leave] for leave in listed(entry.get("leave"))]
            self.share = {day: Resource.share(leaves, day) for day in world.dates}
            before = [share for day, share in self.share.items() if day < world.dates[-1]]
            mean = sum(before) / len(before)
            hours = float(entry["productive"].split()[0])
            self.expected = float(entry["fte"]) * min(1, hours / self.plan.hours_a_year) / mean

    @staticmethod
    def occurrences(shutdown, horizon):
        begin, number = civil(shutdown["from"]), 0
        span = milliseconds(*length(shutdown["lasts"]))
        while begin < horizon and (number == 0 or "every" in shutdown):
            yield begin, span
            number += 1
            every, unit = length(shutdown["every"]) if "every" in shutdown else (0, "d")
            begin = add_calendar(civil(shutdown["from"]), every * number, unit)

    @staticmethod
    def share(leaves, day):
        """The fraction present on a date; leave may not wrap over the new year."""
        today = f"{day:%m-%d}"
        return math.prod(float(leave["present"]) for leave in leaves if leave["from"] <= today <= leave["to"])

    def counted_on(self, day):
        """How many units a booking can count on: closures are known ahead, people by their expected number."""
        begin, end = self.zone.midnight(day), self.zone.midnight(day + timedelta(days=1))
        if any(start < end and stop > begin for start, stop in self.closures):
            return 0
        return self.expected * self.share[day] if "fte" in self.entry else int(self.entry["count"])

    def hours_on(self, day):
        if self.plan:
            return self.plan.hours.get(day, 0)
        return self.zone.midnight(day + timedelta(days=1)) - self.zone.midnight(day)

    def first_work(self, day):
        return next((begin for begin in self.plan.begins if self.zone.local(begin).date() == day), None)

    def call_roster(self, instant):
        """Who is present on the shift that begins: the expected number, the rest of a person carried over."""
        if "fte" in self.entry:
            called = self.carry + self.expected * self.share[self.zone.local(instant).date()]
            self.present = math.floor(called + 1e-9)
            self.carry = called - self.present

    def is_open(self, now, planning=False):
        on = self.plan is None or self.plan.shift_at(now) is not None
        return on and (planning or (now >= self.licensed and not any(b <= now < e for b, e in self.closures)))

    def next_fall(self, now):
        ends = [self.plan.shift_at(now)[1]] if self.plan else []
        return min(ends + [begin for begin, _ in self.closures if begin > now], default=math.inf)

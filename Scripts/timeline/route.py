"""The way along a route, step after step."""
import re
from datetime import timedelta

from booking import book
from reading import counts, length, listed, median, milliseconds, probable
from world import ENDS, Work

STEPS = ("step", "culture", "assay", "review", "certify", "infuse", "delay")


class Process:
    """Whoever goes along a route: a patient or batch, a branch of it, a touch beside it."""

    def __init__(self, world, parent=None, done=None):
        self.world, self.parent, self.done = world, parent, done
        self.root = parent.root if parent else self
        self.forks, self.touches, self.joined, self.kept = [], [], [], {}
        self.is_over, self.current, self.counts_down = False, None, False

    def go(self, route):
        """Begins at this instant, after what is at hand."""
        def begin():
            self.generator = route(self)
            self.advance()

        self.world.at(self.world.now, ENDS, begin)
        return self

    def advance(self):
        try:
            next(self.generator)
        except StopIteration:
            self.is_over = True
            if self.done:
                self.done()

    def cancel(self):
        self.is_over, self.done, self.advance = True, None, lambda: None
        if self.current in self.world.waiting:
            self.world.waiting.remove(self.current)
        elif self.current in self.world.working:
            self.world.stop(self.current)

    def child(self, route):
        return Process(self.world, self, self.child_ended).go(route)

    def child_ended(self):
        if self.joined and all(child.is_over for child in self.joined):
            self.joined = []
            self.advance()

    def join(self, children):
        self.joined = [child for child in children if not child.is_over]
        return bool(self.joined)

    def until(self, instant):
        self.world.at(max(instant, self.world.now), ENDS, lambda: self.advance())

    # --- One step

    def perform(self, step, kind, label, hands_on=False):
        """Waits for the date, claims, works. `takes` in calendar time, or in working time where it uses something."""
        world = self.world
        if "on" in step and world.booked_day:
            yield from self.wait_for_date(step)
        used = {} if kind == "assay" and not hands_on else counts(step.get("uses"))
        needs = {world.resource(name): count or 1 for name, count in used.items()}
        law = step.get("hands on" if hands_on else "takes")
        number, unit = median(law) if law else (0, "s")
        if unit == "wd":
            span = round(number * next(r for r in needs if r.is_people).plan.mean_day)
        else:
            span = milliseconds(number, unit)
        policy = "suspend" if kind in ("review", "certify") or hands_on else "finish"
        if kind not in ("culture", "assay", "delay"):
            policy = step.get("at shift end", policy)
        self.current = Work(self, step, label, needs, span, policy)
        self.current.is_main = "/" not in label
        self.current.is_calendar = kind in ("culture", "assay", "delay") and not hands_on
        if not hands_on:
            kept = {world.resource(name): count for name, count in counts(step.get("keeps")).items()}
            self.current.kept = {resource: count or needs[resource] for resource, count in kept.items()}
        world.claim(self.current)
        yield

    def wait_for_date(self, step):
        """`booked day + n d` counts dates, `+ n wd` the days on which all of the step's people work."""
        day, world = self.world.booked_day, self.world
        offset = step["on"].removeprefix("booked day").lstrip(" +")
        number, unit = length(offset) if offset else (0, "d")
        people = [world.resource(name) for name in counts(step["uses"])]
        for _ in range(int(number)):
            day += timedelta(days=1)
            while unit == "wd" and not all(person.hours_on(day) for person in people if person.is_people):
                day += timedelta(days=1)
        if world.zone.midnight(day) > world.now:
            self.until(world.zone.midnight(day))
            yield

    def started(self, work):
        """What goes on beside a step begins with it."""
        step = work.step
        if not work.is_main:
            return
        for number, touch in enumerate(listed(step.get("repeats"))):
            touching = (touch, f"{work.label}/repeats {number + 1}", self.world.now)
            self.touches.append(self.child(lambda child, touching=touching: child.repeat(*touching)))
        if "meanwhile" in step:
            self.root.forks.append(self.child(lambda child: child.follow(step["meanwhile"])))

    def repeat(self, touch, label, planned):
        """A touch is planned every so long from the start of the step; a late one does not move the next."""
        number, unit = length(touch["every"])
        while True:
            planned += milliseconds(number, unit)
            self.until(planned)
            yield
            yield from self.perform(touch, "step", label)

    def worked(self, work):
        step, world = work.step, self.world
        if work.is_main:
            for touch in self.touches:
                touch.cancel()
            self.touches = []
            for resource, count in work.kept.items():
                resource.used += count
                self.root.kept[resource] = (count, work.began)
            for name in listed(step.get("frees")):
                count, since = self.root.kept.pop(world.resource(name))
                world.resource(name).used -= count
                world.reserve(world.resource(name), count, since, whole=True)
        self.advance()

    # --- A route

    def follow(self, route):
        """Part after part; where something must be chosen or may fail, the likelier happens."""
        for part in route:
            kind = next(iter(part))
            if kind in STEPS:
                yield from self.part_step(part, part[kind], kind)
            else:
                yield from getattr(self, "part_" + kind)(part, part[kind])

    def part_step(self, part, name, kind):
        fork = None
        if kind in ("infuse", "certify") and self.join(self.take_forks(kind)):
            yield
        if kind == "assay" and "uses" in part:
            fork = self.child(lambda child: child.perform(part, kind, name + "/hands on", hands_on=True))
        yield from self.perform(part, kind, name)
        if fork and self.join([fork]):
            yield
        for rule in listed(part.get("fails")):
            if probable(rule):
                raise ValueError(f"{name} fails more often than not")
        if "passes" in part and not probable(part["passes"]):
            raise ValueError(f"{name} is passed less often than not")

    def take_forks(self, kind):
        """What must have ended before this step: work beside a culture, and a countdown to the infusion."""
        ready = [fork for fork in self.root.forks if kind == "infuse" or not fork.counts_down]
        if self is self.root:
            self.root.forks = [fork for fork in self.root.forks if fork not in ready]
        return ready if self is self.root else []

    def part_hold(self, part, name):
        return iter(())

    part_make = part_store = part_hold

    def part_choose(self, part, name):
        arm = next((arm for arm in part["arms"] if probable(arm)), None)
        if arm:
            yield from self.follow(arm["route"])

    def part_parallel(self, part, name):
        children = [
            self.child(lambda child, route=route: child.follow(route)) for route in part["branches"].values()]
        if self.join(children):
            yield

    def part_ship(self, part, name):
        number, unit = median(self.world.scenario["transport"][part["by"]]["takes"])
        self.until(self.world.now + milliseconds(number, unit))
        yield

    def part_release(self, part, name):
        if self.join(self.take_forks("release")):
            yield
        yield from self.follow(part["stage 1"])
        if probable(part.get("out of specification", "0")):
            raise ValueError("out of specification more often than not")
        if "stage 2" in part:
            Process(self.world).go(lambda process: process.follow(part["stage 2"]))

    def part_countdown(self, part, name):
        """Starts so long before the booked start of an event."""
        before, event = re.fullmatch(r"(.*) before booked (.*)", part["starts"]).groups()
        number, unit = length(before)
        if not self.world.planning:
            start = self.world.booked_starts[event] - milliseconds(number, unit)
            self.root.forks.append(self.child(lambda child: child.count_down(part, name, start)))
            self.root.forks[-1].counts_down = True
        return iter(())

    def count_down(self, part, name, start):
        self.until(start)
        yield
        yield from self.perform(part, "delay", name)

    def part_book(self, part, name):
        """Books the earliest start that fits."""
        route = self.world.product["route"]
        book(self.world, route[route.index(part) + 1 :], name, Process)
        return iter(())

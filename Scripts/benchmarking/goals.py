"""What is aimed at. A goal that is missed is said, and fails nothing: only a wrong answer does."""

# Ours over Cimba's, customers for each second of the processor, both without their start.
# Millions of customers for each second of the processor: without the start, but for the program on its file.
MILLIONS_OF_QUEUE = {"hand": 25.0, "route": 12.0, "run": 6.0}
MILLIONS_OF_TANDEM = {"route": 1.5}
# `atmpsim run` over others, whole processes.
RUN_BESIDE = {"simpy": 30.0, "ciw": 90.0}
# Nanoseconds for each event of the hold model, by the number pending.
EVENT_LIST_NANOSECONDS = {10: 25.0, 1_000: 45.0, 100_000: 65.0, 1_000_000: 160.0}
QUEUE_BESIDE_CIMBA = {"hand": 4.0, "route": 2.5}
# Cimba's nanoseconds over ours for each event of the hold model, by the number pending.
EVENT_LIST_BESIDE_CIMBA = {10: 2.5, 1_000: 3.0, 100_000: 5.0, 1_000_000: 5.0}
# The cost of an event in the largest baseline, as a multiple of the smallest.
COST_OF_SIZE = 1.5
# Memory above that of the smallest baseline, for each patient in progress: the largest over the middle one.
MEMORY_OF_SIZE = 1.5
SECOND_CORE = 1.8
# Where fewer cores than this were at work, there was no second core to judge.
FREE_CORES_ALONE, FREE_CORES_TOGETHER = 0.95, 1.9
START_MILLISECONDS = 15.0


class Goal:
    """One line of the table of goals."""

    def __init__(self, what, aim, found, is_met):
        self.what, self.aim, self.found, self.is_met = what, aim, found, is_met

    def verdict(self):
        return "not judged" if self.is_met is None else "yes" if self.is_met else "**no**"

    def row(self):
        return [self.what, self.aim, self.found, self.verdict()]

    def json(self):
        return {"goal": self.what, "aim": self.aim, "found": self.found, "isMet": self.is_met}


FORMS = {"hand": "hand-written events", "route": "compiled route", "run": "atmpsim run, start included"}


def largest(rows, key, of):
    """What a work did at its larger size."""
    found = [row for row in rows if row["key"] == key]
    return max(found, key=lambda row: row["size"])[of] if found else None


def of_rates(rows, what, aims):
    """Customers for each second, ours alone."""
    for key, aim in aims.items():
        rate = largest(rows, key, "customersPerSecondRunning")
        if rate:
            yield Goal("%s, %s" % (what, FORMS[key]), "≥ %g M/s" % aim, "%.2f M/s" % (rate / 1e6), rate >= aim * 1e6)


def of_tandem(rows):
    """Five stations in tandem."""
    yield from of_rates(rows, "tandem", MILLIONS_OF_TANDEM)


def of_queue(rows):
    """M/M/1, alone and beside others, at the larger size."""
    yield from of_rates(rows, "M/M/1", MILLIONS_OF_QUEUE)
    ours = largest(rows, "run", "customersPerSecond")
    for key, aim in RUN_BESIDE.items():
        theirs = largest(rows, key, "customersPerSecond")
        if ours and theirs:
            yield Goal("M/M/1, atmpsim run beside %s" % key, "≥ %g ×" % aim, "%.0f ×" % (ours / theirs), ours >= aim * theirs)

    def rate(key):
        return largest(rows, key, "customersPerSecondRunning")

    theirs = rate("cimba")
    for key, name in (("hand", "hand-written events"), ("route", "compiled route")):
        if theirs and rate(key):
            times, aim = rate(key) / theirs, QUEUE_BESIDE_CIMBA[key]
            yield Goal("M/M/1, %s, beside Cimba" % name, "≥ %g ×" % aim, "%.2f ×" % times, times >= aim)


def of_event_list(rows):
    """The event list, alone and beside Cimba's."""
    for pending, aim in EVENT_LIST_NANOSECONDS.items():
        for row in rows:
            if row["pending"] == pending and row["work"] == "atmpsim":
                yield Goal("event list, %s pending" % format(pending, ","), "≤ %g ns" % aim, "%.0f ns" % row["nanoseconds"],
                           row["nanoseconds"] <= aim)
    for pending, aim in EVENT_LIST_BESIDE_CIMBA.items():
        found = {row["work"].split()[0]: row["nanoseconds"] for row in rows
                 if row["pending"] == pending and "withdrawn" not in row["work"]}
        if "Cimba" in found:
            times = found["Cimba"] / found["atmpsim"]
            name = "event list beside Cimba's, %s pending" % format(pending, ",")
            yield Goal(name, "≥ %g ×" % aim, "%.2f ×" % times, times >= aim)


def of_baseline(rows):
    """What size costs."""
    small, middle, large = rows
    times = large["nanosecondsPerEvent"] / small["nanosecondsPerEvent"]
    aim = "≤ %g ×" % COST_OF_SIZE
    yield Goal("cost of an event, baseline x 100 over x 1", aim, "%.2f ×" % times, times <= COST_OF_SIZE)
    # The baseline itself is mostly shifts and calendars, which cost little and do not grow with it; what is added to it is
    # patients and batches. So the events that ×10 adds are set beside those that ×100 adds.
    added = [(b["nanosecondsPerEvent"] * b["events"] - a["nanosecondsPerEvent"] * a["events"]) / (b["events"] - a["events"])
             for a, b in ((small, middle), (middle, large))]
    found = "%.2f × (%.0f and %.0f ns)" % (added[1] / added[0], added[0], added[1])
    yield Goal("cost of an event more, from x 10 to x 100 over from x 1 to x 10", aim, found,
               added[1] <= COST_OF_SIZE * added[0])
    step = (middle["megabytes"] - small["megabytes"]) / (middle["inProgress"] - small["inProgress"])
    whole = (large["megabytes"] - small["megabytes"]) / (large["inProgress"] - small["inProgress"])
    found = "%.0f kB up to x 10, %.0f kB up to x 100" % (step * 1024, whole * 1024)
    yield Goal(
        "memory for each further patient in progress, x 100 over x 10", "≤ %g ×" % MEMORY_OF_SIZE, found,
        whole <= MEMORY_OF_SIZE * max(step, 1 / 1024))


def of_second_core(rows):
    """The second core, in turns that had one."""
    for work in dict.fromkeys(row["work"] for row in rows):
        mine = [row for row in rows if row["work"] == work]
        free = sorted(row["times"] for row in mine
                      if row["coresAlone"] >= FREE_CORES_ALONE and row["coresTogether"] >= FREE_CORES_TOGETHER)
        aim = "≥ %g ×" % SECOND_CORE
        if free:
            times = free[len(free) // 2]
            yield Goal("second core, %s" % work, aim, "%.2f ×" % times, times >= SECOND_CORE)
        else:
            most = max(mine, key=lambda row: row["coresTogether"])
            found = "%.2f × with %.2f cores at work: there were no two free cores" % (most["times"], most["coresTogether"])
            yield Goal("second core, %s" % work, aim, found, None)


def of_start(row):
    """The start of the program."""
    yield Goal("`atmpsim --version`", "≤ %g ms" % START_MILLISECONDS, "%.1f ms" % row["milliseconds"],
               row["milliseconds"] <= START_MILLISECONDS)

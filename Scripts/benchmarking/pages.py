"""The page of each work, as Markdown."""

import goals as aims
import scaling
from tables import answer, goal_table, number, paragraph, table


def goals_of(goals):
    return "\n## Goals\n\n" + goal_table(goals) if goals else ""


def contest(network, rows, missing, goals):
    """A network: everybody's times, and ours over theirs."""
    head = [
        "who", "customers", "user CPU s", "customers/s", "running s", "customers/s running", "memory MB", "mean", "theory",
        "answer"]
    body = [[
        row["work"], number(row["customers"]), "%.2f" % row["userSeconds"], number(row["customersPerSecond"]),
        "%.3f" % row["runningSeconds"], number(row["customersPerSecondRunning"]), "%.0f" % row["megabytes"]] + answer(row)
        for row in rows]
    ours = [row for row in rows if row["work"].startswith("atmpsim")]
    peers = {row["work"]: row for row in rows if row not in ours}  # of two sizes the larger
    ratios = [
        ["%s, %s" % (row["work"], number(row["size"]))] + ["%.1f (%.1f)" % (
            row["customersPerSecond"] / peer["customersPerSecond"],
            row["customersPerSecondRunning"] / peer["customersPerSecondRunning"]) for peer in peers.values()]
        for row in ours]
    text = "# %s\n\n" % network.title
    text += paragraph("""
        Arrivals at rate %s, stations (servers × mean service) %s. User CPU time of whole processes, all in turns, the fastest
        of each; `running` leaves out start, imports and compilation, but of `atmpsim run` it is all. Slower peers are given
        fewer customers. The mean is that of the time in the system; it may be four standard errors from the theory.
        """ % (network.words()[0], ", ".join(network.words()[1:]))) + "\n"
    text += table(head, body) + "\n## Ours over theirs\n\n"
    text += "Customers for each second of the processor, whole processes; in brackets `running` alone.\n\n"
    text += table(["", *peers], ratios)
    return text + "".join("\n%s\n" % line for line in missing) + goals_of(goals)


def event_list(rows, goals):
    """The event list."""
    head = ["pending", "who", "events", "ns an event", "M events/s", "memory MB", "mean", "theory", "answer"]
    body = [[
        number(row["pending"]), row["work"], number(row["holds"]), "%.1f" % row["nanoseconds"],
        "%.2f" % (1e3 / row["nanoseconds"]), "%.0f" % row["megabytes"]] + answer(row) for row in rows]
    text = "# The event list alone\n\n" + paragraph("""
        The hold model (Vaucher and Duval 1975, doi:10.1145/360715.360758): each event schedules the next, one exponential
        span ahead, and is given a ticket for it. `half withdrawn`: each also withdraws one event by its ticket and schedules
        another in its place, so that half of what is scheduled never happens. One draw is included, two where events are
        withdrawn. The mean is how far the clock moves with an event, times the number pending.
        """) + "\n"
    return text + table(head, body, left=2) + goals_of(goals)


def baseline(rows, run, goals):
    """The baseline and its enlargements."""
    head = [
        "size", "replications", "patients", "treated", "in progress", "events", "ns an event", "µs a patient", "patients/s",
        "memory MB", "referred", "theory", "answer"]
    body = [[
        "x %d" % row["factor"], number(row["replications"]), number(row["patients"]), number(row["treated"]),
        "%.1f" % row["inProgress"], number(row["events"]), "%.0f" % row["nanosecondsPerEvent"],
        "%.1f" % row["microsecondsPerPatient"], number(row["patientsPerSecond"]), "%.1f" % row["megabytes"]] + answer(row)
        for row in rows]
    small, large = rows[0], rows[-1]
    slope = (large["events"] - small["events"]) / (large["factor"] - small["factor"])
    text = "# The baseline, and ten and a hundred times as large\n\n" + paragraph("""
        `Scenarios/leiden-lund.yaml` over its ten years, the engine alone, each size in a process of its own; figures are of
        one replication. Memory is the peak of the process. The answer is the number referred of the products that are open
        all the time, which is Poisson; it may be four standard deviations from its mean.
        """) + "\n" + table(head, body) + "\n"
    text += paragraph("""
        Events are not proportional to patients: calendars, shifts and levels that are looked at make about %s in any size,
        patients about %.0f each. So the larger sizes have fewer cheap events for each patient: an event costs more and a
        patient less. Treated are %.2f and %.2f times as many as in the baseline (at most a tenth fewer or a fifth more than in
        proportion is right).
        """ % (number(small["events"] - slope), slope / small["patients"], *(
            row["treated"] / small["treated"] for row in rows[1:]))) + "\n"
    text += "The larger scenarios extend the baseline and multiply these, and nothing else. A lot stays as large as it is.\n\n"
    text += "".join("- `%s`\n" % path for path in scaling.SCALED) + "\n## As a user runs it\n\n"
    text += paragraph("""
        `atmpsim run --jobs 1`, %d replications with all outputs: %.2f s of user CPU time, %.1f ms a replication, %s
        patients/s, %.0f MB; referred %.1f, theory %.1f ± %.1f.
        """ % (
        run["replications"], run["userSeconds"], run["millisecondsPerReplication"], number(run["patientsPerSecond"]),
        run["megabytes"], run["mean"], run["theory"], run["tolerance"]))
    return text + goals_of(goals)


def cores(rows, start, goals):
    """The second core and the start."""
    body = [[
        row["work"], "%.2f" % row["times"], "%.2f" % row["coresAlone"], "%.2f" % row["coresTogether"],
        "right" if row["right"] else "**WRONG**"] for row in rows]
    text = "# A second core, and the start\n\n" + paragraph("""
        The same replications with one job and with two, one turn a line: how many times as fast on the clock, and how many
        cores were at work (user CPU time over time on the clock). Only turns with at least %g and %g of them are judged, and
        of these the median. Both must report the same. Two processes that share nothing show what the machine itself gives.
        """ % (aims.FREE_CORES_ALONE, aims.FREE_CORES_TOGETHER)) + "\n"
    text += table(["work", "times as fast", "cores, one job", "cores, two jobs", "answer"], body)
    text += "\n`atmpsim --version` takes %.1f ms on the clock, from the call to its end: the median of %d.\n" % (
        start["milliseconds"], start["times"])
    return text + goals_of(goals)

"""Results as JSON and as tables in Markdown."""

import json
import os
import platform

import goals as aims
import scaling


def table(head, rows, left=1):
    """A Markdown table; the first columns stand left, the others right."""
    lines = ["| %s |" % " | ".join(head), "|" + "---|" * left + "---:|" * (len(head) - left)]
    lines += ["| %s |" % " | ".join(row) for row in rows]
    return "\n".join(lines) + "\n"


def number(value):
    return format(int(value), ",")


def goal_table(goals):
    return table(["goal", "aim", "found", "met"], [goal.row() for goal in goals], left=4) if goals else ""


def answer(row):
    """A mean beside its theory."""
    return ["%.3f" % row["mean"], "%.3f ± %.3f" % (row["theory"], row["tolerance"]), "right" if row["right"] else "**WRONG**"]


def contest(network, rows, missing, goals):
    """The page of a network."""
    body = [[
        row["work"], number(row["customers"]), "%.2f" % row["userSeconds"], number(row["customersPerSecond"]),
        "%.3f" % row["runningSeconds"], number(row["customersPerSecondRunning"]), "%.0f" % row["megabytes"]] + answer(row)
        for row in rows]
    ours = [row for row in rows if row["work"].startswith("atmpsim")]
    peers = {}
    for row in rows:
        if not row["work"].startswith("atmpsim"):
            peers[row["work"]] = row  # of two sizes the larger
    ratios = [
        ["%s, %s" % (row["work"], number(row["size"]))] + ["%.1f (%.1f)" % (
            row["customersPerSecond"] / peer["customersPerSecond"],
            row["customersPerSecondRunning"] / peer["customersPerSecondRunning"]) for peer in peers.values()]
        for row in ours]
    text = "# %s\n\n" % network.title
    text += (
        "Arrivals at rate %s, stations (servers × mean service) %s. User CPU time of whole processes, all in turns, the fastest of "
        "each; `running` leaves out start, imports and compilation. Slower peers are given fewer customers. The mean is that of "
        "the time in the system; it may be four standard errors from the theory.\n\n" % (
            network.words()[0], ", ".join(network.words()[1:])))
    text += table(["who", "customers", "user CPU s", "customers/s", "running s", "customers/s running", "memory MB", "mean",
                   "theory", "answer"], body)
    text += "\n## Ours over theirs\n\nCustomers for each second of the processor, whole processes; in brackets `running` alone.\n\n"
    text += table(["", *peers], ratios)
    for line in missing:
        text += "\n%s\n" % line
    return text + ("\n## Goals\n\n" + goal_table(goals) if goals else "")


def event_list(rows, goals):
    """The page of the event list."""
    body = [[number(row["pending"]), row["work"], number(row["holds"]), "%.1f" % row["nanoseconds"],
             "%.2f" % (1e3 / row["nanoseconds"]), "%.0f" % row["megabytes"]] + answer(row) for row in rows]
    text = (
        "# The event list alone\n\nThe hold model (Vaucher and Duval 1975, doi:10.1145/360715.360758): each event schedules the next, "
        "one exponential span ahead, and takes a ticket for it. `half withdrawn`: each also withdraws one event by its ticket and "
        "schedules another in its place, so that half of what is scheduled never happens. One draw is included (two where events "
        "are withdrawn). The mean is how far the clock moves with an event, times the number pending.\n\n")
    text += table(["pending", "who", "events", "ns an event", "M events/s", "memory MB", "mean", "theory", "answer"], body, left=2)
    return text + "\n## Goals\n\n" + goal_table(goals)


def baseline(rows, run, goals):
    """The page of the baseline and its enlargements."""
    body = [[
        "x %d" % row["factor"], number(row["replications"]), number(row["patients"]), number(row["treated"]),
        "%.1f" % row["inProgress"], number(row["events"]), "%.0f" % row["nanosecondsPerEvent"],
        "%.1f" % row["microsecondsPerPatient"], number(row["patientsPerSecond"]), "%.1f" % row["megabytes"]]
        + ["%.1f" % row["mean"], "%.1f ± %.1f" % (row["theory"], row["tolerance"]), "right" if row["right"] else "**WRONG**"]
        for row in rows]
    small, large = rows[0], rows[-1]
    slope = (large["events"] - small["events"]) / (large["factor"] - small["factor"])
    text = "# The baseline, and ten and a hundred times as large\n\n"
    text += (
        "`Scenarios/leiden-lund.yaml` over its ten years, the engine alone, each size in a process of its own; figures are of one "
        "replication. Memory is the peak of the process. The answer is the number referred of the products that are open all the "
        "time, which is Poisson; it may be four standard deviations off.\n\n")
    text += table(["size", "replications", "patients", "treated", "in progress", "events", "ns an event", "µs a patient",
                   "patients/s", "memory MB", "referred", "theory", "answer"], body)
    text += (
        "\nEvents are not proportional to patients: calendars, shifts and inspections of levels make about %s in any size, patients "
        "about %.0f each. So the larger sizes have fewer cheap events for each patient, and a patient costs less.\n" % (
            number(small["events"] - slope), slope / small["patients"]))
    text += "\nThe larger scenarios extend the baseline and multiply these, and nothing else:\n\n"
    text += "".join("- `%s`\n" % path for path in scaling.SCALED)
    text += (
        "\nA lot stays as large as it is, and ten times as many are made. Treated are %.2f and %.2f times as many as in the baseline.\n"
        % tuple(row["treated"] / small["treated"] for row in rows[1:]))
    text += (
        "\n## As a user runs it\n\n`atmpsim run --jobs 1`, %d replications with all outputs: %.2f s of user CPU time, %.1f ms a "
        "replication, %s patients/s, %.0f MB; referred %.1f, theory %.1f ± %.1f.\n\n" % (
            run["replications"], run["userSeconds"], run["millisecondsPerReplication"], number(run["patientsPerSecond"]),
            run["megabytes"], run["mean"], run["theory"], run["tolerance"]))
    return text + "## Goals\n\n" + goal_table(goals)


def cores(rows, start, goals):
    """The page of the second core and of the start."""
    body = [[row["work"], "%.2f" % row["times"], "%.2f" % row["coresAlone"], "%.2f" % row["coresTogether"],
             "the same" if row["right"] else "**NOT THE SAME**"] for row in rows]
    text = (
        "# A second core, and the start\n\nThe same replications with one job and with two, one turn a line: how many times as fast on "
        "the clock, and how many cores were at work (user CPU time over time on the clock). Only turns with %g and %g of them or more "
        "are judged. Two processes that share nothing show what the machine itself gives.\n\n" % (
            aims.FREE_CORES_ALONE, aims.FREE_CORES_TOGETHER))
    text += table(["work", "times as fast", "cores, one job", "cores, two jobs", "results"], body)
    text += "\n`atmpsim --version` takes %.1f ms on the clock, from the call to its end: the median of %d.\n" % (
        start["milliseconds"], start["times"])
    return text + "\n## Goals\n\n" + goal_table(goals)


def machine():
    """What the times were measured on."""
    model = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as text:
            model = next((line.split(":")[1].strip() for line in text if line.startswith("model name")), model)
    except OSError:
        pass
    return {"processor": model, "cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version()}


def write(folder, name, document, text):
    """Writes both forms of a page."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        json.dump({"schema": "atmpsim.benchmark/2", **document}, file, indent=1, ensure_ascii=False)
        file.write("\n")
    with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
        file.write(text)

"""What is measured without peers: the event list, the baseline in three sizes, a second core, the start of the program."""

import json
import math
import os
import statistics
import subprocess
import time

import scaling
from processes import BINARIES, ROOT, Turn, say

BASELINE = os.path.join(ROOT, "Scenarios/leiden-lund.yaml")
PENDING = (10, 1_000, 100_000, 1_000_000)
FACTORS = (1, 10, 100)
# Poisson all along the horizon of ten years, so that the number referred is known: patients a year in the baseline.
ALWAYS_OPEN = {"car-t-commercial-leiden": 18, "car-t-commercial-lund": 18, "msc": 30, "rag1-scid": 2}
# Lines are shorter where ten times as many share ten times as much, so that a few more are treated than in proportion.
IN_PROPORTION = (0.9, 1.2)
YEARS = 3653 / 365.25  # 1 June 2022 to 1 June 2032


def event_list(rounds, scale, peers):
    """The hold model, with and without withdrawals, and without beside Cimba's event list: nanoseconds an event."""
    rows = {}
    cimba = [peer for peer in peers if peer.key == "cimba"]
    for number in range(rounds):
        for pending in PENDING:
            found = [own_hold(pending, scale, withdraws) for withdraws in (False, True)]
            found += [cimba_hold(pending, scale, peer) for peer in cimba]
            for row in found:
                key = (row["work"], pending)
                if key not in rows or not row["right"] or row["nanoseconds"] < rows[key]["nanoseconds"]:
                    rows[key] = row
        say("Event list, turn %d of %d" % (number + 1, rounds))
    return sorted(rows.values(), key=lambda row: row["pending"])


def own_hold(pending, scale, withdraws):
    turn = Turn([
        BINARIES + "/Benchmarks", "hold", "--pending", str(pending), "--holds", str(int(5_000_000 * scale)), "--repeats", "1",
        "--json"] + (["--withdraw"] if withdraws else []))
    found = json.loads(turn.text.splitlines()[0])
    work = "atmpsim, half withdrawn" if withdraws else "atmpsim"
    return hold_row(work, pending, found["items"], found["userSeconds"], found["mean"], turn)


def cimba_hold(pending, scale, peer):
    script = os.path.join(ROOT, "Scripts/peers/cimba_hold.py")
    # A difference of two runs: as many holds as are pending at least, or the difference is noise.
    turn = Turn([peer.command[0], script, str(pending), str(max(int(3_000_000 * scale), pending))])
    found = json.loads(turn.text)
    return hold_row("%s %s" % (peer.name, peer.version), pending, found["holds"], found["running"], found["mean"], turn)


def hold_row(work, pending, holds, seconds, mean, turn):
    # The clock moves on by the minimum of so many exponential spans: independent, so that √holds holds exactly.
    tolerance = 4 / math.sqrt(holds)
    return {
        "work": work, "pending": pending, "holds": holds, "userSeconds": seconds,
        "nanoseconds": max(seconds, 1e-6) / holds * 1e9, "megabytes": turn.megabytes, "mean": mean, "theory": 1.0,
        "tolerance": tolerance, "right": abs(mean - 1) <= tolerance}


def baseline(rounds, scale, folder):
    """The baseline, ten and a hundred times as large: the engine alone, in processes of their own."""
    rows = {}
    for number in range(rounds):
        for factor in FACTORS:
            file = BASELINE if factor == 1 else scaling.write(BASELINE, factor, folder)
            replications = max(1, math.ceil(100 / factor * scale))
            turn = Turn([
                BINARIES + "/Benchmarks", "scenario", file, "--replications", str(replications), "--repeats", "1", "--json"])
            row = judged(json.loads(turn.text.splitlines()[0]), factor, replications, turn.megabytes)
            if factor not in rows or not row["right"] or row["nanosecondsPerEvent"] < rows[factor]["nanosecondsPerEvent"]:
                rows[factor] = row
            say("Baseline x %d, turn %d of %d: %.0f ns an event" % (factor, number + 1, rounds, row["nanosecondsPerEvent"]))
    for factor, row in rows.items():
        row["treatedInProportion"] = row["treated"] / rows[1]["treated"] / factor
        row["right"] = row["right"] and IN_PROPORTION[0] <= row["treatedInProportion"] <= IN_PROPORTION[1]
    return [rows[factor] for factor in FACTORS]


def judged(found, factor, replications, megabytes):
    """A row of the baseline; right where all came to the horizon and the number referred is Poisson's."""
    reported = found["perReplication"]
    referred = sum(reported["referred " + name] for name in ALWAYS_OPEN)
    expected = sum(ALWAYS_OPEN.values()) * YEARS * factor
    tolerance = 4 * math.sqrt(expected / replications)
    return {
        "factor": factor, "replications": replications, "events": found["events"] / replications,
        "patients": found["items"] / replications, "treated": reported["treated"], "inProgress": reported["in progress"],
        "userSeconds": found["userSeconds"], "nanosecondsPerEvent": found["userSeconds"] / found["events"] * 1e9,
        "microsecondsPerPatient": found["userSeconds"] / found["items"] * 1e6,
        "patientsPerSecond": found["items"] / found["userSeconds"], "megabytes": megabytes, "mean": referred,
        "theory": expected, "tolerance": tolerance, "right": found["mean"] == 1 and abs(referred - expected) <= tolerance}


def whole_runs(rounds, scale, folder):
    """The baseline as a user runs it, with all outputs, on one core."""
    replications = max(2, round(200 * scale))
    best = None
    for number in range(rounds):
        turn = Turn([
            BINARIES + "/atmpsim", "run", BASELINE, "--replications", str(replications), "--jobs", "1", "--json", "--quiet",
            "--force", "--output", os.path.join(folder, "baseline")])
        rows = [
            row for row in json.loads(turn.text)["estimates"]
            if (row["measure"], row["statistic"]) == ("patients.referred", "mean") and list(row["scope"]) == ["product"]]
        referred = sum(row["mean"] for row in rows if row["scope"]["product"] in ALWAYS_OPEN)
        expected = sum(ALWAYS_OPEN.values()) * YEARS
        tolerance = 4 * math.sqrt(expected / replications)
        row = {
            "replications": replications, "userSeconds": turn.user_seconds, "clockSeconds": turn.clock_seconds,
            "patientsPerSecond": sum(row["mean"] for row in rows) * replications / turn.user_seconds,
            "millisecondsPerReplication": turn.user_seconds / replications * 1e3, "megabytes": turn.megabytes, "mean": referred,
            "theory": expected, "tolerance": tolerance, "right": abs(referred - expected) <= tolerance}
        if not best or not row["right"] or row["userSeconds"] < best["userSeconds"]:
            best = row
        say("Baseline by atmpsim run, turn %d of %d: %.1f s" % (number + 1, rounds, row["userSeconds"]))
    return best


def second_core(rounds, scale):
    """One job and two on the same replications, in turns; and, to see what the machine gives, one process and two."""
    queue = ["--set", "horizon=%d h" % (1_000_000 * scale), "--set", "warm up=0 h"]
    works = [
        ("the baseline", [BASELINE, "--replications", str(max(2, round(100 * scale)))]),
        ("M/M/1 as a route", ["Scenarios/verification/t01-mm1.yaml", "--replications", "4"] + queue),
    ]
    rows = []
    for name, words in works:
        turn = Turn([BINARIES + "/Benchmarks", "jobs"] + words + ["--turns", str(rounds)])
        for line in turn.text.splitlines():
            found = json.loads(line)
            rows.append({
                "work": name, "times": found["wallAlone"] / found["wallTogether"], "right": found["isTheSame"],
                "coresAlone": found["userAlone"] / found["wallAlone"],
                "coresTogether": found["userTogether"] / found["wallTogether"]})
    rows += [two_processes(scale) for _ in range(rounds)]
    for name in dict.fromkeys(row["work"] for row in rows):
        say("Second core, %s: %s" % (name, ", ".join("%.2f" % row["times"] for row in rows if row["work"] == name)))
    return rows


def two_processes(scale):
    """The same work in one process and in two at once, which share nothing but the machine."""
    command = [BINARIES + "/Benchmarks", "queue", "--customers", str(int(20_000_000 * scale)), "--repeats", "1"]
    clock, user = [], []
    for count in (1, 2):
        before, began = os.times().children_user, time.perf_counter()
        children = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(count)]
        right = [child.wait() == 0 for child in children]
        clock.append(time.perf_counter() - began)
        user.append(os.times().children_user - before)
    return {
        "work": "two processes, hand-written M/M/1", "times": 2 * clock[0] / clock[1], "right": all(right),
        "coresAlone": user[0] / clock[0], "coresTogether": user[1] / clock[1]}


def start_of_the_program(times=20):
    """`atmpsim --version`, from the call to the end of the process: milliseconds on the clock."""
    command = [BINARIES + "/atmpsim", "--version"]
    seconds = []
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    for _ in range(times):
        began = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=silence)
        _, status = os.waitpid(child, 0)
        seconds.append(time.perf_counter() - began)
        if status != 0:
            return {"milliseconds": 0, "right": False, "times": times}
    say("atmpsim --version: %.1f ms" % (statistics.median(seconds) * 1e3))
    return {
        "milliseconds": statistics.median(seconds) * 1e3, "fastest": min(seconds) * 1e3, "times": times, "right": True}

"""Ours and theirs on the same network: who takes part, with how many customers, and what each turn says."""

import json
import os

from processes import BINARIES, Turn, say

# What the full work is, small and large.
SIZES = {"queue": (1_000_000, 10_000_000), "tandem": (200_000, 2_000_000)}
# What slower peers are given, so that a turn takes seconds, not minutes; Cimba takes both sizes.
LESS = {
    "queue": {"simpy": 1_000_000, "ciw": 300_000, "salabim": 40_000, "nagasim": 100_000, "simmer": 300_000},
    "tandem": {"simpy": 200_000, "ciw": 50_000, "salabim": 10_000, "nagasim": 20_000, "simmer": 50_000},
}
ROUTES = {"queue": ("single", "t01-mm1.yaml"), "tandem": ("tandem", "t08-tandem.yaml")}
FORMS = {
    "hand": "atmpsim, hand-written events",
    "route": "atmpsim, compiled route with all statistics",
    "run": "atmpsim run, the YAML file, start included",
}


class Contestant:
    """One row of a table: a command that takes turns with the others."""

    def __init__(self, key, name, size, command, read):
        self.key, self.name, self.size, self.command, self.read = key, name, size, command, read
        self.best = None
        self.wrong = []

    def take_turn(self, network):
        """Runs once; keeps the fastest, and every answer that is wrong."""
        turn = Turn(self.command)
        customers, mean, running = self.read(turn)
        tolerance = network.tolerance(customers)
        if abs(mean - network.theory) > tolerance:
            self.wrong.append("%s, %s: mean %.4f of %d customers, theory %.4f ± %.4f" % (
                network.title, self.name, mean, customers, network.theory, tolerance))
        row = {
            "key": self.key, "work": self.name, "size": self.size, "customers": int(customers), "userSeconds": turn.user_seconds,
            "runningSeconds": running, "customersPerSecond": customers / turn.user_seconds,
            "customersPerSecondRunning": customers / max(running, 1e-6), "megabytes": turn.megabytes, "mean": mean,
            "theory": network.theory, "tolerance": tolerance, "right": abs(mean - network.theory) <= tolerance,
        }
        if not self.best or row["customersPerSecond"] > self.best["customersPerSecond"]:
            self.best = row
        return row


def read_benchmark(turn):
    found = json.loads(turn.text.splitlines()[0])
    return found["items"], found["mean"], found["userSeconds"]


def read_run(turn):
    rows = json.loads(turn.text)["estimates"]

    def mean(measure):
        found = [r["mean"] for r in rows if (r["measure"], r["statistic"], list(r["scope"])) == (measure, "mean", ["product"])]
        return found[0]

    return mean("patients.referred"), mean("time.in-system"), turn.user_seconds


def read_peer(turn):
    found = json.loads(turn.text)
    return found["customers"], found["mean"], found["running"]


def contestants(network, peers, scale, folder):
    """All that take part in a network, ours first."""
    route, file = ROUTES[network.name]
    found = []
    for full in SIZES[network.name]:
        size = int(full * scale)
        many = ["--customers", str(size), "--repeats", "1", "--json"]
        ours = {
            "hand": ([BINARIES + "/Benchmarks", network.name] + many, read_benchmark),
            "route": ([BINARIES + "/Benchmarks", "route", route] + many, read_benchmark),
            "run": ([
                BINARIES + "/atmpsim", "run", "Scenarios/verification/" + file, "--replications", "1", "--jobs", "1", "--json",
                "--quiet", "--force", "--output", os.path.join(folder, "run"), "--set", "horizon=%d h" % (size / network.rate),
                "--set", "warm up=0 h"], read_run),
        }
        found += [Contestant(key, FORMS[key], size, *ours[key]) for key in FORMS]
    for peer in peers:
        less = LESS[network.name].get(peer.key)
        for full in [less] if less else SIZES[network.name]:
            size = int(full * scale)
            found.append(Contestant(
                peer.key, "%s %s" % (peer.name, peer.version), size, peer.command + [str(size)] + network.words(), read_peer))
    return found


def contest(network, peers, rounds, scale, folder):
    """Lets all of them take turns; gives the fastest turn of each, and what was wrong."""
    found = contestants(network, peers, scale, folder)
    for number in range(rounds):
        for contestant in found:
            row = contestant.take_turn(network)
            say("%s, turn %d of %d  %-45s %11s  %9.0f customers/s%s" % (
                network.title, number + 1, rounds, contestant.name, format(contestant.size, ","), row["customersPerSecond"],
                "" if row["right"] else "  WRONG"))
    return [contestant.best for contestant in found], [line for contestant in found for line in contestant.wrong]

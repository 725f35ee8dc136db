"""Ours and theirs on the same network: who takes part, with how many customers, and what each turn says."""

import json
import os

from processes import BINARIES, Turn, say

# What the full work is, small and large.
SIZES = {"queue": (1_000_000, 10_000_000), "tandem": (200_000, 2_000_000)}
# What slower peers are given, so that a turn takes seconds, not minutes; Cimba takes both sizes.
LESS = {
    "queue": {"simpy": 1_000_000, "ciw": 300_000, "salabim": 40_000, "nagasim": 100_000, "simmer": 500_000},
    "tandem": {"simpy": 200_000, "ciw": 50_000, "salabim": 10_000, "nagasim": 20_000, "simmer": 100_000},
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

    def take_turn(self, network):
        """Runs once; keeps the fastest turn, or the first whose answer is wrong."""
        turn = Turn(self.command)
        customers, mean, running = self.read(turn)
        tolerance = network.tolerance(customers)
        row = {
            "key": self.key, "work": self.name, "size": self.size, "customers": int(customers),
            "userSeconds": turn.user_seconds, "runningSeconds": running, "megabytes": turn.megabytes, "mean": mean,
            "theory": network.theory, "tolerance": tolerance, "right": abs(mean - network.theory) <= tolerance}
        if self.best and self.best["right"]:
            # The least of both, which may be of two turns.
            least = min(running, self.best["runningSeconds"])
            self.best = row if row["userSeconds"] < self.best["userSeconds"] or not row["right"] else self.best
            self.best["runningSeconds"] = least
        self.best = self.best or row
        self.best["customersPerSecond"] = self.best["customers"] / self.best["userSeconds"]
        self.best["customersPerSecondRunning"] = self.best["customers"] / max(self.best["runningSeconds"], 1e-6)
        say("%-52s %11s  %11.0f customers/s%s" % (
            self.name, format(self.size, ","), customers / turn.user_seconds, "" if row["right"] else "  WRONG"))


def read_benchmark(turn):
    found = json.loads(turn.text.splitlines()[0])
    return found["items"], found["mean"], found["userSeconds"]


def read_run(turn):
    rows = json.loads(turn.text)["estimates"]

    def mean(measure):
        asked = (measure, "mean", ["product"])
        return next(row["mean"] for row in rows if (row["measure"], row["statistic"], list(row["scope"])) == asked)

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
                BINARIES + "/atmpsim", "run", "Scenarios/verification/" + file, "--replications", "1", "--jobs", "1",
                "--json", "--quiet", "--force", "--output", os.path.join(folder, "run"), "--set", "warm up=0 h",
                "--set", "horizon=%d h" % (size / network.rate)], read_run),
        }
        found += [Contestant(key, FORMS[key], size, *ours[key]) for key in FORMS]
    for peer in peers:
        less = LESS[network.name].get(peer.key)
        for full in [less] if less else SIZES[network.name]:
            size = int(full * scale)
            command = peer.command + [str(size)] + network.words()
            found.append(Contestant(peer.key, "%s %s" % (peer.name, peer.version), size, command, read_peer))
    return found


def contest(network, peers, rounds, scale, folder):
    """Lets all of them take turns; gives the fastest turn of each."""
    found = contestants(network, peers, scale, folder)
    for number in range(rounds):
        say("%s, turn %d of %d" % (network.title, number + 1, rounds))
        for contestant in found:
            contestant.take_turn(network)
    return [contestant.best for contestant in found]

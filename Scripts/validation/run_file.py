"""Reads what single replications counted from a run file (`run.sqlite`).

Estimates are made for means; a published cohort has to be held against single cohorts. The run file keeps each
replication's numbers and observations, in the form that Sources/ResultStore/RecordBytes.swift and
Sources/OutputAnalysis/Quantiles/QuantileSketch+Encoding.swift describe.
"""
import contextlib
import json
import math
import sqlite3
import struct

#: How many numbers a measure keeps at one place, by how it is combined; one unless named here.
WIDTHS = {"ratio": 2, "probability": 2}


class Unreadable(Exception):
    """The run file is not of the form that this reader knows."""


class Cohort:
    """One replication: counts, ratios and observations by measure and scope."""

    def __init__(self, counts, ratios, observations):
        self.counts = counts
        self.ratios = ratios
        self.observations = observations

    def count(self, measure, **scope):
        """The sum of a measure over the scopes that agree with the given one; None where nothing is counted under that name."""
        found = [value for name, own, value in self.counts if name == measure and agrees(own, scope)]
        return sum(found) if found else None

    def ratio(self, measure, **scope):
        """A ratio over the scopes that agree with the given one; None where it is not measured or nothing is divided by."""
        found = [pair for name, own, *pair in self.ratios if name == measure and agrees(own, scope)]
        below = sum(denominator for _, denominator in found)
        return sum(numerator for numerator, _ in found) / below if below else None

    def times(self, measure, **scope):
        """All observations of a measure, in ascending order."""
        lists = [values for name, own, values in self.observations if name == measure and agrees(own, scope)]
        if None in lists:
            raise Unreadable(f"too many observations of {measure} in one cohort: they are no longer kept one by one")
        return sorted(value for values in lists for value in values)


def agrees(own, asked):
    return all(str(own.get(key)) == str(value) for key, value in asked.items())


def cohorts(path):
    """The cohorts of a run file, in the order of the replications."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        slots = database.execute(
            "SELECT measure.name, measure.combination, slot.scope, slot.position"
            " FROM slot JOIN measure ON measure.id = slot.measure ORDER BY slot.id").fetchall()
        records = database.execute("SELECT number, outcome, record FROM replication ORDER BY number").fetchall()
    slots = [(name, combination, json.loads(scope), position) for name, combination, scope, position in slots]
    for number, outcome, _ in records:
        if outcome != "horizon reached":
            raise Unreadable(f"replication {number} did not reach the horizon: {outcome}")
    return [cohort(slots, record) for *_, record in records]


def cohort(slots, record):
    reader = Bytes(record)
    sampled = [slot for slot in slots if slot[1] == "samples"]
    values = reader.values(max(position + WIDTHS.get(combination, 1) for _, combination, _, position in slots))
    observations = reader.samples(len(sampled))
    for (name, _, _, position), found in zip(sampled, observations):
        if found is not None and not math.isclose(sum(found), values[position], rel_tol=1e-9, abs_tol=1e-6):
            raise Unreadable(f"the observations of {name} do not add up to their sum")
    return Cohort(
        [(name, scope, values[position]) for name, combination, scope, position in slots if combination == "count"],
        [(name, scope, *values[position : position + 2]) for name, combination, scope, position in slots
         if combination == "ratio"],
        [(name, scope, found) for (name, _, scope, _), found in zip(sampled, observations)])


class Bytes:
    """The bytes of one record, read from the first to the last."""

    VERSION = 1

    def __init__(self, record):
        self.record = record
        self.position = 0
        if self.byte() != self.VERSION:
            raise Unreadable("records of another version than this reader knows")

    def byte(self):
        self.position += 1
        return self.record[self.position - 1]

    def number(self):
        """A whole number, seven bits a byte, low bits first."""
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            if byte < 0x80:
                return result
            shift += 7

    def doubles(self, count):
        found = struct.unpack_from(f"<{count}d", self.record, self.position)
        self.position += 8 * count
        return list(found)

    def values(self, count):
        """The numbers of a record: whole ones, runs of zeros, doubles, runs of what is not defined."""
        result = []
        while len(result) < count:
            rest, kind = divmod(self.number(), 4)
            if kind == 0:
                result.append(rest)
            elif kind == 2:
                result += self.doubles(1)
            else:
                result += [0 if kind == 1 else math.nan] * rest
        if len(result) != count:
            raise Unreadable("a record has more numbers than places")
        return result

    def samples(self, count):
        """The lists of observations of a record, None for a list too long to be kept; empty ones are counted, not written."""
        result = []
        while self.position < len(self.record):
            result += [[] for _ in range(self.number())]
            end = self.number() + self.position
            version, limit, size = self.byte(), self.number(), self.number()
            if version != self.VERSION:
                raise Unreadable("observations of another version than this reader knows")
            if size > limit:  # counted in classes, from which no single cohort's figure is read here
                result.append(None)
                self.position = end
                continue
            result.append(self.doubles(size))
            if self.position != end:
                raise Unreadable("a list of observations is longer than it says")
        return result + [[] for _ in range(count - len(result))]

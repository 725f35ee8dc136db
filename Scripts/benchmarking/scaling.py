"""A scenario that is so many times as large: as much more demand, and as much more of everything that meets it."""

import os
import re

# What is multiplied, by path; `*` stands for any name. Everything else is as it was: durations, probabilities, rates for
# each person, the units that a step claims, and the size of a lot, of which ten times as many are made.
SCALED = [
    "facilities/*/rooms/*/count",
    "facilities/*/devices/*/count",
    "facilities/*/people/*/count",
    "facilities/*/people/*/fte",
    "products/*/patients/arrive/poisson",
    "products/*/slots/weekly/*",
    "stocks/*/initial",
    "stocks/*/reorder/at",
    "stocks/*/reorder/up to",
    "training/*/seats",
    "training/*/at most",
    "training/*/intake/poisson",
]
# What a scenario may have and this does not scale: better to stop than to compare two different things.
UNKNOWN = ["transport/*/count", "products/*/patients/arrive/rates", "products/*/patients/population"]


class Refused(Exception):
    """The scenario has something that cannot be scaled."""


def places(value, path):
    """Where a path leads to: lists of keys that exist."""
    if not path:
        yield [], value
        return
    if not isinstance(value, dict):
        return
    for key in value if path[0] == "*" else [path[0]]:
        if key in value:
            for rest, found in places(value[key], path[1:]):
                yield [key] + rest, found


def multiplied(value, factor):
    """A count, or a count with its unit, so many times: 4 → 40, `18 / y` → `180 / y`."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value * factor
    found = re.fullmatch(r"(\d+(?:\.\d+)?)( .*)", value) if isinstance(value, str) else None
    if not found:
        raise Refused("%r is no number with a unit" % (value,))
    return "%g%s" % (float(found[1]) * factor, found[2])


def enlargement(file, factor):
    """The changes, as the content of a scenario that extends the file."""
    import yaml  # here, since Scripts/setup may only just have installed it

    with open(file, encoding="utf-8") as text:
        base = yaml.safe_load(text)
    for path in UNKNOWN:
        if any(True for _ in places(base, path.split("/"))):
            raise Refused("%s has %s" % (file, path))
    changes = {"extends": os.path.abspath(file), "title": "%s, %d times as large" % (base["title"], factor)}
    for path in SCALED:
        found = list(places(base, path.split("/")))
        if not found:
            raise Refused("%s has no %s" % (file, path))
        for keys, value in found:
            node = changes
            for key in keys[:-1]:
                node = node.setdefault(key, {})
            node[keys[-1]] = multiplied(value, factor)
    return changes


def write(file, factor, folder):
    """Writes the larger scenario into a folder; gives its path."""
    import yaml

    path = os.path.join(folder, "%s-x%d.yaml" % (os.path.splitext(os.path.basename(file))[0], factor))
    with open(path, "w", encoding="utf-8") as text:
        yaml.safe_dump(enlargement(file, factor), text, sort_keys=False, allow_unicode=True)
    return path

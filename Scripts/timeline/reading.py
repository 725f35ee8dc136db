"""Reads scenarios: what they extend, and the numbers in them."""
import math
import re
from pathlib import Path

import yaml

SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wk": 604800, "mo": 365.25 * 86400 / 12, "y": 365.25 * 86400}
LAWS = {"fixed", "triangular", "uniform", "lognormal", "exponential", "poisson", "at", "median"}


def merged(base, over):
    """Maps merge key by key; laws, scalars and lists are replaced whole."""
    if isinstance(base, dict) and isinstance(over, dict) and not LAWS & set(over):
        return {**base, **{key: merged(base.get(key), value) for key, value in over.items()}}
    return over


def read(path):
    document = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if "extends" in document:
        document = merged(read(Path(path).parent / document.pop("extends")), document)
    return document


def listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def counts(value):
    """`ward-bed`, `[a, b]` or `{ operator: 2 }` as a map from name to number."""
    return {k: int(v) for k, v in value.items()} if isinstance(value, dict) else {k: None for k in listed(value)}


def length(text):
    """`7 d` as (7.0, 'd')."""
    number, unit = re.fullmatch(r"\s*([\d.]+)\s*([a-z]+)\s*", text).groups()
    return float(number), unit


def median(law):
    """The median of a law and the unit of its numbers."""
    if isinstance(law, str):
        return length(law)
    if "fixed" in law:
        return length(law["fixed"])
    if "uniform" in law:
        (low, unit), (high, _) = map(length, law["uniform"])
        return (low + high) / 2, unit
    if "triangular" in law:
        parts = [length(part) for part in law["triangular"]]
        units = {unit for _, unit in parts}
        if len(units) > 1:
            parts, units = [(number * SECONDS[unit], "s") for number, unit in parts], {"s"}
        (low, mode, high), unit = [number for number, _ in parts], units.pop()
        if mode >= (low + high) / 2:
            return low + math.sqrt((high - low) * (mode - low) / 2), unit
        return high - math.sqrt((high - low) * (high - mode) / 2), unit
    if "lognormal" in law:
        return length(law["lognormal"]["median"])
    if "exponential" in law:
        number, unit = length(law["exponential"])
        return number * math.log(2), unit
    raise ValueError(f"no median for {law}")


def probable(rule):
    return float(rule["probability"] if isinstance(rule, dict) else rule) > 0.5


def milliseconds(number, unit):
    return round(number * SECONDS[unit] * 1000)

"""Dates: holidays, calendar steps, and instants as whole milliseconds since 1970."""
import re
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from reading import SECONDS

HOUR = 3_600_000
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def easter(year):
    """Easter Sunday after Gauss, with the two exceptions of the Gregorian calendar."""
    century = year // 100
    shift = (15 - (13 + 8 * century) // 25 + century - century // 4) % 30
    moon = (19 * (year % 19) + shift) % 30
    if moon == 29 or (moon == 28 and year % 19 > 10):
        moon -= 1
    full = date(year, 3, 21) + timedelta(days=moon)
    return full + timedelta(days=7 - (full.weekday() + 1) % 7)


def holidays(name, year):
    sunday = easter(year)
    moving = {"dutch": [1, 39, 50], "swedish": [-2, 1, 39]}[name]
    days = {sunday + timedelta(days=offset) for offset in moving} | {date(year, 1, 1)}
    if name == "dutch":
        king = date(year, 4, 27)
        days |= {king - timedelta(days=king.weekday() == 6), date(year, 12, 25), date(year, 12, 26)}
        days |= {date(year, 5, 5)} if year % 5 == 0 else set()
    else:
        eve = next(d for d in (date(year, 6, 19) + timedelta(days=n) for n in range(7)) if d.weekday() == 4)
        fixed = [(1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)]
        days |= {eve} | {date(year, month, day) for month, day in fixed}
    return days


def civil(text):
    """`2024-Q3`, `2023-02-06` or `2023-02-06 09:00` as a local date and time."""
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", text)
    if quarter:
        return datetime(int(quarter[1]), 3 * int(quarter[2]) - 2, 1)
    return datetime.fromisoformat(text)


def add_calendar(when, number, unit):
    """So many calendar months or years, or exact days and hours, after a local date and time."""
    if unit not in ("mo", "y"):
        return when + timedelta(seconds=number * SECONDS[unit])
    months = when.year * 12 + when.month - 1 + round(number * (12 if unit == "y" else 1))
    year, month = months // 12, months % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return when.replace(year=year, month=month, day=min(when.day, last))


class Zone:
    def __init__(self, name):
        self.zone = ZoneInfo(name)

    def instant(self, when):
        return round(when.replace(tzinfo=self.zone).astimezone(timezone.utc).timestamp() * 1000)

    def local(self, instant):
        return datetime.fromtimestamp(instant // 1000, self.zone)

    def midnight(self, day):
        return self.instant(datetime.combine(day, time()))

"""Dates in digits: "2024-05-03", "2024-05-03T14:00+03:00", "03/04/2024", "3.4.2024"."""

import re

from rashomon.annotations.times.kinds.clocks import zone_pattern
from rashomon.annotations.times.meaning import Calendar, Clock, Found, Impossible, Numeric
from rashomon.annotations.times.rule import Forms, Rule, number, one

ISO = (
    r"(?<![\w./-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,6})?)?"
    r"(?P<offset>Z|[+-]\d\d:?\d\d)?{zone}?)?(?![\w/]|[-.:,]\d)"
)
ORDER_OPEN = re.compile(
    r"(?<![\w./,:-])(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>\d{4}|(?<=/)\d\d)(?![\w/]|[-.:,]\d)"
)
OLDEST_SHORT_YEAR = 70  # "/70" is 1970, "/69" 2069, as POSIX reads them


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    iso = ISO.replace("{zone}", zone_pattern(forms))
    return (Rule.of(iso, _iso), Rule(ORDER_OPEN, _order_open))


def _iso(match: re.Match[str]) -> tuple[Found, ...]:
    day = Calendar(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))
    if not match["hour"]:
        return one(match, day)
    hour, minute, second = int(match["hour"]), int(match["minute"]), number(match, "second")
    if hour > 24 or minute > 59 or (second or 0) > 60:
        return one(match, Impossible(f"there is no time {hour}:{minute:02}", is_clock=True))
    zone = match["offset"] or " ".join((match["zone"] or "").split())
    return one(match, Clock(hour=hour, minute=minute, second=second, zone=zone, day=day))


def _order_open(match: re.Match[str]) -> tuple[Found, ...]:
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year >= OLDEST_SHORT_YEAR else 2000
    return one(match, Numeric(first=int(match["first"]), second=int(match["second"]), year=year))

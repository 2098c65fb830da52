"""The days of holidays: fixed, counted in weekdays, from Easter, by the Hebrew year, or tabled."""

import tomllib
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache, partial
from importlib.resources import files

from rashomon.annotations.times.anchoring.anchors import Anchors, Value, iso_week, unknown
from rashomon.annotations.times.anchoring.hebrew import hanukkah, new_year, passover
from rashomon.annotations.times.meaning import Holiday
from rashomon.model import Basis

# No holiday of another year, which may not be tabled, is as near: they lie 350 days or more apart.
SURELY_NEAREST = timedelta(days=170)
NOT_TABLED = "its day in that year is not known here"
VERY_NEAR = timedelta(days=10)  # of publication: whatever the clause seems to say


def western_easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, remainder = divmod(century, 4)
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * remainder + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Return Easter Sunday of the Julian calendar, as a day of the Gregorian (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    offset = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + offset + 114, 31)
    apart = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=apart)


def _weekday(year: int, month: int, weekday: int, which: int, n_after: int = 0) -> date:
    """Return the n-th weekday of a month (-1: the last), or so many days after it."""
    if which > 0:
        first = date(year, month, 1)
        ahead = (weekday - first.weekday()) % 7
        return first + timedelta(days=ahead + 7 * (which - 1) + n_after)
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7 - n_after)


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[int, date]]:
    folder = files("rashomon.annotations.times").joinpath("data")
    tables = tomllib.loads(folder.joinpath("tabled_days.toml").read_text("utf-8"))
    return {
        name: {day.year: day for day in map(date.fromisoformat, days.split())}
        for name, days in tables.items()
    }


def _tabled(name: str, year: int, n_days: int) -> date | None:
    day = _tables()[name].get(year)
    return day + timedelta(days=n_days) if day else None


RULES: dict[str, Callable[..., date | None]] = {
    "fixed": date,
    "dated": lambda _year, *day: date(*day),
    "weekdays": _weekday,
    "after_weekdays": _weekday,
    "easter": lambda year, days: western_easter(year) + timedelta(days=days),
    "easter_weeks": lambda year, days: western_easter(year) + timedelta(days=days),
    "orthodox": lambda year, days: eastern_easter(year) + timedelta(days=days),
    "new_year": new_year,
    "passover": passover,
    "hanukkah": hanukkah,
    "lunar_new_year": partial(_tabled, "lunar_new_year"),
    "diwali": partial(_tabled, "diwali"),
}


def holiday(given: Holiday, anchors: Anchors) -> Value:
    """Read a holiday in its year, or in the one that puts it nearest to publication."""
    rule, numbers = anchors.words.holidays[given.name]
    if rule not in RULES:
        return unknown("its day is not computed here: countries settle it each in their way")

    def value(day: date) -> str:
        return iso_week(day) if rule == "easter_weeks" else day.isoformat()

    if given.year or rule == "dated":
        day = RULES[rule](given.year or 0, *numbers)
        if day is None:
            return unknown(NOT_TABLED)
        return Value(
            value=value(day), basis=Basis.STATED, reason="the name or the words give the year"
        )
    published = anchors.published
    if published is None:
        return unknown(anchors.no_published)
    years = [published.year + step for step in (-1, 0, 1)]
    days = [day for year in years if (day := RULES[rule](year, *numbers))]
    side = given.direction or anchors.direction()
    allowed = [
        day
        for day in days
        if (side >= 0 or day <= published) and (side <= 0 or day >= published)
        if not (given.is_stepped and day == published)
    ]
    if not given.direction:
        allowed += [day for day in days if abs(day - published) <= VERY_NEAR]
    chosen = min(allowed, key=lambda day: abs(day - published), default=None)
    if chosen is None or (len(days) < len(years) and abs(chosen - published) > SURELY_NEAREST):
        return unknown(NOT_TABLED)
    return Value(
        value=value(chosen),
        basis=Basis.RELATIVE_TO_PUBLICATION,
        reason=f"the one nearest to publication, {published}, that the words allow",
    )

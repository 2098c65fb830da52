"""The days of holidays: fixed, counted in weekdays, or from Easter."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.annotations.times.anchoring.anchors import Anchors, Value, iso_week, unknown
from rashomon.annotations.times.meaning import Holiday
from rashomon.model import Basis

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


RULES: dict[str, Callable[..., date]] = {
    "fixed": date,
    "weekdays": _weekday,
    "after_weekdays": _weekday,
    "easter": lambda year, days: western_easter(year) + timedelta(days=days),
    "easter_weeks": lambda year, days: western_easter(year) + timedelta(days=days),
    "orthodox": lambda year, days: eastern_easter(year) + timedelta(days=days),
}


def holiday(given: Holiday, anchors: Anchors) -> Value:
    """Read a holiday in its year, or in the one that puts it nearest to publication."""
    rule, numbers = anchors.words.holidays[given.name]
    if rule not in RULES:
        return unknown("its day moves with a calendar that is not computed here")

    def value(day: date) -> str:
        return iso_week(day) if rule == "easter_weeks" else day.isoformat()

    if given.year:
        day = RULES[rule](given.year, *numbers)
        return Value(value=value(day), basis=Basis.STATED, reason="the text gives the year")
    published = anchors.published
    if published is None:
        return unknown(anchors.no_published)
    days = [RULES[rule](published.year + step, *numbers) for step in (-1, 0, 1)]
    side = given.direction or anchors.direction()
    allowed = [
        day
        for day in days
        if (side >= 0 or day <= published) and (side <= 0 or day >= published)
        if not (given.is_stepped and day == published)
    ]
    if not given.direction:
        allowed += [day for day in days if abs(day - published) <= VERY_NEAR]
    chosen = min(allowed, key=lambda day: abs(day - published))
    return Value(
        value=value(chosen),
        basis=Basis.RELATIVE_TO_PUBLICATION,
        reason=f"the one nearest to publication, {published}, that the words allow",
    )

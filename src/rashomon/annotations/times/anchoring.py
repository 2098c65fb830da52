"""Giving time expressions their values: which year, which day, and what that rests on.

A date that its words leave incomplete is completed from, in this order: the publication date; the
weekday beside it (the latest year up to the fetch date that fits); another date of the same
document. Where none of them decides, the value stays unknown and the reason says what is missing.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from rashomon.annotations.times.patterns import Day, Found, Length
from rashomon.model import Basis, Document, TimeExpression, TimeType

# The same day and month fall on a given weekday at least once in 12 years; 29 February in 40.
YEARS_BACK = 40
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def anchor(found: list[Found], document: Document) -> tuple[TimeExpression, ...]:
    """Give every expression its value and what the value rests on.

    Args:
        found: Expressions in reading order.
        document: With ISO dates of publication and fetch, where they are known.

    Returns:
        One record an expression, in order.
    """
    published, fetched = _iso(document.published), _iso(document.fetched)
    reference = published or _reference(found, fetched)
    return tuple(_anchored(item, published, fetched, reference) for item in found)


def _iso(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _reference(found: list[Found], fetched: date | None) -> date | None:
    """Return the first date that stands on its own: complete, or fixed by its weekday."""
    for item in found:
        day = item.meaning
        if isinstance(day, Day):
            if day.year and day.month and day.day:
                return _date(day.year, day.month, day.day)
            fitting = list(_fitting_years(day, fetched))
            if fitting:
                return fitting[0]
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fitting_years(day: Day, latest: date | None) -> Iterator[date]:
    """Yield the dates with this weekday, day and month up to a date, latest first."""
    if latest is None or day.weekday is None or not (day.month and day.day):
        return
    for year in range(latest.year, latest.year - YEARS_BACK, -1):
        candidate = _date(year, day.month, day.day)
        if candidate and candidate <= latest and candidate.weekday() == day.weekday:
            yield candidate


def _anchored(
    item: Found, published: date | None, fetched: date | None, reference: date | None
) -> TimeExpression:
    meaning = item.meaning
    if isinstance(meaning, Length):
        return TimeExpression(
            span=item.span,
            type=TimeType.DURATION,
            value=f"PT{meaning.minutes}M",
            basis=Basis.STATED,
        )
    value, basis, alternatives, reason = _value(meaning, published, fetched, reference)
    return TimeExpression(
        span=item.span,
        type=TimeType.DATE,
        value=value,
        basis=basis,
        alternatives=alternatives,
        reason=reason,
    )


Value: TypeAlias = tuple[str | None, Basis, tuple[str, ...], str]  # basis, alternatives, reason


def _value(day: Day, published: date | None, fetched: date | None, reference: date | None) -> Value:
    if day.year:
        return _stated(day)
    if day.month and day.day:
        return _without_year(day, published, fetched, reference)
    return _relative(day, published)


def _unknown(reason: str) -> Value:
    return None, Basis.UNKNOWN, (), reason


def _stated(day: Day) -> Value:
    year, month = day.year or 0, day.month or 0
    if not day.day:
        return f"{year:04}-{month:02}", Basis.STATED, (), "the text gives month and year"
    whole = _date(year, month, day.day)
    if whole is None:
        return _unknown(f"there is no day {day.day} in that month")
    if day.weekday is not None and whole.weekday() != day.weekday:
        named, real = WEEKDAY_NAMES[day.weekday], WEEKDAY_NAMES[whole.weekday()]
        reason = f"the text gives the date; it also says {named}, but {whole} was a {real}"
        return whole.isoformat(), Basis.STATED, (), reason
    return whole.isoformat(), Basis.STATED, (), "the text gives day, month and year"


def _without_year(
    day: Day, published: date | None, fetched: date | None, reference: date | None
) -> Value:
    month, number = day.month or 0, day.day or 0
    if _date(2000, month, number) is None:  # a leap year: it has every day there is
        return _unknown(f"there is no day {number} in that month")
    if published:
        return _near(day, published, Basis.RELATIVE_TO_PUBLICATION, f"published {published}")
    if day.weekday is not None:
        return _from_weekday(day, fetched, reference)
    if reference:
        return _near(day, reference, Basis.RELATIVE_TO_EVENT, f"the text's date {reference}")
    return _unknown("no year in the text, no publication date, no other date to read it from")


def _from_weekday(day: Day, fetched: date | None, reference: date | None) -> Value:
    fitting = list(_fitting_years(day, fetched))
    if not fitting:
        return _unknown("no year in the text, and no fetch date to search back from")
    if reference:
        fitting.sort(key=lambda candidate: abs(candidate - reference))
    chosen = fitting[0]
    others = [candidate for candidate in sorted(fitting, reverse=True) if candidate < chosen][:1]
    name = WEEKDAY_NAMES[chosen.weekday()]
    reason = (
        f"no publication date; {chosen.year} is the latest year up to the fetch date ({fetched}) "
        f"in which {chosen.day} {chosen:%B} is a {name}"
    )
    if others:
        reason += f"; {others[0].year} before it"
    alternatives = tuple(other.isoformat() for other in others)
    return chosen.isoformat(), Basis.INFERRED_FROM_WEEKDAY, alternatives, reason


def _near(day: Day, near: date, basis: Basis, what: str) -> Value:
    """Take the year that puts the date nearest to another date, on the side its words allow."""
    years = range(near.year - YEARS_BACK, near.year + YEARS_BACK + 1)
    candidates = [_date(year, day.month or 0, day.day or 0) for year in years]
    allowed = [
        candidate
        for candidate in candidates
        if candidate
        and (day.direction >= 0 or candidate <= near)
        and (day.direction <= 0 or candidate >= near)
    ]
    chosen = min(allowed, key=lambda candidate: (abs(candidate - near), candidate > near))
    if day.weekday is not None and chosen.weekday() != day.weekday:
        named, real = WEEKDAY_NAMES[day.weekday], WEEKDAY_NAMES[chosen.weekday()]
        return _unknown(f"the text says {named}, but {chosen} ({what}) was a {real}")
    return chosen.isoformat(), basis, (), f"the year nearest to {what}"


def _relative(day: Day, published: date | None) -> Value:
    """Read "today" or a bare weekday from the publication date, and from nothing else."""
    if published is None:
        return _unknown("counted from the day of publication, which is not known")
    if day.days_from_today is not None:
        value = published + timedelta(days=day.days_from_today)
    elif day.direction > 0:
        value = published + timedelta(days=((day.weekday or 0) - published.weekday() - 1) % 7 + 1)
    else:
        value = published - timedelta(days=(published.weekday() - (day.weekday or 0)) % 7)
    return (
        value.isoformat(),
        Basis.RELATIVE_TO_PUBLICATION,
        (),
        f"counted from the day of publication, {published}",
    )

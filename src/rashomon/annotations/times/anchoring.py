"""Giving time expressions their values: which year, which day, and what that rests on.

A date that its words leave incomplete is completed from, in this order: the publication date, as
given or in the page's own date line; the weekday beside it (the latest year up to the fetch date
that fits); another date of the same document. Where none of them decides, the value stays unknown
and the reason says what is missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TypeAlias

from rashomon.annotations.times.patterns import Day, Found, Length
from rashomon.model import Basis, Document, TimeExpression, TimeType, Zone

# The same day and month fall on a given weekday at least once in 12 years; 29 February in 40.
YEARS_BACK = 40
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The dates that others can be read from."""

    published: date | None
    fetched: date | None
    fetched_words: str
    reference: date | None  # a date of the text itself


def anchor(found: list[Found], document: Document) -> tuple[TimeExpression, ...]:
    """Give every expression its value and what the value rests on.

    Args:
        found: Expressions in reading order.
        document: With ISO dates of publication and fetch, where they are known.

    Returns:
        One record an expression, in order.
    """
    published = _iso(document.published) or _date_line(found, document)
    known = Known(
        published=published,
        fetched=_iso(document.fetched),
        fetched_words="today" if document.is_fetch_assumed else "the fetch date",
        reference=_reference(found, _iso(document.fetched)),
    )
    return tuple(_anchored(item, known) for item in found)


def _iso(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _date_line(found: list[Found], document: Document) -> date | None:
    """Return the whole date that stands in the page's own date line."""
    lines = document.spans_of(Zone.DATELINE)
    whole = (_whole(each) for each in found if any(line.contains(each.span) for line in lines))
    return next((day for day in whole if day), None)


def _whole(item: Found) -> date | None:
    day = item.meaning
    if isinstance(day, Day) and day.year and day.month and day.day:
        return _date(day.year, day.month, day.day)
    return None


def _reference(found: list[Found], fetched: date | None) -> date | None:
    """Return the date from which others are read: one with its weekday, else the latest whole one.

    A report may mention old treaties and births; what it is about is the latest date it gives.
    """
    days = [item.meaning for item in found if isinstance(item.meaning, Day)]
    inferred = (next(_fitting_years(day, fetched), None) for day in days if day.year is None)
    fixed = next((day for day in inferred if day), None)
    return fixed or max((day for item in found if (day := _whole(item))), default=None)


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


def _anchored(item: Found, known: Known) -> TimeExpression:
    meaning = item.meaning
    if isinstance(meaning, Length):
        return TimeExpression(
            span=item.span,
            type=TimeType.DURATION,
            value=f"PT{meaning.minutes}M",
            basis=Basis.STATED,
        )
    value, basis, alternatives, reason = _value(meaning, known)
    return TimeExpression(
        span=item.span,
        type=TimeType.DATE,
        value=value,
        basis=basis,
        alternatives=alternatives,
        reason=reason,
    )


Value: TypeAlias = tuple[str | None, Basis, tuple[str, ...], str]  # basis, alternatives, reason


def _value(day: Day, known: Known) -> Value:
    if day.year:
        return _stated(day)
    if day.month and day.day:
        return _without_year(day, known)
    return _relative(day, known.published)


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


def _without_year(day: Day, known: Known) -> Value:
    month, number = day.month or 0, day.day or 0
    if _date(2000, month, number) is None:  # a leap year: it has every day there is
        return _unknown(f"there is no day {number} in that month")
    if known.published:
        what = f"published {known.published}"
        return _near(day, known.published, Basis.RELATIVE_TO_PUBLICATION, what)
    if day.weekday is not None:
        return _from_weekday(day, known)
    if known.reference:
        what = f"the text's date {known.reference}"
        return _near(day, known.reference, Basis.RELATIVE_TO_EVENT, what)
    return _unknown("no year in the text, no publication date, no other date to read it from")


def _from_weekday(day: Day, known: Known) -> Value:
    fitting = list(islice(_fitting_years(day, known.fetched), 2))
    if not fitting:
        return _unknown("no year in the text, and no fetch date to search back from")
    chosen, others = fitting[0], fitting[1:]
    name = WEEKDAY_NAMES[chosen.weekday()]
    reason = (
        f"no publication date; {chosen.year} is the latest year up to {known.fetched_words} "
        f"({known.fetched}) in which {chosen.day} {chosen:%B} is a {name}"
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
    else:
        ahead = ((day.weekday or 0) - published.weekday()) % 7
        if day.direction > 0:
            value = published + timedelta(days=ahead or 7)
        elif day.direction < 0:  # "last Tuesday" is never the Tuesday of publication
            value = published - timedelta(days=7 - ahead)
        else:
            value = published - timedelta(days=-ahead % 7)
    return (
        value.isoformat(),
        Basis.RELATIVE_TO_PUBLICATION,
        (),
        f"counted from the day of publication, {published}",
    )

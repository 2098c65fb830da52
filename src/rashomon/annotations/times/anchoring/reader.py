"""Anchoring all expressions of a document, in reading order."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from rashomon.annotations.times.anchoring.anchors import Anchors, Told, Value
from rashomon.annotations.times.anchoring.days import fitting_years, whole
from rashomon.annotations.times.anchoring.resolve import resolve, type_of
from rashomon.annotations.times.meaning import (
    Calendar,
    Clock,
    Dated,
    Found,
    Meaning,
    Numeric,
    Shift,
    is_day,
)
from rashomon.annotations.times.tense import direction, is_nearer_day
from rashomon.annotations.times.words import load_words
from rashomon.model import Document, Span, TimeExpression, TimeType, Zone

TOLD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|T)")
WEEK = re.compile(r"(\d{4})-W(\d\d)")
BOUND = re.compile(
    r"\b(?i:since|than|versus|compared\s+(?:with|to)|(?:up|down)\s+from(?:\s+\S{1,20}){0,4}\s+in)"
    r"\s+(?:\w+\s+)?$"
)
MAX_BOUND = 60
IN_BRACKETS = re.compile(r"\s\((?:the\s)?")
THROUGH = re.compile(r"\s?[-–—]\s?|\s(?:through|thru)\s")
SENTENCE_END = re.compile(r"(?:(?<!\.m)\.|[!?;])(?=\s|['\"”’])|\n")  # "10 p.m. on Monday" goes on
MAX_TO_DAY = 90  # code points from a time of day to the day that it is of
# An agency's clock may be ahead of the reader's: a page can be "published" a day after its fetch.
TOLERANCE = timedelta(days=1)


@dataclass(slots=True)
class Reader:
    """Reads the expressions of one document; remembers which date was told of last."""

    text: str
    known: Anchors
    told: Told | None = field(default=None)

    def anchors(self, verbs_of: Span) -> Anchors:
        """Return what an expression can be read from; the verbs around a span tell its side."""
        looking = partial(direction, self.text, verbs_of, self.known.words)
        nearer = partial(is_nearer_day, self.text, verbs_of, self.known.words)
        return replace(self.known, told=self.told, direction=looking, is_nearer_day=nearer)

    def remember(self, time: TimeExpression, meaning: Meaning) -> None:
        """Keep a date, to count "that day" and "a year earlier" from.

        What others are only compared with ("the lowest since March", "up from a year earlier") is
        not what is told of.
        """
        if not time.value or time.type not in (TimeType.DATE, TimeType.TIME):
            return
        start = max(0, time.span.start - MAX_BOUND)
        is_compared = isinstance(meaning, Shift) and meaning.is_narrated and meaning.amount < 0
        if is_compared or BOUND.search(self.text, start, time.span.start):
            return
        week = WEEK.fullmatch(time.value)
        match = TOLD.match(time.value)
        if week:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            self.told = Told(monday.year, monday.month, monday.day, is_week=True)
        elif match:
            year, month, day = (int(part or 0) for part in match.groups())
            self.told = Told(year, month or None, day or None)


def anchor(found: list[Found], document: Document) -> tuple[TimeExpression, ...]:
    """Give every expression its value and what the value rests on.

    Args:
        found: Expressions in reading order.
        document: With ISO dates of publication and fetch, where they are known.

    Returns:
        One record an expression, in order.
    """
    reader = Reader(document.text, _known(found, document))
    times = []
    for place, item in enumerate(found):
        meaning, dated = _with_day(found, place, reader.text)
        value = resolve(meaning, reader.anchors(dated))
        if isinstance(meaning, Calendar) and meaning.weekday is not None and not meaning.day:
            value = _beside_date(meaning, found, place, reader) or value
        time = _expression(item, value)
        reader.remember(time, item.meaning)
        times.append(time)
    return tuple(times)


def _beside_date(day: Calendar, found: list[Found], place: int, reader: Reader) -> Value | None:
    """Give a weekday the date that stands in brackets after it, or the end of "Monday-Friday"."""
    before, after = found[max(0, place - 1)], found[min(place + 1, len(found) - 1)]
    span, date_after, first = found[place].span, after.meaning, before.meaning
    known = replace(reader.known, told=reader.told)
    if IN_BRACKETS.fullmatch(reader.text, span.end, max(span.end, after.span.start)):
        if not (isinstance(date_after, Calendar) and date_after.day):
            return None
        value = resolve(replace(date_after, weekday=day.weekday), known)
        return value if value.value and not value.warning else None
    is_range = isinstance(first, Calendar) and first.weekday is not None and not first.day
    between = THROUGH.fullmatch(reader.text, before.span.end, max(span.start, before.span.end))
    if not (is_range and between and before is not found[place] and reader.told):
        return None
    return resolve(replace(day, is_narrated=True, direction=0), known)


def _known(found: list[Found], document: Document) -> Anchors:
    fetched = _iso(document.fetched)
    fetched_words = "today" if document.is_fetch_assumed else "the fetch date"
    published = _iso(document.published) or _date_line(found, document)
    problem = "counted from the day of publication, which is not known"
    if published and fetched and published > fetched + TOLERANCE:
        problem = (
            f"the publication date ({published}) lies after {fetched_words} ({fetched}): "
            "nothing is counted from it"
        )
        published = None
    return Anchors(
        words=load_words(document.language),
        published=published,
        no_published=problem,
        fetched=fetched,
        fetched_words=fetched_words,
        reference=_reference(found, fetched),
        told=None,
        is_day_first=_order(found),
        is_nearer_day=bool,
        direction=int,
    )


def _iso(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _date_line(found: list[Found], document: Document) -> date | None:
    """Return the whole date that stands in the page's own date line."""
    lines = document.spans_of(Zone.DATELINE)
    inside = (each for each in found if any(line.contains(each.span) for line in lines))
    return next((day for each in inside if (day := whole(each.meaning))), None)


def _reference(found: list[Found], fetched: date | None) -> date | None:
    """Return the date from which others are read: one with its weekday, else the latest whole one.

    A report may mention old treaties and births; what it is about is the latest date it gives.
    """
    days = [item.meaning for item in found if isinstance(item.meaning, Calendar)]
    inferred = (next(fitting_years(day, fetched), None) for day in days if day.year is None)
    fixed = next((day for day in inferred if day), None)
    return fixed or max((day for item in found if (day := whole(item.meaning))), default=None)


def _order(found: list[Found]) -> bool | None:
    """Tell from dates in digits that can be read one way whether the day stands first."""
    numeric = [item.meaning for item in found if isinstance(item.meaning, Numeric)]
    shown = {each.first > 12 for each in numeric if (each.first > 12) != (each.second > 12)}
    return shown.pop() if len(shown) == 1 else None


def _with_day(found: list[Found], place: int, text: str) -> tuple[Meaning, Span]:
    """Give a time of day the day that stands in its sentence, nearest first.

    Returns:
        The meaning, and where the words stand that name its day.
    """
    item = found[place]
    if not isinstance(item.meaning, Clock) or item.meaning.day is not None:
        return item.meaning, item.span
    near: list[tuple[int, Dated, Span]] = []
    for neighbour in (place + 1, place - 1, place + 2, place - 2):
        if 0 <= neighbour < len(found):
            other = found[neighbour]
            first, second = sorted((item.span, other.span), key=lambda span: span.start)
            between = text[first.end : min(second.start, first.end + MAX_TO_DAY + 1)]
            day = other.meaning.day if isinstance(other.meaning, Clock) else other.meaning
            if len(between) <= MAX_TO_DAY and not SENTENCE_END.search(between) and is_day(day):
                near.append((len(between), day, other.span))
    if not near:
        return item.meaning, item.span
    _, day, span = min(near, key=lambda each: each[0])
    return replace(item.meaning, day=day), span


def _expression(item: Found, value: Value) -> TimeExpression:
    return TimeExpression(
        span=item.span,
        type=type_of(item.meaning),
        value=value.value,
        basis=value.basis,
        alternatives=value.alternatives,
        reason=value.reason,
        modifier=item.modifier,
        zone=value.zone,
        names_day=is_day(item.meaning) or isinstance(item.meaning, Clock),
        warning=value.warning,
    )

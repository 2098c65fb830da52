"""Finding time expressions: what the words say, before any anchor gives them a value."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.annotations.times.words import (
    DAYS_FROM_TODAY,
    EARLIER,
    LATER,
    MINUTES,
    MONTHS,
    NUMBERS,
    PARTS_OF_AN_HOUR,
    PARTS_OF_TODAY,
    WEEKDAYS,
)
from rashomon.model import Document, Span, Zone

DATED_ZONES = (Zone.HEADLINE, Zone.DATELINE, Zone.CAPTION, Zone.BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A calendar date as far as its words go; what they leave out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    days_from_today: int | None = None
    direction: int = 0  # -1: words say that it lies before what it is read from; 1: after


@dataclass(frozen=True, slots=True)
class Length:
    """A duration in minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Found:
    """Words that name a time, and what they say."""

    span: Span
    meaning: Day | Length


def _any_of(words: dict[str, int] | dict[str, float] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _as_names(words: dict[str, int]) -> tuple[str, ...]:
    return tuple(form for word in words for form in (word.capitalize(), word.upper()))


# Months and weekdays count only when written as names: "may 10 more people" is no date.
# A full stop belongs to an abbreviation ("Dec. 10"), and ends a sentence after a whole name.
IS_ABBREVIATION = r"(?<![a-z]{4})(?<!June)(?<!July)(?<!May)"
MONTH = rf"(?P<month>{_any_of(_as_names(MONTHS))})\b(?:{IS_ABBREVIATION}\.)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = rf"(?P<weekday>{_any_of(_as_names(WEEKDAYS))})"
NUMBER = rf"(?P<number>\d{{1,3}}(?:\.\d+)?|{_any_of(NUMBERS)})"
UNIT = rf"(?P<unit>{_any_of(MINUTES)})"

ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")
# "Sunday, December 10, 2023", "Dec. 10", "October 17th"
MONTH_DAY = re.compile(
    rf"\b(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAY}\b(?!\s*[:%]|\d|,\d{{3}})(?:,?\s+{YEAR}\b)?"
)
# "Sunday, 10 December 2023", "the 17th of October"
DAY_MONTH = re.compile(
    rf"\b(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR}\b)?"
)
MONTH_YEAR = re.compile(rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b")
WEEKDAY_ALONE = re.compile(rf"\b{WEEKDAY}\b")
TODAY = re.compile(rf"\b(?P<today>{_any_of((*DAYS_FROM_TODAY, *PARTS_OF_TODAY))})\b", re.IGNORECASE)
# "50-minute", "an hour and a half", "two and a half hours", "one hour and 20 minutes"
DURATION = re.compile(
    rf"\b{NUMBER}(?P<half>[\s-]and[\s-]a[\s-]half)?(?:\s+|-){UNIT}\b(?:-long\b)?"
    r"(?:\s+and\s+(?P<more>a\s+half|a\s+quarter|\d{1,2}\s+minutes))?",
    re.IGNORECASE,
)
HOUR_LONG = re.compile(r"\bhour-long\b", re.IGNORECASE)
HALF_HOUR = re.compile(r"\b(?:a\s+)?half[- ](?:an\s+)?hour\b", re.IGNORECASE)
DIRECTION = re.compile(
    rf"\b(?P<word>{_any_of((*EARLIER, *LATER))})\b[^.;!?\n]{{0,30}}$", re.IGNORECASE
)


def _number(match: re.Match[str], name: str) -> int | None:
    value = match.groupdict().get(name)
    return int(value) if value else None


def _day(match: re.Match[str]) -> Day:
    groups = match.groupdict()
    month, weekday = groups.get("month"), groups.get("weekday")
    return Day(
        year=_number(match, "year"),
        month=None if not month else int(month) if month.isdigit() else MONTHS[month.lower()],
        day=_number(match, "day"),
        weekday=WEEKDAYS[weekday.lower()] if weekday else None,
        direction=_direction(match.string, match.start()),
    )


def _direction(text: str, start: int) -> int:
    """Read from the words just before a date whether it lies back or ahead."""
    before = DIRECTION.search(text, max(0, start - 60), start)
    if before is None:
        return 0
    return -1 if before["word"].lower() in EARLIER else 1


def _today(match: re.Match[str]) -> Day:
    return Day(days_from_today=DAYS_FROM_TODAY.get(match["today"].lower(), 0))


def _duration(match: re.Match[str]) -> Length:
    number = match["number"].lower()
    amount = NUMBERS[number] if number in NUMBERS else float(number)
    if match["half"]:
        amount += 0.5
    minutes = amount * MINUTES[match["unit"].lower()]
    more = (match["more"] or "").lower().split()
    if more:
        minutes += PARTS_OF_AN_HOUR.get(more[-1]) or int(more[0])
    return Length(round(minutes))


def _hour(_match: re.Match[str]) -> Length:
    return Length(60)


def _half_hour(_match: re.Match[str]) -> Length:
    return Length(30)


# Where two match the same words, the one that begins first wins, then the longer one.
PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Day | Length]], ...] = (
    (ISO, _day),
    (DAY_MONTH, _day),
    (MONTH_DAY, _day),
    (MONTH_YEAR, _day),
    (WEEKDAY_ALONE, _day),
    (TODAY, _today),
    (DURATION, _duration),
    (HALF_HOUR, _half_hour),
    (HOUR_LONG, _hour),
)


def find(document: Document) -> list[Found]:
    """Find the words that name a time, in the zones of a document's own story.

    Returns:
        Disjoint, in reading order.
    """
    return [
        found for zone in document.spans_of(*DATED_ZONES) for found in find_in(document.text, zone)
    ]


def find_in(text: str, zone: Span) -> list[Found]:
    """Find the words that name a time in one stretch of a text.

    Returns:
        Disjoint, in reading order.
    """
    taken: list[Found] = []
    for found in sorted(_matches(text, zone), key=lambda each: (each.span.start, -each.span.end)):
        if not taken or taken[-1].span.end <= found.span.start:
            taken.append(found)
    return taken


def _matches(text: str, zone: Span) -> Iterator[Found]:
    for pattern, meaning in PATTERNS:
        for match in pattern.finditer(text, zone.start, zone.end):
            yield Found(Span(match.start(), match.end()), meaning(match))

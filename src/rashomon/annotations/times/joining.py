"""Joining what belongs together: "early" and "March", "9 a.m." and "Tuesday"."""

import re
from dataclasses import replace
from functools import lru_cache

from rashomon.annotations.times.meaning import (
    Calendar,
    Clock,
    Found,
    Prefix,
    Shift,
    is_day,
)
from rashomon.annotations.times.rule import DASH, GAP, LINK, OF
from rashomon.annotations.times.words import Words, any_of
from rashomon.model import Modifier, Span

DAYS_OF_A_WEEK = 7
MAX_BEFORE = 40  # code points: "at the very beginning of the"
TO_NEXT = re.compile(rf"{GAP}?{DASH}{GAP}?|{GAP}(?i:to|and|into){GAP}")
BETWEEN = re.compile(r",?\s{1,3}")


@lru_cache(maxsize=4)
def _before(parts: tuple[str, ...], nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?i:the){GAP})?(?:(?P<part>(?i:{any_of(parts)})){LINK}"
        rf"|(?P<hyphened>(?i:{any_of(nouns)}))-"
        rf"|(?P<noun>(?i:{any_of(nouns)})){GAP}(?i:of){GAP}(?:(?i:the){GAP})?)$"
    )


@lru_cache(maxsize=4)
def _of_day(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for "the night of" or "the small hours of", before a day."""
    return re.compile(rf"\b(?i:the){GAP}(?P<part>(?i:{any_of(parts)})){OF}(?:(?i:the){GAP})?$")


def join(founds: list[Found], text: str, zone: Span, words: Words) -> list[Found]:
    """Widen expressions by the modifiers before them, and give clocks the days beside them.

    Args:
        founds: Disjoint, in reading order.
        text: That they stand in.
        zone: The stretch of it that they may be widened in.
        words: The modifiers.

    Returns:
        Disjoint, in reading order.
    """
    joined: list[Found] = []
    for found in founds:
        last = joined[-1] if joined else None
        left = last.span.end if last else zone.start
        wider = _hours_of(found, text, left, words) or _widened(found, text, left, words)
        both = last and (_clock_with_day(last, wider, text) or _night_to(last, wider, text, words))
        if both:
            joined[-1] = both
        else:
            joined.append(wider)
    return joined


def _widened(found: Found, text: str, left: int, words: Words) -> Found:
    if found.modifier or not isinstance(found.meaning, Calendar | Prefix | Shift | Clock):
        return found
    start = max(left, found.span.start - MAX_BEFORE)
    pattern = _before(tuple(words.parts), tuple(words.part_nouns))
    match = pattern.search(text, start, found.span.start)
    if match is None:
        return found
    modifier = _modifier(match, found, words)
    if modifier is None:
        return found
    # "the late-November trip": the article is the trip's; "the early 1990s" has its own.
    has_article = match["noun"] or not isinstance(found.meaning, Calendar)
    start = match.start() if has_article else match.start(match.lastgroup or 0)
    return Found(Span(start, found.span.end), found.meaning, modifier)


def _hours_of(found: Found, text: str, left: int, words: Words) -> Found | None:
    """Read "the small hours of Tuesday"; None where it is none, or the morning is named too."""
    day = found.meaning
    before = _part_of(found, text, left, tuple(words.hours_of_day))
    if before is None or not is_day(day):
        return None
    clock = Clock(part=words.hours_of_day[before["part"].lower()], day=day)
    return Found(Span(before.start(), found.span.end), clock, Modifier.START)


def _part_of(found: Found, text: str, left: int, parts: tuple[str, ...]) -> re.Match[str] | None:
    start = max(left, found.span.start - MAX_BEFORE)
    return _of_day(parts).search(text, start, found.span.start)


def _night_to(first: Found, second: Found, text: str, words: Words) -> Found | None:
    """Join "the night of 3 to 4 May", which is one; None where two days stand by themselves."""
    day, after = first.meaning, second.meaning
    if not (isinstance(day, Calendar) and isinstance(after, Calendar)):
        return None
    if not TO_NEXT.fullmatch(text, first.span.end, second.span.start) or not _is_next(day, after):
        return None
    nights = tuple(word for word, part in words.parts_of_day.items() if part == "NI")
    before = _part_of(first, text, 0, nights)
    if before is None:
        return None
    return Found(Span(before.start(), second.span.end), Clock(part="NI", day=day))


def _is_next(day: Calendar, after: Calendar) -> bool:
    if day.day is not None and after.day is not None:
        return after.day == day.day + 1 and after.month == day.month
    if day.weekday is None or after.weekday is None:
        return False
    return after.weekday == (day.weekday + 1) % DAYS_OF_A_WEEK


def _modifier(match: re.Match[str], found: Found, words: Words) -> Modifier | None:
    """Return what the words before an expression add; they belong to few kinds of it."""
    meaning = found.meaning
    names_day = is_day(meaning)
    if isinstance(meaning, Clock) and meaning.hour is not None:
        return None
    if match["noun"]:
        is_short = names_day or isinstance(meaning, Clock)
        return None if is_short else words.part_nouns[match["noun"].lower()]
    if match["hyphened"]:
        return None if names_day else words.part_nouns[match["hyphened"].lower()]
    part = match["part"].lower()
    is_comparative = part in ("earlier", "later")  # "earlier Friday": the adverb is the verb's
    if is_comparative and not (isinstance(meaning, Shift) and not names_day):
        return None
    return words.parts[part]


def _clock_with_day(first: Found, second: Found, text: str) -> Found | None:
    """Join "9 a.m. EST" and "Tuesday", "Tuesday," and "9 a.m."; None where they stand apart."""
    between = text[first.span.end : second.span.start]
    if not BETWEEN.fullmatch(between):
        return None
    for clock, day in ((first, second), (second, first)):
        meaning, other = clock.meaning, day.meaning
        if isinstance(meaning, Clock) and meaning.day is None and is_day(other):
            span = Span(first.span.start, second.span.end)
            return Found(span, replace(meaning, day=other, is_overnight=False))
    return None

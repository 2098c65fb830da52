"""Finding time expressions: what the words say, before any anchor gives them a value.

The rules are only tried near words that every expression holds one of (a month, a unit, a digit),
so that the rest of a text costs one look-up a word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rashomon.annotations.times.joining import join
from rashomon.annotations.times.kinds import rules
from rashomon.annotations.times.meaning import Found
from rashomon.annotations.times.rule import Forms, Rule
from rashomon.annotations.times.words import Words, load_words
from rashomon.model import Document, Span, Zone

DATED_ZONES = (Zone.HEADLINE, Zone.DATELINE, Zone.CAPTION, Zone.BODY)
WORD = re.compile(r"\w+")
# Code points around a trigger that its expression may reach over: "no more than the last two and a
# half" stands before its unit, "of the fiscal year 2013" after its ordinal.
REACH = 70
MAX_WORD = 50
QUOTES = frozenset("\"'“”‘’")
MIN_HOLIDAY_WORD = 5  # letters: "day" and "new" are no triggers


@lru_cache(maxsize=4)
def _grammar(language: str) -> tuple[tuple[Rule, ...], frozenset[str]]:
    words = load_words(language)
    return rules(Forms(words)), _triggers(words)


def _triggers(words: Words) -> frozenset[str]:
    """Return words in lower case, one of which, or a digit, stands in every expression."""
    names = (
        *words.months,
        *words.weekdays,
        *words.units,
        *words.parts_of_day,
        *words.day_words,
        *words.points_of_day,
        *words.overnight,
        *words.hours,
        *words.seasons,
        *words.decades,
        *words.frequencies,
        "half",
        "clock",
        "midweek",
    )
    phrases = (*words.deictics, *words.references)
    holidays = [re.findall(r"\w+", name) for name in words.holidays]
    return frozenset(
        word.lower()
        for word in (
            *names,
            *(f"{name}s" for name in words.weekdays),
            *(f"{name}long" for name in words.units),
            *(phrase.split()[-1] for phrase in phrases),
            *(part for parts in holidays for part in parts if len(part) >= MIN_HOLIDAY_WORD),
            *(max(parts, key=len) for parts in holidays),
        )
    )


def find(document: Document) -> list[Found]:
    """Find the words that name a time, in the zones of a document's own story.

    Returns:
        Disjoint, in reading order.
    """
    return [
        found
        for zone in document.spans_of(*DATED_ZONES)
        for found in find_in(document.text, zone, document.language)
    ]


def find_in(text: str, zone: Span, language: str = "en") -> list[Found]:
    """Find the words that name a time in one stretch of a text.

    Returns:
        Disjoint, in reading order.
    """
    grammar, triggers = _grammar(language)
    taken: list[Found] = []
    end = zone.start
    for window in _windows(text, zone, triggers):
        for founds in sorted(_matches(grammar, text, window), key=_reach):
            if founds[0].span.start >= end and not _is_title(text, founds[0].span):
                taken += founds
                end = founds[-1].span.end
    return join(taken, text, zone, load_words(language))


def _is_title(text: str, span: Span) -> bool:
    """Tell the name of a programme: "60 Minutes" and "This Week" in quotation marks."""
    words = text[span.start : span.end].split()
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    return (
        len(words) > 1
        and before in QUOTES
        and before != ""
        and not QUOTES.isdisjoint(after)
        and not any(word[0].islower() or word.isupper() for word in words)
    )


def _reach(founds: tuple[Found, ...]) -> tuple[int, int]:
    return founds[0].span.start, -founds[-1].span.end


def _windows(text: str, zone: Span, triggers: frozenset[str]) -> Iterator[Span]:
    """Yield the stretches around triggers, merged where they touch."""
    start = end = None
    for match in WORD.finditer(text, zone.start, zone.end):
        word = match[0]
        if word.lower() in triggers or word[-1].isdigit() or word[0].isdigit():
            left, right = max(zone.start, match.start() - REACH), _reached(text, match.end(), zone)
            if end is None or left > end:
                if start is not None and end is not None:
                    yield Span(start, end)
                start = left
            end = right
    if start is not None and end is not None:
        yield Span(start, end)


def _reached(text: str, start: int, zone: Span) -> int:
    """Return where a trigger's reach ends: not inside a word, or "Mayor" could be read as "May"."""
    end = min(zone.end, start + REACH)
    latest = min(zone.end, end + MAX_WORD)
    while end < latest and not text[end].isspace():
        end += 1
    return end


def _matches(grammar: tuple[Rule, ...], text: str, window: Span) -> Iterator[tuple[Found, ...]]:
    for rule in grammar:
        for match in rule.pattern.finditer(text, window.start, window.end):
            founds = tuple(rule.read(match))
            if founds:
                yield founds

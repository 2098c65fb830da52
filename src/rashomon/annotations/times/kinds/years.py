"""Months, years, decades and centuries: "April", "early March 2023", "1995", "the 1990s"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Calendar, Found, Impossible, Prefix
from rashomon.annotations.times.rule import (
    DASH,
    GAP,
    LINK,
    THE,
    YEAR,
    Forms,
    Rule,
    number,
    one,
    word,
)
from rashomon.annotations.times.tense import pointed
from rashomon.annotations.times.words import any_of
from rashomon.model import Span

# Code points before and after a month that is also another word ("may") in which words tell.
BESIDE = 12
NOT_PART_OF_NUMBER = r"(?<![\w$€£¥#,./:+])(?<!\d-)"
THE_OF = rf"(?:(?i:of){GAP})?"
AWAY = rf"(?P<away>(?i:this|last|next)){GAP}(?i:year)"
NOT_COUNTED = r"(?![%°/]|[.,:]\d|-\w)"


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    pointer = rf"(?P<pointer>(?i:{any_of((*words.pointers, *words.narrated))}))"
    month = rf"(?P<month>{forms.month})"
    with_year = rf"(?:{THE_OF}(?P<year>{YEAR})\b(?!{DASH}?\d|,\d)|{THE_OF}{AWAY}\b)"
    no_day = rf"(?!-\w*\d)(?!{GAP}?{DASH}?\d)"
    counted = rf"(?!{GAP}(?i:{any_of(words.counted)})\b)"
    year_range = rf"(?P<year>{YEAR})[-–—/](?P<tail>{YEAR}|\d\d)\b(?![-/.,]?\d)"
    prefixed = rf"(?<=\b(?:[Pp]re|[Mm]id)-)(?P<year>{YEAR})\b|(?<=\b[Pp]ost-)(?P<other>{YEAR})\b"
    decade = (
        r"(?P<decade>(?:1[0-9]|20)\d)0['’]?s|['’‘](?P<short>\d)0s"
        rf"|(?P<name>(?i:{any_of(words.decades)}))"
    )
    century = rf"(?P<ordinal>{forms.ordinal}){LINK}(?i:century)\b(?:{GAP}(?P<before>BCE?)\b)?"
    return (
        Rule.of(rf"\b{month},?{GAP}{with_year}", partial(_month, forms)),
        Rule.of(rf"\b(?:{THE}{pointer}{GAP})?{month}{no_day}", partial(_month, forms)),
        Rule.of(rf"{NOT_PART_OF_NUMBER}{year_range}", _years),
        Rule.of(rf"{NOT_PART_OF_NUMBER}(?<![\w]-)(?P<year>{YEAR})\b{NOT_COUNTED}{counted}", _year),
        Rule.of(prefixed, _year),
        Rule.of(rf"\b(?i:the){GAP}(?i:year){GAP}(?P<any>\d{{1,4}})\b(?![.,]\d)", _any_year),
        Rule.of(rf"(?<!\w){THE}(?:{decade})\b", partial(_decade, forms)),
        Rule.of(r"(?:(?<=0s\sand\s)|(?<=0s\sor\s))['’]?(?P<tens>[2-9])0s\b", _next_decade),
        Rule.of(rf"\b{THE}{century}", partial(_century, forms)),
    )


def _month(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words = forms.words
    name = match["month"].rstrip(".")
    groups = match.groupdict()
    pointer, away = word(match, "pointer"), word(match, "away")
    year = number(match, "year")
    if name in words.homonyms and not (year or away or pointer) and not _is_month(forms, match):
        return ()
    if not year and name not in words.whole_months and not match["month"].endswith("."):
        return ()  # "Jan" alone is a name, "MAR" an acronym
    direction = {**words.pointers, **words.narrated}.get(pointer, 0)
    direction = direction or pointed(match.string, match.start(), words)
    meaning = Calendar(
        year=year,
        month=forms.month_of(match["month"]),
        direction=direction,
        is_stepped=pointer in words.pointers and direction != 0,
        is_pointed=pointer in words.pointers,
        is_narrated=pointer in words.narrated,
        years_away=words.pointers.get(away) if groups.get("away") else None,
    )
    end = match.end("month") if not (year or away) else match.end()
    return (Found(Span(match.start(), end), meaning),)


def _is_month(forms: Forms, match: re.Match[str]) -> bool:
    """Tell the month from the modal verb, the march and the name by the word before it."""
    words = forms.words
    before = match.string[max(0, match.start() - BESIDE) : match.start()].split()
    after = match.string[match.end() : match.end() + BESIDE].split()
    if not before or before[-1].strip("(-").lower() not in words.before_homonyms:
        return False
    is_noun = before[-1].lower() == "the" and bool(after) and after[0] in words.not_after_homonyms
    return not is_noun


def _years(match: re.Match[str]) -> tuple[Found, ...]:
    first, tail = int(match["year"]), match["tail"]
    second = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if second <= first:
        return one(match, None)
    return (
        Found(Span(*match.span("year")), Calendar(year=first)),
        Found(Span(*match.span("tail")), Calendar(year=second)),
    )


def _year(match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Calendar(year=number(match, "year") or number(match, "other")))


def _any_year(match: re.Match[str]) -> tuple[Found, ...]:
    year = int(match["any"])
    return one(match, Calendar(year=year) if year else Impossible("there is no year 0"))


def _decade(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    if match["decade"]:
        return one(match, Prefix(match["decade"]))
    tens = match["short"] or forms.words.decades[word(match, "name")]
    return one(match, Prefix(f"19{tens}"))


def _next_decade(match: re.Match[str]) -> tuple[Found, ...]:
    """Read the second of "the 1960s and 70s"."""
    return one(match, Prefix(f"19{match['tens']}"))


def _century(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    place = forms.ordinal_of(match["ordinal"])
    if match["before"] or not place:
        return ()
    is_noun = match.string[match.end("ordinal")] != "-"  # "the 20th-century border": the border's
    start = match.start() if is_noun else match.start("ordinal")
    return (Found(Span(start, match.end()), Prefix(f"{place - 1:02}")),)

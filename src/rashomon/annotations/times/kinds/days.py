"""Days of a month: "Sunday, December 10, 2023", "the 17th of October", "4-6 May"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from rashomon.annotations.times.meaning import Calendar, Found
from rashomon.annotations.times.rule import ANY_DAY, DASH, GAP, YEAR, Forms, Rule, number, word
from rashomon.annotations.times.tense import pointed
from rashomon.annotations.times.words import any_of
from rashomon.model import Span

SUFFIX = r"(?:st|nd|rd|th)?"
NO_AMOUNT = r"(?!\s?%|\d|[.,:/]\d)"  # "May 5%", "March 4,000", "May 10:30"
# "March 4 and 5" may go on with what is counted: "March 4 and 5 people died".
NOT_COUNTING = rf"(?={GAP}?(?:[,.;:)\n]|$)|{GAP}(?i:in|at|for|to|with|by|on|when|of)\b)"
TO = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?i:to|through){GAP})"
JOINED = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?i:and|to|through|or){GAP})"


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    weekdays = rf"(?:{any_of((*forms.words.weekdays, *forms.words.short_weekdays))})\.?"
    opening = rf"\b(?:(?P<weekday>{weekdays}),?{GAP})?"
    away = rf"{GAP}(?P<away>(?i:this|last|next)){GAP}(?i:year)\b"
    year = rf"(?:,?{GAP}(?P<year>{YEAR})\b(?!{DASH}?\d)|{away})?"
    article = rf"(?P<article>(?i:the){GAP})?"
    day, month = rf"(?P<day>{ANY_DAY}){SUFFIX}\b", rf"(?P<month>{forms.month})"
    month_day = rf"{opening}{month}{GAP}(?:(?i:the){GAP})?{day}{NO_AMOUNT}"
    day_month = rf"{opening}{article}{day}{GAP}(?P<of>(?i:of){GAP})?{month}"
    tail = (
        rf"(?:{TO}(?P<tail>{ANY_DAY}){SUFFIX}\b|{GAP}(?i:and|or){GAP}(?P<other>{ANY_DAY}){SUFFIX}\b"
        rf"{NOT_COUNTING}){NO_AMOUNT}(?!{GAP}{forms.month})"
    )
    head = rf"\b{article}(?P<head>{ANY_DAY}){SUFFIX}{JOINED}"
    read = partial(_day, forms)
    return (
        Rule(re.compile(month_day + tail + year), partial(_with_tail, forms)),
        Rule(re.compile(month_day + year), read),
        Rule(
            re.compile(head + rf"{day}{GAP}(?P<of>(?i:of){GAP})?{month}{year}"),
            partial(_with_head, forms),
        ),
        Rule(re.compile(day_month + year), read),
    )


def _calendar(forms: Forms, match: re.Match[str]) -> Calendar:
    weekday = (match.groupdict().get("weekday") or "").rstrip(".")
    names = {**forms.words.short_weekdays, **forms.words.weekdays}
    month, day, year = forms.month_of(match["month"]), number(match, "day"), number(match, "year")
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=names.get(weekday),
        direction=pointed(match.string, match.start(), forms.words),
        years_away=forms.words.pointers.get(word(match, "away")),
        named_year=None if year else _named_year(forms, match, (month, day or 0)),
    )


def _named_year(forms: Forms, match: re.Match[str], day: tuple[int, int]) -> int | None:
    """Return the year of a day that what follows makes known: "the Sept. 11 attacks"."""
    year, before = forms.words.known_days.get(day, (None, None))
    return year if before and before.match(match.string, match.end()) else None


def _day(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    return (Found(Span(_start(match, "day"), match.end()), _calendar(forms, match)),)


def _start(match: re.Match[str], group: str) -> int:
    """Return where the words begin: "the" of "the 8 May deadline" belongs to the deadline."""
    has_article = match.groupdict().get("article") is not None
    is_ordinal = _suffix(match, group) or match.groupdict().get("of")
    return match.start(group) if has_article and not is_ordinal else match.start()


def _with_tail(forms: Forms, match: re.Match[str]) -> Iterable[Found]:
    """Read "March 4-6": the second day shares the month, the first the year."""
    first = _calendar(forms, match)
    group = "tail" if match["tail"] else "other"
    second = replace(first, day=int(match[group]), weekday=None)
    return (
        Found(Span(match.start(), match.end("day") + _suffix(match, "day")), first),
        Found(Span(match.start(group), match.end()), second),
    )


def _suffix(match: re.Match[str], group: str) -> int:
    """Return how long "th" after a number is."""
    after = match.string[match.end(group) : match.end(group) + 2]
    return 2 if after in {"st", "nd", "rd", "th"} else 0


def _with_head(forms: Forms, match: re.Match[str]) -> Iterable[Found]:
    """Read "4-6 March": the first day shares month and year."""
    second = _calendar(forms, match)
    first = replace(second, day=int(match["head"]))
    return (
        Found(Span(_start(match, "head"), match.end("head") + _suffix(match, "head")), first),
        Found(Span(match.start("day"), match.end()), second),
    )

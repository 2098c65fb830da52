"""Weekdays: "on Monday", "last Tuesday", "Friday morning", "Tuesday of next week"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Calendar, Clock, Found
from rashomon.annotations.times.rule import GAP, THE, Forms, Rule, one, word
from rashomon.annotations.times.words import any_of


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    firsts = {name.split()[0] for name in words.holidays if name.split()[-1] in words.weekdays}
    no_holiday = "".join(rf"(?<!\b{re.escape(first)}\s)" for first in sorted(firsts))
    pointed = rf"{THE}(?P<pointer>(?i:{any_of(words.pointers)})){GAP}"
    # "Following Monday's debate" is no "the following Monday".
    narrated = rf"(?:(?i:the){GAP}|(?=(?i:that)))(?P<narrated>(?i:{any_of(words.narrated)})){GAP}"
    no_paper = rf"(?!{GAP}(?:{any_of(words.no_weekdays)})\b)"
    part = rf"(?:{GAP}(?P<part>{forms.part_of_day})\b)?"
    pattern = (
        rf"{no_holiday}\b(?:{pointed}|{narrated})?(?P<weekday>{forms.weekday})\b{no_paper}{part}"
    )
    return (Rule.of(pattern, partial(_weekday, forms)),)


def _weekday(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words = forms.words
    pointer = word(match, "pointer") or word(match, "narrated")
    direction = {**words.pointers, **words.narrated}.get(pointer, 0)
    day = Calendar(
        weekday=words.weekdays[match["weekday"]],
        direction=direction,
        is_stepped=pointer in words.pointers and direction != 0,
        is_pointed=pointer in words.pointers,
        is_narrated=pointer in words.narrated,
    )
    part = words.parts_of_day.get(word(match, "part"))
    return one(match, Clock(part=part, day=day) if part else day)

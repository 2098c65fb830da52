"""Weekdays: "on Monday", "last Tuesday", "Friday morning", "Tuesday of next week"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Calendar, Clock, Found
from rashomon.annotations.times.rule import GAP, Forms, Rule, one, word
from rashomon.annotations.times.words import any_of


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    pointer = any_of((*words.pointers, *words.narrated))
    firsts = {name.split()[0] for name in words.holidays if name.split()[-1] in words.weekdays}
    no_holiday = "".join(rf"(?<!\b{re.escape(first)}\s)" for first in sorted(firsts))
    pattern = (
        rf"{no_holiday}\b(?:(?:(?i:the){GAP})?(?P<pointer>(?i:{pointer})){GAP})?(?P<weekday>{forms.weekday})\b"
        rf"(?:{GAP}(?P<part>{forms.part_of_day})\b)?"
    )
    return (Rule(re.compile(pattern), partial(_weekday, forms)),)


def _weekday(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words = forms.words
    pointer = word(match, "pointer")
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

"""Dates: one point, two days."""

from collections.abc import Iterator
from datetime import date

from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation

MAX_DAYS_OF_TIME_ZONES = 1  # a call on the evening of one day is one on the morning of the next


def _days(utterance: Utterance) -> Iterator[tuple[date, str]]:
    for entry in utterance.entries:
        text, content = entry.reading.document.text, entry.claim.content
        for time in entry.reading.annotations.times:
            is_said = any(span.contains(time.span) for span in content.spans)
            if is_said and time.day:
                yield time.day, text[time.span.start : time.span.end]


def compare_dates(first: Utterance, second: Utterance) -> Finding | None:
    """Find a day on which two sides do not meet, where each of them names just one."""
    mine, theirs = dict(_days(first)), dict(_days(second))
    if len(mine) != 1 or len(theirs) != 1:
        return None
    (day, words), (other_day, other_words) = *mine.items(), *theirs.items()
    if abs((day - other_day).days) <= MAX_DAYS_OF_TIME_ZONES:
        return None
    reason = f"the dates differ: {first.side} “{words}”, {second.side} “{other_words}”"
    return Finding(Relation.DIFFER, reason, 0.6)

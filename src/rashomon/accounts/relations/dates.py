"""Dates: one point, two days.

Two days contradict each other where all else is the same; of two things, they only differ.
"""

from collections.abc import Iterator
from datetime import date

from rashomon.accounts.lexicon import load_lexicon
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation

MIN_SAME = 0.8  # of the words of both, besides the date: then one thing is given two days
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
    is_one_thing = _is_whole_day(words) and _is_whole_day(other_words) and _say_one(first, second)
    return Finding(Relation.CONTRADICT if is_one_thing else Relation.DIFFER, reason, 0.6)


def _is_whole_day(words: str) -> bool:
    """Tell whether a day is told by its number, and not reckoned from another."""
    return any(character.isdigit() for character in words)


def _say_one(first: Utterance, second: Utterance) -> bool:
    """Tell whether all that two sides say besides the date is the same."""
    loose = load_lexicon().loose
    mine, theirs = (
        {term for term in each.weights if term not in loose and not term[0].isdigit()}
        for each in (first, second)
    )
    return bool(mine) and len(mine & theirs) >= MIN_SAME * len(mine | theirs)

"""Whether documents seem to be about one event: who took part, and when.

Warnings must be rare to be read. What is taken for a text's event may be another one that it
mentions, so a text is only a stranger when it hardly names those who took part in the first one's
event, or when the days lie apart by the texts' own dates as well.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.model import Basis, Event, Participant, Reading

MAX_DAYS = 2  # that two accounts of one contact may lie apart: time zones, an evening
MAX_AHEAD = 31  # that a text may be older than its event: announcements
MIN_NAMED = 0.5  # of those who took part in the first text's event, that another text names
SURE = frozenset({Basis.STATED, Basis.RELATIVE_TO_PUBLICATION})


def mismatches(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield warnings on documents that do not fit together, or not with their own date.

    Args:
        readings: Of one story, as it is thought. A document without an event is passed over.
    """
    told = [(reading, event) for reading in readings if (event := _main(reading))]
    for reading, event in told[1:]:
        first, other = told[0]
        apart = [*_other_people(other, event, reading), *_other_day(told[0], (reading, event))]
        if apart:
            names = f"{first.document.id} and {reading.document.id}"
            yield f"{names} may be about different events: {'; '.join(apart)}"
    for reading, event in told:
        published, day = _as_day(reading.document.published), _day(event)
        if published and day and (day - published).days > MAX_AHEAD:
            name = reading.document.id
            yield f"{name} was published on {published}, long before the event of {day}"


def _main(reading: Reading) -> Event | None:
    return next((event for event in reading.events if event.is_main), None)


def _other_people(first: Event, second: Event, reading: Reading) -> Iterator[str]:
    """Yield what does not match when nobody took part in both, and the text hardly names any."""
    text = reading.document.text
    mine = [_names(each) for each in first.participants]
    theirs = {name for each in second.participants for name in _names(each)}
    n_named = sum(any(name in text for name in names) for names in mine)
    are_strangers = theirs and all(theirs.isdisjoint(names) for names in mine)
    if mine and are_strangers and n_named < MIN_NAMED * len(mine):
        yield f"participants ({_listed(first)} / {_listed(second)})"


def _names(participant: Participant) -> set[str]:
    """Return the family name and the side: one text may name the person, another the state."""
    return {participant.actor.split()[-1], participant.side or participant.actor}


def _listed(event: Event) -> str:
    return ", ".join(each.actor for each in event.participants)


def _other_day(first: tuple[Reading, Event], second: tuple[Reading, Event]) -> Iterator[str]:
    mine, theirs = _day(first[1]), _day(second[1])
    published = [_as_day(reading.document.published) for reading, _ in (first, second)]
    if mine and theirs and _are_apart(mine, theirs) and _are_apart(*published):
        yield f"dates ({mine} / {theirs})"


def _are_apart(first: date | None, second: date | None) -> bool:
    """Tell whether two days lie apart; where one is not known, they may."""
    return first is None or second is None or abs((first - second).days) > MAX_DAYS


def _day(event: Event) -> date | None:
    return _as_day(event.date) if event.basis in SURE else None


def _as_day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:  # a month or a year
        return None

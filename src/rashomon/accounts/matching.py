"""Whether documents seem to be about one event: who took part, and when."""

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.model import Basis, Event, Reading

MAX_DAYS = 1  # that two dates of one contact may lie apart: time zones
SURE = frozenset({Basis.STATED, Basis.RELATIVE_TO_PUBLICATION})


def mismatches(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield warnings on documents that do not fit together, or not with their own date.

    Args:
        readings: Of one story, as it is thought. A document without an event is passed over.
    """
    told = [(reading, event) for reading in readings if (event := _main(reading))]
    for reading, event in told[1:]:
        first, other = told[0]
        apart = [*_other_people(other, event), *_other_day(other, event)]
        if apart:
            names = f"{first.document.id} and {reading.document.id}"
            yield f"{names} may be about different events: {'; '.join(apart)}"
    for reading, event in told:
        published, day = reading.document.published, _day(event)
        if published and day and published < day.isoformat():
            name = reading.document.id
            yield f"{name} was published on {published}, before the event of {day.isoformat()}"


def _main(reading: Reading) -> Event | None:
    return next((event for event in reading.events if event.is_main), None)


def _other_people(first: Event, second: Event) -> Iterator[str]:
    """Yield what does not match when hardly anybody took part in both."""
    mine, theirs = _names(first), _names(second)
    sides = _sides(first), _sides(second)
    is_other_pair = min(map(len, sides)) > 1 and len(sides[0] & sides[1]) <= 1
    are_strangers = mine and theirs and not mine & theirs
    if is_other_pair or are_strangers:
        yield f"participants ({_listed(first)} / {_listed(second)})"


def _sides(event: Event) -> set[str]:
    return {each.side for each in event.participants if each.side}


def _names(event: Event) -> set[str]:
    """Return family names and sides: one text may name the person, another the state."""
    return _sides(event) | {each.actor.split()[-1] for each in event.participants}


def _listed(event: Event) -> str:
    return ", ".join(each.actor for each in event.participants)


def _other_day(first: Event, second: Event) -> Iterator[str]:
    mine, theirs = _day(first), _day(second)
    if mine and theirs and abs((mine - theirs).days) > MAX_DAYS:
        yield f"dates ({mine.isoformat()} / {theirs.isoformat()})"


def _day(event: Event) -> date | None:
    if event.date is None or event.basis not in SURE:
        return None
    try:
        return date.fromisoformat(event.date)
    except ValueError:  # a month or a year
        return None

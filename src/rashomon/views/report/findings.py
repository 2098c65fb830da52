"""What a report tells of one document beside the matrix: events, who said what, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import CaptionPerson, Event, Polarity, Reading, Zone
from rashomon.views.report.quotes import Citation, QuoteBook
from rashomon.views.saying import Saying, sayings_by_side
from rashomon.views.wording import date_words, event_words, one_line


@dataclass(frozen=True, slots=True)
class EventView:
    """A call or meeting, and the words for it."""

    name: str
    words: str
    date: str
    quotes: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SayingView:
    """Who said something, how it is put, and the words."""

    who: str
    cue: str
    polarity: str | None  # None: the source puts it forward
    reason: str  # why this actor and this side
    quotes: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document."""

    note: str | None  # why nothing could be found
    events: tuple[EventView, ...]
    sides: tuple[tuple[str, tuple[SayingView, ...]], ...]
    people: tuple[str, ...]


def findings_of(reading: Reading, book: QuoteBook) -> Findings:
    """Lay out what was found in a document."""
    return Findings(
        note=_note(reading),
        events=tuple(_event(event, book) for event in reading.events),
        sides=tuple(_sides(reading, book)),
        people=tuple(_person(person) for person in reading.document.people_in_caption),
    )


def capitalised(words: str) -> str:
    """Begin a heading with a capital letter."""
    return words[:1].upper() + words[1:]


def _note(reading: Reading) -> str | None:
    document = reading.document
    if not reading.is_read:
        return f"The language of this text ({one_line(document.language)}) is not read."
    if not document.spans_of(Zone.BODY):
        return "No article found in this page: only headings, links or furniture."
    return None


def _event(event: Event, book: QuoteBook) -> EventView:
    return EventView(
        name="Event" if event.is_main else "Other contact",
        words=capitalised(one_line(event_words(event))),
        date=one_line(date_words(event)),
        quotes=book.cite_anchor(event.document_id, event.words),
    )


def _sides(reading: Reading, book: QuoteBook) -> Iterator[tuple[str, tuple[SayingView, ...]]]:
    for side, sayings in sayings_by_side(reading):
        yield one_line(side), tuple(_saying(each, book) for each in sayings)


def _saying(saying: Saying, book: QuoteBook) -> SayingView:
    attribution, claim = saying.attribution, saying.claim
    return SayingView(
        who=saying.who,
        cue=one_line(attribution.cue.words),
        polarity=None if claim.polarity is Polarity.POSITIVE else str(claim.polarity),
        reason=one_line(claim.reason),
        quotes=book.cite_anchor(attribution.document_id, attribution.content),
    )


def _person(person: CaptionPerson) -> str:
    role = f"{person.role} " if person.role else ""
    place = f", {person.position}" if person.position else ""
    return one_line(f"{role}{person.name}{place}")

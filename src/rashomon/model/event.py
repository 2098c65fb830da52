"""An event: what is reported to have happened, when, and who took part."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.annotation import Basis
from rashomon.model.ids import AttributionId, DocumentId, EventId
from rashomon.model.spans import Anchor


class EventType(StrEnum):
    """PLOVER event types in use: Halterman et al. 2023, "PLOVER and POLECAT"."""

    CONSULT = "CONSULT"


class Channel(StrEnum):
    """How the participants of a communicative event reached each other."""

    TELEPHONE = "telephone"
    VIDEO = "video"
    IN_PERSON = "in person"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who took part, and for which side."""

    actor: str  # the actor's name
    side: str | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A call or meeting that a document reports, with the words for it."""

    id: EventId
    document_id: DocumentId
    type: EventType
    channel: Channel | None
    participants: tuple[Participant, ...]
    initiator: str | None
    date: str | None  # ISO 8601: a day, a month, a year; None when it cannot be known
    basis: Basis
    alternatives: tuple[str, ...]
    reason: str  # why this date, or why none
    duration_minutes: int | None
    words: Anchor
    is_main: bool  # the event that the document is about
    attributions: tuple[AttributionId, ...] = ()  # what was said in it, when it is not the main one

"""The immutable records that the stages pass on. Standard library only, no input or output."""

from rashomon.model.account import (
    Account,
    Cell,
    CellStatus,
    Comparison,
    Heading,
    Link,
    Neither,
    Quote,
    Relation,
    Row,
    Step,
    Trace,
)
from rashomon.model.actor import Actor, ActorKind
from rashomon.model.agreement import Agreement, Figure
from rashomon.model.annotation import (
    Annotations,
    Basis,
    Mention,
    MentionType,
    Modifier,
    Sentence,
    TimeExpression,
    TimeType,
    Tokens,
)
from rashomon.model.attribution import Attribution, Force, Polarity, Quotation
from rashomon.model.claim import Act, Claim
from rashomon.model.document import (
    OWN_STORY,
    CaptionPerson,
    Document,
    Field,
    Kind,
    Metadatum,
    Origin,
    Place,
    Zone,
    ZoneSpan,
)
from rashomon.model.event import Channel, Event, EventType, Participant
from rashomon.model.ids import (
    ActorId,
    AttributionId,
    ClaimId,
    DocumentId,
    EventId,
    content_hash,
)
from rashomon.model.page import Page, PageForm
from rashomon.model.reading import Reading
from rashomon.model.rejection import Rejection
from rashomon.model.spans import Anchor, Span
from rashomon.model.tree import Tree

__all__ = [
    "OWN_STORY",
    "Account",
    "Act",
    "Actor",
    "ActorId",
    "ActorKind",
    "Agreement",
    "Anchor",
    "Annotations",
    "Attribution",
    "AttributionId",
    "Basis",
    "CaptionPerson",
    "Cell",
    "CellStatus",
    "Channel",
    "Claim",
    "ClaimId",
    "Comparison",
    "Document",
    "DocumentId",
    "Event",
    "EventId",
    "EventType",
    "Field",
    "Figure",
    "Force",
    "Heading",
    "Kind",
    "Link",
    "Mention",
    "MentionType",
    "Metadatum",
    "Modifier",
    "Neither",
    "Origin",
    "Page",
    "PageForm",
    "Participant",
    "Place",
    "Polarity",
    "Quotation",
    "Quote",
    "Reading",
    "Rejection",
    "Relation",
    "Row",
    "Sentence",
    "Span",
    "Step",
    "TimeExpression",
    "TimeType",
    "Tokens",
    "Trace",
    "Tree",
    "Zone",
    "ZoneSpan",
    "content_hash",
]

"""An attribution: who is said to have said what, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rashomon.model.ids import AttributionId, DocumentId, content_hash

if TYPE_CHECKING:
    from rashomon.model.document import Document
    from rashomon.model.spans import Anchor


class Quotation(StrEnum):
    """How a content is reported: Pareti et al. 2013."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Force(StrEnum):
    """What the source does in saying it: Searle's classes, cut as PLOVER's verbal events are.

    Assertives, directives, commissives, expressives, and two ways of not saying something.
    """

    SAYS = "says"  # states, admits, thinks, expects; also what no other force fits
    DENIES = "denies"  # says that it is not so, or doubts it
    ASKS = "asks"  # wants to know
    DEMANDS = "demands"  # wants another to act: calls, urges, orders, proposes
    PROMISES = "promises"  # binds itself: pledges, offers, plans, is ready to
    THREATENS = "threatens"  # announces harm as a consequence
    AGREES = "agrees"  # accepts, supports, endorses
    REFUSES = "refuses"  # rejects a proposal or demand, will not, opposes
    PRAISES = "praises"  # thanks, congratulates, welcomes
    BLAMES = "blames"  # criticises, accuses, condemns, protests
    REGRETS = "regrets"  # apologises, mourns, is worried or dissatisfied
    WISHES = "wishes"  # hopes, wants, looks forward to
    SILENT = "silent"  # is reported not to have mentioned it
    WITHHELD = "withheld"  # is reported not to have said it in full


class Polarity(StrEnum):
    """Whether the source is said to have put the content forward; read off the force."""

    POSITIVE = "positive"
    NEGATIVE = "negative"  # denies or refuses it
    SILENT = "silent"  # is reported not to have mentioned it
    WITHHELD = "withheld"  # is reported not to have said it in full


POLARITIES = {
    Force.DENIES: Polarity.NEGATIVE,
    Force.REFUSES: Polarity.NEGATIVE,
    Force.SILENT: Polarity.SILENT,
    Force.WITHHELD: Polarity.WITHHELD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A source, a cue and a content, in the sense of PARC 3 and PolNeAR."""

    id: AttributionId
    document_id: DocumentId
    source: Anchor | None  # None when the text names nobody ("it was reported that")
    cue: Anchor
    content: Anchor
    quotation: Quotation
    force: Force
    confidence: float  # in [0, 1]
    parent: AttributionId | None = None  # the attribution that this one is nested in

    @property
    def polarity(self) -> Polarity:
        """Whether the source puts the content forward, as its force tells."""
        return POLARITIES.get(self.force, Polarity.POSITIVE)

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        source: Anchor | None,
        cue: Anchor,
        content: Anchor,
        quotation: Quotation,
        force: Force = Force.SAYS,
        confidence: float,
        parent: AttributionId | None = None,
    ) -> Attribution:
        """Make an attribution whose id says what is attributed where, in which version."""
        spans = [anchor.spans if anchor else () for anchor in (source, cue, content)]
        name = content_hash(
            "attribution",
            document.id,
            document.sha256,
            *spans,
            POLARITIES.get(force, Polarity.POSITIVE),
        )
        return cls(
            id=AttributionId(name),
            document_id=document.id,
            source=source,
            cue=cue,
            content=content,
            quotation=quotation,
            force=force,
            confidence=confidence,
            parent=parent,
        )

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


class Polarity(StrEnum):
    """Whether the source is said to have put the content forward."""

    POSITIVE = "positive"
    NEGATIVE = "negative"  # denies it
    SILENT = "silent"  # is reported not to have mentioned it
    WITHHELD = "withheld"  # is reported not to have said it in full


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A source, a cue and a content, in the sense of PARC 3 and PolNeAR."""

    id: AttributionId
    document_id: DocumentId
    source: Anchor | None  # None when the text names nobody ("it was reported that")
    cue: Anchor
    content: Anchor
    quotation: Quotation
    polarity: Polarity
    confidence: float  # in [0, 1]
    parent: AttributionId | None = None  # the attribution that this one is nested in

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        source: Anchor | None,
        cue: Anchor,
        content: Anchor,
        quotation: Quotation,
        polarity: Polarity = Polarity.POSITIVE,
        confidence: float,
        parent: AttributionId | None = None,
    ) -> Attribution:
        """Make an attribution whose id says what is attributed where, in which version."""
        spans = [anchor.spans if anchor else () for anchor in (source, cue, content)]
        name = content_hash("attribution", document.id, document.sha256, *spans, polarity)
        return cls(
            id=AttributionId(name),
            document_id=document.id,
            source=source,
            cue=cue,
            content=content,
            quotation=quotation,
            polarity=polarity,
            confidence=confidence,
            parent=parent,
        )

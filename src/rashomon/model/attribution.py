"""An attribution: who is said to have said what, in which words."""

from __future__ import annotations

import re
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
    """Whether the source is said to have put the content forward."""

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
# A cue that only says: "said it had not fired" denies in what is said, and that is put forward.
SAYING = re.compile(
    r"(?:(?:\w+ly|also|ha[sd]|have|is|was|were|been|later|then|further|again)\s+)*"
    r"(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed|ing)?|announc(?:es?|ed|ing)"
    r"|answer(?:s|ed|ing)?|argu(?:es?|ed|ing)|assert(?:s|ed|ing)?|believ(?:es?|ed|ing)"
    r"|claim(?:s|ed|ing)?|declar(?:es?|ed|ing)|emphasi[sz](?:es?|ed|ing)|explain(?:s|ed|ing)?"
    r"|insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?|not(?:es?|ed|ing)|remark(?:s|ed|ing)?"
    r"|repl(?:y|ies|ied|ying)|report(?:s|ed|ing)?|stat(?:es?|ed|ing)|stress(?:es|ed|ing)?"
    r"|think(?:s|ing)?|thought|tweet(?:s|ed|ing)?|warn(?:s|ed|ing)?|writ(?:es?|ing|ten)|wrote)\b",
    re.IGNORECASE,
)
DENYING = re.compile(
    r"n['’]t\b|\b(?:cannot|not?|never|nor|neither|nothing|little|without|short|unable|unwilling"
    r"|(?:avoid|declin|fail|oppos|refrain|refus|reject)\w*)\b",
    re.IGNORECASE,
)


def polarity_of(force: Force, cue: str) -> Polarity:
    """Tell whether a content is put forward, from the force and the words of the cue."""
    found = POLARITIES.get(force, Polarity.POSITIVE)
    is_plain = SAYING.match(cue) and not DENYING.search(cue)
    return Polarity.POSITIVE if found is Polarity.NEGATIVE and is_plain else found


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
        """Whether the source puts the content forward, as force and cue tell."""
        return polarity_of(self.force, self.cue.words)

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
            polarity_of(force, cue.words),
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

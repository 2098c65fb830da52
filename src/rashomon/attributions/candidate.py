"""A candidate: one link of source, cue and content, still in token numbers."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.attributions.ranges import Range
from rashomon.model import Polarity


class Construction(StrEnum):
    """The wording that makes the link; confidence is measured for each."""

    CLAUSE = "clause"  # said that …
    PARENTHETICAL = "parenthetical"  # …, he said, …; as he put it
    QUOTE = "quote"  # "…", she said
    COLON = "colon"  # Velmora: "…"
    INFINITIVE = "infinitive"  # vowed to …, urged them to …
    OBJECT = "object"  # condemned …
    LIGHT = "light"  # expressed readiness to …
    NAMING = "naming"  # termed it as …
    PREPOSITION = "preposition"  # called for …
    PASSIVE = "passive"  # was criticised by …
    ACCORDING = "according"  # according to …
    NOUN = "noun"  # their claim that …
    SILENCE = "silence"  # did not mention …


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A link found by a rule.

    Attributes:
        head: Token number of the cue's main word.
        source: The tokens that name the source, or None.
        cue: The tokens of the cue.
        contents: The pieces of the content, disjoint, in reading order; empty where a quotation
            is still to be found for it.
        construction: The rule.
        polarity: Whether the source puts the content forward.
    """

    head: int
    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    construction: Construction
    polarity: Polarity = Polarity.POSITIVE

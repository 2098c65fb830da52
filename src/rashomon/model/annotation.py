"""Layers over a document's text: sentences, tokens, mentions, time expressions."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.ids import DocumentId
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Tokens as columns: entry i of each is about the i-th token, in reading order."""

    starts: tuple[int, ...]  # offsets into the document's text, in code points
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]  # Universal Dependencies parts of speech
    tags: tuple[str, ...]  # Penn Treebank tags
    relations: tuple[str, ...]  # to the head, in spaCy's ClearNLP labels: nsubj, ccomp, …
    heads: tuple[int, ...]  # index of the head; a root is its own head

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, as the half-open range of its tokens."""

    first: int
    stop: int


class MentionType(StrEnum):
    """What a mention refers to."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    GROUP = "group"  # nationalities, religions, parties


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names somebody or some place."""

    span: Span
    type: MentionType


class TimeType(StrEnum):
    """TIMEX3 types in use: TimeML, Pustejovsky et al. 2003."""

    DATE = "DATE"
    DURATION = "DURATION"


class Basis(StrEnum):
    """What the value of a date rests on."""

    STATED = "stated"
    RELATIVE_TO_PUBLICATION = "relative to publication"
    RELATIVE_TO_FETCH = "relative to fetch"
    RELATIVE_TO_EVENT = "relative to another event"
    INFERRED_FROM_WEEKDAY = "inferred from weekday"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time, and what they can mean."""

    span: Span
    type: TimeType
    value: str | None  # TIMEX3 value: "2023-12-10", "2022-03", "2023", "PT50M"; None: not known
    basis: Basis
    alternatives: tuple[str, ...] = ()  # other values the text allows
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All layers of one document. Teasers and furniture have none: they are other texts."""

    document_id: DocumentId
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...] = ()

"""Layers over a document's text: sentences, tokens, mentions, time expressions."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rashomon.model.ids import DocumentId
from rashomon.model.spans import Span

CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)")  # at the head of a TIMEX3 value
LENGTH_OF_DAY = len("2023-12-10")
HOURS = re.compile(r"PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?")


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
    """The types of TIMEX3: TimeML, Pustejovsky et al. 2003."""

    DATE = "DATE"  # a day or anything longer that the calendar names
    TIME = "TIME"  # a time of day
    DURATION = "DURATION"
    SET = "SET"  # times that come again


class Modifier(StrEnum):
    """What words add to a value: TIMEX3's `mod`."""

    START = "START"  # "early March"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"  # "about an hour"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


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
    modifier: Modifier | None = None
    zone: str = ""  # of a time of day: the offset from UTC ("+03:00"), else the words for it
    names_day: bool = False  # the words name one day or a time of it, known or not
    warning: str = ""  # what is wrong with the words: "there is no day 30 in that month"

    @property
    def calendar(self) -> str | None:
        """The day, month or year that the value names; None for weeks, quarters and "now"."""
        if self.type not in (TimeType.DATE, TimeType.TIME) or self.value is None:
            return None
        found = CALENDAR.match(self.value)
        return found[0] if found else None

    @property
    def day(self) -> date | None:
        """The one calendar day that the value lies on."""
        found = self.calendar
        return date.fromisoformat(found) if found and len(found) == LENGTH_OF_DAY else None

    @property
    def minutes(self) -> int | None:
        """How long a duration of hours and minutes is; None for longer and for open ones."""
        found = HOURS.fullmatch(self.value or "") if self.type is TimeType.DURATION else None
        if found is None:
            return None
        hours, minutes = (int(part or 0) for part in found.groups())
        return hours * 60 + minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All layers of one document. Teasers and furniture have none: they are other texts."""

    document_id: DocumentId
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...] = ()

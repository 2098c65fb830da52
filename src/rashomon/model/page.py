"""A page: the bytes of one resource as they came, where they came from, and when."""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from rashomon.model.ids import DocumentId


class PageForm(StrEnum):
    """What the bytes of a page hold."""

    TEXT = "text"  # a page as plain text, with its furniture
    HTML = "html"
    RECORD = "record"  # one JSON object of a JSON Lines file


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes of one resource: the evidence everything else goes back to."""

    id: DocumentId  # the path as given; for a record, the path until its own id is read
    form: PageForm
    content: bytes
    path: str  # for messages
    line: int | None = None  # of a record in its file, counted from 1
    fetched: str | None = None  # ISO 8601 date
    is_fetch_assumed: bool = False  # nobody gave the fetch date: it is the day of this run
    published: str | None = None  # ISO 8601 date, when the caller knows it
    sha256: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Digest the bytes."""
        object.__setattr__(self, "sha256", sha256(self.content).hexdigest())

"""The documents that a comparison quotes, each once and with its words, as citations need them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.model import Comparison, Document, Reading, Span, content_hash
from rashomon.views.addresses import percent_encode, web_address
from rashomon.views.wording import one_line

PLAIN_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")
MAX_KEY = 40  # characters: a key is typed by hand
N_KEY_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Reference:
    """A document and its quoted words, in the order of its text."""

    key: str  # small ASCII letters, digits and hyphens; another for every id
    document: Document
    quotes: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title, or the id of a document that has none."""
        return one_line(self.document.title or self.document.id)

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors that the page names; nobody is taken for one."""
        return tuple(one_line(author) for author in self.document.authors)

    @property
    def publisher(self) -> str | None:
        """Who put the document out."""
        return one_line(self.document.publisher) if self.document.publisher else None

    @property
    def address(self) -> str | None:
        """The address on the web, as a URI writes it."""
        address = web_address(self.document.url)
        return percent_encode(address) if address else None

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.document.published) if self.document.published else None

    @property
    def accessed(self) -> date | None:
        """The day on which the document was fetched; None when nobody gave it."""
        if self.document.is_fetch_assumed or not self.document.fetched:
            return None
        return date.fromisoformat(self.document.fetched)


def references_of(comparison: Comparison, readings: Sequence[Reading]) -> list[Reference]:
    """Collect the quotes of a comparison by document.

    Quotes that overlap, or have no word between them, become one: an ellipsis between them would
    say that words were left out.

    Args:
        comparison: Of the documents.
        readings: The documents, in their order; those that no cell quotes are left out.
    """
    spans: dict[str, list[Span]] = {}
    for row in comparison.rows:
        for quote in (quote for cell in row.cells for quote in cell.quotes):
            spans.setdefault(quote.document_id, []).append(quote.span)
    return [
        Reference(_key(document.id), document, tuple(_quotes(document.text, spans[document.id])))
        for document in (reading.document for reading in readings)
        if document.id in spans
    ]


def _quotes(text: str, spans: Iterable[Span]) -> Iterable[str]:
    first, *others = sorted(spans)
    start, end = first.start, first.end
    for span in others:
        if any(each.isalnum() for each in text[end : span.start]):
            yield one_line(text[start:end])
            start = span.start
        end = max(end, span.end)
    yield one_line(text[start:end])


def _key(name: str) -> str:
    """Return an id that is a key already, or else make a key of it."""
    if PLAIN_KEY.fullmatch(name) and len(name) <= MAX_KEY:
        return name
    plain = NOT_IN_KEYS.sub("-", name.lower())[:MAX_KEY].strip("-") or "text"
    return f"{plain}-{content_hash(name)[:N_KEY_DIGITS]}"

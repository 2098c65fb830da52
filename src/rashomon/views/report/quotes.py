"""The quotes of a report, numbered in the order in which a reader meets them, with citations."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Anchor, Document, DocumentId, Reading, Span
from rashomon.views.wording import document_numbers, one_line

ASSUMED = "assumed: the day of this run"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote with everything that somebody needs to find and check it."""

    number: int
    text: int  # the number of its document
    span: Span
    quote: str
    publisher: str  # or what else tells the document from others
    published: str | None
    language: str
    words: str  # the citation in one line


class QuoteBook:
    """Gives each quote one number and one citation, however often a report shows it."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._documents = {reading.document.id: reading.document for reading in readings}
        self._numbers = document_numbers(readings)
        self._citations: dict[tuple[DocumentId, Span], Citation] = {}

    def cite(self, document_id: DocumentId, span: Span, exact: str) -> Citation:
        """Return the citation of words at a place."""
        key = (document_id, span)
        if key not in self._citations:
            document = self._documents[document_id]
            self._citations[key] = Citation(
                number=len(self._citations) + 1,
                text=self._numbers[document_id],
                span=span,
                quote=one_line(exact),
                publisher=source_name(document),
                published=document.published,
                language=document.language,
                words=_citation_words(document, span, exact),
            )
        return self._citations[key]

    def cite_anchor(self, document_id: DocumentId, anchor: Anchor) -> tuple[Citation, ...]:
        """Return the citations of all pieces of an anchor."""
        pairs = zip(anchor.spans, anchor.exact, strict=True)
        return tuple(self.cite(document_id, span, exact) for span, exact in pairs)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations given so far, by number."""
        return tuple(self._citations.values())

    def citations_of(self, document_id: DocumentId) -> list[Citation]:
        """Return the citations of one document, by number."""
        return [each for (name, _), each in self._citations.items() if name == document_id]

    def text_number(self, document_id: DocumentId) -> int:
        """Return the number of a document in the report."""
        return self._numbers[document_id]

    def speaks(self, document_id: DocumentId, side: str) -> bool:
        """Tell whether a document is known as a side's own text."""
        return self._documents[document_id].side == side

    def publishers_for(self, side: str) -> list[str]:
        """Name those who put out the texts of a side."""
        own = (each for each in self._documents.values() if each.side == side)
        return list(dict.fromkeys(source_name(document) for document in own))


def source_name(document: Document) -> str:
    """Name a document in few words: by its publisher, or else by what there is."""
    return one_line(document.publisher or document.title or document.id)


def fetched_words(document: Document) -> str | None:
    """Word when a document was fetched, and whether anybody knows that."""
    if document.fetched and document.is_fetch_assumed:
        return f"{document.fetched} ({ASSUMED})"
    return document.fetched


def _citation_words(document: Document, span: Span, exact: str) -> str:
    fetched = fetched_words(document)
    parts = [
        ", ".join(document.authors),
        document.publisher,
        f"“{document.title}”" if document.title else None,
        f"published {document.published}" if document.published else "no date of publication",
        document.url or document.id,
        f"accessed {fetched}" if fetched else None,
        f"characters {span.start}–{span.end} of the text",
        f"SHA-256 {document.sha256}",
    ]
    return one_line(f"“{exact}” — {', '.join(part for part in parts if part)}.")

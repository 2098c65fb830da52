"""Pages of our own about invented states, and how to read them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.documents import extract
from rashomon.model import Document, DocumentId, Page, PageForm, Zone

PAGES = Path(__file__).parent / "pages"

Build = Callable[..., Page]
Read = Callable[[str | bytes], Document]
Texts = Callable[[Document, Zone], list[str]]


@pytest.fixture(scope="session")
def call_text() -> str:
    """A caption, a headline, four paragraphs, other stories behind bare bullets."""
    return (PAGES / "call.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def clash_text() -> str:
    """Menus, byline, date, caption, dateline, a list of its own, an advertisement, teasers."""
    return (PAGES / "clash.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def build() -> Build:
    """Build a page as a file would give it."""

    def build_page(content: str | bytes, form: PageForm = PageForm.TEXT) -> Page:
        data = content.encode() if isinstance(content, str) else content
        return Page(id=DocumentId("page.txt"), form=form, content=data, path="page.txt", line=7)

    return build_page


@pytest.fixture(scope="session")
def read(build: Build) -> Read:
    """Extract one page that must not be rejected."""

    def read_one(content: str | bytes) -> Document:
        (document,) = extract([build(content)])
        assert isinstance(document, Document), document
        return document

    return read_one


@pytest.fixture(scope="session")
def call(read: Read, call_text: str) -> Document:
    return read(call_text)


@pytest.fixture(scope="session")
def clash(read: Read, clash_text: str) -> Document:
    return read(clash_text)


@pytest.fixture(scope="session")
def texts() -> Texts:
    """Quote a zone of a document."""

    def quote(document: Document, zone: Zone) -> list[str]:
        return [document.text[span.start : span.end] for span in document.spans_of(zone)]

    return quote

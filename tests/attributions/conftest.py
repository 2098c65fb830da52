"""Invented texts, parsed and read."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from rashomon.annotations import annotate
from rashomon.attributions import attribute
from rashomon.model import Attribution, Document, DocumentId, Kind, Span, Zone, ZoneSpan

Read = Callable[[str], tuple[Attribution, ...]]


def document_of(text: str) -> Document:
    """Make a report whose body is the whole text, a zone a line."""
    zones = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            zones.append(ZoneSpan(Zone.BODY, Span(start, start + len(line.rstrip("\n")))))
        start += len(line)
    return Document(
        id=DocumentId("text"),
        text=text,
        zones=tuple(zones),
        kind=Kind.REPORT,
        kind_reason="",
        sha256=sha256(text.encode()).hexdigest(),
    )


@pytest.fixture(scope="session")
def read() -> Read:
    """Parse a text and read it; spaCy is loaded once."""

    def read_text(text: str) -> tuple[Attribution, ...]:
        document = document_of(text)
        (attributions,) = attribute([document], annotate([document]))
        return attributions

    return read_text

"""Documents of one paragraph, and sentences whose expressions stand in brackets."""

import re
from collections.abc import Callable

import pytest

from rashomon.annotations.times import find_times
from rashomon.model import Document, DocumentId, Kind, Span, TimeExpression, Zone, ZoneSpan

Reader = Callable[..., tuple[TimeExpression, ...]]
BRACKETS = re.compile(r"\[([^\]]+)\]")


def read(
    text: str,
    *,
    published: str | None = None,
    fetched: str | None = None,
    zone: Zone = Zone.BODY,
    language: str = "en",
) -> tuple[TimeExpression, ...]:
    document = Document(
        id=DocumentId("page"),
        text=text,
        zones=(ZoneSpan(zone, Span(0, len(text))),),
        kind=Kind.REPORT,
        kind_reason="",
        sha256="",
        published=published,
        fetched=fetched,
        language=language,
    )
    return find_times(document)


@pytest.fixture(scope="session")
def times() -> Reader:
    """Read the time expressions of a text."""
    return read


@pytest.fixture(scope="session")
def marked() -> Callable[..., tuple[list[tuple[str, str | None]], list[str]]]:
    """Read a text with its expressions in brackets: what was found, and what was marked."""

    def read_marked(
        text: str, *, published: str | None = "2024-05-15"
    ) -> tuple[list[tuple[str, str | None]], list[str]]:
        plain = BRACKETS.sub(r"\1", text)
        found = read(plain, published=published)
        words = [(plain[time.span.start : time.span.end], time.value) for time in found]
        return words, BRACKETS.findall(text)

    return read_marked

from collections.abc import Callable

import pytest

from rashomon.actors import Cast, KnowledgeBase, Resolution, identify, load_knowledge
from rashomon.annotations import annotate
from rashomon.model import Document, DocumentId, Kind, Span, Zone, ZoneSpan

Asker = Callable[[str], Resolution]


def report(
    text: str,
    *,
    first_line: Zone = Zone.BODY,
    published: str | None = None,
    side: str | None = None,
) -> Document:
    zones, start = [], 0
    for line in text.split("\n"):
        zone = first_line if start == 0 else Zone.BODY
        zones.append(ZoneSpan(zone, Span(start, start + len(line))))
        start += len(line) + 1
    return Document(
        id=DocumentId("report"),
        text=text,
        zones=tuple(zones),
        kind=Kind.STATEMENT if side else Kind.REPORT,
        kind_reason="a test",
        sha256="0",
        published=published,
        side=side,
    )


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    return load_knowledge()


@pytest.fixture
def cast_of(knowledge: KnowledgeBase) -> Callable[..., Cast]:
    def build(text: str, base: KnowledgeBase | None = None, **about: object) -> Cast:
        document = report(text, **about)
        return identify(document, annotate([document])[0], base or knowledge)

    return build


@pytest.fixture
def ask(cast_of: Callable[..., Cast]) -> Callable[..., Asker]:
    def about(text: str, base: KnowledgeBase | None = None, **more: object) -> Asker:
        cast = cast_of(text, base, **more)

        def asker(words: str) -> Resolution:
            start = text.rindex(words)
            return cast.actor_of(Span(start, start + len(words)))

        return asker

    return about

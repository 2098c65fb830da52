from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import pytest

from rashomon.actors import identify, load_knowledge
from rashomon.annotations import annotate
from rashomon.claims import resolve
from rashomon.model import (
    Anchor,
    Attribution,
    Claim,
    Document,
    DocumentId,
    Force,
    Kind,
    Polarity,
    Quotation,
    Span,
    Zone,
    ZoneSpan,
)

# A force of each polarity.
FORCES = {
    Polarity.POSITIVE: Force.SAYS,
    Polarity.NEGATIVE: Force.DENIES,
    Polarity.SILENT: Force.SILENT,
    Polarity.WITHHELD: Force.WITHHELD,
}
Said = tuple[str | None, str, str, Polarity]  # source, cue, content, polarity


def document_of(text: str, **fields: str | Kind | None) -> Document:
    zones, start = [], 0
    for line in text.split("\n"):
        zones.append(ZoneSpan(Zone.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    given = {"kind": Kind.REPORT, "kind_reason": "a test", "sha256": "0"} | fields
    return Document(id=DocumentId("d"), text=text, zones=tuple(zones), **given)  # type: ignore[arg-type]


def attributions_of(
    document: Document, said: Sequence[Said], parents: Mapping[int, int]
) -> tuple[Attribution, ...]:
    """Make attributions from words, each found after the one before it."""
    found: list[Attribution] = []
    at = 0
    for number, (source, cue, content, polarity) in enumerate(said):
        anchors = {}
        for name, words in (("source", source), ("cue", cue), ("content", content)):
            start = document.text.find(words, at) if words else -1
            anchors[name] = (
                Anchor.at(document.text, Span(start, start + len(words))) if words else None
            )
        at = anchors["cue"].start
        found.append(
            Attribution.of(
                document,
                **anchors,
                quotation=Quotation.INDIRECT,
                force=FORCES[polarity],
                confidence=1.0,
                parent=found[parents[number]].id if number in parents else None,
            )
        )
    return tuple(found)


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., tuple[tuple[Attribution, ...], tuple[Claim, ...]]]:
    def build(
        text: str,
        said: Sequence[Said],
        parents: Mapping[int, int] = MappingProxyType({}),
        **fields: str | Kind | None,
    ) -> tuple[tuple[Attribution, ...], tuple[Claim, ...]]:
        document = document_of(text, **fields)
        layers = annotate([document])
        attributions = attributions_of(document, said, parents)
        cast = identify(document, layers[0], load_knowledge())
        (claims,) = resolve([document], layers, [attributions], [cast])
        return attributions, claims

    return build

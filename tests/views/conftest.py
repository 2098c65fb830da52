from collections.abc import Callable

import pytest

from rashomon.model import (
    Annotations,
    Cell,
    CellStatus,
    Comparison,
    Document,
    DocumentId,
    Kind,
    Quote,
    Reading,
    Relation,
    Row,
    Span,
    Tokens,
)

EMPTY = Tokens(starts=(), ends=(), words=(), lemmas=(), pos=(), tags=(), relations=(), heads=())


@pytest.fixture
def comparison_of() -> Callable[..., tuple[Comparison, list[Reading]]]:
    """Makes a comparison of one row in which Velmora says something and Arrendia is not found."""

    def build(quote: str, *, topic: str = "the pass") -> tuple[Comparison, list[Reading]]:
        name = DocumentId("page.txt")
        document = Document(
            id=name, text=quote, zones=(), kind=Kind.REPORT, kind_reason="", sha256="0" * 64
        )
        reading = Reading(
            document=document,
            annotations=Annotations(document_id=name, tokens=EMPTY, sentences=(), mentions=()),
            attributions=(),
            claims=(),
            events=(),
            is_read=True,
        )
        row = Row(
            topic=topic,
            relation=Relation.ONLY,
            reason="nothing of Arrendia found in the text searched",
            confidence=0.5,
            notes=(),
            cells=(
                Cell(CellStatus.SAYS, (Quote(name, Span(0, len(quote)), quote),)),
                Cell(CellStatus.NOT_FOUND),
            ),
        )
        comparison = Comparison(
            event=None, sides=("Velmora", "Arrendia"), documents=(name,), rows=(row,)
        )
        return comparison, [reading]

    return build

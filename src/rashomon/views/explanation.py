"""How one row of a comparison came to be, in words."""

from collections.abc import Iterator

from rashomon.model import Comparison, Link, Step
from rashomon.views.wording import cell_words, one_line


def explanation_lines(
    comparison: Comparison, number: int, numbers: dict[str, int]
) -> Iterator[str]:
    """Yield lines that explain a row: its words, what joined them, and what every rule said.

    Args:
        comparison: Of the documents.
        number: The row, from 0.
        numbers: The number of every document in the list of texts.
    """
    row = comparison.rows[number]
    yield f"Point {number + 1}: {one_line(row.topic)}"
    for side, cell in zip(comparison.sides, row.cells, strict=True):
        yield f"  {one_line(side)}: {cell_words(cell, numbers)}"
    yield f"  {row.relation} ({row.confidence:.2f}): {one_line(row.reason)}"
    yield from (f"  note: {one_line(note)}" for note in row.notes)
    yield ""
    yield "How the words came together"
    if not row.trace.links:
        yield "  one piece of text alone"
    for link in row.trace.links:
        yield _link(link)
    if row.trace.nearest:
        yield ""
        yield "The nearest words of another side, which were not near enough"
        yield _link(row.trace.nearest)
    if row.trace.steps:
        yield ""
        yield "What the rules said, in their order"
        yield from map(_step, row.trace.steps)


def _link(link: Link) -> str:
    words = f"“{one_line(link.first.exact)}” – “{one_line(link.second.exact)}”"
    return f"  {words}: {link.reason} ({link.score:.2f})"


def _step(step: Step) -> str:
    said = f"{step.relation}: {one_line(step.reason)}" if step.relation else "nothing"
    return f"  {step.rule} ({' / '.join(step.sides)}): {said}"

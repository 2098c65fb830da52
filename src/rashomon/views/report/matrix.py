"""The matrix of a report: a row a point, a cell a side, every cell with its quotes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Cell, CellStatus, Comparison, Relation, Row
from rashomon.views.report.quotes import Citation, QuoteBook
from rashomon.views.wording import account_words, acts_words, one_line

# Signs without a colour and without a verdict.
GLYPHS = {
    Relation.AGREE: "=",
    Relation.DIFFER: "≈",
    Relation.CONTRADICT: "≠",
    Relation.ONLY: "◐",
    Relation.UNCLEAR: "?",
}
MEANINGS = {
    Relation.AGREE: "nothing incompatible, no change of emphasis that a desk would report",
    Relation.DIFFER: "the same issue, materially different",
    Relation.CONTRADICT: "cannot both be true; the reason names the rule that says so",
    Relation.ONLY: "one side alone",
    Relation.UNCLEAR: "too little to judge",
}
ABSENCES = {
    CellStatus.REPORTED_SILENT: "another text says that this side did not mention it",
    CellStatus.NOT_FOUND: "in the texts searched",
    CellStatus.NO_STATEMENT: "no text of this side that can be read",
}
WIDE = 4  # sides: from here on columns would be crushed, and the table scrolls


@dataclass(frozen=True, slots=True)
class SideView:
    """A side, and who put out the texts that are its own."""

    name: str
    publishers: str


@dataclass(frozen=True, slots=True)
class CellView:
    """What is known of one side on one point."""

    side: str
    status: CellStatus
    absence: str  # what a status without words of the side means
    acts: str  # who is said to do what, where the quotes do not say it
    quotes: tuple[tuple[Citation, bool], ...]  # and whether the words are the side's own text


@dataclass(frozen=True, slots=True)
class RowView:
    """One point."""

    number: int
    heading: str  # over this row and those after it; empty where none begins here
    topic: str
    language: str
    cells: tuple[CellView, ...]
    relation: Relation
    glyph: str
    reason: str
    confidence: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many points have a relation, and what it means."""

    relation: Relation
    glyph: str
    meaning: str
    n_rows: int


@dataclass(frozen=True, slots=True)
class NeitherView:
    """A point that a reference raises and no side does."""

    topic: str
    quotes: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """All points of a comparison."""

    name: str  # unique in the report
    sides: tuple[SideView, ...]
    rows: tuple[RowView, ...]
    tallies: tuple[Tally, ...]
    neither: tuple[NeitherView, ...]
    accounts: tuple[str, ...]  # how long each account is, and in which order
    notes: tuple[str, ...]

    @property
    def width(self) -> str:
        """How much room the sides need: a word for the style sheet."""
        n_sides = len(self.sides)
        return "wide" if n_sides >= WIDE else "medium" if n_sides == WIDE - 1 else "narrow"


def matrix_of(comparison: Comparison, book: QuoteBook, name: str) -> MatrixView:
    """Lay out a comparison; its quotes get their numbers row by row."""
    counts = Counter(row.relation for row in comparison.rows)
    headings = {each.row: one_line(each.words) for each in comparison.headings}
    return MatrixView(
        name=name,
        sides=tuple(
            SideView(one_line(side), ", ".join(book.publishers_for(side)))
            for side in comparison.sides
        ),
        rows=tuple(
            _row(row, number, headings.get(number, ""), comparison.sides, book)
            for number, row in enumerate(comparison.rows)
        ),
        tallies=tuple(
            Tally(relation, GLYPHS[relation], MEANINGS[relation], counts[relation])
            for relation in Relation
        ),
        neither=tuple(
            NeitherView(
                one_line(each.topic),
                tuple(book.cite(q.document_id, q.span, q.exact) for q in each.quotes),
            )
            for each in comparison.neither
        ),
        accounts=tuple(account_words(comparison)),
        notes=tuple(one_line(note) for note in comparison.notes),
    )


def _row(row: Row, number: int, heading: str, sides: Sequence[str], book: QuoteBook) -> RowView:
    cells = tuple(_cell(cell, side, book) for side, cell in zip(sides, row.cells, strict=True))
    return RowView(
        number=number + 1,
        heading=heading,
        topic=one_line(row.topic),
        language=next((quote.language for cell in cells for quote, _ in cell.quotes), "en"),
        cells=cells,
        relation=row.relation,
        glyph=GLYPHS[row.relation],
        reason=one_line(row.reason),
        confidence=f"{row.confidence:.2f}",
        notes=tuple(one_line(note) for note in row.notes),
    )


def _cell(cell: Cell, side: str, book: QuoteBook) -> CellView:
    quotes = (
        (book.cite(each.document_id, each.span, each.exact), book.speaks(each.document_id, side))
        for each in cell.quotes
    )
    return CellView(
        side=one_line(side),
        status=cell.status,
        absence=ABSENCES.get(cell.status, ""),
        acts=acts_words(cell),
        quotes=tuple(quotes),
    )

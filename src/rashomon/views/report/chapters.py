"""The chapters of a report, from records, and their parts in the order in which they stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Comparison, Event, Reading
from rashomon.views.report.findings import Findings, capitalised, findings_of
from rashomon.views.report.matrix import MatrixView, matrix_of
from rashomon.views.report.quotes import QuoteBook
from rashomon.views.report.rendering import render
from rashomon.views.report.texts import TextView, text_of
from rashomon.views.wording import date_words, event_words, one_line


@dataclass(frozen=True, slots=True)
class Chapter:
    """One comparison and the texts it is made of; of one document, also what was found in it."""

    name: str  # unique in the report
    title: str
    lines: tuple[str, ...]  # under the title
    matrix: MatrixView
    findings: Findings | None
    texts: tuple[TextView, ...]


def comparison_html(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """Write a comparison as one file of HTML: the matrix, the citations, the texts.

    Args:
        comparison: Of the documents.
        readings: The documents, in their order.
    """
    book = QuoteBook(readings)
    matrix = matrix_of(comparison, book, "points")
    event = comparison.event
    titles = (reading.document.title for reading in readings if reading.document.title)
    chapter = Chapter(
        name="report",
        title=_event_title(event) if event else one_line(next(titles, "Accounts side by side")),
        lines=(one_line(date_words(event)),) if event else (),
        matrix=matrix,
        findings=None,
        texts=tuple(text_of(reading, book) for reading in readings),
    )
    return _report("Accounts side by side", [chapter], readings, book)


def readings_html(pairs: Sequence[tuple[Reading, Comparison]]) -> str:
    """Write everything that documents tell as one file of HTML, a chapter a document.

    Args:
        pairs: A reading, and the comparison of the sides inside its document.
    """
    readings = [reading for reading, _ in pairs]
    book = QuoteBook(readings)
    chapters = [_chapter(*pair, book) for pair in pairs]
    return _report("Who said what", chapters, readings, book)


def _chapter(reading: Reading, comparison: Comparison, book: QuoteBook) -> Chapter:
    document = reading.document
    number = book.text_number(document.id)
    matrix = matrix_of(comparison, book, f"points-{number}")
    findings = findings_of(reading, book)
    main = next((event for event in reading.events if event.is_main), None)
    return Chapter(
        name=f"chapter-{number}",
        title=one_line(document.title or document.id),
        lines=(f"{_event_title(main)}: {one_line(date_words(main))}",) if main else (),
        matrix=matrix,
        findings=findings,
        texts=(text_of(reading, book),),
    )


def _report(
    kicker: str, chapters: Sequence[Chapter], readings: Sequence[Reading], book: QuoteBook
) -> str:
    title = chapters[0].title if len(chapters) == 1 else f"{len(chapters)} texts read"
    return render(
        kicker=kicker,
        title=title,
        scope=_scope(chapters, readings),
        chapters=chapters,
        citations=book.citations,
    )


def _event_title(event: Event) -> str:
    return capitalised(one_line(event_words(event)))


def _scope(chapters: Sequence[Chapter], readings: Sequence[Reading]) -> str:
    """Word what a report covers, texts that are not read included."""
    sides = {side.name for chapter in chapters for side in chapter.matrix.sides}
    n_rows = sum(len(chapter.matrix.rows) for chapter in chapters)
    counted = [
        _count(len(readings), "text"),
        _count(len(sides), "side"),
        _count(n_rows, "point"),
    ]
    unread = Counter(each.document.language for each in readings if not each.is_read)
    languages = ", ".join(f"{n} in “{one_line(name)}”" for name, n in sorted(unread.items()))
    rest = f" Not read, for their language: {languages}." if unread else ""
    return f"{', '.join(counted)}.{rest}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

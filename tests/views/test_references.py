from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.model import Cell, CellStatus, Comparison, DocumentId, Quote, Reading, Span
from rashomon.views.references import references_of


@pytest.fixture
def quotes_of(comparison_of) -> Callable[..., tuple[str, ...]]:
    """The quotes that one document's reference has, when a cell quotes it at these places."""

    def build(text: str, *spans: tuple[int, int]) -> tuple[str, ...]:
        comparison, readings = comparison_of(text)
        name = readings[0].document.id
        quotes = tuple(Quote(name, Span(a, b), text[a:b]) for a, b in spans)
        row = replace(comparison.rows[0], cells=(Cell(CellStatus.SAYS, quotes),) * 2)
        (reference,) = references_of(replace(comparison, rows=(row,)), readings)
        return reference.quotes

    return build


def test_quotes_stand_once_and_in_the_order_of_the_text(quotes_of) -> None:
    assert quotes_of("one two three", (8, 13), (0, 3)) == ("one", "three")


def test_quotes_that_overlap_are_one(quotes_of) -> None:
    assert quotes_of("one two three", (0, 7), (4, 13), (4, 7)) == ("one two three",)


def test_quotes_with_no_word_between_them_are_one(quotes_of) -> None:
    assert quotes_of("It is closed.\n\nIt stays so.", (0, 12), (15, 26)) == (
        "It is closed. It stays so",
    )


def test_a_document_that_nobody_quotes_is_no_reference(story_of) -> None:
    comparison, readings = story_of()
    kept = {quote.document_id for row in comparison.rows for c in row.cells for quote in c.quotes}
    bare = replace(readings[0], document=replace(readings[0].document, id=DocumentId("bare")))
    found = references_of(comparison, [bare, *readings])
    assert {each.document.id for each in found} == kept


def key_of(name: str, pair: tuple[Comparison, list[Reading]]) -> str:
    comparison, (reading,) = pair
    document = replace(reading.document, id=DocumentId(name))
    quote = replace(comparison.rows[0].cells[0].quotes[0], document_id=document.id)
    row = replace(comparison.rows[0], cells=(Cell(CellStatus.SAYS, (quote,)),))
    (found,) = references_of(
        replace(comparison, rows=(row,)), [replace(reading, document=document)]
    )
    return found.key


def test_an_id_that_is_a_key_stays_and_others_become_different_keys(comparison_of) -> None:
    pair = comparison_of("the pass")
    names = ["arrendia", "a b", "a-b", "A-B", "a/b", "Ä", "Ö", "x" * 90]
    keys = [key_of(name, pair) for name in names]
    assert keys[0] == "arrendia"
    assert len(set(keys)) == len(names)
    assert all(key.isascii() and key.replace("-", "").isalnum() for key in keys)
    assert all(key == key.lower() for key in keys)  # BibTeX takes "A" and "a" for one key


def test_a_day_of_access_that_nobody_gave_is_not_made_up(story_of) -> None:
    comparison, readings = story_of()
    assert all(each.accessed is None for each in references_of(comparison, readings))
    given = [
        replace(each, document=replace(each.document, is_fetch_assumed=False)) for each in readings
    ]
    days = {str(each.accessed) for each in references_of(comparison, given)}
    assert days == {"2025-03-06"}

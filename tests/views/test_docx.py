import io

import docx
import pytest
from docx.document import Document

from rashomon.views.docx import write_comparison_docx

HOSTILE = ("<w:p/>", "]]>&amp;", "\x00\x0b\x1b[31m\x85", "\ud800\uffff", "line\nbreak\tand tab")


def memo_of(comparison, readings) -> Document:
    stream = io.BytesIO()
    write_comparison_docx(comparison, readings, stream)
    return docx.Document(stream)


def table_of(memo: Document) -> list[list[str]]:
    (table,) = memo.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_memo_has_a_heading_the_event_the_notes_and_the_texts_with_their_versions(
    story_of,
) -> None:
    memo = memo_of(*story_of("pass"))
    lines = [(each.style.name, each.text) for each in memo.paragraphs]
    assert lines[0] == ("Heading 1", "Accounts side by side")
    assert lines[1][1].startswith("meeting: Ana pass (Arrendia), 40 minutes; initiated by pass")
    assert ("List Bullet", "a note on pass") in lines
    texts = [words for _, words in lines if words.startswith("[")]
    assert [words[:3] for words in texts] == ["[1]", "[2]"]
    assert all("SHA-256 000000000000" in words for words in texts)


def test_the_table_has_a_column_a_side_and_the_relation_with_its_reason(comparison_of) -> None:
    comparison, readings = comparison_of("the pass is closed")
    assert table_of(memo_of(comparison, readings)) == [
        ["", "Point", "Velmora", "Arrendia", "Relation"],
        [
            "1",
            "the pass",
            "“the pass is closed”\n[1] page.txt",
            "not found",
            "only\nnothing of Arrendia found in the text searched",
        ],
    ]


def test_every_quote_and_status_is_in_its_cell(story_of) -> None:
    sides = ("Arrendia", "Velmora", "Norrland", "Ostmark")
    comparison, readings = story_of("pass", sides=sides)
    memo = memo_of(comparison, readings)
    for row, (_, _, *cells, _) in zip(comparison.rows, table_of(memo)[1:], strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            assert words.startswith("“" if cell.status == "says" else str(cell.status))
            for quote in cell.quotes:
                assert f"“{' '.join(quote.exact.split())}”" in words
    assert memo.sections[0].page_width > memo.sections[0].page_height


@pytest.mark.parametrize("word", HOSTILE)
def test_words_of_a_page_are_text_in_any_case(story_of, word: str) -> None:
    calm, attacked = (memo_of(*story_of(each)) for each in ("pass", word))
    assert len(attacked.paragraphs) == len(calm.paragraphs)
    for one, other in zip(table_of(calm), table_of(attacked), strict=True):
        assert [cell.count("\n") for cell in one] == [cell.count("\n") for cell in other]


def test_no_point_is_said_so(story_of) -> None:
    memo = memo_of(*story_of(n_rows=0))
    assert not memo.tables
    assert "No points to compare." in [each.text for each in memo.paragraphs]

"""More than one text a side, reprints, texts that do not fit together, reference documents."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.accounts import REFERENCE, compare, rows
from rashomon.accounts.alignment import Bond, Group
from rashomon.accounts.entries import enter
from rashomon.accounts.relations import Finding
from rashomon.accounts.rows import Material, part_doubtful
from rashomon.accounts.scorer import load_scorer
from rashomon.accounts.sides import list_sides
from rashomon.accounts.similarity import Index
from rashomon.accounts.wording import word
from rashomon.model import (
    Anchor,
    CellStatus,
    Comparison,
    Polarity,
    Reading,
    Relation,
    Row,
    Span,
    Step,
)

Make = Callable[..., Reading]
POSITIVE = Polarity.POSITIVE

NORDLAND = (
    "President Ada Berg of Nordland spoke with President Ivo Marr of Sudmark for 40 minutes.\n"
    "They discussed the reopening of the Verrin bridge.\n"
    "President Berg condemned the seizure of fishing boats."
)
SUDMARK = (
    "Ivo Marr held a telephone conversation with Ada Berg.\n"
    "The presidents agreed to reopen the Verrin bridge."
)


def row_with(comparison: Comparison, words: str) -> Row:
    (row,) = [
        r for r in comparison.rows if any(words in q.exact for c in r.cells for q in c.quotes)
    ]
    return row


def test_a_reprint_is_searched_once_and_said_to_be_one(statement: Make) -> None:
    first = statement("Nordland", NORDLAND)
    again = statement("Nordland", NORDLAND.replace("\n", "\n\n"), name="agency copy")
    alone, both = compare([first]), compare([first, again])
    assert [row.cells for row in both.rows] == [row.cells for row in alone.rows]
    assert both.documents == ("Nordland", "agency copy")
    assert any("agency copy is a reprint of Nordland" in note for note in both.notes)


def test_one_text_of_two_sides_is_a_joint_text(statement: Make) -> None:
    text = "The presidents agreed to reopen the Verrin bridge.\nThey will meet in Hald in May."
    comparison = compare([statement("Nordland", text), statement("Sudmark", text)])
    assert {row.relation for row in comparison.rows} == {Relation.AGREE}
    assert any("joint text of Nordland and Sudmark" in note for note in comparison.notes)


def test_a_short_text_inside_a_long_one_is_no_reprint(statement: Make) -> None:
    short = statement("Sudmark", "They discussed the reopening of the Verrin bridge.")
    comparison = compare([statement("Nordland", NORDLAND), short])
    assert not any("reprint" in note or "joint" in note for note in comparison.notes)


def test_two_texts_of_one_side_are_one_cell(statement: Make) -> None:
    more = statement(
        "Nordland", "The leaders discussed reopening the Verrin bridge in spring.", name="briefing"
    )
    comparison = compare([statement("Nordland", NORDLAND), more, statement("Sudmark", SUDMARK)])
    assert comparison.sides == ("Nordland", "Sudmark")
    cell, other = row_with(comparison, "reopening of the Verrin").cells
    assert {quote.document_id for quote in cell.quotes} == {"Nordland", "briefing"}
    assert other.status is CellStatus.SAYS


def test_own_words_stand_before_a_report_of_them(statement: Make, report: Make) -> None:
    text = "Nordland said the presidents discussed the reopening of the Verrin bridge."
    cited = "the presidents discussed the reopening of the Verrin bridge"
    agency = report(text, [("Nordland", cited, POSITIVE, ())])
    comparison = compare([statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK), agency])
    row = row_with(comparison, "They discussed the reopening of the Verrin")
    assert [quote.document_id for quote in row.cells[0].quotes] == ["Nordland"]
    assert any(note.startswith("Nordland as cited in report") for note in row.notes)


def test_a_report_that_contradicts_the_own_text_of_a_side_is_a_row(
    statement: Make, report: Make
) -> None:
    own = statement("Nordland", "Nordland returned 40 fishing boats to Sudmark.")
    cited = "it had returned 400 fishing boats to Sudmark"
    agency = report(f"Nordland said {cited}.", [("Nordland", cited, POSITIVE, ())])
    (row,) = compare([own, agency]).rows
    assert row.relation is Relation.CONTRADICT
    assert "cited otherwise than its own text" in row.reason
    assert {quote.document_id for quote in row.cells[0].quotes} == {"Nordland", "report"}


def test_a_third_party_has_a_column_of_its_own(statement: Make) -> None:
    third = statement("Kestria", "Kestria welcomed the reopening of the Verrin bridge.")
    comparison = compare([statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK), third])
    row = row_with(comparison, "They discussed the reopening")
    assert [cell.status for cell in row.cells] == [CellStatus.SAYS] * 3


def test_texts_about_different_events_are_warned_of(statement: Make, told_by: Make) -> None:
    first = told_by(["Nordland", "Sudmark"], "2031-05-04", statement("Nordland", NORDLAND))
    text = "Chancellor Otto Brand met the king of Ostmark in Brek."
    other = told_by(["Kestria", "Ostmark"], "2030-01-02", statement("Kestria", text))
    (note,) = [n for n in compare([first, other]).notes if "different events" in n]
    assert "participants (Nordland, Sudmark / Kestria, Ostmark)" in note
    assert "dates (2031-05-04 / 2030-01-02)" in note


def test_a_day_apart_is_one_event(statement: Make, told_by: Make) -> None:
    first = told_by(["Nordland", "Sudmark"], "2031-05-04", statement("Nordland", NORDLAND))
    other = told_by(["Nordland", "Sudmark"], "2031-05-05", statement("Sudmark", SUDMARK))
    assert not any("different events" in note for note in compare([first, other]).notes)


def test_an_event_misread_in_a_text_of_the_same_day_is_no_other_event(
    statement: Make, told_by: Make
) -> None:
    readings = [
        told_by(["Nordland", "Sudmark"], "2031-05-04", statement("Nordland", NORDLAND)),
        told_by(["Nordland", "Kestria"], "2031-03-01", statement("Sudmark", f"{NORDLAND} More.")),
    ]
    dated = [
        replace(each, document=replace(each.document, published="2031-05-04")) for each in readings
    ]
    assert not any("different events" in note for note in compare(dated).notes)


def test_a_text_older_than_its_event_is_warned_of(statement: Make, told_by: Make) -> None:
    reading = told_by(["Nordland", "Sudmark"], "2031-05-04", statement("Nordland", NORDLAND))
    dated = replace(reading, document=replace(reading.document, published="2029-01-01"))
    assert any("before the event" in note for note in compare([dated]).notes)


def test_what_a_reference_alone_raises_is_mentioned_by_neither(statement: Make) -> None:
    reference = statement(
        REFERENCE, "The Verrin bridge may reopen. Three hundred lorries wait in Oste.", name="news"
    )
    comparison = compare(
        [statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK)], references=[reference]
    )
    assert comparison.sides == ("Nordland", "Sudmark")
    assert comparison.references == ("news",)
    assert "news" not in comparison.documents
    (neither,) = comparison.neither
    assert [quote.exact for quote in neither.quotes] == ["Three hundred lorries wait in Oste"]
    quoted = {q.document_id for row in comparison.rows for c in row.cells for q in c.quotes}
    assert quoted == {"Nordland", "Sudmark"}


def test_without_texts_of_sides_a_reference_makes_no_rows(statement: Make) -> None:
    reference = statement(REFERENCE, "Three hundred lorries wait in Oste.", name="news")
    unread = statement("Nordland", "Спасибо.", language="ru", is_read=False)
    comparison = compare([unread], references=[reference])
    assert comparison.rows == ()
    assert len(comparison.neither) == 1


def test_a_reference_changes_nothing_in_the_rows(statement: Make) -> None:
    readings = [statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK)]
    reference = statement(
        REFERENCE, "The Verrin bridge may reopen after forty minutes. Lorries wait.", name="news"
    )
    alone, checked = compare(readings), compare(readings, references=[reference])
    assert checked.rows == alone.rows
    assert checked.accounts == alone.accounts


def test_a_reference_that_is_not_read_is_said_so(statement: Make) -> None:
    reference = statement(REFERENCE, "Спасибо.", name="news", language="ru", is_read=False)
    comparison = compare([statement("Nordland", NORDLAND)], references=[reference])
    assert any("news is a reference in a language we do not read" in n for n in comparison.notes)


def test_of_a_short_and_a_long_copy_the_long_one_is_searched(statement: Make) -> None:
    short = statement("Nordland", NORDLAND, name="short")
    long = statement(
        "Nordland",
        f"{NORDLAND}\nShe invited engineers from Hald to inspect the bridge.",
        name="long",
    )
    comparison = compare([short, long])
    assert {q.document_id for r in comparison.rows for c in r.cells for q in c.quotes} == {"long"}
    assert any(note.startswith("short is a reprint of long (100%") for note in comparison.notes)


def test_a_text_of_a_side_is_never_the_copy_of_one_that_is_nobody_s(
    statement: Make, report: Make
) -> None:
    wire = report(NORDLAND, [("Nordland", "They discussed the reopening", POSITIVE, ())])
    comparison = compare([wire, statement("Nordland", NORDLAND)])
    assert any(note.startswith("report is a reprint of Nordland") for note in comparison.notes)
    assert comparison.accounts[0].n_texts == 1


def test_a_second_copy_of_a_joint_text_counts_once(statement: Make) -> None:
    first = statement("Nordland", NORDLAND)
    twice = [statement("Sudmark", NORDLAND, name=name) for name in ("one", "two")]
    comparison = compare([first, *twice])
    assert [account.n_texts for account in comparison.accounts] == [1, 1]


def test_words_of_the_report_between_two_cited_pieces_stay_out(report: Make) -> None:
    text = "“The harbour stays closed”, Berg told reporters, “because the ice is thick”."
    reading = report(text, [("Nordland", "The harbour stays closed", POSITIVE, ())])
    anchors = [
        Anchor.at(text, Span(text.index(words), text.index(words) + len(words)))
        for words in ("The harbour stays closed", "because the ice is thick")
    ]
    claim = replace(reading.claims[0], pieces=tuple(anchors))
    (row, *more) = compare([replace(reading, claims=(claim,))]).rows
    quoted = [q.exact for r in (row, *more) for c in r.cells for q in c.quotes]
    assert sorted(quoted) == ["The harbour stays closed", "because the ice is thick"]


def test_other_words_that_a_report_cites_stand_beside_the_own_ones(
    statement: Make, report: Make
) -> None:
    own = statement("Nordland", "Nordland will reopen the Verrin bridge when the road is safe.")
    cited = "the bridge at Verrin needs new pillars and the road is closed until autumn"
    agency = report(f"Nordland said {cited}.", [("Nordland", cited, POSITIVE, ())])
    comparison = compare([own, agency])
    quoted = {q.document_id for r in comparison.rows for c in r.cells for q in c.quotes}
    assert quoted == {"Nordland", "report"}


def test_a_side_that_nothing_can_be_said_of_is_parted_and_the_others_stay(statement: Make) -> None:
    readings = [
        statement(side, "They raised grain.") for side in ("Nordland", "Sudmark", "Kestria")
    ]
    entries = [entry for reading in readings for entry in enter([reading], frozenset())]
    wordings = [word(entry, frozenset()) for entry in entries]
    bonds = [Bond(0, 1, "a test", 0.45), Bond(0, 2, "a test", 0.3)]
    unclear = Step("shared words", ("Nordland", "Kestria"), Relation.UNCLEAR, "")
    also = replace(unclear, sides=("Sudmark", "Kestria"))
    agree = replace(unclear, sides=("Nordland", "Sudmark"), relation=Relation.AGREE)
    group = Group([0, 1, 2], bonds, 0.45)
    material = Material(
        entries=entries,
        wordings=wordings,
        index=Index(wordings),
        event=None,
        scorer=load_scorer(),
        nearest={},
        leads=frozenset(),
        silences=(),
        roster=list_sides(readings, entries, (), None),
    )
    finding = Finding(Relation.UNCLEAR, "", 0.5, (agree, unclear, also))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "_finding", lambda *_: finding)
        kept, parted = part_doubtful(group, material)
        assert (kept.members, kept.score) == ([0, 1], 0.45)
        assert (parted.members, parted.score) == ([2], 0.0)
        patch.setattr(rows, "_finding", lambda *_: replace(finding, steps=()))
        assert part_doubtful(group, material) == [group]

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rashomon.accounts import compare
from rashomon.model import (
    CellStatus,
    Comparison,
    Polarity,
    Reading,
    Relation,
    Row,
    Span,
    Zone,
    ZoneSpan,
)

Make = Callable[..., Reading]

POSITIVE, SILENT, WITHHELD = Polarity.POSITIVE, Polarity.SILENT, Polarity.WITHHELD

NORDLAND = (
    "President Ada Berg of Nordland spoke with President Ivo Marr of Sudmark.\n"
    "They discussed the reopening of the Verrin bridge.\n"
    "President Berg condemned the seizure of fishing boats near Arrendia."
)
SUDMARK = (
    "Ivo Marr held a telephone conversation with Ada Berg.\n"
    "The presidents agreed to reopen the Verrin bridge.\n"
    "Both leaders wished their football teams luck."
)


def row_with(comparison: Comparison, words: str) -> Row:
    (row,) = [
        r for r in comparison.rows if any(words in q.exact for c in r.cells for q in c.quotes)
    ]
    return row


def statuses(comparison: Comparison, words: str) -> list[CellStatus]:
    return [cell.status for cell in row_with(comparison, words).cells]


def test_two_readouts_share_their_lead_and_their_common_point(statement: Make) -> None:
    comparison = compare([statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK)])
    assert comparison.sides == ("Nordland", "Sudmark")
    lead, *_ = comparison.rows
    assert lead.relation is Relation.AGREE
    assert lead.topic == "telephone conversation"
    assert statuses(comparison, "reopening of the Verrin") == [CellStatus.SAYS, CellStatus.SAYS]
    assert "Verrin bridge" in row_with(comparison, "reopening of the Verrin").topic


def test_what_one_side_agreed_and_the_other_discussed_differs(statement: Make) -> None:
    row = row_with(
        compare([statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK)]), "reopening"
    )
    assert row.relation is Relation.DIFFER
    assert "“agreed”" in row.reason
    assert "“discussed”" in row.reason


def test_a_point_of_one_side_is_not_found_in_the_texts_of_the_other(statement: Make) -> None:
    comparison = compare([statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK)])
    row = row_with(comparison, "fishing boats")
    assert row.relation is Relation.ONLY
    assert [cell.status for cell in row.cells] == [CellStatus.SAYS, CellStatus.NOT_FOUND]
    assert row.reason == "not found in the text of Sudmark searched"


def test_every_point_is_in_exactly_one_row_and_quotes_its_text(statement: Make) -> None:
    readings = [statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK)]
    texts = {r.document.id: r.document.text for r in readings}
    quotes = [q for row in compare(readings).rows for cell in row.cells for q in cell.quotes]
    assert all(texts[q.document_id][q.span.start : q.span.end] == q.exact for q in quotes)
    assert len(quotes) == sum(len(reading.claims) for reading in readings)
    assert len(set(quotes)) == len(quotes)


def test_a_text_that_we_do_not_read_gives_no_statement(statement: Make) -> None:
    unread = statement("Velmora", "Текст.", language="ru", is_read=False)
    comparison = compare([statement("Nordland", NORDLAND), unread])
    assert {row.cells[1].status for row in comparison.rows} == {CellStatus.NO_STATEMENT}
    assert any("Velmora" in note and "(ru)" in note for note in comparison.notes)


def test_three_sides_share_a_row(statement: Make) -> None:
    velmora = "Ivo Marr, Ada Berg and Lena Tok spoke by video.\nThe Verrin bridge will reopen."
    comparison = compare(
        [
            statement("Nordland", NORDLAND),
            statement("Sudmark", SUDMARK),
            statement("Velmora", velmora),
        ]
    )
    assert statuses(comparison, "reopening of the Verrin") == [CellStatus.SAYS] * 3


def test_a_reprint_of_a_text_is_quoted_once(statement: Make) -> None:
    reprint = statement("Nordland", NORDLAND, name="reprint")
    comparison = compare([statement("Nordland", NORDLAND), reprint, statement("Sudmark", SUDMARK)])
    assert len(row_with(comparison, "fishing boats").cells[0].quotes) == 1


def test_rows_follow_the_first_account_and_then_the_order_of_the_others(statement: Make) -> None:
    comparison = compare([statement("Nordland", NORDLAND), statement("Sudmark", SUDMARK)])
    firsts = [next(q.exact for c in row.cells for q in c.quotes) for row in comparison.rows]
    order = ["spoke with", "reopening", "fishing boats", "football"]
    assert [next(key for key in order if key in words) for words in firsts] == order


def test_two_lengths_of_one_call_contradict_each_other(statement: Make) -> None:
    first = statement("Nordland", "Ada Berg held a 20-minute conversation with Ivo Marr.")
    second = statement("Sudmark", "Ivo Marr held a 70-minute conversation with Ada Berg.")
    (row,) = compare([first, second]).rows
    assert row.relation is Relation.CONTRADICT
    assert "20-minute" in row.reason


def test_a_comparison_of_nothing_has_no_rows() -> None:
    assert compare([]).rows == ()


REPORT = (
    "Nordland demanded the return of the seized trawlers. "
    "Nordland said that terrorism must be answered with force. "
    "Sudmark's statement made no mention of these points. "
    "Sudmark voiced its firm stance against terrorism without harm to villagers. "
    "The Hill Front promised to free two sailors. "
    "Sudmark did not fully endorse the ferry plan. "
    "In April Nordland assured Sudmark of its patience."
)
CLAIMS = [
    ("Nordland", "the return of the seized trawlers", POSITIVE, ()),
    ("Nordland", "that terrorism must be answered with force", POSITIVE, ()),
    ("Sudmark", "made no mention of these points", SILENT, (0, 1)),
    ("Sudmark", "firm stance against terrorism without harm to villagers", POSITIVE, ()),
    ("Hill Front", "to free two sailors", POSITIVE, ()),
    ("Sudmark", "did not fully endorse the ferry plan", WITHHELD, ()),
    ("Nordland", "of its patience", POSITIVE, ()),
]


def test_a_reported_silence_fills_the_cells_that_it_covers(report: Make) -> None:
    comparison = compare([report(REPORT, CLAIMS, participants=["Nordland", "Sudmark"])])
    assert statuses(comparison, "trawlers") == [
        CellStatus.SAYS,
        CellStatus.REPORTED_SILENT,
        CellStatus.NOT_FOUND,
    ]
    cell = row_with(comparison, "trawlers").cells[1]
    assert cell.quotes[0].exact == "made no mention of these points"


def test_a_sides_own_words_outrank_a_report_of_its_silence(report: Make) -> None:
    comparison = compare([report(REPORT, CLAIMS, participants=["Nordland", "Sudmark"])])
    row = row_with(comparison, "answered with force")
    assert row.relation is Relation.DIFFER
    assert row.cells[1].status is CellStatus.SAYS
    assert any("silent" in note for note in row.notes)


def test_a_side_that_took_no_part_has_rows_of_its_own(report: Make) -> None:
    comparison = compare([report(REPORT, CLAIMS, participants=["Nordland", "Sudmark"])])
    assert statuses(comparison, "two sailors") == [
        CellStatus.NOT_FOUND,
        CellStatus.NOT_FOUND,
        CellStatus.SAYS,
    ]


def test_what_was_said_in_an_earlier_contact_is_left_out_and_noted(report: Make) -> None:
    comparison = compare(
        [report(REPORT, CLAIMS, participants=["Nordland", "Sudmark"], earlier=[6])]
    )
    quoted = [q.exact for row in comparison.rows for cell in row.cells for q in cell.quotes]
    assert "of its patience" not in quoted
    assert any("of its patience" in note and "2031-04-01" in note for note in comparison.notes)


def test_what_was_withheld_is_a_note_and_no_row(report: Make) -> None:
    comparison = compare([report(REPORT, CLAIMS, participants=["Nordland", "Sudmark"])])
    assert any("did not fully endorse" in note for note in comparison.notes)
    assert all("endorse" not in q.exact for r in comparison.rows for c in r.cells for q in c.quotes)


def test_a_reports_own_voice_is_on_no_side(report: Make) -> None:
    comparison = compare([report(REPORT, [*CLAIMS, (None, "the ferry plan", POSITIVE, ())])])
    assert all(
        q.exact != "the ferry plan" for r in comparison.rows for c in r.cells for q in c.quotes
    )


def test_participants_of_the_event_are_sides_even_if_nobody_cites_them(report: Make) -> None:
    comparison = compare([report(REPORT, CLAIMS[:2], participants=["Nordland", "Velmora"])])
    assert comparison.sides == ("Nordland", "Velmora")
    assert statuses(comparison, "trawlers")[1] is CellStatus.NOT_FOUND


def test_the_same_readings_give_the_same_comparison(report: Make) -> None:
    reading = report(REPORT, CLAIMS, participants=["Nordland", "Sudmark"])
    assert compare([reading]) == compare([reading])


def test_a_length_in_its_own_sentence_stands_beside_one_in_the_other_lead(statement: Make) -> None:
    first = "Ada Berg of Nordland met Ivo Marr.\nThe meeting lasted just over two hours."
    second = "Ivo Marr and Ada Berg held a meeting of 40 minutes."
    comparison = compare([statement("Nordland", first), statement("Sudmark", second)])
    row = row_with(comparison, "lasted")
    assert row.relation is Relation.CONTRADICT
    assert "40 minutes" in row.reason


def test_a_length_that_one_side_gives_has_a_row_of_its_own(statement: Make) -> None:
    first = "Ada Berg of Nordland met Ivo Marr.\nThe meeting lasted just over two hours."
    second = "Ivo Marr and Ada Berg held a meeting."
    comparison = compare([statement("Nordland", first), statement("Sudmark", second)])
    assert row_with(comparison, "lasted").relation is Relation.ONLY


def test_what_a_text_says_of_both_sides_is_one_row_on_which_they_agree(report: Make) -> None:
    reading = report(REPORT, CLAIMS[:1], participants=["Nordland", "Sudmark"])
    (claim,) = reading.claims
    both = replace(reading, claims=(claim, replace(claim, side="Sudmark")))
    (row,) = compare([both]).rows
    assert row.relation is Relation.AGREE
    assert row.reason == "the text says it of both"
    assert row.cells[0].quotes == row.cells[1].quotes


def test_a_claim_of_a_pronoun_alone_makes_no_row(report: Make) -> None:
    text = "Nordland said that. Sudmark praised the ferry."
    claims = [("Nordland", "that", POSITIVE, ()), ("Sudmark", "the ferry", POSITIVE, ())]
    (row,) = compare([report(text, claims)]).rows
    assert row.topic == "ferry"


def test_no_cell_holds_the_words_of_a_reporter(statement: Make) -> None:
    text = (
        "MINISTER BERG: We discussed the ferry in the call.\n\n"
        "Q Thanks for taking the time. I wonder what else there was to be said of it\n\n"
        "MINISTER BERG: The ferry was discussed at length in the call."
    )
    quoted = [
        q.exact
        for row in compare([statement("Nordland", text)]).rows
        for cell in row.cells
        for q in cell.quotes
    ]
    assert quoted
    assert not any("Thanks" in words for words in quoted)


def test_a_topic_does_not_begin_inside_a_word_with_a_hyphen(statement: Make) -> None:
    text = "Berg and Marr stressed the importance of pragmatic, results-oriented diplomacy."
    (row,) = compare([statement("Nordland", text)]).rows
    assert not row.topic.startswith("oriented")


def test_a_comparison_does_not_depend_on_the_hash_seed() -> None:
    texts = repr([("Nordland", NORDLAND), ("Sudmark", SUDMARK)])
    script = (
        "from accounts.conftest import annotated, claim_of, document_of\n"
        "from rashomon.accounts import compare\n"
        "from rashomon.claims.assertions import points\n"
        "from rashomon.model import Kind, Reading\n"
        "readings = []\n"
        f"for side, text in {texts}:\n"
        "    document = document_of(side, text, Kind.READOUT, side, 'en')\n"
        "    layers = annotated(document)\n"
        "    claims = tuple(claim_of(document, a, side) for a in points(document, layers))\n"
        "    readings.append(Reading(document=document, annotations=layers, attributions=(),\n"
        "                            claims=claims, events=(), is_read=True))\n"
        "print(compare(readings))\n"
    )
    outputs = {
        subprocess.run(  # our own script
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


RETOLD = "Nordland said the ministers had agreed to reopen three ferries."
RETOLD_CLAIMS = [
    ("Nordland", "the ministers had agreed to reopen three ferries", POSITIVE, ()),
    ("Sudmark", "to reopen three ferries", POSITIVE, ()),
]


def nested(reading: Reading) -> Reading:
    outer, *inner = reading.attributions
    return replace(reading, attributions=(outer, *(replace(a, parent=outer.id) for a in inner)))


def test_what_one_side_says_that_another_said_is_its_own_version_alone(report: Make) -> None:
    reading = nested(report(RETOLD, RETOLD_CLAIMS, participants=["Nordland", "Sudmark"]))
    (row,) = compare([reading]).rows
    assert [cell.status for cell in row.cells] == [CellStatus.SAYS, CellStatus.NOT_FOUND]
    assert row.relation is Relation.ONLY


def test_what_nobody_known_says_that_a_side_said_stays_that_sides_word(report: Make) -> None:
    claims = [(None, *RETOLD_CLAIMS[0][1:]), RETOLD_CLAIMS[1]]
    reading = nested(report(RETOLD, claims, participants=["Nordland", "Sudmark"]))
    comparison = compare([reading])
    said = dict(zip(comparison.sides, statuses(comparison, "three ferries"), strict=True))
    assert said["Sudmark"] is CellStatus.SAYS


def test_a_headline_makes_no_row(report: Make) -> None:
    headline, body = "Nordland wants trawlers back.", "Nordland demanded the return of the boats."
    claims = [("Nordland", "trawlers", POSITIVE, ()), ("Nordland", "the boats", POSITIVE, ())]
    text = f"{headline}\n{body}"
    reading = report(text, claims)
    start = len(headline) + 1
    zones = (
        ZoneSpan(Zone.HEADLINE, Span(0, len(headline))),
        ZoneSpan(Zone.BODY, Span(start, len(text))),
    )
    (row,) = compare([replace(reading, document=replace(reading.document, zones=zones))]).rows
    assert row.cells[0].quotes[0].exact == "the boats"


def test_a_season_alone_brings_no_two_claims_together(report: Make) -> None:
    text = (
        "Nordland said the marble quarries near Verrin close in autumn. "
        "Sudmark said the children's choirs sing old songs in autumn. "
        "Nordland praised the ferry crews. Sudmark wanted cheaper lamps."
    )
    claims = [
        ("Nordland", "the marble quarries near Verrin close in autumn", POSITIVE, ()),
        ("Sudmark", "the children's choirs sing old songs in autumn", POSITIVE, ()),
        ("Nordland", "the ferry crews", POSITIVE, ()),
        ("Sudmark", "cheaper lamps", POSITIVE, ()),
    ]
    comparison = compare([report(text, claims, participants=["Nordland", "Sudmark"])])
    assert {row.relation for row in comparison.rows} == {Relation.ONLY}

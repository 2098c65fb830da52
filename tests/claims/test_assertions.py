from hashlib import sha256
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotations import annotate
from rashomon.claims.assertions import points
from rashomon.model import Document, DocumentId, Kind, Span, Zone, ZoneSpan


def cut(text: str, zone: Zone = Zone.BODY) -> list[str]:
    document = Document(
        id=DocumentId("d"),
        text=text,
        zones=(ZoneSpan(zone, Span(0, len(text))),) if text else (),
        kind=Kind.READOUT,
        kind_reason="given",
        sha256=sha256(text.encode()).hexdigest(),
    )
    return [anchor.words for anchor in points(document, annotate([document])[0])]


def test_a_sentence_with_one_proposition_is_one_point() -> None:
    assert cut("Ada Berg thanked Sudmark for its help.") == [
        "Ada Berg thanked Sudmark for its help"
    ]


def test_coordinated_verb_phrases_are_two_points() -> None:
    assert cut("Berg affirmed the border treaty and agreed to visit Sudmark in May.") == [
        "Berg affirmed the border treaty",
        "agreed to visit Sudmark in May",
    ]


def test_coordinated_clauses_are_two_points() -> None:
    assert cut("Berg praised the ferry crews, and both leaders discussed the harvest.") == [
        "Berg praised the ferry crews",
        "both leaders discussed the harvest",
    ]


def test_listed_objects_with_their_own_articles_are_points() -> None:
    assert cut("They discussed the state of the railways and the price of grain.") == [
        "They discussed the state of the railways",
        "the price of grain",
    ]


def test_a_pair_of_nouns_stays_whole() -> None:
    assert cut("They spoke up for peace and prosperity.") == [
        "They spoke up for peace and prosperity"
    ]


def test_a_participle_that_carries_on_is_a_point() -> None:
    assert cut("Berg praised the rescue teams, noting the courage of the pilots.") == [
        "Berg praised the rescue teams",
        "noting the courage of the pilots",
    ]


def test_the_purpose_of_a_call_is_cut_from_its_lead() -> None:
    assert cut(
        "President Berg spoke today with President Marr to congratulate him on his win."
    ) == [
        "President Berg spoke today with President Marr",
        "to congratulate him on his win",
    ]


def test_formulas_questions_and_paragraph_numbers_are_no_points() -> None:
    assert cut("The overview of the talk is as follows.\nWhat will Sudmark do?\n7.") == []


def test_headlines_make_no_points() -> None:
    assert cut("Berg thanks Sudmark", Zone.HEADLINE) == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_points_are_disjoint_and_in_reading_order(text: str) -> None:
    document = Document(
        id=DocumentId("d"),
        text=text,
        zones=(ZoneSpan(Zone.BODY, Span(0, len(text))),) if text else (),
        kind=Kind.READOUT,
        kind_reason="given",
        sha256="0",
    )
    anchors = points(document, annotate([document])[0])
    for before, after in pairwise(anchors):
        assert before.end <= after.start
    for anchor in anchors:
        anchor.check(text)

import pytest

from rashomon.annotations import annotate
from rashomon.claims.assertions import points
from rashomon.model import Document, DocumentId, Kind, Span, Zone, ZoneSpan


def cut(text: str) -> list[str]:
    document = Document(
        id=DocumentId("d"),
        text=text,
        zones=(ZoneSpan(Zone.BODY, Span(0, len(text))),),
        kind=Kind.READOUT,
        kind_reason="given",
        sha256="0",
    )
    return [anchor.words for anchor in points(document, annotate([document])[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They discussed the ferry, including the price of tickets.",
            ["They discussed the ferry", "including the price of tickets"],
        ),
        (
            "Berg praised the state of the railways as well as the work of the pilots.",
            ["Berg praised the state of the railways", "the work of the pilots"],
        ),
        ("They spoke of trade between Nordland and the islands.", None),
        ("They praised their close and lasting bond.", None),
    ],
)
def test_a_sentence_is_cut_where_a_piece_may_stand_alone(
    text: str, expected: list[str] | None
) -> None:
    assert cut(text) == (expected or [text.removesuffix(".")])


def test_of_answers_to_a_questioner_only_what_speaks_of_the_contact_is_kept() -> None:
    found = cut(
        "The leaders discussed the ferry. Question: Will the tariffs end? "
        "The tariffs have always been low. The subject was not raised during the conversation."
    )
    assert found == [
        "The leaders discussed the ferry",
        "The subject was not raised during the conversation",
    ]


def test_what_reporters_ask_and_moderators_announce_is_left_out() -> None:
    found = cut(
        "Via Teleconference\n\n5:41 P.M.\n\nMODERATOR: Today’s call is on background.\n\n"
        "SENIOR OFFICIAL: The leaders discussed the ferry.\n\n"
        "MODERATOR: We are ready for questions on the call.\n\n"
        "Q Thanks for the call. So, I wonder if the tariffs were raised. Were they discussed?\n\n"
        "SENIOR OFFICIAL: They discussed the harvest in the call. The harvest was good.\n\n"
        "MODERATOR: We have to end the meeting now."
    )
    assert found == ["The leaders discussed the ferry", "They discussed the harvest in the call"]


def test_answers_inside_a_line_are_quoted_without_the_speaker() -> None:
    found = cut(
        "The leaders discussed the ferry. Question: Will they talk again? "
        "Ada Berg: Like I said, the leaders agreed that the talks go on."
    )
    assert "The leaders discussed the ferry" in found
    assert not any("Berg" in words for words in found)


def test_a_line_with_a_colon_is_no_turn_in_a_text_without_questions() -> None:
    assert cut("Trade: the leaders discussed the ferry.") == [
        "Trade: the leaders discussed the ferry"
    ]


@pytest.mark.parametrize("number", ["9. ", "(2) ", "a. ", "iv) "])
def test_the_number_of_a_paragraph_is_no_part_of_its_point(number: str) -> None:
    assert cut(f"{number}The leaders discussed the ferry.") == ["The leaders discussed the ferry"]


def test_two_turns_that_a_parser_takes_for_one_sentence_are_two() -> None:
    found = cut(
        "SENIOR OFFICIAL: The leaders discussed the ferry.\n\n"
        "Q Thanks, and give us a sense of the call and who was there\n\n"
        "SENIOR OFFICIAL: Yes, the ministers were in the call"
    )
    assert found[0] == "The leaders discussed the ferry"
    assert all("sense" not in words and "OFFICIAL" not in words for words in found)


@pytest.mark.parametrize(
    "text",
    [
        "The resolve of both sides was beyond\nquestion. They agreed to expand trade.",
        "Berg met Marr.\nModerator: Jane Doe\nThey agreed to expand trade.",
        "The agenda:\n- Question: who pays for the ferry\n\nThey agreed to expand trade.",
        "Date: 5 May\n\nQuestion: Was it discussed?\n\nThey agreed to expand trade in the call.",
    ],
)
def test_a_text_without_named_answers_loses_nothing_but_questions(text: str) -> None:
    assert any("agreed to expand trade" in words for words in cut(text))


@pytest.mark.parametrize(
    "answer",
    [
        "PRESIDENT VON DER BERG (via interpreter):",
        "SENIOR OFFICIAL #1:",
        "A.",
        "Foreign Minister of Nordland:",
        "ÉLISE BERG:",
    ],
)
def test_who_answers_is_known_by_the_colon(answer: str) -> None:
    found = cut(
        f"QUESTION: Tell us about the call.\n{answer} They agreed on the harvest in the call.\n"
    )
    assert found == ["They agreed on the harvest in the call"]


@pytest.mark.parametrize(
    "asks", ["Q    (Inaudible) we", "Q    -- and we", "REPORTER: We", "Q Thanks. Iran: we"]
)
def test_a_reporter_is_quoted_as_nobody(asks: str) -> None:
    found = cut(
        f"MINISTER BERG: They agreed on the harvest.\n\n{asks} hear the call went badly.\n\n"
        "MINISTER BERG: The call went well."
    )
    assert found == ["They agreed on the harvest", "The call went well"]


def test_a_day_is_no_number_of_a_paragraph() -> None:
    assert cut("12. June was the day on which they agreed.")[0].startswith("12. June")

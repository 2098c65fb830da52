from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.documents.captions import is_caption, split_credit
from rashomon.documents.lines import split_lines
from rashomon.documents.people import find_people
from rashomon.model import Document

WORDS = ["A", "bc,", "(left)", "(R)", "and", "President", "of", "'s", "Ола", ".", "al-", "TASS"]


def people_of(caption: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.position, p.role) for p in find_people(caption, 0, len(caption))]


@pytest.mark.parametrize(
    ("caption", "people"),
    [
        (
            "Nordland President Ingrid Solheim (left) and Sudmark PM Erik Lund (right) TASS",
            [
                ("Ingrid Solheim", "left", "Nordland President"),
                ("Erik Lund", "right", "Sudmark PM"),
            ],
        ),
        (
            "The President of Nordland, Ingrid Solheim (left), and EU policy chief Marta Weiss (R)",
            [
                ("Ingrid Solheim", "left", "President of Nordland"),
                ("Marta Weiss", "right", "EU policy chief"),
            ],
        ),
        (
            "Ingrid Solheim, left, greets Secretary of State Anna Lind, right, in Norhaven",
            [("Ingrid Solheim", "left", None), ("Anna Lind", "right", "Secretary of State")],
        ),
        (
            "Ingrid Solheim, President of Nordland (left), talks to Jan van der Berg (far right)",
            [
                ("Ingrid Solheim", "left", "President of Nordland"),
                ("Jan van der Berg", "right", None),
            ],
        ),
        (
            "From left: Ingrid Solheim, Erik Lund and Velmoran King Ola Berg at the summit",
            [
                ("Ingrid Solheim", "left", None),
                ("Erik Lund", "center", None),
                ("Ola Berg", "right", "Velmoran King"),
            ],
        ),
        (
            "Sudmark Prime Minister Erik Lund welcomes President Ingrid Solheim. Photo: AFP",
            [
                ("Erik Lund", None, "Sudmark Prime Minister"),
                ("Ingrid Solheim", None, "President"),
            ],
        ),
        (
            "Президент Велморы Иван Петров (слева) и премьер-министр Судмарка Олаф Берг (справа)",
            [
                ("Иван Петров", "left", "Президент Велморы"),
                ("Олаф Берг", "right", "премьер-министр Судмарка"),
            ],
        ),
        (
            "Foreign Minister Elsa Brandvik of Nordland, left, at the summit",
            [("Elsa Brandvik", "left", "Foreign Minister of Nordland")],
        ),
        (
            "Minister of Defence Ola Berg of Sudmark (left) and King Harald of Nordland (right)",
            [
                ("Ola Berg", "left", "Minister of Defence of Sudmark"),
                ("Harald", "right", "King of Nordland"),
            ],
        ),
        (
            "Minister of Foreign Affairs of Nordland Ola Berg (left)",
            [("Ola Berg", "left", "Minister of Foreign Affairs of Nordland")],
        ),
        (
            "Ingrid Solheim (right) and Prime Minister Erik Lund at the harbour in Norhaven",
            [("Ingrid Solheim", "right", None), ("Erik Lund", None, "Prime Minister")],
        ),
        (
            "(left) President Ingrid Solheim; (centre) Erik Lund; (right) Olaf Berg",
            [
                ("Ingrid Solheim", "left", "President"),
                ("Erik Lund", "center", None),
                ("Olaf Berg", "right", None),
            ],
        ),
        (
            "(L) Ingrid Solheim and (R) Erik Lund in Norhaven",
            [("Ingrid Solheim", "left", None), ("Erik Lund", "right", None)],
        ),
        (
            "Ingrid Solheim (left) speaks at the UN General Assembly Hall",
            [("Ingrid Solheim", "left", None)],
        ),
        ("Smoke rises over Norhaven. Photo: AFP", []),
        ("(left) and (right)", []),
    ],
)
def test_a_caption_gives_up_its_people(
    caption: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    assert people_of(caption) == people


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Ingrid Solheim (left) and Erik Lund (right) NORDPRESS", "NORDPRESS"),
        ("Ingrid Solheim (left) in Norhaven. (AP Photo/Jane Roe)", "(AP Photo/Jane Roe)"),
        ("A plant in Norhaven. © Reuters / Jane Roe", "© Reuters / Jane Roe"),
        ("The minister at talks in Norhaven / AFP", "/ AFP"),
        ("Smoke over Norhaven (Photo by J. Roe/AFP via Getty Images)", "(Photo by J. Roe/AFP via "),
        ("Talks in Norhaven. Image credit: Office of the President", "Image credit: Office of"),
        ("FILE PHOTO: Ingrid Solheim speaks, May 3, 2024. REUTERS/Jane Roe", "REUTERS/Jane Roe"),
    ],
)
def test_the_credit_is_cut_from_the_end_of_a_caption(caption: str, credit: str) -> None:
    assert is_caption(split_lines(caption)[0])
    cut = split_credit(caption)
    assert cut is not None
    assert caption[cut:].startswith(credit)


@pytest.mark.parametrize(
    "prose",
    [
        "Senator John Doe (R) said that he would vote against the bill.",
        "He turned left, and the car, right behind him, stopped.",
        "The coalition of the left, right and center voted together.",
        "The minister resigned, sources told Reuters",
        "The photo by Jane Roe shows a building",
        "It was published via Reuters",
    ],
)
def test_prose_that_names_sides_or_agencies_is_no_caption(prose: str) -> None:
    assert not is_caption(split_lines(prose)[0])


def test_people_are_spans_of_the_whole_document(
    read: Callable[[str], Document],
) -> None:
    document = read(
        "👩‍🚀 é\nPresident Ingrid Solheim (left) and Erik Lund (right) TASS\n"
        "Nordland reopens the Verrin Pass\n"
        "Nordland reopened the pass on Monday, its interior ministry said in a statement.\n"
        "It had been closed since May."
    )
    assert [p.name for p in document.people_in_caption] == ["Ingrid Solheim", "Erik Lund"]
    for person in document.people_in_caption:
        assert document.text[person.span.start : person.span.end] == person.name


@pytest.mark.parametrize(
    ("caption", "people"),
    [
        (
            "Nordland Trade Minister S. Solberg (right) and King Harald B. Lund (left) TASS",
            [
                ("S. Solberg", "right", "Nordland Trade Minister"),
                ("Harald B. Lund", "left", "King"),
            ],
        ),
        (
            "(left) S.M. Solberg; (right) Erik B. Lund",
            [("S.M. Solberg", "left", None), ("Erik B. Lund", "right", None)],
        ),
        (
            "From left: S. Solberg, Ola K. Berg and Erik Lund in Norhaven",
            [
                ("S. Solberg", "left", None),
                ("Ola K. Berg", "center", None),
                ("Erik Lund", "right", None),
            ],
        ),
        (
            "Foreign Minister S.M. Solberg in Norhaven. AFP",
            [("S.M. Solberg", None, "Foreign Minister")],
        ),
    ],
)
def test_an_initial_belongs_to_the_name(
    caption: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    assert people_of(caption) == people


@pytest.mark.parametrize(
    ("caption", "people"),
    [
        (
            "Ola Berg, the head of the Nordland Grain Agency, in Norhaven (Reuters)",
            [("Ola Berg", None, "head of the Nordland Grain Agency")],
        ),
        (
            "Erik Lund, Sudmark's deputy foreign minister, speaks in Norhaven",
            [("Erik Lund", None, "Sudmark's deputy foreign minister")],
        ),
        (
            "President Ingrid Solheim meets Jan van der Berg, secretary general of the Tarsk Union",
            [
                ("Ingrid Solheim", None, "President"),
                ("Jan van der Berg", None, "secretary general of the Tarsk Union"),
            ],
        ),
        (
            "Ola Berg, the head of the Nordland Grain Agency, left, and Erik Lund, right",
            [
                ("Ola Berg", "left", "head of the Nordland Grain Agency"),
                ("Erik Lund", "right", None),
            ],
        ),
        (
            "Ola Berg, President Erik Lund and others",
            [("Erik Lund", None, "President")],
        ),
        ("In Port Selene, the mayor of Norhaven opened a bridge", []),
        ("Workers at the Nordland Grain Agency, the leader of the market, in Norhaven", []),
        ("Ola Berg, who once was president, in Norhaven", []),
    ],
)
def test_a_role_after_the_comma_tells_a_person_without_a_position(
    caption: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    assert people_of(caption) == people


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_make_people_whose_spans_quote_their_names(words: list[str]) -> None:
    caption = " ".join(words)
    for person in find_people(caption, 0, len(caption)):
        assert caption[person.span.start : person.span.end] == person.name

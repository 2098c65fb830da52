"""Places and days in front of the first paragraph, and on a line of their own."""

from collections.abc import Callable

import pytest

from rashomon.documents.datelines import is_dateline
from rashomon.model import Document, Zone

Read = Callable[[str], Document]
Texts = Callable[[Document, Zone], list[str]]

HEADLINE = "Nordland and Velmora talk about Verrin crossing"
BODY = [
    "Nordland's foreign minister Elsa Brandvik spoke on Monday with her Velmoran counterpart.",
    "Her ministry said that the two had agreed to reopen the crossing at Verrin in ten days.",
    "Velmora gave no date. Its ministry said only that the talks on it would continue.",
]


@pytest.mark.parametrize(
    "dateline",
    ["Tarsk, 11 April 2025", "HAVNBY, 4 March 2025", "Havnby / Tresk, March 5", "Tarsk - 3. Mai"],
)
@pytest.mark.parametrize("place", range(2))
def test_places_and_a_day_beside_the_headline_are_a_dateline(
    read: Read, texts: Texts, dateline: str, place: int
) -> None:
    lines = [HEADLINE, *BODY]
    lines.insert(place, dateline)
    document = read("\n".join(["Home", "World", *lines]))
    assert texts(document, Zone.DATELINE) == [dateline]
    assert texts(document, Zone.HEADLINE) == [HEADLINE]
    assert texts(document, Zone.BODY) == BODY


@pytest.mark.parametrize("dateline", ["NEW TARSK:", "Tarsk -", "Tarsk —", "TARSK (Agency) -"])
def test_a_place_that_opens_the_first_paragraph_is_a_dateline(
    read: Read, texts: Texts, dateline: str
) -> None:
    document = read("\n".join([HEADLINE, f"{dateline} {BODY[0]}", *BODY[1:]]))
    assert texts(document, Zone.DATELINE) == [dateline]
    assert texts(document, Zone.BODY) == BODY


@pytest.mark.parametrize(
    "lines",
    [
        [BODY[0], "Tarsk: " + BODY[1], BODY[2]],
        [BODY[0], "TARSK: " + BODY[1], BODY[2]],
        ["BREAKING: " + BODY[0], *BODY[1:]],
        ["PRESIDENT SOLHEIM: " + BODY[0], *BODY[1:]],
        ["SOLHEIM: " + BODY[0], "LUND: " + BODY[1], BODY[2]],
        ["Solheim — who had called — " + BODY[0], *BODY[1:]],
    ],
)
def test_labels_speakers_and_later_paragraphs_have_no_bare_dateline(
    read: Read, texts: Texts, lines: list[str]
) -> None:
    document = read("\n".join([HEADLINE, *lines]))
    assert texts(document, Zone.DATELINE) == []
    assert texts(document, Zone.BODY) == lines


@pytest.mark.parametrize("text", ["Clashes go on in Tarsk", "Tarsk", "March 5", "In Tarsk, 5 hurt"])
def test_a_line_without_place_or_day_is_no_dateline(text: str) -> None:
    assert not is_dateline(text)

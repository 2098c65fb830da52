import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.documents.zones import find_zones
from rashomon.model import Document, Zone

Read = Callable[[str], Document]
Texts = Callable[[Document, Zone], list[str]]

PAGES = [page.read_text("utf-8") for page in (Path(__file__).parent / "pages").glob("*.txt")]
PARTS = [*"\n".join(PAGES).split("\n"), "-", "قال الرئيس إن المحادثات انتهت.", "👩‍🚀"]


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=80)), max_size=30))
def test_zones_are_disjoint_and_cover_all_that_is_not_white_space(parts: list[str]) -> None:
    text = "\n".join(parts)
    covered = 0
    for zone in find_zones([text])[0]:
        assert not text[covered : zone.span.start].strip()
        words = text[zone.span.start : zone.span.end]
        assert words == words.strip()
        assert not re.search(r"[\n\r]", words)
        covered = zone.span.end
    assert not text[covered:].strip()


def test_a_caption_and_its_bare_agency_credit_share_a_line(call: Document, texts: Texts) -> None:
    caption = "Velmora President Jan Petrov (L) and Nordland Prime Minister Ingrid Solheim (R)"
    assert texts(call, Zone.CAPTION) == [caption]
    assert texts(call, Zone.CREDIT) == ["VNA"]


def test_the_headline_is_the_title_of_the_document(call: Document, texts: Texts) -> None:
    assert texts(call, Zone.HEADLINE) == ["Petrov, Solheim hold talks on gas transit"]
    assert call.title == "Petrov, Solheim hold talks on gas transit"


def test_prose_teasers_under_a_section_heading_are_no_body(call: Document, texts: Texts) -> None:
    assert len(texts(call, Zone.BODY)) == 4
    assert texts(call, Zone.SECTION) == ["More from Europe"]
    assert len(texts(call, Zone.TEASER)) == 3
    assert texts(call, Zone.FURNITURE) == ["*", "*", "*", "Post a comment"]


@pytest.mark.parametrize(
    "heading",
    ["In World", "Related stories", "Other news", "You may also like", "Beyond the valley"],
)
@pytest.mark.parametrize("bullet", ["-\n", "•\n", "- ", "* "])
def test_a_list_of_other_stories_is_told_by_heading_or_by_strangeness(
    read: Read, texts: Texts, call_text: str, heading: str, bullet: str
) -> None:
    article, rest = call_text.split("More from Europe\n")
    rest = rest.replace("*\n", bullet)
    document = read(article + heading + "\n" + rest)
    assert len(texts(document, Zone.BODY)) == 4
    assert heading in texts(document, Zone.SECTION) + texts(document, Zone.FURNITURE)


def test_byline_date_and_dateline_are_told_from_the_body(clash: Document, texts: Texts) -> None:
    assert texts(clash, Zone.BYLINE) == ["By Jane Roe and Ola Berg"]
    dated = ["3 May 2024, 14:22", "NORHAVEN, 3 May (Velmora News) -"]
    assert texts(clash, Zone.DATELINE) == dated
    assert texts(clash, Zone.BODY)[0].startswith("Nordland's president told")


def test_the_article_keeps_its_own_subheads_quotes_and_lists(clash: Document, texts: Texts) -> None:
    body = texts(clash, Zone.BODY)
    assert "What was agreed" in body
    assert "- to meet again in June." in body
    assert '"We will not be blackmailed," President Ingrid Solheim was quoted as saying.' in body


def test_the_article_goes_on_after_an_advertisement(clash: Document, texts: Texts) -> None:
    assert texts(clash, Zone.BODY)[-1].startswith("The Sudmark side did not mention")
    assert "ADVERTISEMENT" in texts(clash, Zone.FURNITURE)


def test_teasers_of_several_sentences_behind_bullets_are_no_body(
    clash: Document, texts: Texts
) -> None:
    assert len(texts(clash, Zone.TEASER)) == 3


def test_the_article_goes_on_after_links_in_its_middle(
    read: Read, texts: Texts, clash_text: str
) -> None:
    lines = clash_text.split("\n")
    at = lines.index("What was agreed")
    links = ["Related stories", "Storm closes schools in Tarsk", "Cup final ends in a draw"]
    lines[at:at] = links
    document = read("\n".join(lines))
    assert texts(document, Zone.BODY)[-1].startswith("The Sudmark side did not mention")
    assert not set(links) & set(texts(document, Zone.BODY))


def test_a_page_of_menus_and_links_has_no_body(read: Read, texts: Texts) -> None:
    document = read(
        "Home\nNews\nSports\nNordland wins cup final\nStorm closes schools in three counties\n"
        "Minister resigns over harbour scandal\nContact us\n© 2024 Norhaven Post"
    )
    assert texts(document, Zone.BODY) == []
    assert texts(document, Zone.HEADLINE) == []


def test_an_agency_after_the_last_sentence_leaves_the_paragraph_in_the_body(
    read: Read, texts: Texts
) -> None:
    document = read(
        "CAIRNHAVEN — The Velmoran foreign ministry on Monday accused Arrendia of shelling a "
        "border village. Arrendia's defence ministry denied it.\n\n"
        '"There was no fire from our side," said a spokesman for the ministry. — AFP\n\n'
        "Reaction\n\nNordland called on both sides to hold back.\n\n"
        "Sudmark did not comment on the reports."
    )
    assert len(texts(document, Zone.BODY)) == 5
    assert texts(document, Zone.DATELINE) == ["CAIRNHAVEN —"]


@pytest.mark.parametrize(
    ("page", "n_body"),
    [
        (
            "Лидеры Велморы и Судмарка обсудили поставки газа\n"
            "Президент Велморы провел в четверг разговор с премьер-министром Судмарка, сообщила "
            "пресс-служба президента.\nСтороны договорились продолжить переговоры о поставках.\n"
            "Читайте также\nРыбаки Тарска заблокировали порт третий день подряд.",
            2,
        ),
        (
            "ノルドランドとズドマルクの首脳が電話会談\nノルドランドの大統領は三日、ズドマルクの首相と"
            "電話で会談し、国境の状況について協議した。\n首相府によると、両首脳は対話を続けることで一致した。"
            "\n関連記事\n港の封鎖が三日目に",
            2,
        ),
    ],
)
def test_articles_in_other_languages_are_told_from_their_links(
    read: Read, texts: Texts, page: str, n_body: int
) -> None:
    document = read(page)
    assert len(texts(document, Zone.BODY)) == n_body
    assert len(texts(document, Zone.TEASER)) == 1

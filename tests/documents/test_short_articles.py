"""Articles of three or four short paragraphs, in the layouts of pages."""

from collections.abc import Callable

import pytest

from rashomon.model import Document, Zone

Read = Callable[[str], Document]
Texts = Callable[[Document, Zone], list[str]]

HEADLINE = "Nordland and Velmora talk about Verrin crossing"
BODY = [
    "Nordland's foreign minister Elsa Brandvik spoke on Monday with her Velmoran counterpart.",
    "Her ministry said that the two had agreed to reopen the crossing at Verrin within ten days.",
    "Velmora gave no date. Its ministry said only that the talks on the crossing would continue.",
    "Arrendia, which mediates between the two, welcomed the call and offered to host a meeting.",
]
TITLES = ["Arrendia votes on pensions", "Sudmark cup final ends in a draw", "Tarsk shares fall"]
STORIES = [
    "Sudmark's finance minister announced on Tuesday a cut in the fuel tax, saying that the state "
    "could well afford it after a strong year for exports.",
    "Fishermen in Tarsk blocked the harbour for a third day. They demand compensation for fuel "
    "costs and a meeting with the minister of trade.",
    "The central bank of Castellia said on Monday that it would keep its rate at 4 percent for "
    "now, because prices have been rising more slowly.",
    "The mayor of Tresk met his counterpart from Castellia on Wednesday to discuss a new ferry.",
]
FOOT = ["Leave a comment", "© 2024 Norhaven Post"]

LAYOUTS = {
    "titles behind bullets": [HEADLINE, *BODY, "Most read", *(f"• {t}" for t in TITLES)],
    "stories behind bullets": [HEADLINE, *BODY[:3], "Most read", *(f"• {s}" for s in STORIES)],
    "stories under lone bullets": [HEADLINE, *BODY[:3], "Most read", *(f"-\n{s}" for s in STORIES)],
    "stories in paragraphs": [HEADLINE, *BODY[:3], "More from Europe", *STORIES, *FOOT],
    "menus, byline and date": [
        "Home", "World", "Sign in", HEADLINE, "By Jane Roe", "3 May 2024, 10:15", *BODY,
        "Share this article", "Related stories", *TITLES, *FOOT,
    ],
    "an advertisement": [HEADLINE, *BODY[:2], "ADVERTISEMENT", *BODY[2:], "More news", *TITLES],
    "a caption": [
        "Elsa Brandvik (left) and Jan Petrov (right) VNA", HEADLINE, *BODY[:3], "In World", *TITLES
    ],
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_short_article_is_told_from_the_list_below_it(
    read: Read, texts: Texts, layout: str
) -> None:
    lines = LAYOUTS[layout]
    document = read("\n".join(lines))
    assert texts(document, Zone.HEADLINE) == [HEADLINE]
    assert texts(document, Zone.BODY) == [line for line in lines if line in BODY]
    assert len(texts(document, Zone.SECTION)) == 1
    assert len(texts(document, Zone.TEASER)) in {len(TITLES), len(STORIES)}


@pytest.mark.parametrize("titles", [["Tresk hosts energy forum"], ["Tarsk shares close higher"]])
def test_a_single_short_title_under_a_heading_is_a_teaser(
    read: Read, texts: Texts, titles: list[str]
) -> None:
    document = read("\n".join([HEADLINE, *BODY, "More news", *titles, "Sign up", *FOOT]))
    assert texts(document, Zone.TEASER) == titles


@pytest.mark.xfail(reason="the last paragraph, after an advertisement, is taken for a teaser")
def test_a_german_page_with_furniture_is_read(read: Read, texts: Texts) -> None:
    body = [
        "Die Außenministerin von Nordland, Elsa Brandvik, hat am Montag mit ihrem Kollegen aus "
        "Velmora gesprochen.",
        "Nach Angaben ihres Ministeriums soll der Übergang bei Verrin in zehn Tagen wieder öffnen.",
        "Velmora nannte keinen Termin. Die Gespräche über den Übergang gingen weiter, hieß es.",
    ]
    page = [
        "Startseite", "Politik", "Anmelden", "Nordland und Velmora sprechen über Grenzübergang",
        "Von Jana Roth", "3. Mai 2024, 10:15 Uhr", body[0], body[1], "Anzeige", body[2],
        "Mehr zum Thema", "• Fischer in Tarsk blockieren den Hafen", "• Arrendia stimmt ab",
        "Kommentare", "Alle Rechte vorbehalten",
    ]  # fmt: skip
    document = read("\n".join(page))
    assert document.language == "de"
    assert texts(document, Zone.BODY) == body
    assert texts(document, Zone.BYLINE) == ["Von Jana Roth"]
    assert texts(document, Zone.DATELINE) == ["3. Mai 2024, 10:15 Uhr"]
    assert len(texts(document, Zone.TEASER)) == 2


def test_a_russian_page_with_furniture_is_read(read: Read, texts: Texts) -> None:
    body = [
        "Министр иностранных дел Нордланда Эльза Брандвик поговорила с коллегой из Велморы.",
        "По данным министерства, переход Веррин должен открыться в течение десяти дней.",
        "Велмора не назвала срок. Переговоры о переходе будут продолжены, сообщило ведомство.",
    ]
    page = [
        "Главная", "Политика", "Войти", "Нордланд и Велмора обсудили переход Веррин",
        "3 мая 2024, 10:15", "Автор: Иван Рогов", *body, "Читайте также",
        "Рыбаки Тарска заблокировали порт", "Аррендия голосует по пенсиям",
        "Подписывайтесь на наш канал", "Комментарии (3)", "Все права защищены",
    ]  # fmt: skip
    document = read("\n".join(page))
    assert document.language == "ru"
    assert texts(document, Zone.BODY) == body
    assert texts(document, Zone.HEADLINE) == ["Нордланд и Велмора обсудили переход Веррин"]
    assert len(texts(document, Zone.TEASER)) == 2


DESKS = ["South Asia", "Balkans", "UK", "Nation", "Asia-Pacific", "Middle East & Africa", "MARKETS"]
NOT_TOLD = [("• ", "Balkans"), ("• ", "UK"), ("-\n", "UK")]
CASES = [
    pytest.param(
        bullet,
        desk,
        marks=[pytest.mark.xfail(reason="a list of prose under a name that may be a subhead")]
        if (bullet, desk) in NOT_TOLD
        else [],
    )
    for bullet in ("• ", "-\n")
    for desk in DESKS
]


@pytest.mark.parametrize(("bullet", "desk"), CASES)
def test_the_bare_name_of_a_region_or_a_desk_heads_a_list(
    read: Read, texts: Texts, desk: str, bullet: str
) -> None:
    items = [f"{bullet}{story}" for story in STORIES]
    document = read("\n".join([HEADLINE, *BODY, desk, *items, *FOOT]))
    assert texts(document, Zone.BODY) == BODY
    assert texts(document, Zone.SECTION) == [desk]
    assert len(texts(document, Zone.TEASER)) == len(STORIES)


def test_names_of_desks_that_stand_in_a_menu_are_furniture(read: Read, texts: Texts) -> None:
    document = read("\n".join([HEADLINE, *BODY, "More news", *TITLES, "UK", "Africa", *FOOT]))
    assert texts(document, Zone.SECTION) == ["More news"]


def test_the_name_of_a_region_over_prose_is_a_subhead(read: Read, texts: Texts) -> None:
    document = read("\n".join([HEADLINE, *BODY[:2], "South Asia", *BODY[2:], *FOOT]))
    assert texts(document, Zone.BODY) == [*BODY[:2], "South Asia", *BODY[2:]]

import pytest

from rashomon.documents.kinds import find_kind
from rashomon.documents.languages import detect_language
from rashomon.model import Kind

CONTACT = "The President spoke today with the Prime Minister of Sudmark about the crossing."


@pytest.mark.parametrize(
    ("title", "publisher", "kind"),
    [
        ("Readout of President Solheim's Call with Prime Minister Lund", None, Kind.READOUT),
        ("Statement by the Foreign Minister on the harvest", None, Kind.STATEMENT),
        ("Statement by the Press Secretary on the President's Call with Lund", None, Kind.READOUT),
        ("Press release: new ferry line", "Tarsk Harbour", Kind.STATEMENT),
        ("A long day in Norhaven", "Foreign Ministry of Nordland", Kind.READOUT),
        ("A long day in Norhaven", "Office of the President of Nordland (via x.org)", Kind.READOUT),
        ("Petrov, Solheim hold talks", "Norhaven Post", Kind.REPORT),
        ("Lund calls Solheim", "Report by the news agency of the Ministry of Trade", Kind.REPORT),
        (None, None, Kind.REPORT),
    ],
)
def test_the_kind_follows_from_publisher_and_wording(
    title: str | None, publisher: str | None, kind: Kind
) -> None:
    found, reason = find_kind(title=title, opening=CONTACT, publisher=publisher, url=None)
    assert found is kind
    assert reason


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.mfa.gov.xx/news/1", Kind.STATEMENT),
        ("https://news.example.com/gov", Kind.REPORT),
    ],
)
def test_the_host_of_a_government_makes_a_statement(url: str, kind: Kind) -> None:
    opening = "Nordland will plant a million trees."
    assert find_kind(title=None, opening=opening, publisher=None, url=url)[0] is kind


def test_an_address_that_is_none_shows_no_publisher() -> None:
    assert find_kind(title=None, opening="", publisher=None, url="http://[x")[0] is Kind.REPORT


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (CONTACT, "en"),
        ("Solheim, Lund", "en"),
        ("Foreign Minister Solheim visits Norhaven, Tarsk, Verrin, Velmora", "en"),
        ("Die Präsidentin von Nordland hat am Montag mit dem Premierminister gesprochen.", "de"),
        ("La présidente a parlé lundi avec le premier ministre de la situation.", "fr"),
        ("Президент Велморы провел в четверг разговор с премьер-министром Судмарка.", "ru"),
        (
            "ノルドランドの大統領は三日、ズドマルクの首相と電話で会談し、国境の状況を協議した。",
            "ja",
        ),
        ("قال رئيس نوردلاند إن المحادثات مع سودمارك كانت بناءة، وأكد مواصلة الحوار.", "ar"),
    ],
)
def test_the_language_is_detected_and_short_texts_are_english(text: str, language: str) -> None:
    assert detect_language(text) == language

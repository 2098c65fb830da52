import pytest

from rashomon.documents.languages import detect_language

CONTACT = "The President spoke today with the Prime Minister of Sudmark about the crossing."


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

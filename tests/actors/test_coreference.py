import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            'Ana Kos met Jon Berg. "It was late. It was dark. Nobody came," she said.',
            "she",
            "Ana Kos",
        ),
        (
            "Mayor Piet Rook opened the bridge. It rained. In Halm, the mayor added that it leaks.",
            "the mayor",
            "Piet Rook",
        ),
        (
            "The Association of Lamp Makers met. It was late. The union was content.",
            "The union",
            "Association of Lamp Makers",
        ),
        ("Several nurses were there. They left early.", "They", "Several nurses"),
        ("The pilot was tired. He went to bed.", "He", None),
        ("Jon Berg spoke. Emil Vik listened to Berg. He was tired.", "He", None),
    ],
)
def test_later_words_are_whom_the_text_speaks_of_most(
    ask, text: str, words: str, name: str | None
) -> None:
    found = ask(text)(words)
    assert [actor.name for actor in found.actors] == ([name] if name else [])
    assert found.reason


def test_an_open_pronoun_has_its_candidates(ask) -> None:
    resolution = ask(
        "The talks between Nordland's minister Jon Berg and Sudmark's minister Lars Vik were long. "
        "He left."
    )("He")
    assert [one.name for one in resolution.candidates] == ["Jon Berg", "Lars Vik"]


def test_the_two_countries_are_states_and_the_leaders_people(ask) -> None:
    who = ask(
        "Nordland's President Ana Kos met Sudmark's President Jon Berg in Halm. The leaders talked "
        "about trade between the two countries."
    )
    assert [actor.name for actor in who("The leaders").actors] == ["Ana Kos", "Jon Berg"]
    assert [actor.name for actor in who("the two countries").actors] == ["Nordland", "Sudmark"]


def test_the_presidents_of_two_states_are_two_people(ask) -> None:
    who = ask(
        "Nordland's President Ana Kos called Sudmark's President Jon Berg. The presidents of "
        "Nordland and Sudmark agreed."
    )
    assert who("The presidents of Nordland and Sudmark").names == "Ana Kos and Jon Berg"

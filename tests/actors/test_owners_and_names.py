import pytest

from rashomon.actors.names import split_words
from rashomon.model import Zone

HARBOUR = (
    "Orvia and Kelmar Disagree on Harbour\n"
    "Orvian Premier Lena Holt and Kelmari Prime Minister Dorin Vash met on Sunday. Holt's office "
    "said Kelmar had agreed. The premier was content, her spokesman Karel Ombo told journalists. "
    "They should, he said, be home soon. Kelmar's reading was narrower. Its government denied "
    "that. Its spokeswoman, Tilda Asen, said Kelmar was calm. The neighbours' spokesman, Jan "
    "Krol, was not."
)


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Karel Ombo", ("Orvia",)),
        ("Tilda Asen", ("Kelmar",)),
        ("Jan Krol", ()),
    ],
)
def test_those_who_speak_for_a_pronoun_are_on_the_side_of_whom_it_stands_for(
    ask, words: str, sides: tuple[str, ...]
) -> None:
    assert ask(HARBOUR, first_line=Zone.HEADLINE)(words).sides == sides


def test_its_government_is_of_the_state_whose_reading_the_sentence_before_gives(ask) -> None:
    assert ask(HARBOUR, first_line=Zone.HEADLINE)("Its government").sides == ("Kelmar",)


def test_a_name_that_only_the_headline_has_is_no_person(cast_of) -> None:
    names = {actor.name for _, actor in cast_of(HARBOUR, first_line=Zone.HEADLINE).people}
    assert not any("Kelmar" in name for name in names)
    assert "Karel Ombo" in names


def test_an_adjective_before_a_role_is_of_its_state_not_a_person(ask) -> None:
    who = ask(
        "President Ilse Marr of Ostholm phoned Velden's chancellor, Piet Rook. The Veldener "
        "chancellery said Rook agreed. The Ostholmer side denied it. Velden was content."
    )
    assert who("The Veldener chancellery").sides == ("Velden",)
    assert who("The Ostholmer side").sides == ("Ostholm",)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Velmora People's Front", ("Velmora", "People", "'s", "Front")),
        ("O’Neill’s Post", ("O’Neill", "’s", "Post")),
        ("U.N. in Sa'ar", ("U.N.", "in", "Sa'ar")),
    ],
)
def test_names_are_split_like_the_parser_splits_them(name: str, words: tuple[str, ...]) -> None:
    assert split_words(name) == words

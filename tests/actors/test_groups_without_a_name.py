import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The harbour unions met in Halm. They rejected the plan.", "They", "harbour unions"),
        ("Sudmark's pensioners marched. They want more.", "They", "Sudmark's pensioners"),
        ("A pair of men stood at the gate. They said that it was shut.", "They", "men"),
        ("Moderates lost the vote in Velmora. They say it was close.", "They", "Moderates"),
        ("Fishermen shut the port. The trawlermen of Ostrava saw it.", "Fishermen", "Fishermen"),
    ],
)
def test_a_plural_noun_phrase_is_described_and_not_named(ask, text, words, name) -> None:
    found = ask(text)(words)
    assert [actor.name for actor in found.actors] == [name]
    assert found.sides == () or "Sudmark" in text
    assert found.is_unnamed


def test_they_are_all_those_who_are_named_together(ask) -> None:
    who = ask("Ana Kos and the ferrymen met in Halm. They agreed on a price.")
    assert [actor.name for actor in who("They").actors] == ["Ana Kos", "ferrymen"]


def test_things_are_not_who_they_are(ask) -> None:
    who = ask("The ferrymen met in Halm. The prices had risen. They said that it was too much.")
    assert who("They").names == "ferrymen"


def test_a_single_body_of_nobody_does_not_keep_they_open(ask) -> None:
    who = ask("The ferrymen wrote that the court had erred. They want a new judge.")
    assert who("They").names == "ferrymen"


def test_both_women_are_those_known_to_be_women(ask) -> None:
    who = ask("Anna Kos beat Maria Vik. Berg watched. Both women spoke in Halm.")
    assert {actor.name for actor in who("Both women").actors} == {"Anna Kos", "Maria Vik"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Norway sent a paper that the kingdom hopes to publish.", "the kingdom", "Norway"),
        (
            "The Lamp Makers Guild met the press. Nothing was said in May when the company left.",
            "the company",
            "Lamp Makers Guild",
        ),
    ],
)
def test_a_noun_for_a_kind_is_the_only_one_of_it_just_named(ask, text, words, name) -> None:
    assert ask(text)(words).names == name

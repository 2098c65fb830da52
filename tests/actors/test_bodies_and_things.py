import pytest


def test_the_title_of_an_office_of_the_president_makes_nobody_president(ask) -> None:
    who = ask(
        "Head of the Office of the President of Norway Jon Berg met the press in Oslo.",
        side="Norway",
    )
    assert who("Jon Berg").sides == ("Norway",)
    assert "titled “Head of the Office”" in who("Jon Berg").reason


@pytest.mark.parametrize("words", ["the government", "the army", "the armed forces"])
def test_bodies_that_every_state_has_are_an_official_texts_own(ask, words: str) -> None:
    found = ask(f"Ana Kos thanked {words} for the help.", side="Norway")(words)
    assert found.sides == ("Norway",)


def test_the_government_of_a_report_stays_open(ask) -> None:
    assert not ask("Ana Kos thanked the government for the help.")("the government").actors


def test_an_abbreviation_in_an_official_text_is_of_its_state(ask) -> None:
    who = ask("The Federal Harbour Agency (FHA) was praised. The FHA has new ships.", side="Norway")
    assert who("FHA").sides == ("Norway",)


def test_a_body_before_a_name_is_no_part_of_it(cast_of) -> None:
    people = cast_of("Commander of the Coastal Forces Jon Berg spoke in Halm.").people
    assert [actor.name for _, actor in people] == ["Jon Berg"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peace across the Taiwan Strait matters to all.", "Taiwan"),
        ("Many were hurt in the attack on Kyiv last night.", "Kyiv"),
        ("The state meets the Copenhagen criteria by now.", "Copenhagen"),
    ],
)
def test_parts_of_things_and_targets_are_nobody(ask, text: str, words: str) -> None:
    assert not ask(text)(words).actors


def test_all_whom_an_official_text_names_at_once_are_the_leaders(ask) -> None:
    found = ask(
        "President Alar Tamm of Estonia, President Jon Berg of Finland, President Ana Kos of "
        "Poland and President Lars Vik of Norway held a call. The leaders agreed on a plan.",
        side="Norway",
    )("The leaders")
    assert len(found.actors) == 4

"""Whole names of bodies, titles in titles, and names that are parts of longer ones."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Ministry of Labour and Trade agreed.", "Ministry of Labour and Trade", None),
        (
            "The Ministry of Health and the Ministry of Trade agreed.",
            "Ministry of Health",
            "Ministry of Health",
        ),
        (
            "Head of the National Lamp and Harbour Council Jon Berg spoke.",
            "National Lamp and Harbour Council",
            None,
        ),
    ],
)
def test_a_body_has_its_whole_name(ask, text: str, words: str, name: str | None) -> None:
    (actor,) = ask(text, side="Norway")(words).actors
    assert (actor.name, actor.side) == (name or words, "Norway")


def test_a_bodys_name_ends_before_its_state(ask) -> None:
    (actor,) = ask("He met the Office of the Prime Minister of Slovenia.", side="Norway")(
        "Office of the Prime Minister of Slovenia"
    ).actors
    assert (actor.name, actor.side) == ("Office of the Prime Minister", "Slovenia")


def test_a_party_in_an_official_text_is_not_its_states(ask) -> None:
    text = "She met the Coastal Harbour Workers Coalition in Halm."
    found = ask(text, side="Norway")("Coastal Harbour Workers Coalition")
    assert "Norway" not in found.sides


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Moscow State Lamp Philharmonic played.", "Moscow"),
        ("The Beijing Winter Games went well.", "Beijing"),
        ("The Ukraine Recovery Conference begins.", "Ukraine"),
        ("He was made a Hero of Ukraine.", "Ukraine"),
        ("They met on the streets of Berlin.", "Berlin"),
        ("Their plan to seize Moscow failed.", "Moscow"),
        ("They honour these: Halm, Vik, Minsk, Ostrava and Kerch.", "Minsk"),
        ("She led a delegation to New Delhi.", "New Delhi"),
    ],
)
def test_parts_of_longer_names_and_cities_are_nobody(ask, text: str, words: str) -> None:
    assert not ask(text)(words).actors


def test_a_capital_before_its_ministry_is_still_the_state(ask) -> None:
    assert ask("Beijing refuses to sign, and Kiev insists.")("Beijing").sides == ("China",)


def test_an_abbreviation_of_words_in_lower_case_is_nobody(ask) -> None:
    who = ask("The gross local product (GLP) grew. The GLP was praised.", side="Norway")
    assert not who("GLP").actors


def test_an_abbreviation_of_an_act_is_nobody(ask) -> None:
    who = ask("The Safe Harbours Act (SHA) was signed. The SHA was praised.", side="Norway")
    assert not who("SHA").actors


@pytest.mark.parametrize("words", ["Governor Jon Berg (VT)", "VT"])
def test_two_capitals_in_brackets_are_nobody_new(ask, words: str) -> None:
    found = ask("With them was Governor Jon Berg (VT) of the lamp board.", side="Norway")(words)
    assert all(actor.name != "VT" for actor in found.actors)


def test_the_president_in_anothers_title_is_not_whose_name_follows(ask) -> None:
    who = ask(
        "Deputy Head of the Office of the President Ana Kos spoke with National Security "
        "Adviser to the President of the United States Jon Berg.",
        side="Ukraine",
        published="2022-06-01",
    )
    assert [one.name for one in who("Deputy Head of the Office of the President").actors] == [
        "Ana Kos"
    ]
    assert "titled “National Security Adviser”" in who("Jon Berg").reason
    assert [one.name for one in who("the President").actors] == ["Joe Biden"]


def test_the_minister_of_one_thing_is_no_other_minister(ask) -> None:
    who = ask(
        "Minister of Trade Jon Berg came. Minister of Health Ana Kos came too. "
        "The Minister of Health left.",
        side="Norway",
    )
    assert [one.name for one in who("The Minister of Health").actors] == ["Ana Kos"]


def test_the_former_president_is_not_who_is_president(ask) -> None:
    who = ask("The former President will be honoured.", side="Ukraine", published="2022-06-01")
    assert "Volodymyr Zelensky" not in [one.name for one in who("The former President").actors]


def test_the_presidents_of_two_states_are_people(ask) -> None:
    who = ask(
        "Ukraine and Poland held talks. The presidents agreed.",
        side="Ukraine",
        published="2022-06-01",
    )
    assert [one.name for one in who("The presidents").actors] == [
        "Volodymyr Zelensky",
        "Andrzej Duda",
    ]


def test_the_two_of_the_first_sentence_are_the_leaders(ask) -> None:
    who = ask(
        "President Jon Berg of Norway called President Ana Kos of Poland. They spoke of "
        "President Alar Tamm of Estonia. The leaders agreed.",
        side="Norway",
    )
    assert [one.name for one in who("The leaders").actors] == ["Jon Berg", "Ana Kos"]


@pytest.mark.parametrize("words", ["The enemy", "Occupiers", "The terrorist state"])
def test_the_enemy_of_a_state_at_war_is_the_other_side(ask, words: str) -> None:
    about = {"side": "Ukraine", "published": "2023-06-01"}
    assert ask(f"{words} shelled Halm.", **about)(words).sides == ("Russia",)


@pytest.mark.parametrize(
    "about", [{"side": "Ukraine", "published": "2019-06-01"}, {"side": "Norway"}, {}]
)
def test_the_enemy_is_nobody_where_no_war_is_known(ask, about: dict[str, str]) -> None:
    assert not ask("The enemy shelled Halm.", **about)("The enemy").actors


def test_the_security_council_of_an_official_text_is_its_own(ask) -> None:
    own = ask("Members of the Security Council met.", side="Russia")("Security Council")
    other = ask("The Security Council of the United Nations met.", side="Russia")(
        "Security Council"
    )
    assert (own.sides, other.sides) == (("Russia",), ("United Nations",))


def test_a_national_security_council_is_not_the_united_nations(ask) -> None:
    found = ask("The National Security Council met.", side="Norway")("National Security Council")
    assert found.sides == ("Norway",)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Department of Labor", "United States"),
        ("Rosatom", "Russia"),
        ("NABU", "Ukraine"),
        ("Bundeswehr", "Germany"),
        ("UNODC", "United Nations"),
        ("EBRD", "EBRD"),
    ],
)
def test_bodies_and_their_short_names_are_known(knowledge, name: str, side: str) -> None:
    actor = knowledge.find(name)
    assert actor is not None
    assert actor.side == side


def test_a_judge_is_who_was_called_judge(ask) -> None:
    who = ask("Judge Ana Kos heard them. Jon Berg wept. The judge left.")
    assert [one.name for one in who("The judge").actors] == ["Ana Kos"]


def test_a_headline_of_two_states_is_not_a_name(ask) -> None:
    text = (
        "Velmora Rejects Arrendia's Demand on the Pass\n"
        "Velmoran Prime Minister Mette Solberg spoke with Arrendian President Ana Kos."
    )
    assert ask(text)("Velmora").sides == ("Velmora",)

import pytest

SPEAKERS = (
    "The Kremlin waited. Downing Street waited. A spokesman for Downing Street waited. The Élysée "
    "waited. The Blue House waited. A White House spokeswoman waited. The State Department waited. "
    "The Qassam Brigades waited. The armed wing of Hamas waited. Israel's Likud party waited. "
    "Al-Quds Brigades fighters waited. The Quai d'Orsay waited. A statement carried by KCNA was "
    "long. TASS waited. The ambassador of Norway to Finland waited."
)


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("The Kremlin", ("Russia",)),
        ("Downing Street", ("United Kingdom",)),
        ("A spokesman for Downing Street", ("United Kingdom",)),
        ("The Élysée", ("France",)),
        ("The Blue House", ("South Korea",)),
        ("A White House spokeswoman", ("United States",)),
        ("The State Department", ("United States",)),
        ("The Qassam Brigades", ("Hamas",)),
        ("The armed wing of Hamas", ("Hamas",)),
        ("Israel's Likud party", ("Likud",)),
        ("Al-Quds Brigades fighters", ("Palestinian Islamic Jihad",)),
        ("The Quai d'Orsay", ("France",)),
        ("A statement carried by KCNA", ("North Korea",)),
        ("TASS", ()),
        ("The ambassador of Norway to Finland", ("Norway",)),
    ],
)
def test_offices_wings_and_agencies_speak_for_their_side(
    ask, words: str, sides: tuple[str, ...]
) -> None:
    assert ask(SPEAKERS)(words).sides == sides


@pytest.mark.parametrize(
    ("text", "words", "sides"),
    [
        ("A source close to the Kremlin left.", "A source close to the Kremlin", ("Russia",)),
        (
            "People familiar with Velmora's plans left. Velmora's president did, too.",
            "People familiar with Velmora's plans",
            ("Velmora",),
        ),
        ("Two Norwegian officials left.", "Two Norwegian officials", ("Norway",)),
        ("Officials familiar with the matter left.", "Officials familiar with the matter", ()),
        ("A senior diplomat left.", "A senior diplomat", ()),
    ],
)
def test_sources_without_a_name_are_of_their_side_and_marked(
    ask, text: str, words: str, sides: tuple[str, ...]
) -> None:
    resolution = ask(text)(words)
    assert resolution.sides == sides
    assert resolution.is_unnamed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kremlin left.", "The Kremlin"),
        ("A Norwegian spokesman left.", "A Norwegian spokesman"),
        ("Norwegian official Ana Kos left.", "Ana Kos"),
    ],
)
def test_bodies_spokesmen_and_named_people_are_no_unnamed_sources(
    ask, text: str, words: str
) -> None:
    assert not ask(text)(words).is_unnamed


def test_a_counterpart_is_of_the_other_side(ask) -> None:
    text = "Velmoran President Ana Kos met her Norwegian counterpart. Kos left Velmora."
    assert ask(text)("her Norwegian counterpart").sides == ("Norway",)


OFFICIAL = (
    "The President met the Head of the Government. The Minister of Health Ana Kos was there. The "
    "Cabinet of Ministers agreed. The National Harbour Agency will report. President Jon Berg of "
    "Sudmark left."
)


@pytest.mark.parametrize(
    "words", ["The President", "Ana Kos", "The Cabinet of Ministers", "The National Harbour Agency"]
)
def test_the_offices_of_an_official_text_are_its_publishers(ask, words: str) -> None:
    assert ask(OFFICIAL, side="France")(words).sides == ("France",)


def test_the_president_of_an_official_text_is_its_own_of_the_day(ask) -> None:
    text = "The President met visitors. President Jon Berg of Sudmark left."
    (actor,) = ask(text, side="FR", published="2014-05-01")("The President").actors
    assert (actor.name, actor.side) == ("François Hollande", "France")


def test_the_president_of_a_kingdoms_text_is_the_other_one(ask) -> None:
    text = "The Prime Minister met President Jon Berg of Sudmark. The President left."
    assert ask(text, side="Norway")("The President").sides == ("Sudmark",)


def test_an_owner_named_in_an_official_text_goes_before_its_publisher(ask) -> None:
    assert ask(OFFICIAL, side="France")("Jon Berg").sides == ("Sudmark",)

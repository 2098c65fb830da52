"""Later words for somebody: surnames of several, speakers after quotations, kin, companies."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param(
            "Pavel Holm won the vote. Holm thanked us. His sister Edda Holm wept. Holm sat.",
            "Holm",
            ["Pavel Holm"],
            id="a surname stays its first bearer's",
        ),
        pytest.param(
            "Pavel Holm met Edda Holm in Halm. It was late, Mrs. Holm said.",
            "Holm",
            ["Edda Holm"],
            id="an honorific tells two of a name apart",
        ),
        pytest.param(
            "Pavel Holm and Edda Holm run the mill. It rained. It was late. Nobody saw Holm.",
            "Holm",
            [],
            id="a surname of two stays open where nothing tells",
        ),
        pytest.param(
            '"It leaks," Pavel Holm said. The dam worries Tomas Rook, a farmer from Halm.\n'
            '"It was never safe. Nobody looked," he said.',
            "he",
            ["Tomas Rook"],
            id="who is brought in before a quotation speaks",
        ),
        pytest.param(
            '"It leaks," Pavel Holm said. Tomas Rook agreed with Holm.\n"It is old," he said.',
            "he",
            ["Tomas Rook"],
            id="who spoke before another was spoken of is past",
        ),
        pytest.param(
            "Pavel Holm called Tomas Rook. He praised Rook for the dam.",
            "He",
            ["Pavel Holm"],
            id="a subject is nobody whom its own clause names",
        ),
        pytest.param(
            "Before he became minister, Pavel Holm taught history.",
            "he",
            ["Pavel Holm"],
            id="a pronoun may run ahead of its subject",
        ),
        pytest.param(
            "Ms. Tavi Rook met Ms. Elke Dorn. Mr. Holm came. Ms. Rook spoke. She was tired.",
            "She",
            ["Tavi Rook"],
            id="an honorific of any mention tells the gender",
        ),
        pytest.param(
            "Pavel Holm came with his wife, Tavi Rook. It rained. Holm's wife said nothing.",
            "Holm's wife",
            ["Tavi Rook"],
            id="kin who was named is known by the noun",
        ),
        pytest.param(
            "Pavel Holm saw Sigrid Holm in court. His ex-wife said nothing.",
            "His ex-wife",
            ["Sigrid Holm"],
            id="a spouse is likely who has the same name",
        ),
        pytest.param(
            "Pavel Holm left early. His wife said that he was ill.",
            "His wife",
            ["Pavel Holm's wife"],
            id="kin without a name is called by the owner",
        ),
        pytest.param(
            "Brightwater, a chemical company, denied the charge. The company said it was clean.",
            "The company",
            ["Brightwater"],
            id="what stands in apposition to a name is its",
        ),
        pytest.param(
            "The mayor of Halm, Piet Rook, opened the bridge. The mayor was tired.",
            "The mayor",
            ["Piet Rook"],
            id="a name may follow the owner of its title",
        ),
        pytest.param(
            "Professor Lukas Vik teaches in Halm. The historian says the letter is fake.",
            "The historian",
            ["Lukas Vik"],
            id="an epithet is of the only one spoken of",
        ),
        pytest.param(
            "Senators Jon Berg and Ana Kos wrote the bill. The senators want a vote.",
            "The senators",
            ["Jon Berg", "Ana Kos"],
            id="a plural title is of all who share it",
        ),
        pytest.param(
            "Norway's Foreign Minister Jon Berg met his Finnish counterpart, Ana Kos. "
            "The Finnish minister said talks went well.",
            "The Finnish minister",
            ["Ana Kos"],
            id="a counterpart has the title of the other",
        ),
        pytest.param(
            "Prosecutors charged Pavel Holm with theft. They said he took the money.",
            "They",
            ["Prosecutors"],
            id="people without a name are actors of their own",
        ),
        pytest.param(
            "Jon Berg fought Ana Kos and Pavel Holm. Berg saw Holm. The two men left.",
            "The two men",
            ["Jon Berg", "Pavel Holm"],
            id="two men are no women",
        ),
        pytest.param(
            "The actress and activist Ana Kos spoke. The former senator and author was tired.",
            "The former senator and author",
            ["Ana Kos"],
            id="two titles under one article are one person's",
        ),
        pytest.param(
            "Velm's harbour was shut. The Karst problem is old.",
            "Karst",
            [],
            id="a name that only says which thing is nobody",
        ),
    ],
)
def test_later_words_are_whom_a_careful_reader_takes_them_for(
    ask, text: str, words: str, names: list[str]
) -> None:
    found = ask(text)(words)
    assert [actor.name for actor in found.actors] == names
    assert found.reason


@pytest.mark.parametrize(
    ("text", "capital", "is_state"),
    [
        ("Vienna is building a new tram line.", "Vienna", False),
        ("By May, Oslo will have three more stations.", "Oslo", False),
        ("London lies on the Thames.", "London", False),
        ("Oslo opened talks with Helsinki on Friday.", "Oslo", True),
    ],
)
def test_a_capital_that_builds_for_itself_is_no_state(
    ask, text: str, capital: str, *, is_state: bool
) -> None:
    assert bool(ask(text)(capital).actors) == is_state


def test_in_an_official_text_somebody_is_given_a_title_of_the_publishers(ask) -> None:
    who = ask(
        "The order appoints Tomas Rook Director of the Federal Harbour Service.", side="Norway"
    )
    assert who("Tomas Rook").sides == ("Norway",)


def test_a_participant_is_on_no_side_of_what_is_visited(ask) -> None:
    who = ask("The King greeted the participants of the Halm Forum.", side="Norway")
    assert who("the participants").sides == ()


def test_his_counterpart_is_the_other_of_the_two(ask) -> None:
    who = ask(
        "Jonas Gahr Støre, Prime Minister of Norway, called President Ana Kos of Finland. "
        "Støre informed his counterpart about the talks.",
        side="Norway",
    )
    assert who("his counterpart").names == "Ana Kos"

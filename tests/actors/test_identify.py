import time
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.actors import identify, load_knowledge
from rashomon.model import (
    ActorKind,
    Annotations,
    Document,
    DocumentId,
    Kind,
    Sentence,
    Span,
    Tokens,
    Zone,
)

MEETING = (
    "Nordland's Prime Minister Ingrid Dahl and Sudmark President Tomas Verek met in Halm on "
    "Friday. Dahl told journalists that her government would reopen the crossing. She thanked "
    "Sudmark. Verek's office added that the sides had agreed on little. Sudmarkian officials "
    "denied that any shots had been fired. A spokeswoman for the Nordlandic foreign ministry, "
    "Mari Ekeland, said that was false. The spokeswoman promised proof. The president said his "
    "army had acted lawfully. Both leaders left early. Erik Holm, an analyst, saw no winner."
)


@pytest.mark.parametrize(
    ("words", "side", "name"),
    [
        ("Ingrid Dahl", "Nordland", "Ingrid Dahl"),
        ("Dahl", "Nordland", "Ingrid Dahl"),
        ("Tomas Verek", "Sudmark", "Tomas Verek"),
        ("her government", "Nordland", "Ingrid Dahl's government"),
        ("She", "Nordland", "Ingrid Dahl"),
        ("Verek's office", "Sudmark", "Verek's office"),
        ("Sudmarkian officials", "Sudmark", "Sudmarkian officials"),
        ("Mari Ekeland", "Nordland", "Mari Ekeland"),
        ("The spokeswoman", "Nordland", "Mari Ekeland"),
        ("The president", "Sudmark", "Tomas Verek"),
        ("his\u00a0army".replace("\u00a0", " "), "Sudmark", "Tomas Verek's army"),
        ("Erik Holm", None, "Erik Holm"),
    ],
)
def test_states_that_no_list_knows_are_read_from_the_text(
    ask,
    words: str,
    side: str | None,
    name: str,
) -> None:
    resolution = ask(MEETING)(words)
    assert [(actor.name, actor.side) for actor in resolution.actors] == [(name, side)]
    assert resolution.reason


def test_two_leaders_are_the_pair_named_together(ask) -> None:
    who = ask(MEETING)
    assert who("Both leaders").sides == ("Nordland", "Sudmark")
    assert who("the sides").sides == ("Nordland", "Sudmark")


REAL = (
    "The Russian president's press service published a readout of the call. The German "
    "government's statement was longer. According to Berlin, the Kremlin had asked for the call. "
    "Kremlin spokesman Dmitry Peskov told reporters so. State Department spokesman Paul Ames "
    "said Washington was informed. The Russian and German foreign ministers will meet. The "
    "foreign ministry in Ankara welcomed it. A statement issued by the Chinese Foreign Ministry "
    "called for calm. Russian state media reported it. Hamas officials did not react."
)


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("The Russian president's press service", ("Russia",)),
        ("The German government's statement", ("Germany",)),
        ("Berlin", ("Germany",)),
        ("the Kremlin", ("Russia",)),
        ("Kremlin spokesman Dmitry Peskov", ("Russia",)),
        ("State Department spokesman Paul Ames", ("United States",)),
        ("Washington", ("United States",)),
        ("The Russian and German foreign ministers", ("Russia", "Germany")),
        ("The foreign ministry in Ankara", ("Turkey",)),
        ("A statement issued by the Chinese Foreign Ministry", ("China",)),
        ("Russian state media", ()),
        ("Hamas officials", ("Hamas",)),
    ],
)
def test_institutions_speak_for_their_states(ask, words: str, sides: tuple[str, ...]) -> None:
    assert ask(REAL)(words).sides == sides


def test_a_title_that_stands_only_in_the_caption_counts_everywhere(ask) -> None:
    who = ask(
        "Velmoran President Ana Kos (left) on Monday\nKos said Velmora would wait.",
        first_line=Zone.CAPTION,
    )
    assert who("Kos").sides == ("Velmora",)


def test_a_title_of_the_text_goes_before_the_list(ask) -> None:
    who = ask("Former Velmoran President Angela Merkel said little. Merkel waved.")
    assert who("Merkel").sides == ()
    assert "speaks for no side" in who("Merkel").reason


def test_a_capital_that_the_text_explains_stands_for_its_state(ask) -> None:
    who = ask(
        "Velm, the capital of Velmora, was calm. Officials in Velm said so. Velm told the world."
    )
    assert who("Officials in Velm").sides == ("Velmora",)
    assert who("Velm").sides == ("Velmora",)


def test_those_who_speak_for_a_person_are_on_that_side(ask) -> None:
    who = ask(
        "Velmoran Prime Minister Lea Orsini stayed away. Orsini's spokeswoman, Dina Raul, said "
        "she was ill. Raul left Velmora."
    )
    assert who("Raul").sides == ("Velmora",)


def test_a_pronoun_that_may_be_two_people_stays_open(ask) -> None:
    who = ask(
        "The talks between Nordland's minister Jon Berg and Sudmark's minister Lars Vik were long. "
        "He said nothing new."
    )
    resolution = who("He")
    assert resolution.actors == ()
    assert "Jon Berg" in resolution.reason
    assert "Lars Vik" in resolution.reason


def test_a_role_that_belongs_to_nobody_named_stays_open(ask) -> None:
    resolution = ask("It rained all day. The minister said he was tired.")("The minister")
    assert resolution.actors == ()
    assert "does not say whose" in resolution.reason


def test_a_person_unknown_to_everything_is_on_no_side(ask) -> None:
    (actor,) = ask("Erik Holm said the weather was bad.")("Erik Holm").actors
    assert (actor.kind, actor.side) == (ActorKind.PERSON, None)


def test_a_surname_alone_is_known_only_where_its_state_is_named(ask) -> None:
    assert ask("In Berlin, Scholz said Germany would wait.")("Scholz").sides == ("Germany",)
    assert ask("At the bakery, Scholz said bread was dear.")("Scholz").sides == ()


def test_two_readings_of_one_document_agree(cast_of) -> None:
    assert cast_of(MEETING).people == cast_of(MEETING).people


@pytest.mark.parametrize(
    ("text", "words", "sides"),
    [
        ("President Ana Kos of Arrendia met Jon Berg. Kos spoke.", "Kos", ("Arrendia",)),
        (
            "Foreign ministers Ana Kos of Arrendia and Jon Berg of Nordland met. Berg spoke.",
            "Berg",
            ("Nordland",),
        ),
        ("Norway's Ana Kos met Jon Berg. Kos spoke.", "Kos", ("Norway",)),
        ("Singer Ana Kos of Norway met Jon Berg. Kos spoke.", "Kos", ()),
        ("A Turkish diplomatic source spoke.", "A Turkish diplomatic source", ("Turkey",)),
        (
            "Velmora is calm. A source in the Velmoran presidency spoke.",
            "A source in the Velmoran presidency",
            ("Velmora",),
        ),
        (
            "An official familiar with the Finnish position spoke.",
            "An official familiar with the Finnish position",
            ("Finland",),
        ),
    ],
)
def test_a_state_beside_a_name_or_an_unnamed_source_is_its_side(
    ask, text: str, words: str, sides: tuple[str, ...]
) -> None:
    assert ask(text)(words).sides == sides


@pytest.mark.parametrize(
    ("text", "words", "sides"),
    [
        (
            'The Nordland ministry denied it. "The tales of the Finnish side are false," it said.',
            "it",
            ("Nordland",),
        ),
        (
            "Norway's government left. The chancellery in Lindburg gave a briefing; it was long.",
            "it",
            (),
        ),
        ("Sudmark leader Kim Vik met Norway's Ana Kos. She spoke.", "She", ("Norway",)),
        (
            "A spokesman in Marn spoke in March. The Marnish army left.",
            "The Marnish army",
            ("Marn",),
        ),
        ("The Northern Front left. The Front spoke.", "Front", ("Northern Front",)),
        ("Ostrava Bay said no. The Bay said it was sorry.", "Bay", ("Ostrava Bay",)),
        (
            "Norway's ministry spoke. Finland's ministry spoke. Neither statement was long.",
            "Neither statement",
            ("Norway", "Finland"),
        ),
    ],
)
def test_later_words_point_to_who_was_meant(
    ask, text: str, words: str, sides: tuple[str, ...]
) -> None:
    assert ask(text)(words).sides == sides


def test_a_phrase_nested_without_end_stays_open(ask) -> None:
    assert ask("the minister of " * 400)("the minister").actors == ()


# fmt: off
WORDS = st.sampled_from((
    "he", "she", "it", "they", "the", "Russian", "Moscow", "US", "president", "spokesman", "of",
    "and", ",", "'", "statement", "Ana", "Kos", "said", "officials", "who", "two", "leaders",
))
# fmt: on


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, st.integers(0, 30), st.integers(0, 5)), min_size=1, max_size=25))
def test_any_parse_however_wrong_is_resolved_or_left_open_with_a_reason(
    rows: list[tuple[str, int, int]],
) -> None:
    text, starts = "", []
    for word, _, _ in rows:
        starts.append(len(text))
        text += word + " "
    n = len(rows)
    relations = ("nsubj", "poss", "prep", "pobj", "conj", "relcl")
    tokens = Tokens(
        starts=tuple(starts),
        ends=tuple(start + len(row[0]) for start, row in zip(starts, rows, strict=True)),
        words=tuple(row[0] for row in rows),
        lemmas=tuple(row[0].lower() for row in rows),
        pos=tuple(("NOUN", "PROPN", "PRON", "VERB", "ADP", "NOUN")[row[2]] for row in rows),
        tags=tuple(("NN", "NNP", "PRP", "VBD", "IN", "NNS")[row[2]] for row in rows),
        relations=tuple(relations[row[2]] for row in rows),
        heads=tuple(row[1] % n for row in rows),
    )
    document = Document(
        id=DocumentId("d"), text=text, zones=(), kind=Kind.REPORT, kind_reason="", sha256="0"
    )
    layers = Annotations(
        document_id=document.id, tokens=tokens, sentences=(Sentence(0, n),), mentions=()
    )
    cast = identify(document, layers, load_knowledge())
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        resolution = cast.actor_of(Span(start, end))
        assert resolution.reason
        assert 0 <= resolution.confidence <= 1


MAX_SECONDS = 30  # of the processor; it takes 4 here


def test_a_sentence_of_two_hundred_thousand_characters_is_no_trap() -> None:
    words = (
        "Ana Kos of Velmora told him that he and the president met in Moscow and " * 3000
    ).split()
    n = len(words)
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))[:-1]
    pos = ["PROPN" if word[0].isupper() else "PRON" if word[0] == "h" else "NOUN" for word in words]
    tokens = Tokens(
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        words=tuple(words),
        lemmas=tuple(word.lower() for word in words),
        pos=tuple(pos),
        tags=tuple({"PROPN": "NNP", "PRON": "PRP", "NOUN": "NN"}[one] for one in pos),
        relations=("nsubj",) * n,
        heads=tuple(max(0, index - 1) for index in range(n)),
    )
    document = Document(
        id=DocumentId("d"),
        text=" ".join(words),
        zones=(),
        kind=Kind.REPORT,
        kind_reason="",
        sha256="0",
    )
    layers = Annotations(
        document_id=document.id, tokens=tokens, sentences=(Sentence(0, n),), mentions=()
    )
    started = time.process_time()
    identify(document, layers, load_knowledge())
    assert time.process_time() - started < MAX_SECONDS

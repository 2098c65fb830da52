import pytest

from rashomon.actors import identify, load_knowledge
from rashomon.annotations import annotate
from rashomon.claims import resolve
from rashomon.model import Claim, Document, DocumentId, Kind, Span, Zone, ZoneSpan


def claims_of(text: str) -> list[Claim]:
    document = Document(
        id=DocumentId("d"),
        text=text,
        zones=(ZoneSpan(Zone.BODY, Span(0, len(text))),),
        kind=Kind.READOUT,
        kind_reason="given",
        sha256="0",
        side="Velmora",
    )
    layers = annotate([document])
    cast = identify(document, layers[0], load_knowledge(None))
    return list(resolve([document], layers, [()], [cast])[0])


def acts_of(text: str) -> list[tuple[str, str]]:
    acts = [claim.act for claim in claims_of(text)]
    return [(act.doer.words if act.doer else "", act.verb.words) for act in acts if act]


def test_every_point_of_a_list_has_the_act_that_opens_it() -> None:
    acts = acts_of("The ministers discussed the ferry line, the price of grain and the hotline.")
    assert set(acts) == {("The ministers", "discussed")}
    assert len(acts) > 1


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    assert acts_of("Mette Solberg thanked the crews and agreed to visit Tarn in May.") == [
        ("Mette Solberg", "thanked"),
        ("Mette Solberg", "agreed"),
    ]


def test_a_verb_after_a_passive_has_the_one_it_was_done_to() -> None:
    assert acts_of("Kos was invited by Solberg to Tarn and promised to reopen the harbour.") == [
        ("Solberg", "invited"),
        ("Kos", "promised"),
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ministers agreed to open a hotline.", ("The ministers", "agreed")),
        ("Solberg said that the pass would reopen.", ("Solberg", "said")),
        ("The hotline was proposed by Arrendia.", ("Arrendia", "proposed")),
        ("Solberg has not yet agreed on the price.", ("Solberg", "has not yet agreed")),
        ("The hotline was discussed at length.", ("", "was discussed")),
        ("Solberg did not accept the plan.", ("Solberg", "did not accept")),
        ("Solberg was clear that the plan would fail.", ("Solberg", "was clear")),
        ("It was agreed to open a hotline.", ("", "was agreed")),
    ],
)
def test_the_act_is_the_outermost_verb_with_its_subject(text: str, act: tuple[str, str]) -> None:
    assert acts_of(text) == [act]


def test_a_heading_has_no_act() -> None:
    assert acts_of("Gas contract and ferry line") == []


def test_the_doer_is_resolved_where_the_text_allows() -> None:
    *_, last = claims_of("Prime Minister Mette Solberg met Ana Kos. She thanked Kos for the ferry.")
    assert last.act
    assert last.act.doer
    assert last.act.doer.words == "She"
    assert {actor.name for actor in last.act.actors} <= {"Mette Solberg"}


def test_who_and_which_do_nothing() -> None:
    acts = acts_of("Kos thanked the crews, who repaired the pass, and the town, which fed them.")
    assert {"who", "which"}.isdisjoint(doer for doer, _ in acts)

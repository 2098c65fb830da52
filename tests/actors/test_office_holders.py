import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.actors.holders import Holder, Period, Term
from rashomon.actors.knowledge import KnowledgeBase
from rashomon.model import ActorId

DAYS = st.dates().map(str)


def day(date: str) -> Period:
    return Period(date, date)


@pytest.mark.parametrize(
    ("side", "role", "date", "name"),
    [
        ("Russia", "president", "2007-01-01", "Vladimir Putin"),
        ("Russia", "president", "2010-01-01", "Dmitry Medvedev"),
        ("Ukraine", "president", "2014-12-01", "Petro Poroshenko"),
        ("United Kingdom", "prime minister", "2005-06-01", "Tony Blair"),
        ("Japan", "premier", "2014-05-01", "Shinzo Abe"),
        ("India", "foreign minister", "2020-01-01", "Subrahmanyam Jaishankar"),
        ("NATO", "secretary general", "2003-01-01", "George Robertson"),
    ],
)
def test_an_office_is_looked_up_at_a_date(
    knowledge: KnowledgeBase, side: str, role: str, date: str, name: str
) -> None:
    found = knowledge.in_office(side, role.split(), day(date))
    assert [holder.name for holder, _ in found] == [name]


def test_nobody_of_2026_holds_office_in_2014(knowledge: KnowledgeBase) -> None:
    actor = knowledge.find("Keir Starmer", day("2014-05-01"))
    assert actor is not None
    assert (actor.side, actor.role) == (None, None)
    former = knowledge.find("Keir Starmer", day("2025-05-01"))
    assert former is not None
    assert former.side == "United Kingdom"


def test_who_has_left_office_speaks_for_it_no_more(knowledge: KnowledgeBase) -> None:
    then, now = (
        knowledge.find("Angela Merkel", day(date)) for date in ("2014-05-01", "2023-05-01")
    )
    assert then is not None
    assert now is not None
    assert (then.id, then.side, now.side) == (now.id, "Germany", None)


def test_one_person_may_have_spoken_for_two_sides(knowledge: KnowledgeBase) -> None:
    sides = [
        actor.side if (actor := knowledge.find("Jens Stoltenberg", day(date))) else None
        for date in ("2010-01-01", "2020-01-01")
    ]
    assert sides == ["Norway", "NATO"]


NEUTRAL = "The Russian president met the British prime minister. The French foreign minister left."


@pytest.mark.parametrize(
    ("date", "names"),
    [
        ("2014-05-01", ["Vladimir Putin", "David Cameron", "Laurent Fabius"]),
        ("2011-05-01", ["Dmitry Medvedev", "David Cameron", "Alain Juppé"]),
    ],
)
def test_a_title_without_a_name_is_who_held_it_when_the_text_was_written(
    ask, date: str, names: list[str]
) -> None:
    who = ask(NEUTRAL, published=date)
    words = ("The Russian president", "the British prime minister", "The French foreign minister")
    assert [who(each).actors[0].name for each in words] == names
    assert "at the time of the text" in who(words[0]).reason


def test_a_title_without_a_name_in_a_text_without_a_date_is_nobody_by_name(ask) -> None:
    (actor,) = ask(NEUTRAL)("The Russian president").actors
    assert (actor.name, actor.side) == ("Russian president", "Russia")


def test_a_surname_is_the_holder_of_the_time(ask) -> None:
    text = "In London, Cameron met visitors. Britain was calm."
    assert ask(text, published="2014-05-01")("Cameron").sides == ("United Kingdom",)
    resolution = ask(text, published="2020-05-01")("Cameron")
    assert [(actor.name, actor.side) for actor in resolution.actors] == [("David Cameron", None)]
    assert "at another time" in resolution.reason


def test_a_title_of_the_past_tells_of_the_past(ask) -> None:
    who = ask(
        "Then-Prime Minister David Cameron met visitors. Britain was calm.", published="2020-05-01"
    )
    assert who("David Cameron").sides == ("United Kingdom",)


def test_two_of_one_surname_on_one_side_are_candidates_of_it(ask) -> None:
    resolution = ask("Bush went home. The United States was calm.")("Bush")
    assert resolution.sides in {("United States",), ()}
    assert ask("Sharif went home. Pakistan was calm.")("Sharif").candidates


@pytest.mark.parametrize(
    "spelling",
    [
        "Zelensky",
        "Zelenskyy",
        "Zelenskiy",
        "Selenskyj",
        "Зеленський",
        "זלנסקי",
        "Volodymyr Zelenskyj",
    ],
)
def test_a_name_is_found_in_six_spellings(knowledge: KnowledgeBase, spelling: str) -> None:
    actor = knowledge.find(spelling)
    assert actor is not None
    assert actor.name == "Volodymyr Zelensky"


@given(DAYS, DAYS, DAYS)
def test_a_term_is_before_or_in_a_day_and_never_both(since: str, until: str, date: str) -> None:
    term = Term("Nordland", "President", *sorted((since, until)))
    assert not (term.is_in(day(date)) and term.is_before(day(date)))
    assert term.is_in(day(date)) == (term.since <= date <= term.until)


@given(st.sampled_from(["2014", "2014-05", "2014-05-17"]))
def test_a_date_known_in_part_holds_for_all_of_it(date: str) -> None:
    assert Term("Nordland", "President", date, date).is_in(day("2014-05-17"))


def test_nothing_is_over_at_an_unknown_time() -> None:
    terms = (Term("Nordland", "President", "1999", "2003"),)
    holder = Holder(ActorId("x"), "Ana Kos", frozenset({"ana"}), terms)
    assert holder.term_in(Period()) == terms[0]
    assert holder.actor(None).side is None

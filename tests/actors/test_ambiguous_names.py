import pytest

from rashomon.actors import KnowledgeBase


@pytest.mark.parametrize(
    ("text", "words", "sides"),
    [
        ("Georgia held an election. Tbilisi was calm.", "Georgia", ("Georgia",)),
        ("Voters in Atlanta went home. Georgia was calm.", "Georgia", ("Georgia (US state)",)),
        ("Congo was calm. People fled Goma for Rwanda.", "Congo", ("DR Congo",)),
        ("Congo was calm. Brazzaville was, too.", "Congo", ("Congo-Brazzaville",)),
        ("Congo was calm.", "Congo", ()),
        ("Korea was calm.", "Korea", ()),
        ("Korea was calm. Seoul was, too.", "Korea", ("South Korea",)),
        ("Michael Jordan opened a shop. Jordan waved.", "Jordan", ()),
        ("Jordan waited. Amman was calm.", "Jordan", ("Jordan",)),
        ("Officials of Jordan met by the Jordan River.", "Officials of Jordan", ("Jordan",)),
        ("Papua New Guinea was calm.", "Papua New Guinea", ("Papua New Guinea",)),
        ("Guinea was calm. Conakry was, too.", "Guinea", ("Guinea",)),
        ("Niger waited. Niamey was calm.", "Niger", ("Niger",)),
        ("Washington agreed.", "Washington", ("United States",)),
        ("Brussels agreed.", "Brussels", ("European Union",)),
    ],
)
def test_a_name_of_several_means_what_the_text_says_with_it(
    ask, text: str, words: str, sides: tuple[str, ...]
) -> None:
    resolution = ask(text)(words)
    assert resolution.sides == sides
    assert resolution.reason
    assert 0 <= resolution.confidence <= 1


def test_a_city_in_a_persons_name_is_no_state(ask) -> None:
    assert "United States" not in ask("Denzel Washington smiled.")("Washington").sides


def test_a_doubtful_name_stays_open_with_its_candidates(ask) -> None:
    resolution = ask("Congo was calm.")("Congo")
    assert resolution.actors == ()
    assert [one.name for one in resolution.candidates] == ["DR Congo", "Congo-Brazzaville"]


SEATS = (
    "Moscow said it would wait. A visitor arrived in Moscow, flew to Moscow and left Moscow again. "
    "Talks with Moscow go on. The Moscow mayor was ill. The Minsk agreements are old. Officials in "
    "Ankara were calm. The demands of Paris are known. KYIV (Agency) - It rained."
)


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Moscow said", ("Russia",)),
        ("in Moscow", ()),
        ("to Moscow", ()),
        ("left Moscow", ()),
        ("with Moscow", ("Russia",)),
        ("Minsk", ()),
        ("Officials in Ankara", ("Turkey",)),
        ("Paris", ("France",)),
    ],
)
def test_a_seat_of_government_that_speaks_is_no_place(
    ask, words: str, sides: tuple[str, ...]
) -> None:
    assert ask(SEATS)(words).sides == sides


def test_a_place_tells_whose_it_would_be(ask) -> None:
    resolution = ask("A visitor arrived in Moscow.")("Moscow")
    assert [one.name for one in resolution.candidates] == ["Russia"]
    assert "place" in resolution.reason


def test_an_abbreviation_is_what_the_text_says_it_is_short_for(ask) -> None:
    who = ask(
        "The Northern Relief Union (NRU) sent food. The NRU asked for more. NRU officials left. "
        "The Joint Plan of Action (JPA) is old. The JPA was signed."
    )
    assert [actor.name for actor in who("The NRU").actors] == ["Northern Relief Union"]
    assert who("NRU officials").sides == ("Northern Relief Union",)
    assert "Joint Plan of Action" not in who("The JPA").names


def test_an_abbreviation_of_the_text_goes_before_the_list(ask) -> None:
    who = ask("The Arendal Union (AU) met. The AU agreed.")
    assert [actor.name for actor in who("The AU").actors] == ["Arendal Union"]


def test_states_are_known_in_many_languages(knowledge: KnowledgeBase) -> None:
    for words, name in (
        ("Россия", "Russia"),
        ("Deutschland", "Germany"),
        ("中国", "China"),
        ("ישראל", "Israel"),
        ("Україна", "Ukraine"),
    ):
        actor = knowledge.find(words)
        assert actor is not None
        assert actor.name == name


def test_who_speaks_for_a_disputed_state_is_never_certain(ask) -> None:
    resolution = ask("The Afghan government met.", published="2023-05-01")("The Afghan government")
    assert resolution.sides == ("Afghanistan",)
    assert [one.name for one in resolution.candidates] == ["Taliban"]
    assert resolution.confidence <= 0.7
    before = ask("The Afghan government met.", published="2015-05-01")("The Afghan government")
    assert before.candidates == ()


def test_disputed_identities_are_actors_of_their_own(knowledge: KnowledgeBase) -> None:
    for one, other in (
        ("Taiwan", "China"),
        ("Hamas", "Palestine"),
        ("Taliban", "Afghanistan"),
        ("Donetsk People's Republic", "Russia"),
        ("Houthis", "Yemen"),
    ):
        first, second = knowledge.find(one), knowledge.find(other)
        assert first is not None
        assert second is not None
        assert (first.id == second.id, first.side == second.side) == (False, False)

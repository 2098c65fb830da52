from collections.abc import Callable

import pytest

from rashomon.accounts.entries import enter
from rashomon.accounts.relations import Finding, Utterance, judge
from rashomon.accounts.wording import word
from rashomon.model import Reading, Relation

Make = Callable[..., Reading]

HIGH, LOW = 0.9, 0.2


def utterance(statement: Make, side: str, text: str) -> Utterance:
    entries = tuple(enter([statement(side, text)], frozenset()))
    return Utterance(side, entries, tuple(word(entry, frozenset()) for entry in entries))


def relation(statement: Make, first: str, second: str, score: float) -> Finding:
    return judge(
        [utterance(statement, "Nordland", first), utterance(statement, "Sudmark", second)], score
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The talks lasted 20 minutes.", "The talks lasted two hours.", Relation.CONTRADICT),
        ("The talks lasted 50 minutes.", "The talks lasted about an hour.", Relation.DIFFER),
        ("Nordland sent 600 firefighters.", "It thanked it for 90 firefighters.", "contradict"),
        ("The offer is 4 percent.", "The offer is 2 percent.", Relation.CONTRADICT),
        ("Nordland gave $500 million.", "It got $ 500 million from Nordland.", Relation.AGREE),
        ("Nordland asked Velmora for grain.", "Velmora asked Nordland for grain.", "contradict"),
        ("Marr did not accept the ferry plan.", "Marr accepted the ferry plan.", "contradict"),
        ("It returned 200 sheep.", "It returned 20 sheep.", Relation.CONTRADICT),
        ("The pier opens on 3 May 2031.", "The pier opens on 9 June 2031.", "contradict"),
        ("The pact was signed on 3 May 2031.", "The pact ends on 9 June 2031.", Relation.DIFFER),
        (
            "Nordland shelled the port of Velmora.",
            "Velmora shelled the port of Nordland.",
            "contradict",
        ),
        ("Nordland spoke to Velmora.", "Velmora spoke to Nordland.", Relation.AGREE),
        ("Marr proposed the summit on water.", "Berg proposed the summit on water.", "contradict"),
        (
            "Only civilians may use the road.",
            "Civilians and soldiers may use the road.",
            "contradict",
        ),
        (
            "The truce covers power plants.",
            "The truce covers power plants and rail.",
            Relation.AGREE,
        ),
        ("They discussed the ferry.", "They agreed on the ferry.", Relation.DIFFER),
        ("The ferry opens at Verrin.", "The ferry opens at Verrin.", Relation.AGREE),
    ],
)
def test_a_rule_finds_its_relation(statement: Make, first: str, second: str, expected: str) -> None:
    assert relation(statement, first, second, HIGH).relation == expected


def test_other_words_on_one_issue_differ_and_the_reason_shows_them(statement: Make) -> None:
    finding = relation(
        statement, "Strict ferry tariffs stay.", "Ferry passengers deserve comfort.", LOW
    )
    assert finding.relation is Relation.DIFFER
    assert "“ferry”" in finding.reason.lower()
    assert "“comfort”" in finding.reason


def test_sides_that_are_surely_on_one_issue_in_unlike_words_differ(statement: Make) -> None:
    found = relation(statement, "Berg praised the harvest.", "Marr lamented the drought.", 0.4)
    assert found.relation is Relation.DIFFER
    assert "other words" in found.reason


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They talked about cooperation.", "Cooperation is important."),
        ("They discussed bilateral relations.", "They reviewed bilateral relations."),
    ],
)
def test_sides_that_say_nothing_of_their_own_do_not_differ(
    statement: Make, first: str, second: str
) -> None:
    assert relation(statement, first, second, HIGH).relation is not Relation.DIFFER


def test_without_a_telling_word_the_relation_is_unclear(statement: Make) -> None:
    finding = relation(statement, "Cooperation goes on.", "Cooperation ended fast.", LOW)
    assert finding.relation is Relation.UNCLEAR


def test_a_negation_in_other_words_is_no_contradiction(statement: Make) -> None:
    finding = relation(statement, "Marr did not accept the ferry.", "Berg accepted a prize.", LOW)
    assert finding.relation is not Relation.CONTRADICT


def test_meeting_each_other_swaps_no_roles(statement: Make) -> None:
    finding = relation(statement, "Nordland met Velmora.", "Velmora met Nordland.", HIGH)
    assert finding.relation is not Relation.CONTRADICT


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A guard was killed.", "No guard was killed."),
        ("Nobody was injured.", "Two sailors were wounded."),
        ("The Verrin Pass is open.", "The Verrin Pass is closed."),
        ("Marr rejected the ferry plan.", "Marr accepted the ferry plan."),
        ("Nordland denied that it shelled the port.", "Nordland shelled the port."),
        (
            "Guards had been promised access to two tunnels.",
            "No access to the tunnels had been promised.",
        ),
    ],
)
def test_what_one_side_denies_and_the_other_says_contradicts(
    statement: Make, first: str, second: str
) -> None:
    assert relation(statement, first, second, HIGH).relation is Relation.CONTRADICT
    assert relation(statement, second, first, HIGH).relation is Relation.CONTRADICT


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Four radio warnings were sent.", "No radio warning was received."),
        ("Velmora will not take part in the exercise.", "Velmora is invited to the exercise."),
        ("No guard was killed.", "Two sailors were killed."),
        ("Some guards were not paid.", "Two guards were paid."),
        ("Marr rejected the ferry plan.", "Berg accepted the ferry plan."),
        ("Nordland did not shell the port.", "Nordland shelled the bridge."),
        ("Nordland demanded that the pass be opened.", "The pass is closed."),
        ("Sudmark has no nuclear weapons.", "Sudmark has weapons."),
        ("The boats lay in international waters.", "The boats lay in Velmoran waters."),
        (
            "Guards had been promised access to two tunnels.",
            "No access to the archives had been promised.",
        ),
        ("The guards were promised boots.", "The guards got no boots."),
    ],
)
def test_a_near_miss_neither_agrees_nor_contradicts(
    statement: Make, first: str, second: str
) -> None:
    found = relation(statement, first, second, HIGH).relation
    assert found in {Relation.DIFFER, Relation.UNCLEAR}


def test_one_negation_in_both_accounts_agrees(statement: Make) -> None:
    finding = relation(statement, "No guard was killed.", "No guard was killed there.", HIGH)
    assert finding.relation is Relation.AGREE


def test_a_condition_that_one_side_alone_sets_differs(statement: Make) -> None:
    first = "The ministers agreed in 35 minutes to reopen the ferry."
    second = "The ferry will reopen in 35 minutes only after a joint inspection."
    finding = relation(statement, first, second, HIGH)
    assert finding.relation is Relation.DIFFER
    assert "“only after”" in finding.reason


def test_equal_lengths_alone_are_no_agreement_on_what_else_is_said(statement: Make) -> None:
    first = "In 35 minutes Marr praised the ferry."
    second = "In 35 minutes Berg condemned the quarry."
    assert relation(statement, first, second, HIGH).relation is Relation.DIFFER


def test_equal_lengths_agree_when_nothing_else_is_said(statement: Make) -> None:
    finding = relation(statement, "It lasted 35 minutes.", "It took 35 minutes.", HIGH)
    assert finding.relation is Relation.AGREE


def test_half_an_hour_is_thirty_minutes(statement: Make) -> None:
    finding = relation(
        statement, "They spoke for half an hour.", "They spoke for 30 minutes.", HIGH
    )
    assert finding.relation is not Relation.CONTRADICT

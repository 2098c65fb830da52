"""The relation of the sides in one row: typed rules first, shared words last."""

from collections.abc import Sequence
from itertools import combinations

from rashomon.accounts.relations.acts import compare_acts
from rashomon.accounts.relations.conditions import compare_conditions
from rashomon.accounts.relations.contradiction import compare_negation
from rashomon.accounts.relations.dates import compare_dates
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.accounts.relations.initiators import compare_initiators
from rashomon.accounts.relations.numbers import compare_numbers
from rashomon.accounts.relations.overlap import compare_overlap
from rashomon.accounts.relations.roles import compare_roles
from rashomon.accounts.relations.scope import compare_scope
from rashomon.accounts.relations.strength import compare_strength
from rashomon.model import Relation

# What a row of many sides says: the first of these that holds between any two of them.
ORDER = (Relation.CONTRADICT, Relation.DIFFER, Relation.UNCLEAR, Relation.AGREE)


def judge(utterances: Sequence[Utterance], score: float) -> Finding:
    """Judge a row.

    Args:
        utterances: What the sides say, at least two.
        score: How similar the words are that brought them together, in [0, 1].

    Returns:
        The strongest relation between any two sides, with its reason.
    """
    findings = [judge_pair(first, second, score) for first, second in combinations(utterances, 2)]
    return min(findings, key=lambda finding: ORDER.index(finding.relation))


def judge_facts(utterances: Sequence[Utterance]) -> Finding | None:
    """Judge numbers, dates and roles alone: all that sides can differ on about the bare contact."""
    findings = [
        finding
        for first, second in combinations(utterances, 2)
        if (finding := _judge_facts(first, second))
    ]
    return min(findings, key=lambda finding: ORDER.index(finding.relation), default=None)


def _judge_facts(first: Utterance, second: Utterance) -> Finding | None:
    return (
        compare_numbers(first, second)
        or compare_dates(first, second)
        or compare_roles(first, second)
        or compare_initiators(first, second)
    )


def judge_pair(first: Utterance, second: Utterance, score: float) -> Finding:
    """Judge what two sides say."""
    return (
        _judge_facts(first, second)
        or compare_scope(first, second)
        or compare_negation(first, second)
        or compare_conditions(first, second)
        or compare_strength(first, second)
        or compare_acts(first, second)
        or compare_overlap(first, second, score)
    )

"""The relation of the sides in one row: typed rules first, shared words last."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
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
from rashomon.model import Relation, Step

# What a row of many sides says: the first of these that holds between any two of them.
ORDER = (Relation.CONTRADICT, Relation.DIFFER, Relation.UNCLEAR, Relation.AGREE)

Rule = Callable[[Utterance, Utterance], Finding | None]
# On the bare contact, sides can differ in these alone.
RULES_OF_FACT: dict[str, Rule] = {
    "numbers": compare_numbers,
    "dates": compare_dates,
    "roles": compare_roles,
    "initiators": compare_initiators,
}
# In this order: the first that has something to say decides.
RULES: dict[str, Rule] = RULES_OF_FACT | {
    "scope": compare_scope,
    "negation": compare_negation,
    "conditions": compare_conditions,
    "strength": compare_strength,
    "speech acts": compare_acts,
}
CONTACT_CONFIDENCE = 0.95  # both texts report it


def judge(utterances: Sequence[Utterance], score: float) -> Finding:
    """Judge a row.

    Args:
        utterances: What the sides say, at least two.
        score: How similar the words are that brought them together, in [0, 1].

    Returns:
        The strongest relation between any two sides, with its reason.
    """
    findings: list[Finding] = []
    steps: list[Step] = []
    for first, second in combinations(utterances, 2):
        found = _first(RULES, first, second, steps)
        if found is None:
            found = compare_overlap(first, second, score)
            steps.append(_step("shared words", first, second, found))
        findings.append(found)
    return _strongest(findings, steps)


def judge_contact(utterances: Sequence[Utterance]) -> Finding:
    """Judge the row of the bare contact, on which sides differ in facts alone: all report it."""
    findings: list[Finding] = []
    steps: list[Step] = []
    for first, second in combinations(utterances, 2):
        found = _first(RULES_OF_FACT, first, second, steps)
        findings += [found] if found else []
    agreed = Finding(Relation.AGREE, "all of them report the contact", CONTACT_CONFIDENCE)
    return _strongest(findings or [agreed], steps)


def _strongest(findings: Sequence[Finding], steps: Sequence[Step]) -> Finding:
    strongest = min(findings, key=lambda finding: ORDER.index(finding.relation))
    return replace(strongest, steps=tuple(steps))


def find_contradiction(first: Utterance, second: Utterance) -> Finding | None:
    """Return the contradiction between two utterances, if a rule finds one."""
    found = _first(RULES, first, second, [])
    return found if found and found.relation is Relation.CONTRADICT else None


def _first(
    rules: Mapping[str, Rule], first: Utterance, second: Utterance, steps: list[Step]
) -> Finding | None:
    """Ask rules until one has something to say, and note what each said."""
    for name, rule in rules.items():
        found = rule(first, second)
        steps.append(_step(name, first, second, found))
        if found:
            return found
    return None


def _step(name: str, first: Utterance, second: Utterance, found: Finding | None) -> Step:
    sides = first.side, second.side
    return Step(name, sides, found.relation, found.reason) if found else Step(name, sides, None, "")

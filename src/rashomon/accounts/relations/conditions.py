"""Conditions: one side says that a thing will be, the other that it will be only after another."""

from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation

AFTER_ONLY = frozenset({"after", "if", "once", "when"})


def compare_conditions(first: Utterance, second: Utterance) -> Finding | None:
    """Find a condition that one side alone sets: "only after a joint inspection"."""
    for one, other in ((first, second), (second, first)):
        words = _condition(one)
        if words and not _condition(other):
            reason = f"{one.side} says “{words}”, {other.side} sets no such condition"
            return Finding(Relation.DIFFER, reason, 0.6)
    return None


def _condition(utterance: Utterance) -> str:
    """Return the words that set a condition; none if there are none."""
    for tokens, i in utterance.tokens():
        is_only = tokens.words[i].lower() == "only" and i + 1 < len(tokens)
        if is_only and tokens.words[i + 1].lower() in AFTER_ONLY:
            return " ".join(tokens.words[i : i + 2])
        if tokens.words[i].lower() == "unless":
            return tokens.words[i]
    return ""

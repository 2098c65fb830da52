"""Strength: one side says that a thing was discussed, the other that it was agreed."""

from rashomon.accounts.lexicon import stem
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation

TALKING = frozenset(
    map(stem, ["consult", "discuss", "exchange", "explore", "raise", "review", "talk", "touch"])
)
BINDING = frozenset(
    map(stem, ["agree", "commit", "decide", "pledge", "promise", "sign", "undertake"])
)


def _verbs(utterance: Utterance, table: frozenset[str]) -> list[str]:
    return [
        tokens.words[i]
        for tokens, i in utterance.tokens()
        if tokens.pos[i] == "VERB" and stem(tokens.words[i]) in table
    ]


def compare_strength(first: Utterance, second: Utterance) -> Finding | None:
    """Find a point that one side reports as settled and the other as talked about."""
    for one, other in ((first, second), (second, first)):
        binding, talking = _verbs(one, BINDING), _verbs(other, TALKING)
        is_clear = not _verbs(one, TALKING) and not _verbs(other, BINDING)
        if binding and talking and is_clear:
            reason = f"{one.side} says “{binding[0]}”, {other.side} only “{talking[0]}”"
            return Finding(Relation.DIFFER, reason, 0.6)
    return None

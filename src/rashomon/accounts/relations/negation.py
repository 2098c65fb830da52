"""Negation and denial: one side says it, the other says not."""

from rashomon.accounts.lexicon import stem
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Polarity, Relation

EMPTY_VERBS = frozenset(map(stem, ["be", "do", "get", "go", "have", "know", "make", "see", "take"]))
MIN_FOR_CONTRADICTION = 0.5  # below this similarity the two may speak of different things


def negated_verbs(utterance: Utterance) -> dict[str, str]:
    """Return the stems of the verbs that a side negates, with the words for it."""
    negated = {}
    for tokens, i in utterance.tokens():
        head = tokens.heads[i]
        if tokens.relations[i] == "neg" and tokens.pos[head] in {"VERB", "AUX"}:
            root = stem(tokens.words[head])
            if root not in EMPTY_VERBS:
                negated[root] = " ".join(tokens.words[min(i, head) : max(i, head) + 1])
    return negated


def verbs(utterance: Utterance) -> frozenset[str]:
    """Return the stems of the verbs that a side uses."""
    return frozenset(
        stem(tokens.words[i]) for tokens, i in utterance.tokens() if tokens.pos[i] == "VERB"
    )


def compare_negation(first: Utterance, second: Utterance, score: float) -> Finding | None:
    """Find something that one side says and the other denies, in near the same words."""
    if score < MIN_FOR_CONTRADICTION:
        return None
    for one, other in ((first, second), (second, first)):
        denies = {entry.claim.polarity is Polarity.NEGATIVE for entry in one.entries}
        asserts = {entry.claim.polarity is Polarity.POSITIVE for entry in other.entries}
        if denies == {True} and asserts == {True}:
            return Finding(Relation.CONTRADICT, f"{one.side} denies what {other.side} says", 0.7)
        negated, others = negated_verbs(one), negated_verbs(other)
        for verb, words in negated.items():
            if verb in verbs(other) and verb not in others:
                reason = f"{one.side} says “{words}”; {other.side} says it without the negation"
                return Finding(Relation.CONTRADICT, reason, 0.6)
    return None

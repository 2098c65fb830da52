"""Shared words: the rule of last resort, when no typed rule has something to say."""

from rashomon.accounts.relations.evidence import Finding, Utterance, quoted
from rashomon.accounts.wording import THIN_WEIGHT
from rashomon.model import Relation

MIN_AGREEMENT = 0.5  # similarity; set on the dev pairs of docs/methods/comparison.md
MIN_SHARED = 2  # terms; one word is an issue, not yet a statement
N_WORDS_SHOWN = 3


def compare_overlap(first: Utterance, second: Utterance, score: float) -> Finding:
    """Judge by how much of their wording two sides share."""
    mine, theirs = first.weights, second.weights
    shared = sorted(mine.keys() & theirs.keys(), key=lambda term: -min(mine[term], theirs[term]))
    telling = [term for term in shared if min(mine[term], theirs[term]) > THIN_WEIGHT]
    words = quoted(first.words_of((telling or shared)[:N_WORDS_SHOWN]))
    if mine and mine.keys() == theirs.keys():
        return Finding(Relation.AGREE, f"both say {words} and nothing more", score)
    if not telling:
        found = f"only {words}" if words else "no telling word"
        return Finding(Relation.UNCLEAR, f"the two share {found}: too little to judge", score)
    if score >= MIN_AGREEMENT and len(shared) >= MIN_SHARED:
        return Finding(Relation.AGREE, f"both say {words} in near the same words", score)
    own, other = _own_words(first, theirs), _own_words(second, mine)
    reason = f"same issue ({words}), other words: {first.side} {own}, {second.side} {other}"
    return Finding(Relation.DIFFER, reason, score)


def _own_words(utterance: Utterance, others: dict[str, float]) -> str:
    weights = utterance.weights
    own = sorted(weights.keys() - others.keys(), key=lambda term: (-weights[term], term))
    return quoted(utterance.words_of(frozenset(own[:N_WORDS_SHOWN]))) or "nothing more"

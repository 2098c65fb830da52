"""Shared words: the rule of last resort, when no typed rule has something to say."""

from collections.abc import Iterator

from rashomon.accounts.lexicon import load_lexicon, stem
from rashomon.accounts.relations.evidence import Finding, Utterance, quoted
from rashomon.accounts.relations.numbers import MINUTES
from rashomon.accounts.wording import THIN_WEIGHT
from rashomon.model import Relation, Tokens

MIN_AGREEMENT = 0.6  # similarity; set on the dev pairs of docs/methods/comparison.md
# Similarity from which two sides without a telling word in common are on one issue. Of such pairs
# in training/comparison, 84 of 100 differ where the texts are real.
MIN_UNLIKE = 0.35
MIN_SHARED = 2  # terms; one word is an issue, not yet a statement
N_WORDS_SHOWN = 3
TELLING = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PART", "PROPN", "VERB"})
LASTING = frozenset(map(stem, ["last", "lasted", "ran", "run", "take", "taken", "took"]))
MODIFIERS = frozenset({"amod", "compound", "nmod"})


def compare_overlap(first: Utterance, second: Utterance, score: float) -> Finding:
    """Judge by how much of their wording two sides share."""
    mine, theirs = first.weights, second.weights
    shared = sorted(
        mine.keys() & theirs.keys(), key=lambda term: (-min(mine[term], theirs[term]), term)
    )
    telling = [term for term in shared if min(mine[term], theirs[term]) > THIN_WEIGHT]
    words = quoted(first.words_of((telling or shared)[:N_WORDS_SHOWN]))
    kinds = _other_kinds(first, second)
    if kinds:
        own, other = kinds
        reason = f"of another kind: {first.side} “{own}”, {second.side} “{other}”"
        return Finding(Relation.DIFFER, reason, score)
    is_enough = len(shared) >= MIN_SHARED or _told(first) == _told(second)
    if mine and mine.keys() == theirs.keys() and is_enough:
        return Finding(Relation.AGREE, f"both say {words} and nothing more", score)
    if not telling and score >= MIN_UNLIKE and _tell_more(mine, theirs):
        own, other = _own_words(first, theirs), _own_words(second, mine)
        reason = f"same issue in other words: {first.side} {own}, {second.side} {other}"
        return Finding(Relation.DIFFER, reason, score)
    if not telling or (mine.keys() == theirs.keys() and not is_enough):
        found = f"only {words}" if words else "no telling word"
        return Finding(Relation.UNCLEAR, f"the two share {found}: too little to judge", score)
    is_near = score >= MIN_AGREEMENT and not _share_length_alone(mine, theirs)
    if is_near and len(shared) >= MIN_SHARED:
        return Finding(Relation.AGREE, f"both say {words} in near the same words", score)
    own, other = _own_words(first, theirs), _own_words(second, mine)
    reason = f"same issue ({words}), other words: {first.side} {own}, {second.side} {other}"
    return Finding(Relation.DIFFER, reason, score)


def _share_length_alone(mine: dict[str, float], theirs: dict[str, float]) -> bool:
    """Tell whether two sides share no more than "35 minutes", and each says something else."""
    shared = mine.keys() & theirs.keys()
    has_length = not shared.isdisjoint(MINUTES)
    others = [term for term in shared if term not in load_lexicon().loose | MINUTES.keys()]
    return (
        has_length
        and all(term[0].isdigit() for term in others)
        and all(
            any(weights[term] > THIN_WEIGHT for term in weights.keys() - shared - LASTING)
            for weights in (mine, theirs)
        )
    )


def _tell_more(mine: dict[str, float], theirs: dict[str, float]) -> bool:
    """Tell whether each of two sides says something of its own."""
    return all(
        any(weights[term] > THIN_WEIGHT for term in weights.keys() - others.keys())
        for weights, others in ((mine, theirs), (theirs, mine))
    )


def _told(utterance: Utterance) -> list[str]:
    """Return what is told, whoever the subject is: "agreed to meet again in June"."""
    return [
        stem(tokens.words[i])
        for tokens, i in utterance.tokens()
        if tokens.pos[i] in TELLING and not tokens.relations[i].startswith("nsubj")
    ]


def _other_kinds(first: Utterance, second: Utterance) -> tuple[str, str] | None:
    """Find a noun that both use, one of them of a name: "foreign waters", "Velmoran waters"."""
    theirs = dict(_kinds(second))
    for noun, (own, words) in _kinds(first):
        other, other_words = theirs.get(noun, (own, ""))
        is_named = any(word[0].isupper() for word in (words + " " + other_words).split())
        if own.isdisjoint(other) and is_named:
            return words, other_words
    return None


def _kinds(utterance: Utterance) -> Iterator[tuple[str, tuple[frozenset[str], str]]]:
    """Yield the nouns that have modifiers, with those and the words."""
    framing = load_lexicon().framing
    modifiers: dict[tuple[int, int], tuple[Tokens, list[int]]] = {}
    for tokens, i in utterance.tokens():
        noun = tokens.heads[i]
        is_kind = tokens.relations[i] in MODIFIERS and tokens.pos[noun] == "NOUN"
        if is_kind and stem(tokens.words[i]) not in framing:
            modifiers.setdefault((id(tokens), noun), (tokens, []))[1].append(i)
    for (_, noun), (tokens, own) in modifiers.items():
        words = " ".join(tokens.words[i] for i in [*own, noun])
        yield stem(tokens.words[noun]), (frozenset(stem(tokens.words[i]) for i in own), words)


def _own_words(utterance: Utterance, others: dict[str, float]) -> str:
    weights = utterance.weights
    own = sorted(weights.keys() - others.keys(), key=lambda term: (-weights[term], term))
    return quoted(utterance.words_of(frozenset(own[:N_WORDS_SHOWN]))) or "nothing more"

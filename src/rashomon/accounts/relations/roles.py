"""Swapped roles: "A asked B" against "B asked A"."""

from collections.abc import Iterator

from rashomon.accounts.lexicon import stem
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation, Tokens

SUBJECTS = frozenset({"nsubj", "agent"})
OBJECTS = frozenset({"dobj", "dative", "nsubjpass"})
# Symmetric verbs say the same in both directions: "A met B", "B met A".
SYMMETRIC = frozenset(
    map(stem, ["agree", "call", "confer", "join", "meet", "phone", "speak", "talk", "trade"])
)
# How somebody is reached who is not the object: "apologised to B", "attacked the harbour of B".
REACHING = frozenset({"prep", "pobj", "dobj", "dative", "poss"})
DIRECTED = frozenset({"to", "from", "against", "of"})
MAX_PATH = 4


def _triples(utterance: Utterance) -> Iterator[tuple[str, str, str, str]]:
    """Yield who does what to whom, as stems of proper names around a verb, and the words."""
    for tokens, i in utterance.tokens():
        if tokens.pos[i] != "VERB" or stem(tokens.lemmas[i]) in SYMMETRIC:
            continue
        doers = list(_names(tokens, i, SUBJECTS))
        done_to = list(dict.fromkeys([*_names(tokens, i, OBJECTS), *_reached(tokens, i)]))
        for doer in doers:
            for other in done_to:
                words = f"{tokens.words[doer]} {tokens.words[i]} {tokens.words[other]}"
                yield (
                    stem(tokens.words[doer]),
                    stem(tokens.words[i]),
                    stem(tokens.words[other]),
                    words,
                )


def _names(tokens: Tokens, verb: int, relations: frozenset[str]) -> Iterator[int]:
    for i in range(max(0, verb - 40), min(len(tokens), verb + 40)):
        if tokens.heads[i] != verb or tokens.relations[i] not in relations:
            continue
        if tokens.pos[i] == "PROPN":
            yield i
        elif tokens.relations[i] == "agent":  # "was asked by B"
            yield from (
                j
                for j in range(i + 1, min(len(tokens), i + 8))
                if tokens.heads[j] == i and tokens.pos[j] == "PROPN"
            )


def _reached(tokens: Tokens, verb: int) -> Iterator[int]:
    """Yield names that a deed is directed at, through a preposition or as the owner of a thing."""
    for i in range(verb + 1, min(len(tokens), verb + 12)):
        if tokens.pos[i] != "PROPN":
            continue
        at, path = i, [i]
        while at != verb and len(path) <= MAX_PATH and tokens.relations[at] in REACHING:
            is_directed = tokens.relations[at] != "prep" or tokens.words[at].lower() in DIRECTED
            at = tokens.heads[at] if is_directed else at
            if not is_directed or at == path[-1]:
                break
            path.append(at)
        if at == verb:
            yield i


def compare_roles(first: Utterance, second: Utterance) -> Finding | None:
    """Find a deed that each side puts down to the other of two."""
    theirs = {triple[:3]: triple[3] for triple in _triples(second)}
    for doer, verb, other, words in _triples(first):
        swapped = theirs.get((other, verb, doer))
        if swapped and doer != other:
            reason = f"the roles are swapped: {first.side} “{words}”, {second.side} “{swapped}”"
            return Finding(Relation.CONTRADICT, reason, 0.6)
    return None

"""What an entry's words are about: weighted terms, numbers and names."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rashomon.accounts.entries import Entry
from rashomon.accounts.lexicon import Lexicon, load_lexicon, stem
from rashomon.model import Anchor, Annotations, Mention, MentionType, Reading

# How much a shared term of a kind says; the words of other kinds weigh nothing. Set on the dev
# pairs of docs/methods/comparison.md.
WEIGHT_OF_POS = {
    "NOUN": 1.0,
    "PROPN": 1.0,
    "VERB": 0.7,
    "ADJ": 0.7,
    "NUM": 0.8,
    "ADV": 0.2,
    "X": 1.0,
}
NAMING = frozenset({"PROPN", "ADJ"})  # "Velmora", "Velmoran"
CONTENT_POS = frozenset(WEIGHT_OF_POS) - {"ADV"}
WEIGHT_OF_MENTION = {
    MentionType.PERSON: 0.5,
    MentionType.PLACE: 0.6,
    MentionType.GROUP: 0.6,
    MentionType.ORGANISATION: 1.0,
}
SETTING_WEIGHT = 0.2  # where it happens ("in Velmora") is no shared point
PARTICIPANT_WEIGHT = 0.1  # the sides' own names are in every account
REPETITION_WEIGHT = 0.5  # of a root that an entry uses again: "terrorism", "terrorist threats"
THIN_WEIGHT = 0.5
MIN_LETTERS = 2

SETTING_PREPOSITIONS = frozenset({"in", "at", "from", "near", "around", "to", "into", "across"})


@dataclass(frozen=True, slots=True)
class Wording:
    """An entry's tokens, and the terms among them with their weights."""

    tokens: tuple[int, ...]  # places in the reading's token columns
    weights: dict[str, float]  # term to weight, before the rarity of the term is known
    terms: dict[int, str]  # token to its term, for the tokens that have one


def tokens_in(reading: Reading, anchor: Anchor) -> tuple[int, ...]:
    """Return the tokens that lie in an anchor, in reading order."""
    starts = reading.annotations.tokens.starts
    return tuple(
        i
        for span in anchor.spans
        for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    )


def word(entry: Entry, participants: AbstractSet[str]) -> Wording:
    """Weigh the words of an entry.

    Args:
        entry: The entry.
        participants: Stems of the names of those who took part in the event.

    Returns:
        Terms are roots of words, or the names of families of kindred words (with a tilde).
    """
    lexicon, tokens = load_lexicon(), entry.reading.annotations.tokens
    places = tokens_in(entry.reading, entry.claim.content)
    names = dict(_mention_weights(entry, participants))
    weights: dict[str, float] = {}
    terms: dict[int, str] = {}
    counts: dict[str, int] = {}
    for i in places:
        root = stem(tokens.words[i])
        weight = names.get(i, WEIGHT_OF_POS.get(tokens.pos[i], 0.0))
        if tokens.pos[i] in NAMING and root in participants:
            weight = PARTICIPANT_WEIGHT
        weight *= _importance(root, tokens.pos[i], lexicon)
        if weight > 0 and len(root) >= MIN_LETTERS:
            terms[i] = lexicon.kindred.get(root, root)
            counts[terms[i]] = counts.get(terms[i], 0) + 1
            weights[terms[i]] = max(weight, weights.get(terms[i], 0.0))
    for term, n_uses in counts.items():
        weights[term] *= 1 + REPETITION_WEIGHT * math.log(n_uses)
    return Wording(places, weights, terms)


def _importance(root: str, pos: str, lexicon: Lexicon) -> float:
    if root in lexicon.framing or (pos == "VERB" and root in lexicon.framing_verbs):
        return 0.0
    if root in lexicon.contact_nouns | lexicon.contact_verbs:
        return 0.0
    return THIN_WEIGHT if root in lexicon.thin else 1.0


def share_telling_term(first: Wording, second: Wording) -> bool:
    """Tell whether two entries share a word besides numbers, seasons and compass directions."""
    loose = load_lexicon().loose
    shared = first.weights.keys() & second.weights.keys()
    return any(term not in loose and not term[0].isdigit() for term in shared)


def has_content(entry: Entry) -> bool:
    """Tell whether an entry has a word that says something: "it" and "that" have none."""
    pos = entry.reading.annotations.tokens.pos
    return any(pos[i] in CONTENT_POS for i in tokens_in(entry.reading, entry.claim.content))


def _mentions_in(annotations: Annotations, anchor: Anchor) -> Sequence[Mention]:
    mentions = annotations.mentions
    first = bisect_left(mentions, anchor.start, key=_start)
    return mentions[first : bisect_left(mentions, anchor.end, first, key=_start)]


def _start(mention: Mention) -> int:
    return mention.span.start


def _mention_weights(entry: Entry, participants: AbstractSet[str]) -> Iterator[tuple[int, float]]:
    annotations, content = entry.reading.annotations, entry.claim.content
    tokens = annotations.tokens
    for mention in _mentions_in(annotations, content):
        places = tokens_in(entry.reading, Anchor.at(entry.reading.document.text, mention.span))
        is_setting = mention.type is MentionType.PLACE and any(
            tokens.relations[i] == "pobj"
            and tokens.words[tokens.heads[i]].lower() in SETTING_PREPOSITIONS
            for i in places
        )
        for i in places:
            if stem(tokens.words[i]) in participants:
                yield i, PARTICIPANT_WEIGHT
            else:
                yield i, SETTING_WEIGHT if is_setting else WEIGHT_OF_MENTION[mention.type]


def names_in(reading: Reading, anchor: Anchor) -> frozenset[str]:
    """Return the stems of the names in an anchor."""
    text, tokens = reading.document.text, reading.annotations.tokens
    return frozenset(
        stem(tokens.words[i])
        for mention in _mentions_in(reading.annotations, anchor)
        for i in tokens_in(reading, Anchor.at(text, mention.span))
    )


def is_contact(entry: Entry) -> bool:
    """Tell whether an entry says that somebody was in contact: "X spoke with Y"."""
    lexicon, tokens = load_lexicon(), entry.reading.annotations.tokens
    return any(
        (tokens.pos[i] == "VERB" and stem(tokens.lemmas[i]) in lexicon.contact_verbs)
        or (tokens.pos[i] == "NOUN" and stem(tokens.words[i]) in lexicon.contact_nouns)
        for i in tokens_in(entry.reading, entry.claim.content)
    )

"""What an entry is like: the traits by which two entries are told to be about one point."""

import json
import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from rashomon.accounts.entries import Entry
from rashomon.accounts.lexicon import stem
from rashomon.accounts.meaning import EPSILON, N_DIMENSIONS, Floats, Reader
from rashomon.accounts.wording import CONTENT_POS, Wording
from rashomon.model import Sentence, Tokens

TELLING_WEIGHT = 0.12  # from which a term is more than the name of somebody who took part
FRAME_WEIGHT = 0.3  # of a word without a term, where an entry has no other
UNSEEN = 10  # sentences of official prose that a stem without a count may be in

# What is done in words, by the verbs and nouns that tell of it.
ACTS = {
    "agree": "agree confirm commit pledge undertake coordinate decide",
    "discuss": (
        "discuss exchange talk touch consider review focus address consult raise speak debate"
    ),
    "thank": (
        "thank gratitude appreciate appreciation grateful welcome congratulate congratulation "
        "commend praise applaud"
    ),
    "stress": (
        "stress underline underscore emphasise emphasize highlight note reiterate reaffirm affirm "
        "point state say acknowledge recognize recognise"
    ),
    "demand": "urge call demand ask appeal insist request",
    "inform": "inform brief update tell share explain",
    "warn": "warn condemn concern accuse blame criticise criticize",
    "invite": "invite invitation visit meet",
}
ACT_OF = {stem(word): act for act, words in ACTS.items() for word in words.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Vectors, terms and circumstances of one entry; vectors have length 1."""

    inside: Floats  # of its telling words as they stand in their sentence
    sentence: Floats  # of the sentence it stands in
    words: Floats  # of each telling word in the sentence, shape (n_words, N_DIMENSIONS)
    weights: Floats  # how much each of them says, shape (n_words,)
    terms: dict[str, float]  # terms with what they weigh
    names: frozenset[str]  # stems of names, but of those who took part
    numbers: frozenset[str]
    acts: frozenset[str]  # what is done in words, in the entry
    act: str  # and last before its end, in the sentence
    n_content: int
    n_telling: int
    place: float  # in its document, from 0 to 1


@lru_cache(maxsize=1)
def _counts() -> tuple[int, dict[str, int]]:
    table = json.loads((files("rashomon.accounts") / "data" / "rarity.json").read_text("utf-8"))
    return int(table["sentences"]), {str(k): int(v) for k, v in table["stems"].items()}


@lru_cache(maxsize=65_536)
def rarity_of(root: str) -> float:
    """Return how rare a stem is in official prose: its inverse document frequency."""
    n_sentences, counts = _counts()
    return math.log(n_sentences / (counts.get(root, UNSEEN) + 1))


def describe(
    entries: Sequence[Entry],
    wordings: Sequence[Wording],
    places: Sequence[int],
    participants: AbstractSet[str],
    reader: Reader,
) -> dict[int, Traits]:
    """Describe entries.

    Args:
        entries: In the order of the accounts.
        wordings: Theirs.
        places: Of the entries to describe.
        participants: Stems of the names of those who took part.
        reader: Turns text into vectors.

    Returns:
        One record an entry, by its place.
    """
    counts: dict[int, int] = {}
    ranks = []
    for entry in entries:
        ranks.append(counts.get(entry.document_order, 0))
        counts[entry.document_order] = ranks[-1] + 1
    return {
        place: _describe(
            entries[place],
            wordings[place],
            participants,
            reader,
            ranks[place] / max(1, counts[entries[place].document_order] - 1),
        )
        for place in places
    }


def sentence_of(entry: Entry, token: int) -> Sentence:
    """Return the sentence of an entry's document that a token stands in."""
    sentences = entry.reading.annotations.sentences
    low, high = 0, len(sentences)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if sentences[middle].first <= token else (low, middle)
    return sentences[low]


def _describe(
    entry: Entry,
    wording: Wording,
    participants: AbstractSet[str],
    reader: Reader,
    place: float,
) -> Traits:
    tokens, places = entry.reading.annotations.tokens, wording.tokens
    sentence = sentence_of(entry, places[0])
    telling = [
        i
        for i in places
        if i in wording.terms and wording.weights[wording.terms[i]] > TELLING_WEIGHT
    ]
    shown = telling or [i for i in places if tokens.pos[i] in CONTENT_POS] or list(places)
    text = entry.reading.document.text
    stop = sentence_of(entry, places[-1]).stop
    words = _in_context(text, tokens, range(sentence.first, stop), shown, reader)
    rarities = {i: rarity_of(stem(tokens.words[i])) for i in places}
    weights = np.array(
        [wording.weights.get(wording.terms.get(i, ""), FRAME_WEIGHT) * rarities[i] for i in shown]
    )
    middle = np.average(words, axis=0, weights=weights + 0.1)
    terms: dict[str, float] = {}
    for i, term in wording.terms.items():
        terms[term] = max(terms.get(term, 0.0), wording.weights[term] * rarities[i])
    named = frozenset(stem(tokens.words[i]) for i in places if tokens.pos[i] == "PROPN")
    roots = [stem(tokens.words[i]) for i in range(sentence.first, places[-1] + 1)]
    said = [ACT_OF[root] for root in roots if root in ACT_OF]
    return Traits(
        inside=reader.centred(middle),
        sentence=reader.whole(_line(text, tokens, range(sentence.first, stop))),
        words=reader.centred(words),
        weights=weights,
        terms=terms,
        names=named - participants,
        numbers=frozenset(
            tokens.words[i].lower()
            for i in places
            if tokens.pos[i] == "NUM" or tokens.words[i][0].isdigit()
        ),
        acts=frozenset(ACT_OF[root] for i in places if (root := stem(tokens.words[i])) in ACT_OF),
        act=said[-1] if said else "",
        n_content=sum(tokens.pos[i] in CONTENT_POS for i in places),
        n_telling=len(telling),
        place=place,
    )


def _line(text: str, tokens: Tokens, span: range) -> str:
    return text[tokens.starts[span.start] : tokens.ends[span.stop - 1]].replace("\n", " ")


def _in_context(
    text: str, tokens: Tokens, span: range, shown: Sequence[int], reader: Reader
) -> Floats:
    """Return vectors of words as they stand in their sentence, shape (n_shown, N_DIMENSIONS)."""
    base = tokens.starts[span.start]
    pieces = reader.pieces(_line(text, tokens, span))
    vectors = np.zeros((len(shown), N_DIMENSIONS))
    for row, i in enumerate(shown):
        found = pieces.between(tokens.starts[i] - base, tokens.ends[i] - base)
        if found.any():
            vectors[row] = pieces.mean(found)
        else:  # beyond the network's reach
            vectors[row] = EPSILON
    return vectors


def issue_of(entry: Entry, wording: Wording, reader: Reader) -> Floats:
    """Return what an entry is about, as readouts taught it: a vector of length 1."""
    tokens, text = entry.reading.annotations.tokens, entry.reading.document.text
    first, stop = (sentence_of(entry, wording.tokens[k]) for k in (0, -1))
    base = tokens.starts[first.first]
    pieces = reader.issues(_line(text, tokens, range(first.first, stop.stop)))
    found = np.any(
        [pieces.between(s.start - base, s.end - base) for s in entry.claim.content.spans], axis=0
    )
    if not found.any():  # beyond the network's reach
        found[0] = True
    mean = pieces.mean(found)
    issue: Floats = mean / (np.linalg.norm(mean) + EPSILON)
    return issue

"""Pieces of one text that are one point: an analyst cuts coarser than a parse."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rashomon.accounts.entries import Entry
from rashomon.accounts.lexicon import load_lexicon, stem
from rashomon.accounts.meaning import EPSILON
from rashomon.accounts.scorer import Scorer
from rashomon.accounts.traits import Traits, sentence_of
from rashomon.accounts.wording import Wording
from rashomon.model import Anchor, Span, Tokens

# What may stand between two pieces of one sentence.
JOINT = re.compile(r"[\s,;:–—-]*(?:(?:and|or|but|as well as|also)\b[\s,]*)*", re.IGNORECASE)
MAX_BETWEEN = 8  # words of a joint, a formula or the number of a paragraph
LEAST_ACROSS = 0.5  # probability from which two sentences are one point
VERBAL = frozenset({"VERB", "AUX"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"ccomp", "relcl", "advcl", "acl"})
RELATIONS = (
    "conj", "advcl", "relcl", "acl", "prep", "xcomp", "ccomp", "ROOT", "appos", "dobj", "pobj",
    "nsubj", "parataxis",
)  # fmt: skip
POINTING_BACK = frozenset(
    {"it", "its", "this", "these", "those", "they", "them", "their", "such", "same", "here"}
)
OPENING_BACK = frozenset({"this", "these", "that", "such", "thus", "so", "therefore", "to", "also"})
N_FIRST_WORDS = 8
# Verbs of speech that are no framing words elsewhere.
SPEAKING = frozenset(
    map(
        stem,
        [
            "thank", "commit", "urge", "call", "condemn", "support", "commend", "praise", "touch",
            "congratulate", "focus", "express", "propose", "invite", "promise", "warn", "inform",
            "criticize",
        ],
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry that may be joined, with what is known of it and of the words it stands among."""

    entry: Entry
    wording: Wording
    traits: Traits
    is_lead: bool
    is_contact: bool

    @property
    def tokens(self) -> Tokens:
        """The columns of its document."""
        return self.entry.reading.annotations.tokens

    @property
    def first(self) -> int:
        """Its first token."""
        return self.wording.tokens[0]

    @property
    def stop(self) -> int:
        """The token after its last."""
        return self.wording.tokens[-1] + 1


def join(entries: Sequence[Entry], pieces: Mapping[int, Piece], scorer: Scorer) -> list[Entry]:
    """Join pieces that follow one another and are one point.

    Args:
        entries: In the order of the accounts.
        pieces: What is known of those that may be joined, by their places.
        scorer: What was learned.

    Returns:
        Entries in the same order, each of one or several pieces.
    """
    follows = [
        k
        for k in range(1, len(entries))
        if are_pieces_of_one(entries[k - 1], entries[k]) and {k - 1, k} <= pieces.keys()
    ]
    joined_at: set[int] = set()
    if follows:
        rows = np.array([join_features(pieces[k - 1], pieces[k]) for k in follows])
        for k, probability in zip(follows, scorer.joins.probabilities(rows), strict=True):
            inside = is_one_sentence(pieces[k - 1], pieces[k])
            if probability > (scorer.least_join if inside else LEAST_ACROSS):
                joined_at.add(k)
    joined: list[Entry] = []
    for k, entry in enumerate(entries):
        if k in joined_at:
            joined[-1] = _widened(joined[-1], entry)
        else:
            joined.append(entry)
    return joined


def is_one_sentence(before: Piece, after: Piece) -> bool:
    """Tell whether two pieces of a document stand in one sentence."""
    return sentence_of(before.entry, before.first) == sentence_of(after.entry, after.first)


def are_pieces_of_one(before: Entry, after: Entry) -> bool:
    """Tell whether two entries are pieces of one text in its own voice, or of one content cited.

    Where more than a joint was left out between them, such as the turn of a reporter, they are not.
    """
    is_one = (
        before.claim.attribution_id == after.claim.attribution_id
        and before.document_order == after.document_order
        and before.side == after.side
    )
    between = before.reading.document.text[before.claim.content.end : after.claim.content.start]
    return is_one and (before.is_cited or len(between.split()) <= MAX_BETWEEN)


def _widened(entry: Entry, more: Entry) -> Entry:
    """Put two pieces together, with the words between them.

    Between pieces of what a report cites may stand words of the report itself; then the spans are
    kept apart.
    """
    text = entry.reading.document.text
    spans, added = entry.claim.content.spans, more.claim.content.spans
    gap = text[spans[-1].end : added[0].start]
    if entry.is_cited and not JOINT.fullmatch(gap):
        content = Anchor.at(text, *spans, *added)
    else:
        whole = Span(spans[-1].start, added[0].end)
        content = Anchor.at(text, *spans[:-1], whole, *added[1:])
    return replace(entry, claim=replace(entry.claim, content=content))


def join_features(before: Piece, after: Piece) -> list[float]:
    """Return what tells whether a piece carries on the point of the one before it."""
    tokens, top = after.tokens, _top(after)
    sentence = sentence_of(after.entry, after.first)
    is_inside = is_one_sentence(before, after)
    gap = [word.lower() for word in tokens.words[before.stop : after.first]]
    words = [tokens.words[i].lower() for i in range(after.first, after.stop)]
    tag = tokens.tags[after.first]
    conj = next(
        (
            i
            for i in range(after.first, after.stop)
            if tokens.relations[i] == "conj" and tokens.heads[i] < after.first
        ),
        None,
    )
    listed = _first_of(tokens, conj) if conj is not None else after.first
    does_frame = [_is_framing(tokens, _top(piece)) for piece in (before, after)]
    relation = tokens.relations[top]
    return [
        *(float(is_inside and relation == each) for each in RELATIONS),
        float(is_inside and relation == "conj" and tokens.pos[top] in VERBAL),
        float(is_inside),
        float(is_inside and words[0] == "including"),
        float("well" in gap),
        float(";" in gap),
        float("," in gap),
        float("and" in gap),
        float(not gap),
        float(before.traits.inside @ after.traits.inside),
        _cosine(before.traits.terms, after.traits.terms),
        math.log1p(before.traits.n_content),
        math.log1p(after.traits.n_content),
        math.log1p(before.traits.n_telling),
        math.log1p(after.traits.n_telling),
        float(min(before.traits.n_telling, after.traits.n_telling) < 2),
        float(_has(before, FINITE_TAGS, SUBJECTS)[0]),
        float(_has(after, FINITE_TAGS, SUBJECTS)[0]),
        float(_has(before, FINITE_TAGS, SUBJECTS)[1]),
        float(_has(after, FINITE_TAGS, SUBJECTS)[1]),
        float(tag in {"DT", "PRP$"}),
        float(tag == "VBG"),
        float(tag in {"VBD", "VBN"}),
        float(tag in {"VB", "TO"}),
        float(tokens.pos[after.first] == "PROPN"),
        float(before.is_lead),
        float(before.is_contact),
        float(after.is_contact),
        float(not POINTING_BACK.isdisjoint(words[:N_FIRST_WORDS])),
        float(not is_inside and words[0] in OPENING_BACK),
        before.traits.place,
        float(before.traits.act == after.traits.act),
        float(min(3, _depth(tokens, listed))),
        float(bool(before.traits.names)),
        float(bool(after.traits.names)),
        float(does_frame[0]),
        float(does_frame[1]),
        float(all(does_frame)),
        float(_clause_depth(tokens, _top(before))),
        float(_clause_depth(tokens, top)),
        float(_n_listed(tokens, listed, sentence.stop) if conj is not None else 0),
        math.log1p(sentence.stop - sentence.first),
    ]


def _top(piece: Piece) -> int:
    """Return the word that the others of a piece hang on, a verb if there are several."""
    tokens, inside = piece.tokens, range(piece.first, piece.stop)
    tops = [i for i in inside if tokens.heads[i] not in inside or tokens.heads[i] == i]
    return next((i for i in tops if tokens.pos[i] in VERBAL), tops[0] if tops else piece.first)


def _has(piece: Piece, tags: frozenset[str], relations: frozenset[str]) -> tuple[bool, bool]:
    places = range(piece.first, piece.stop)
    tokens = piece.tokens
    return (
        any(tokens.tags[i] in tags for i in places),
        any(tokens.relations[i] in relations for i in places),
    )


def _cosine(first: dict[str, float], second: dict[str, float]) -> float:
    product = sum(first[term] * second[term] for term in first.keys() & second.keys())
    squares = [sum(weight**2 for weight in each.values()) for each in (first, second)]
    return product / (math.sqrt(squares[0] * squares[1]) + EPSILON)


def _first_of(tokens: Tokens, i: int) -> int:
    while tokens.relations[i] == "conj" and tokens.heads[i] != i:
        i = tokens.heads[i]
    return i


def _n_listed(tokens: Tokens, first: int, stop: int) -> int:
    """Count what is coordinated with a word after it."""
    count, at = 0, first
    while True:
        following = (
            i
            for i in range(at + 1, stop)
            if tokens.heads[i] == at and tokens.relations[i] == "conj"
        )
        after = next(following, None)
        if after is None:
            return count
        count, at = count + 1, after


def _is_framing(tokens: Tokens, i: int) -> bool:
    """Tell whether a word is a verb that tells how something was said."""
    lexicon, root = load_lexicon(), stem(tokens.lemmas[i])
    is_framing = root in lexicon.framing | lexicon.framing_verbs | SPEAKING
    return tokens.pos[i] in VERBAL and is_framing


def _depth(tokens: Tokens, i: int) -> int:
    """Count the telling nouns between a coordinated phrase and its verb."""
    count, i = 0, _first_of(tokens, i)
    while tokens.heads[i] != i and tokens.relations[i] not in CLAUSES:
        i = tokens.heads[i]
        if tokens.pos[i] in VERBAL:
            break
        is_noun = tokens.pos[i] in {"NOUN", "PROPN"}
        count += is_noun and stem(tokens.words[i]) not in load_lexicon().framing
    return count


def _clause_depth(tokens: Tokens, i: int) -> int:
    count = 0
    while tokens.heads[i] != i:
        count += tokens.relations[i] in CLAUSES
        i = tokens.heads[i]
    return count

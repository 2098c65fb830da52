"""The points of an official text: the smallest pieces that may be an issue of their own.

An official text asserts every sentence it holds, but a sentence often raises several issues
("affirmed A and agreed to B", "discussed A, the B of C, and D"). Sentences are cut wherever a
piece could stand for itself, rather too often than too seldom: what belongs together is joined
when accounts are compared, where it shows what the other side answers. Where to cut is in
``rashomon.claims.cuts``.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rashomon.claims.cuts import starts_in
from rashomon.claims.turns import Turns
from rashomon.model import Anchor, Annotations, Document, Sentence, Span, Tokens, Tree, Zone

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
EDGES = frozenset({"PUNCT", "CCONJ", "SPACE", "SYM"})
KEPT_MARKS = frozenset("\"'“”‘’«»()[]$€£%#")  # belong to the words they stand at

# Sentences that only say that something follows, or greet.
EMPTY_SENTENCES = ("as follows", "good evening", "good morning", "good afternoon", "thank you")
MAX_EMPTY_WORDS = 12  # a longer sentence says something besides
# The number of a paragraph, before its words; "12. June" is a day.
NUMBER = re.compile(
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
)
# In a record of questions and answers the answers say how things stand, and only here and there
# what was said in the contact.
CONTACT = frozenset({"call", "conversation", "meeting", "talk", "discuss", "raise", "agree"})


def points(document: Document, annotations: Annotations) -> tuple[Anchor, ...]:
    """Cut every sentence of an official text into the smallest pieces that may be points.

    Args:
        document: A statement or readout.
        annotations: Its layers.

    Returns:
        One anchor of one span for every piece, in reading order and disjoint. Together they cover
        all words of the body but the joints between pieces, numbers of paragraphs, sentences that
        say nothing ("The overview of the talk is as follows."), questions, what reporters and
        moderators say, headings and speakers' names in a record of questions and answers, and of
        the answers what does not speak of the contact.
    """
    tree = Tree(annotations)
    found: list[Anchor] = []
    text, tokens, turns = document.text, annotations.tokens, Turns(document.text)
    for sentence in annotations.sentences:
        first, stop = tokens.starts[sentence.first], tokens.ends[sentence.stop - 1]
        own = list(turns.own_words(first, stop))
        is_body = document.zone_at(first) is Zone.BODY
        is_heading = not turns.is_opened and not _has_verb(tokens, sentence)
        if not is_body or is_heading or _is_empty(tokens, sentence):
            continue
        if turns.is_questioned and not _speaks_of_contact(tokens, sentence):
            continue
        for words in own:
            number = NUMBER.match(text, words.start, words.end)
            within = tree.tokens_in(Span(number.end() if number else words.start, words.end))
            found += [Anchor.at(text, span) for span in _cut(tree, sentence, within)]
    return tuple(found)


def pieces_of(document: Document, tree: Tree, content: Anchor) -> tuple[Anchor, ...]:
    """Cut what a report cites where a piece may be a point of its own.

    Args:
        document: The report.
        tree: Its parse.
        content: The words cited, in one span or several.

    Returns:
        Anchors of one span, in reading order; none where the content cannot be cut, or a span of
        it would be lost.
    """
    pieces = [
        [
            span
            for sentence in _sentences_in(tree, whole)
            for span in _cut(tree, sentence, tree.tokens_in(whole))
        ]
        for whole in content.spans
    ]
    spans = [span for each in pieces for span in each]
    is_cut = len(spans) > len(content.spans) and all(pieces)
    return tuple(Anchor.at(document.text, span) for span in spans) if is_cut else ()


def _sentences_in(tree: Tree, span: Span) -> Iterator[Sentence]:
    numbers = dict.fromkeys(tree.sentence[i] for i in tree.tokens_in(span))
    yield from (tree.sentences[number] for number in numbers)


def _is_empty(tokens: Tokens, sentence: Sentence) -> bool:
    words = [tokens.words[i].lower() for i in range(sentence.first, sentence.stop)]
    text = " ".join(words)
    is_formula = len(words) <= MAX_EMPTY_WORDS and any(phrase in text for phrase in EMPTY_SENTENCES)
    is_question = "?" in words[-2:]  # asked, not asserted
    return is_formula or is_question or _n_telling(tokens, sentence.first, sentence.stop) == 0


def _has_verb(tokens: Tokens, sentence: Sentence) -> bool:
    return any(tokens.pos[i] in {"VERB", "AUX"} for i in range(sentence.first, sentence.stop))


def _speaks_of_contact(tokens: Tokens, sentence: Sentence) -> bool:
    """Tell whether a sentence has a word for the contact or what was done in it."""
    lemmas = tokens.lemmas[sentence.first : sentence.stop]
    return any(lemma.lower() in CONTACT for lemma in lemmas)


def _cut(tree: Tree, sentence: Sentence, within: range | None = None) -> Iterator[Span]:
    """Yield the pieces of one sentence, or of the tokens of a range that stand in it."""
    tokens, first, stop = tree.tokens, sentence.first, sentence.stop
    if within is not None:
        first, stop = max(first, within.start), min(stop, within.stop)
    starts = (start for start in sorted(starts_in(tree, sentence)) if first < start < stop)
    bounds = [first, *starts, stop]
    pieces = (_trimmed(tokens, first, stop) for first, stop in pairwise(bounds))
    for first, stop in _joined(tokens, [piece for piece in pieces if piece[0] < piece[1]]):
        if any(tokens.words[i].isalpha() for i in range(first, stop)):  # no paragraph's number
            yield Span(tokens.starts[first], tokens.ends[stop - 1])


def _joined(tokens: Tokens, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces that say nothing by themselves to the one before, or at first the one after."""
    joined: list[tuple[int, int]] = []
    for first, stop in pieces:
        is_bare = _n_telling(tokens, first, stop) == 0
        if joined and (is_bare or _n_telling(tokens, *joined[-1]) == 0):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((first, stop))
    return joined


def _n_telling(tokens: Tokens, first: int, stop: int) -> int:
    return sum(tokens.pos[i] in TELLING for i in range(first, stop))


def _trimmed(tokens: Tokens, first: int, stop: int) -> tuple[int, int]:
    """Leave out conjunctions and marks at the edges of a piece, but not quotation marks."""
    while first < stop and _is_joint(tokens, first):
        first += 1
    while first < stop and _is_joint(tokens, stop - 1):
        stop -= 1
    return first, stop


def _is_joint(tokens: Tokens, i: int) -> bool:
    is_mark = tokens.pos[i] in EDGES or "cc" in {
        tokens.relations[i],
        tokens.relations[tokens.heads[i]],
    }
    return is_mark and tokens.words[i] not in KEPT_MARKS

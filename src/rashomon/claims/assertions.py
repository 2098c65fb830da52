"""The points of an official text: one proposition or issue each, cut out of its sentences.

An official text asserts every sentence it holds, but a sentence often raises several issues
("affirmed A and agreed to B", "discussed A, the B of C, and D"). Cuts are made where the parse
coordinates clauses, verb phrases or heavy noun phrases, where a participle carries on the sentence
(", noting that ..."), and after the "X spoke with Y" that opens a readout.
"""

from collections.abc import Iterator
from itertools import pairwise

from rashomon.model import Anchor, Annotations, Document, Sentence, Span, Tokens, Tree, Zone

VERBAL = frozenset({"VERB", "AUX"})
OBJECTS = frozenset({"dobj", "pobj", "attr"})
CLAUSES = frozenset({"ccomp", "parataxis", "conj"})
COMPLEMENTS = frozenset(
    {"dobj", "prep", "ccomp", "xcomp", "attr", "acomp", "agent", "advmod", "advcl", "prt", "dative"}
)
DETERMINERS = frozenset({"DT", "PRP$"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
EDGES = frozenset({"PUNCT", "CCONJ", "SPACE", "SYM"})
KEPT_MARKS = frozenset("\"'“”‘’«»()[]$€£%#")  # belong to the words they stand at

# Verbs that open a readout: what follows says how, why or about what the sides talked.
CONTACT_VERBS = frozenset({"speak", "talk", "meet", "call", "phone", "confer"})
TOPIC_PREPOSITIONS = frozenset({"about", "regarding", "concerning"})

# Sentences that only say that something follows, or greet.
EMPTY_SENTENCES = ("as follows", "good evening", "good morning", "good afternoon", "thank you")
MAX_EMPTY_WORDS = 12  # a longer sentence says something besides
MIN_CONTENT_WORDS = 2  # "and economic" is no point; "climate change" is one


def points(document: Document, annotations: Annotations) -> tuple[Anchor, ...]:
    """Cut every sentence of an official text into points.

    Args:
        document: A statement or readout.
        annotations: Its layers.

    Returns:
        One anchor of one span for every proposition or issue, in reading order and disjoint.
        Together they cover all words of the body but the joints between points and sentences
        that say nothing ("The overview of the talk is as follows.").
    """
    tree = Tree(annotations)
    return tuple(
        Anchor.at(document.text, span)
        for sentence in annotations.sentences
        if document.zone_at(annotations.tokens.starts[sentence.first]) is Zone.BODY
        and not _is_empty(annotations.tokens, sentence)
        for span in _cut(tree, sentence)
    )


def _is_empty(tokens: Tokens, sentence: Sentence) -> bool:
    words = [tokens.words[i].lower() for i in range(sentence.first, sentence.stop)]
    n_content = sum(tokens.pos[i] in CONTENT for i in range(sentence.first, sentence.stop))
    text = " ".join(words)
    is_formula = len(words) <= MAX_EMPTY_WORDS and any(phrase in text for phrase in EMPTY_SENTENCES)
    is_question = "?" in words[-2:]  # asked, not asserted
    return is_formula or is_question or n_content == 0


def _cut(tree: Tree, sentence: Sentence) -> Iterator[Span]:
    """Yield the points of one sentence."""
    tokens = tree.tokens
    starts = {
        tree.left[i]
        for i in range(sentence.first, sentence.stop)
        if _begins_point(tokens, sentence, i, tree.left[i])
    }
    bounds = [sentence.first, *sorted(starts - {sentence.first}), sentence.stop]
    pieces = [(first, stop) for first, stop in pairwise(bounds) if first < stop]
    for first, stop in _joined(tokens, pieces):
        trimmed = _trimmed(tokens, first, stop)
        if any(tokens.words[i].isalpha() for i in trimmed):  # not the number of a paragraph
            yield Span(tokens.starts[trimmed[0]], tokens.ends[trimmed[-1]])


def _begins_point(tokens: Tokens, sentence: Sentence, i: int, left: int) -> bool:
    """Tell whether a token, with what depends on it from `left` on, begins a point."""
    relation, head = tokens.relations[i], tokens.heads[i]
    if left == sentence.first:
        return False
    if relation == "conj" and tokens.pos[i] in VERBAL:
        return tokens.pos[head] in VERBAL and _is_second_clause(tokens, i, head)
    if relation == "conj":
        return _is_second_object(tokens, i, left)
    if relation == "advcl" and tokens.tags[i] == "VBG" and left == i:
        return head < i and tokens.words[left - 1] == ","
    if relation in {"advcl", "prep", "acl", "relcl", "xcomp"}:
        return _follows_contact(tokens, sentence, i, left)
    return relation in CLAUSES and left > head and tokens.words[left - 1] == ";"


def _is_second_clause(tokens: Tokens, i: int, head: int) -> bool:
    """Tell whether a coordinated verb says something of its own: "promote and protect it" does not.

    The verb before it must have an object or clause too, or it only shares the one that follows.
    """
    return any(
        tokens.heads[j] == head and tokens.relations[j] in COMPLEMENTS for j in range(head + 1, i)
    )


def _is_second_object(tokens: Tokens, i: int, left: int) -> bool:
    """Tell whether a coordinated object is an issue of its own: "discussed X and the Y of Z"."""
    first = i
    while tokens.relations[first] == "conj":
        first = tokens.heads[first]
    return (
        tokens.pos[i] == "NOUN"
        and tokens.pos[first] == "NOUN"
        and tokens.relations[first] in OBJECTS
        and tokens.tags[left] in DETERMINERS
    )


def _follows_contact(tokens: Tokens, sentence: Sentence, i: int, left: int) -> bool:
    """Tell whether a purpose or a topic follows the "X spoke with Y" that opens a readout."""
    root = next(j for j in range(sentence.first, sentence.stop) if tokens.heads[j] == j)
    if tokens.lemmas[root] not in CONTACT_VERBS or not _says_topic(tokens, i, left):
        return False
    ancestor = tokens.heads[i]
    has_partner = False
    while tokens.heads[ancestor] != ancestor:
        if tokens.words[ancestor].lower() in TOPIC_PREPOSITIONS or tokens.tags[ancestor] == "VB":
            return False  # inside a topic or purpose that was cut off before
        ancestor = tokens.heads[ancestor]
    for j in range(root + 1, left):
        has_partner = has_partner or tokens.pos[j] == "PROPN"
    return has_partner


def _says_topic(tokens: Tokens, i: int, left: int) -> bool:
    is_purpose = tokens.tags[i] == "VB" and tokens.tags[left] == "TO"
    return is_purpose or tokens.words[i].lower() in TOPIC_PREPOSITIONS


def _joined(tokens: Tokens, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces that are too short for a point to the one before, or at first the one after."""
    joined: list[tuple[int, int]] = []
    for first, stop in pieces:
        if joined and min(_n_content(tokens, *joined[-1]), _n_content(tokens, first, stop)) < (
            MIN_CONTENT_WORDS
        ):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((first, stop))
    return joined


def _n_content(tokens: Tokens, first: int, stop: int) -> int:
    return sum(tokens.pos[i] in CONTENT for i in range(first, stop))


def _trimmed(tokens: Tokens, first: int, stop: int) -> range:
    """Leave out conjunctions and marks at the edges of a piece, but not quotation marks."""
    while first < stop and _is_joint(tokens, first):
        first += 1
    while first < stop and _is_joint(tokens, stop - 1):
        stop -= 1
    return range(first, stop)


def _is_joint(tokens: Tokens, i: int) -> bool:
    is_mark = tokens.pos[i] in EDGES or "cc" in {
        tokens.relations[i],
        tokens.relations[tokens.heads[i]],
    }
    return is_mark and tokens.words[i] not in KEPT_MARKS

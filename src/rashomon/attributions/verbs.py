"""Verbs that report: said that, urged for, vowed to, condemned, termed as, was criticised by."""

from collections.abc import Iterator

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.complements import complement_of
from rashomon.attributions.denials import NOTHING, own_denial
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.ranges import Range, without
from rashomon.attributions.subjects import is_passive, source_of
from rashomon.attributions.tree import WordTree
from rashomon.model import Polarity

MAX_CUE_GAP = 3  # tokens: "has so far said"; farther auxiliaries stand across a subject
DENYING = frozenset(
    {"decline", "deny", "dispute", "refuse", "refute", "reject", "rebut", "rebuff", "disavow"}
    | {"dismiss"}
)

# In the passive, what these say is said of the subject: "the talks were described as frank".
ABOUT_SUBJECT = frozenset({Construction.INFINITIVE, Construction.NAMING, Construction.PREPOSITION})


def find_verbs(tree: WordTree, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield what reporting verbs link, in reading order.

    A verb of speech without a content of its own is yielded without one: a quotation near it may
    be its content.
    """
    for verb, part_of_speech in enumerate(tree.tokens.pos):
        if part_of_speech == "VERB" and not _is_participle(tree, verb):
            candidate = _link(tree, verb, lexicon)
            if candidate is not None:
                yield candidate


def _is_participle(tree: WordTree, verb: int) -> bool:
    """Whether a verb is a bare past participle: "Asked about the ships, …" reports nothing."""
    if any(tree.lower[child] == "as" for child in tree.children[verb]):
        return False  # "as reported by the envoy"
    is_below = tree.tokens.relations[verb] in {"acl", "advcl", "amod"}
    return (
        is_below and tree.tokens.tags[verb] == "VBN" and tree.child(verb, "aux", "auxpass") is None
    )


def _link(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    found = complement_of(tree, verb, lexicon)
    if found is None:
        return None
    contents, construction = found
    source = source_of(tree, verb)
    if source is None and not is_passive(tree, verb):
        return None  # a parsing error: an active verb has somebody who speaks
    if construction in ABOUT_SUBJECT and (about := tree.child(verb, "nsubjpass")) is not None:
        if tree.lower[tree.left[about]] in NOTHING:
            return None
        contents = (tree.range_of(about), *contents)
    cue = cue_of(tree, verb)
    if source is not None:  # "stressed by the envoy that": the clause may hang on the envoy
        source = source[0], min([source[1], *(f for f, _ in contents if f > source[0])])
    holes = [cue] if source is None else [cue, source]
    holes.extend((c, c + 1) for c in tree.children[verb] if tree.lower[c] == "by")
    contents = without(contents, holes)
    if not contents and construction is not Construction.QUOTE:
        return None
    return Candidate(
        head=verb,
        source=source,
        cue=cue,
        contents=contents,
        construction=construction,
        polarity=polarity_of(tree, verb),
    )


def cue_of(tree: WordTree, verb: int) -> Range:
    """Return a verb with its auxiliaries, negation and particle."""
    first, stop = verb, verb + 1
    for child in reversed(tree.children[verb]):
        relation = tree.tokens.relations[child]
        if child < verb and relation in {"aux", "auxpass", "neg"} and verb - child <= MAX_CUE_GAP:
            first = min(first, child)
        elif relation == "prt" and child == verb + 1:
            stop = child + 1
    return first, stop


def polarity_of(tree: WordTree, verb: int) -> Polarity:
    """Tell whether a verb puts its content forward or denies it."""
    denies = tree.lemma[verb] in DENYING
    if own_denial(tree, verb) is not None:
        return Polarity.WITHHELD if denies else Polarity.NEGATIVE
    return Polarity.NEGATIVE if denies else Polarity.POSITIVE

"""Passives that report: was criticised by, a plan backed by, concern was expressed over."""

from collections.abc import Iterator

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.complements import CONTINUING, brings_up, complement_of, is_said
from rashomon.attributions.denials import NOTHING
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.ranges import Range, without
from rashomon.attributions.subjects import agent_of, source_of
from rashomon.attributions.tree import WordTree
from rashomon.attributions.verbs import cue_of, polarity_of

# "responsibility was placed on"
BLAME = frozenset({"blame", "fault", "guilt", "responsibility"})
PLACING = frozenset({"lay", "pin", "place", "put"})
# "was directed at what he termed as …": who terms it so is who directs it.
AT = frozenset({"at", "against", "on", "in", "towards", "toward"})


def find_passives(tree: WordTree, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield what passive verbs link, in reading order."""
    for verb, tag in enumerate(tree.tokens.tags):
        if tag not in {"VBN", "VBD"} or tree.tokens.pos[verb] != "VERB":
            continue
        subject = tree.child(verb, "nsubjpass", "csubjpass")
        candidate = None
        if subject is not None and tree.lower[tree.left[subject]] in NOTHING:
            continue  # "no promise was made", "nothing was said"
        if subject is not None and _is_blame(tree, verb, subject):
            candidate = _blame(tree, verb, subject)
        elif subject is not None and is_said(tree, subject, lexicon):
            candidate = _said_thing(tree, verb, subject, lexicon)
        if candidate is None:
            candidate = _object(tree, verb, subject, lexicon)
        if candidate is not None:
            yield candidate


def _object(tree: WordTree, verb: int, subject: int | None, lexicon: Lexicon) -> Candidate | None:
    """Read "the raid was condemned by X" and "the raid condemned by X"."""
    agent = agent_of(tree, verb)
    is_raised = subject is not None and brings_up(tree, verb, subject, lexicon)
    if agent is None or not (is_raised or tree.lemma[verb] in lexicon.verbs["object"]):
        return None
    if complement_of(tree, verb, lexicon) is not None:
        return None  # "it was stressed by X that": the clause is the content
    pieces = _prepositions(tree, verb, CONTINUING)
    if subject is not None:
        pieces.append(tree.range_of(subject))
    elif tree.tokens.relations[verb] == "acl" and tree.tokens.heads[verb] < verb:
        pieces.append((tree.left[tree.tokens.heads[verb]], tree.left[verb]))
    else:
        return None
    return _candidate(tree, verb, cue_of(tree, verb), tree.noun_phrase(agent), pieces)


def _is_blame(tree: WordTree, verb: int, subject: int) -> bool:
    return tree.lemma[subject] in BLAME and tree.lemma[verb] in PLACING


def _blame(tree: WordTree, verb: int, subject: int) -> Candidate | None:
    """Read "responsibility for the flood was placed on Y by X"."""
    agent = agent_of(tree, verb)
    if agent is None:
        return None
    pieces = [tree.range_of(subject), *_prepositions(tree, verb, AT)]
    return _candidate(tree, verb, cue_of(tree, verb), tree.noun_phrase(agent), pieces)


def _said_thing(tree: WordTree, verb: int, subject: int, lexicon: Lexicon) -> Candidate | None:
    """Read "concern was expressed over …", "criticism was directed at …"."""
    if tree.lemma[verb] not in lexicon.verbs["light"]:
        return None
    agent = agent_of(tree, verb)
    source = tree.noun_phrase(agent) if agent is not None else _namer(tree, verb, lexicon)
    pieces = [
        piece
        for token in (verb, subject, agent)
        if token is not None
        for piece in _prepositions(tree, token, (CONTINUING | AT) - {"of"})
    ]
    if source is not None and agent is not None:  # "by the envoy about the mines"
        source = source[0], min([source[1], *(first for first, _ in pieces if first > agent)])
    clause = tree.child(verb, "ccomp", "advcl") or tree.child(subject, "acl", "ccomp")
    mark = None if clause is None else tree.child(clause, "mark")
    if clause is not None and mark is not None and tree.lower[mark] == "that":
        pieces.append(tree.range_of(clause))
    first = tree.left[subject]
    if not pieces or any(first < verb for first, _ in pieces):
        # "concern was expressed", "anger at the raid was voiced by …"
        pieces = [piece for piece in pieces if piece[0] > verb]
        return _candidate(tree, verb, cue_of(tree, verb), source, [tree.range_of(subject), *pieces])
    return _candidate(tree, verb, (first, verb + 1), source, pieces)


def _namer(tree: WordTree, verb: int, lexicon: Lexicon) -> Range | None:
    """Find who speaks in a free relative, "… at what he termed as …"."""
    for child in tree.children[verb]:
        clause = tree.child(child, "pcomp", "pobj")
        if clause is not None and tree.lemma[clause] in lexicon.verbs["naming"] | {"refer"}:
            return source_of(tree, clause)
    return None


def _prepositions(tree: WordTree, token: int, openings: frozenset[str]) -> list[Range]:
    return [
        tree.range_of(child)
        for child in tree.children[token]
        if child > token and tree.lower[child] in openings and tree.right[child] > child + 1
    ]


def _candidate(
    tree: WordTree, verb: int, cue: Range, source: Range | None, pieces: list[Range]
) -> Candidate | None:
    # A source inside the content ("what he termed …") stays part of it.
    contents = without(pieces, [cue])
    if not contents:
        return None
    return Candidate(
        head=verb,
        source=source,
        cue=cue,
        contents=contents,
        construction=Construction.PASSIVE,
        polarity=polarity_of(tree, verb),
    )

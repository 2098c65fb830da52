"""States of mind and positions: is adamant that, X's position is that."""

from collections.abc import Iterator

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.complements import that_clause
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.nouns import owner_of
from rashomon.attributions.ranges import Range
from rashomon.attributions.tree import WordTree
from rashomon.attributions.verbs import cue_of, polarity_of


def find_predicates(tree: WordTree, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield what "is", "was" and the like link by an adjective or by their subject, in order."""
    for verb, lemma in enumerate(tree.lemma):
        if lemma in {"be", "remain"} and tree.is_verb(verb):
            found = _adjective(tree, verb, lexicon) or _position(tree, verb, lexicon)
        elif tree.lower[verb] in lexicon.adjectives:
            found = _participle(tree, verb)
        else:
            continue
        if found is not None:
            yield found


def _participle(tree: WordTree, verb: int) -> Candidate | None:
    """Read "is convinced that", which the parser takes for a passive."""
    subject = tree.child(verb, "nsubjpass")
    source = None if subject is None else tree.noun_phrase(subject)
    return _link(tree, verb, verb, source, cue_of(tree, verb))


def _adjective(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    adjective, subject = tree.child(verb, "acomp", "attr"), tree.child(verb, "nsubj")
    if adjective is None or subject is None or tree.lower[subject] in {"it", "that", "what"}:
        return None
    if tree.lower[adjective] not in lexicon.adjectives or adjective < verb:
        return None
    source = tree.noun_phrase(subject)
    return _link(tree, verb, adjective, source, (cue_of(tree, verb)[0], adjective + 1))


def _position(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    noun = tree.child(verb, "nsubj")
    words = lexicon.nouns["predicate"] | lexicon.nouns["clause"]
    if noun is None or noun > verb or tree.lemma[noun] not in words:
        return None
    of = next((c for c in tree.children[noun] if tree.lower[c] == "of"), None)
    owner = None if of is None else tree.child(of, "pobj")  # "the position of Velmora is that"
    source = owner_of(tree, noun, lexicon) if owner is None else tree.noun_phrase(owner)
    cue = cue_of(tree, verb)
    return _link(tree, verb, verb, source, cue if owner is not None else (noun, cue[1]))


def _link(
    tree: WordTree, verb: int, word: int, source: Range | None, cue: Range
) -> Candidate | None:
    clause = that_clause(tree, word)
    if clause is None:
        clause = that_clause(tree, verb)
    if clause is None or source is None:
        return None
    return Candidate(
        head=word,
        source=source,
        cue=cue,
        contents=(tree.range_of(clause),),
        construction=Construction.CLAUSE,
        polarity=polarity_of(tree, verb),
    )

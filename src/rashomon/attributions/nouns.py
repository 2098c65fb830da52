"""Nouns that report: the claim that, X's warning of, its readiness to."""

from collections.abc import Iterator

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.complements import that_clause
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.ranges import Range
from rashomon.attributions.subjects import speaker_of
from rashomon.attributions.tree import WordTree


def find_nouns(tree: WordTree, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield what reporting nouns link, in reading order."""
    for noun, part_of_speech in enumerate(tree.tokens.pos):
        if part_of_speech == "NOUN":
            candidate = _link(tree, noun, lexicon)
            if candidate is not None:
                yield candidate


def _link(tree: WordTree, noun: int, lexicon: Lexicon) -> Candidate | None:
    lemma = tree.lemma[noun]
    owner = owner_of(tree, noun, lexicon)
    content = None
    clause = that_clause(tree, noun) if lemma in lexicon.nouns["clause"] else None
    if clause is not None and not _is_statement_of(tree, noun, lexicon):
        content = tree.range_of(clause)
    if content is None and owner is not None and lemma in lexicon.nouns["infinitive"]:
        content = _infinitive(tree, noun)
    if content is None and owner is not None:
        content = _object(tree, noun, lexicon)
    if content is None:
        return None
    return Candidate(
        head=noun,
        source=owner,
        cue=(noun, noun + 1),
        contents=(content,),
        construction=Construction.NOUN,
    )


def _is_statement_of(tree: WordTree, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun only tells where a verb said it: "said in a statement that"."""
    preposition = tree.tokens.heads[noun]
    verb = tree.tokens.heads[preposition]
    return tree.lower[preposition] == "in" and tree.lemma[verb] in lexicon.verbs["clause"]


def owner_of(tree: WordTree, noun: int, lexicon: Lexicon) -> Range | None:
    """Find whose the said thing is: "X's claim", "a claim by X", "X made the claim"."""
    owner = tree.child(noun, "poss")
    if owner is None:
        by = next((c for c in tree.children[noun] if tree.lower[c] in {"by", "from"}), None)
        owner = tree.child(by, "pobj") if by is not None else None
    verb = tree.tokens.heads[noun]
    if (
        owner is None
        and tree.tokens.relations[noun] == "dobj"
        and tree.lemma[verb] in lexicon.verbs["light"]
    ):
        owner = speaker_of(tree, verb)
    return tree.noun_phrase(owner) if owner is not None else None


def _infinitive(tree: WordTree, noun: int) -> Range | None:
    for child in tree.children[noun]:
        is_clause = tree.tokens.relations[child] in {"acl", "xcomp", "relcl"}
        if child > noun and is_clause and tree.is_infinitive(child):
            return tree.range_of(child)
    return None


def _object(tree: WordTree, noun: int, lexicon: Lexicon) -> Range | None:
    for child in tree.children[noun]:
        if child > noun and tree.lemma[noun] in lexicon.noun_prepositions.get(
            tree.lower[child], frozenset()
        ):
            first, stop = tree.range_of(child)
            return (first, stop) if stop - first > 1 else None
    return None

"""Phrases that cite: according to, in X's view, in the words of X."""

from collections.abc import Iterator

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.ranges import Range, without
from rashomon.attributions.tree import WordTree


def find_phrases(tree: WordTree, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield what citing phrases link, in reading order."""
    for token, word in enumerate(tree.lower):
        if word == "according" and token + 1 < len(tree.lower) and tree.lower[token + 1] == "to":
            candidate = _according(tree, token)
        elif word == "per":
            candidate = _per_text(tree, token, lexicon)
        elif word in lexicon.phrase_prepositions:
            candidate = _in_view(tree, token, lexicon)
        else:
            continue
        if candidate is not None:
            yield candidate


def _according(tree: WordTree, token: int) -> Candidate | None:
    to = token + 1
    noun = tree.child(to, "pobj")
    if noun is None:
        noun = tree.child(token, "pobj")
    source = tree.noun_phrase(noun) if noun is not None else None
    if source is None:
        return None
    return _citing(tree, token, (token, token + 2), source, (token, source[1]))


def _per_text(tree: WordTree, token: int, lexicon: Lexicon) -> Candidate | None:
    """Read "per the readout", but not "per day"."""
    noun = tree.child(token, "pobj")
    source = None if noun is None else tree.noun_phrase(noun)
    if noun is None or source is None or tree.lemma[noun] not in lexicon.silences["texts"]:
        return None
    return _citing(tree, token, (token, token + 1), source, (token, source[1]))


def _in_view(tree: WordTree, token: int, lexicon: Lexicon) -> Candidate | None:
    noun = tree.child(token, "pobj")
    if noun is None or tree.lemma[noun] not in lexicon.phrase_nouns:
        return None
    owner = tree.child(noun, "poss")
    if owner is None and (of := tree.child(noun, "prep")) and tree.lower[of] == "of":
        owner = tree.child(of, "pobj")
    source = tree.noun_phrase(owner) if owner is not None else None
    if source is None:
        return None
    phrase = tree.range_of(token)
    return _citing(tree, token, (token, token + 1), source, phrase)


def _citing(
    tree: WordTree, token: int, cue: Range, source: Range, phrase: Range
) -> Candidate | None:
    """Take as content the clause that the phrase stands in, the phrase cut out."""
    head = tree.tokens.heads[token]
    while not tree.is_verb(head) and tree.tokens.heads[head] != head:
        head = tree.tokens.heads[head]
    contents = without([tree.clause_around(token, tree.range_of(head))], [phrase])
    if not contents:
        return None
    return Candidate(
        head=token,
        source=source,
        cue=cue,
        contents=contents,
        construction=Construction.ACCORDING,
    )

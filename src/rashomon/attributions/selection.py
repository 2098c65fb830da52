"""Which links stay: rivals over the same words, sources that cannot speak, links in links."""

from collections.abc import Sequence

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.ranges import Range, size
from rashomon.attributions.tree import WordTree

# Outside quotations these are the publisher and its readers, not a source.
PUBLISHER = frozenset({"i", "we", "you", "one", "let"})


def select(tree: WordTree, candidates: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Drop links whose source cannot speak, and those that a silence explains better.

    Args:
        tree: The parsed document.
        candidates: Links in any order.
        lexicon: The cue words.

    Returns:
        What is left, in reading order of the cues.
    """
    is_silence = [False] * len(tree.tokens)
    silent_parties: set[int] = set()
    for candidate in candidates:
        if candidate.construction is Construction.SILENCE:
            first, stop = candidate.cue
            is_silence[first:stop] = [True] * (stop - first)
            if candidate.source is not None:
                silent_parties.update(range(*candidate.source))
    kept: dict[tuple[int, bool], Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (c.cue, c.contents)):
        silent = candidate.construction is Construction.SILENCE
        is_rival = is_silence[candidate.head] and not silent
        if candidate.construction is Construction.ACCORDING and candidate.source is not None:
            is_rival |= candidate.source[0] in silent_parties  # "no word of it in X's account"
        if not is_rival and _can_speak(tree, candidate.source, lexicon):
            kept.setdefault((candidate.head, silent), candidate)
    return list(kept.values())


def without_repeats(tree: WordTree, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop nouns that repeat the link they stand in: "voiced readiness to talk" is one link."""
    return [
        candidate
        for candidate, parent in zip(candidates, parents_of(tree, candidates), strict=True)
        if parent is None
        or candidate.construction is not Construction.NOUN
        or candidate.source != candidates[parent].source
    ]


def _can_speak(tree: WordTree, source: Range | None, lexicon: Lexicon) -> bool:
    if source is None:
        return True
    head = tree.head_of(source)
    return tree.lemma[head] not in lexicon.happenings and tree.lower[head] not in PUBLISHER


def parents_of(tree: WordTree, candidates: Sequence[Candidate]) -> list[int | None]:
    """Find, for each link, the smallest one whose content holds its cue.

    Args:
        tree: The parsed document.
        candidates: Links with contents, in any order.

    Returns:
        Per link, the number of the link it is nested in, or None.
    """
    sizes = [size(candidate.contents) for candidate in candidates]
    owner: list[int | None] = [None] * len(tree.tokens)
    for number in sorted(range(len(candidates)), key=lambda n: -sizes[n]):
        for first, stop in candidates[number].contents:
            owner[first:stop] = [number] * (stop - first)
    parents: list[int | None] = []
    for number, candidate in enumerate(candidates):
        parent = owner[candidate.head]
        # Two contents that hold each other's cue are a parsing error: the larger one is outside.
        is_outside = parent is not None and sizes[parent] > sizes[number]
        parents.append(parent if is_outside else None)
    return parents

"""Where one side's words end: at a semicolon, and before "while Velmora says …"."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.ranges import Range, without
from rashomon.attributions.tree import WordTree

CONTRASTS = frozenset({"while", "whereas", "whilst"})


def keep_apart(
    tree: WordTree, candidates: Sequence[Candidate], is_quoted: Sequence[bool]
) -> list[Candidate]:
    """Cut out of contents what stands across a semicolon, and what another source is set against.

    Args:
        tree: The parsed document.
        candidates: Links in any order.
        is_quoted: Per token, whether it is quoted: a semicolon in a quotation ends nothing.

    Returns:
        The same links, in the same order, without those of whose content nothing is left.
    """
    contrasts = {
        clause for candidate in candidates if (clause := _contrast(tree, candidate)) is not None
    }
    apart = [_own(tree, candidate, contrasts, is_quoted) for candidate in candidates]
    return [c for c in apart if c.contents or c.construction is Construction.QUOTE]


def _contrast(tree: WordTree, candidate: Candidate) -> Range | None:
    """Find the clause of "…, while Velmora says …" that a link stands in with its source."""
    token = candidate.head
    while tree.tokens.heads[token] != token:
        first, stop = tree.range_of(token)
        if any(tree.lower[child] in CONTRASTS for child in tree.children[token]):
            is_inside = candidate.source is not None and first <= candidate.source[0] < stop
            is_last = token > tree.tokens.heads[token]  # "that, while …, it" is one thought
            return (first, stop) if is_inside and is_last else None
        if tree.is_verb(token) and token != candidate.head:
            return None
        token = tree.tokens.heads[token]
    return None


def _goes_on(tree: WordTree, semicolon: int) -> bool:
    """Whether a list of clauses goes on: "that …; that …; and that …"."""
    after = [
        word for word in tree.lower[semicolon + 1 : semicolon + 3] if word not in {"and", "or"}
    ]
    return bool(after) and after[0] in {"that", "to", "whether"}


def _own(
    tree: WordTree, candidate: Candidate, contrasts: set[Range], is_quoted: Sequence[bool]
) -> Candidate:
    head = candidate.head
    holes = [
        (first, first + 1 if first <= head < stop else stop)  # of its own clause, the "while"
        for first, stop in contrasts
    ]
    for first, stop in candidate.contents:
        holes.extend(
            (token, stop) if token > head else (first, token + 1)
            for token in range(first, stop)
            if tree.lower[token] == ";" and not is_quoted[token] and not _goes_on(tree, token)
        )
    if not holes:
        return candidate
    return replace(candidate, contents=without(candidate.contents, holes))

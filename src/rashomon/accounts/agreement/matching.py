"""Which rows of two codings are one: the same sides, and much the same words."""

from collections.abc import Sequence

from rashomon.accounts.agreement.coding import CodedRow

# A clause matches the sentence that holds it, but not the whole document.
MIN_OF_SMALLER = 0.5  # of the smaller cell, that both cover
MIN_OF_BOTH = 0.25  # of what either covers


def match_rows(first: Sequence[CodedRow], second: Sequence[CodedRow]) -> list[tuple[int, int]]:
    """Match rows one to one, the best overlap first.

    Returns:
        Places in both; a row without a match is in none.
    """
    scored = sorted(
        (
            (score, i, j)
            for i, one in enumerate(first)
            for j, other in enumerate(second)
            if (score := overlap(one, other)) > 0
        ),
        reverse=True,
    )
    taken: set[int] = set()
    also_taken: set[int] = set()
    pairs = []
    for _, i, j in scored:
        if i not in taken and j not in also_taken:
            taken.add(i)
            also_taken.add(j)
            pairs.append((i, j))
    return pairs


def overlap(first: CodedRow, second: CodedRow) -> float:
    """Measure how far the cells of two rows overlap, in [0, 2]; 0 when the rows do not match."""
    if first.cells.keys() != second.cells.keys():
        return 0.0
    of_smaller, of_both = [], []
    for side, mine in first.cells.items():
        theirs = second.cells[side]
        n_shared = len(mine & theirs)
        of_smaller.append(n_shared / min(len(mine), len(theirs)))
        of_both.append(n_shared / len(mine | theirs))
    if min(of_smaller) < MIN_OF_SMALLER or min(of_both) < MIN_OF_BOTH:
        return 0.0
    return sum(of_smaller) / len(of_smaller) + sum(of_both) / len(of_both)

"""Half-open ranges of token numbers, and the few things done with them."""

from collections.abc import Iterable

# First token, one past the last token.
Range = tuple[int, int]


def joined(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Merge ranges that touch or overlap.

    Returns:
        Disjoint ranges in reading order.
    """
    merged: list[Range] = []
    for first, stop in sorted(ranges):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        elif first < stop:
            merged.append((first, stop))
    return tuple(merged)


def without(ranges: Iterable[Range], holes: Iterable[Range]) -> tuple[Range, ...]:
    """Cut holes out of ranges.

    Returns:
        Disjoint ranges in reading order, none of them empty.
    """
    left = list(joined(ranges))
    for start, end in holes:
        left = [
            piece
            for first, stop in left
            for piece in ((first, min(stop, start)), (max(first, end), stop))
            if piece[0] < piece[1]
        ]
    return tuple(sorted(set(left)))


def size(ranges: Iterable[Range]) -> int:
    """Count the tokens of disjoint ranges."""
    return sum(stop - first for first, stop in ranges)

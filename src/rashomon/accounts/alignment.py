"""Which entries of the sides are about one point: groups, found greedily, the best pair first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.entries import Entry

# Set on the dev pairs of docs/methods/comparison.md.
MIN_SIMILARITY = 0.3  # of two sides' entries that make one row
# The same, when reports cite both and each is the other's nearest: reports choose what they cite,
# official texts repeat standing phrases.
MIN_MUTUAL = 0.15
MIN_OUTSIDE = 0.75  # the same, when a side took no part in the event
MIN_FURTHER = 0.4  # of a further entry that joins a row of its side
MIN_REPEATED = 0.5  # of two entries of one side that say the same twice


@dataclass(slots=True, eq=False)
class Group:
    """Entries on one point, and how similar the ones are that brought it together."""

    members: list[int]
    score: float = 0.0


def align(
    entries: Sequence[Entry], similarities: NDArray[np.float64], leads: Sequence[int]
) -> list[Group]:
    """Group entries into points.

    Leads ("X spoke with Y") make one group. Then pairs of entries of different sides are joined,
    the most similar first, as long as a group holds one entry a side. What is left over joins a
    group that already speaks about it, or stays alone.

    Args:
        entries: In the order of the accounts, at least one.
        similarities: Of all entries, shape (n_entries, n_entries).
        leads: Places of the entries that open their documents by saying that there was contact.

    Returns:
        Every entry in exactly one group.
    """
    group_of = {place: Group([place]) for place in range(len(entries))}
    for place in leads[1:]:
        _join(group_of, leads[0], place, 1.0)
    kept = frozenset(leads)
    nearest = _nearest(entries, similarities, kept)
    for first, second in _pairs(similarities, MIN_MUTUAL):
        score = float(similarities[first, second])
        is_cited = entries[first].is_cited and entries[second].is_cited
        is_mutual = nearest[first] == second and nearest[second] == first
        if score < MIN_SIMILARITY and not (is_cited and is_mutual):
            continue
        if first in kept or second in kept or entries[first].side == entries[second].side:
            continue
        if not (entries[first].took_part and entries[second].took_part) and score < MIN_OUTSIDE:
            continue
        sides = [entries[member].side for member in group_of[first].members]
        others = [entries[member].side for member in group_of[second].members]
        if not set(sides) & set(others):
            _join(group_of, first, second, score)
    _join_further(entries, similarities, group_of, kept)
    return list({id(group): group for group in group_of.values()}.values())


def _pairs(similarities: NDArray[np.float64], least: float) -> Iterator[tuple[int, int]]:
    """Yield pairs of entries that are similar enough, the most similar first, ties in order."""
    firsts, seconds = np.nonzero(np.triu(similarities, 1) >= least)
    order = np.argsort(-similarities[firsts, seconds], kind="stable")
    for k in order:
        yield int(firsts[k]), int(seconds[k])


def _nearest(
    entries: Sequence[Entry], similarities: NDArray[np.float64], kept: frozenset[int]
) -> NDArray[np.int64]:
    """Return for every entry the most similar one of another side, leads left out."""
    sides = np.array([entry.side for entry in entries])
    others = np.where(sides[:, None] != sides[None, :], similarities, -1.0)
    others[:, list(kept)] = -1.0
    nearest: NDArray[np.int64] = others.argmax(axis=1)
    return nearest


def _join(group_of: dict[int, Group], first: int, second: int, score: float) -> None:
    group, other = group_of[first], group_of[second]
    if group is other:
        return
    group.members = sorted(group.members + other.members)
    group.score = max(group.score, other.score, score)
    for member in other.members:
        group_of[member] = group


def _join_further(
    entries: Sequence[Entry],
    similarities: NDArray[np.float64],
    group_of: dict[int, Group],
    kept: frozenset[int],
) -> None:
    """Let entries that stayed alone join a row that holds their side already."""
    for first, second in _pairs(similarities, min(MIN_FURTHER, MIN_REPEATED)):
        if first in kept or second in kept:
            continue
        score = float(similarities[first, second])
        for alone, other in ((first, second), (second, first)):
            group = group_of[other]
            is_alone = len(group_of[alone].members) == 1 and group_of[alone] is not group
            if not is_alone or not entries[alone].took_part:
                continue
            has_side = any(entries[m].side == entries[alone].side for m in group.members)
            is_repeated = entries[alone].side == entries[other].side and score >= MIN_REPEATED
            is_further = (
                has_side and entries[alone].side != entries[other].side and score >= MIN_FURTHER
            )
            if is_repeated or is_further:
                _join(group_of, other, alone, group.score)
                break

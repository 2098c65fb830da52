"""Points that found no partner: given back to the point that they carry on.

Pieces are cut fine, so that each can meet what the other side says about it. A piece that met
nothing goes with its neighbour where the two are rather one point than two.
"""

from collections.abc import Sequence

import numpy as np

from rashomon.accounts.alignment import Bond, Group
from rashomon.accounts.joining import are_pieces_of_one, is_one_sentence, join_features
from rashomon.accounts.points import Points, pieces_of
from rashomon.accounts.scorer import Scorer


def rejoin(groups: Sequence[Group], points: Points, scorer: Scorer) -> list[Group]:
    """Give points that stayed alone back to the one before or after them.

    Args:
        groups: Every entry in exactly one.
        points: The entries.
        scorer: What was learned.

    Returns:
        Groups; only those of one entry are given away.
    """
    pieces = pieces_of(points)
    group_of = {member: group for group in groups for member in group.members}
    alone = {id(group) for group in groups if len(group.members) == 1}
    for k in range(1, len(points.entries)):
        if not are_pieces_of_one(points.entries[k - 1], points.entries[k]):
            continue
        if not {k - 1, k} <= pieces.keys() or not is_one_sentence(pieces[k - 1], pieces[k]):
            continue
        before, after = group_of[k - 1], group_of[k]
        n_alone = (id(before) in alone) + (id(after) in alone)
        row = np.array([join_features(pieces[k - 1], pieces[k])])
        least = scorer.least_rejoin if n_alone == 2 else scorer.least_attach
        if before is after or not n_alone:
            continue
        probability = float(scorer.joins.probabilities(row)[0])
        if probability < least:
            continue
        kept, given = (before, after) if id(after) in alone else (after, before)
        kept.take(
            given, Bond(k - 1, k, "the second carries on the point of the first", probability)
        )
        for member in given.members:
            group_of[member] = kept
    return list({id(group): group for group in group_of.values()}.values())

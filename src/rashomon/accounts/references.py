"""Reference documents: no side's, and searched for what no side mentions."""

from collections.abc import Sequence

from rashomon.accounts.alignment import Group
from rashomon.accounts.entries import Entry
from rashomon.accounts.rows import Material, link_of
from rashomon.accounts.topics import name_topic
from rashomon.model import Neither

REFERENCE = "(reference)"  # the side that a reference document is read for; no user's name


def set_apart(groups: Sequence[Group], entries: Sequence[Entry]) -> tuple[list[Group], list[Group]]:
    """Part the points of the sides from those that references alone raise.

    What a reference says leaves the points of the sides: it is no side's.

    Args:
        groups: Every entry in exactly one.
        entries: Those of sides and those of REFERENCE.

    Returns:
        Points of the sides, and points of references alone.
    """
    told, neither = [], []
    for group in groups:
        own = [place for place in group.members if entries[place].side != REFERENCE]
        if own:
            bonds = [b for b in group.bonds if b.first in own and b.second in own]
            told.append(Group(own, bonds, group.score))
        else:
            neither.append(group)
    return told, neither


def make_neither(group: Group, material: Material) -> Neither:
    """Word a point that references alone raise."""
    entries = [material.entries[place] for place in group.members]
    wordings = [material.wordings[place] for place in group.members]
    nearest = [material.nearest[place] for place in group.members if place in material.nearest]
    best = max(nearest, key=lambda bond: bond.score, default=None)
    return Neither(
        topic=name_topic(entries, wordings, material.index.rare, is_lead=False),
        quotes=tuple(quote for entry in entries for quote in entry.quotes),
        nearest=link_of(best, material.entries) if best else None,
    )

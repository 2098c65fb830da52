"""Reference documents: no side's, and searched for what no side mentions."""

from collections.abc import Iterator, Sequence

from rashomon.accounts.alignment import MIN_SIMILARITY, Bond, Group
from rashomon.accounts.entries import Entry
from rashomon.accounts.fragments import rejoin
from rashomon.accounts.likeness import likely_pairs
from rashomon.accounts.meaning import Reader
from rashomon.accounts.points import Points, issues_of, join_points, take_points, wholes_of
from rashomon.accounts.rows import NEAREST, link_of
from rashomon.accounts.scorer import Scorer
from rashomon.accounts.similarity import Index
from rashomon.accounts.topics import name_topic
from rashomon.model import Event, Neither

REFERENCE = "(reference)"  # the side that a reference document is read for; no user's name


def find_neither(
    entries: Sequence[Entry],
    told: Sequence[Entry],
    event: Event | None,
    reader: Reader,
    scorer: Scorer,
) -> Iterator[Neither]:
    """Yield the points of references that no side mentions.

    Args:
        entries: Of references.
        told: What the sides say, as it stands in the rows; references change nothing in them.
        event: What it is about.
        reader: Turns text into vectors.
        scorer: What was learned.
    """
    if not entries:
        return
    points = join_points(take_points(entries, event, reader), event, reader, scorer)
    nearest, mentioned = _nearest(points, told, event, reader, scorer)
    groups = rejoin([Group([place]) for place in range(len(points.entries))], points, scorer)
    index = Index(points.wordings)
    both = [*told, *points.entries]
    for group in groups:
        if not mentioned.isdisjoint(group.members):
            continue
        own = [points.entries[place] for place in group.members]
        bonds = [nearest[place] for place in group.members if place in nearest]
        best = max(bonds, key=lambda bond: bond.score, default=None)
        yield Neither(
            topic=name_topic(
                own, [points.wordings[p] for p in group.members], index.rare, is_lead=False
            ),
            quotes=tuple(quote for entry in own for quote in entry.quotes),
            nearest=link_of(best, both) if best else None,
        )


def _nearest(
    points: Points,
    told: Sequence[Entry],
    event: Event | None,
    reader: Reader,
    scorer: Scorer,
) -> tuple[dict[int, Bond], set[int]]:
    """Find for each point of references the nearest words of a side, and which are near enough."""
    if not told:
        return {}, set()
    both = take_points([*told, *points.entries], event, reader)
    n_told = len(told)
    voices = ["sides"] * n_told + ["references"] * len(points.entries)
    traits = [both.traits[place] for place in range(len(voices))]
    mentioned = {place - n_told for place in both.contacts if place >= n_told}
    nearest: dict[int, Bond] = {}
    for first, second, score in likely_pairs(
        traits, wholes_of(both, reader), issues_of(both, reader), voices, frozenset(), scorer
    ):
        place = second - n_told
        nearest.setdefault(place, Bond(first, second, NEAREST, score))
        if score >= scorer.least_likeness:
            mentioned.add(place)
    index = Index(both.wordings)
    for place in range(len(points.entries)):
        similar = index.similarities(both.wordings[n_told + place])[:n_told]
        if similar.max() >= MIN_SIMILARITY:
            mentioned.add(place)
    return nearest, mentioned

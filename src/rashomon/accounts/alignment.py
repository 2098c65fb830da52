"""Which entries of the sides are about one point: groups, found greedily, the best pair first."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.accounts.entries import Entry
from rashomon.accounts.similarity import Neighbours
from rashomon.accounts.wording import Wording, share_telling_term

# Set on the dev pairs of docs/methods/comparison.md.
MIN_SIMILARITY = 0.3  # of two sides' entries that make one row
# The same, when reports cite both and each is the other's nearest: reports choose what they cite,
# official texts repeat standing phrases.
MIN_MUTUAL = 0.15
MIN_OUTSIDE = 0.75  # the same, when a side took no part in the event
MIN_FURTHER = 0.4  # of a further entry that joins a row of its side
MIN_REPEATED = 0.5  # of two entries of one side that say the same twice
BOTH_CONTACT = "both are about the contact itself"
SAID_OF_BOTH = "one text says it of both"
LIKELY = "near in meaning, words and place"
SHARED_WORDS = "they share words"
SAID_TWICE = "one side says the same twice"
MIN_PAIR = (MIN_MUTUAL, MIN_REPEATED)  # of two sides, of one: what is less similar joins no row


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two entries are in one group, and how sure that is, in [0, 1]."""

    first: int
    second: int
    reason: str
    score: float


@dataclass(slots=True, eq=False)
class Group:
    """Entries on one point, and what brought them together."""

    members: list[int]
    bonds: list[Bond] = field(default_factory=list)
    score: float = 0.0  # of the strongest bond between two sides

    def take(self, other: "Group", bond: Bond) -> None:
        """Take the members of another group in."""
        self.members = sorted(self.members + other.members)
        self.bonds += [*other.bonds, bond]
        self.score = max(self.score, other.score)


def align(
    entries: Sequence[Entry],
    wordings: Sequence[Wording],
    neighbours: Neighbours,
    likely: Sequence[tuple[int, int, float]],
    contacts: Sequence[int],
) -> list[Group]:
    """Group entries into points.

    What a text says of several sides at once makes one group, and so do entries on the contact
    itself ("X spoke with Y"). Then pairs of entries of different voices (a side in one text) are
    joined, the most similar first, as long as a group holds one entry a voice. What is left over
    joins a group that already speaks about it, or stays alone.

    Args:
        entries: In the order of the accounts, at least one.
        wordings: Theirs.
        neighbours: Which of them share words.
        likely: Pairs of entries of two voices that are about one point, the likeliest first, at
            least one of a text that speaks for itself; with how likely.
        contacts: Places of the entries on the contact itself.

    Returns:
        Every entry in exactly one group.
    """
    group_of = {place: Group([place]) for place in range(len(entries))}
    for place in contacts[1:]:
        _join(entries, group_of, Bond(contacts[0], place, BOTH_CONTACT, 1.0))
    _join_shared(entries, group_of)
    for first, second, score in likely:
        _join_voices(entries, group_of, Bond(first, second, LIKELY, score))
    for first, second, score in neighbours.pairs:
        are_cited = entries[first].is_cited, entries[second].is_cited
        is_mutual = neighbours.nearest[first] == second and neighbours.nearest[second] == first
        is_telling = (
            all(are_cited) and is_mutual and share_telling_term(wordings[first], wordings[second])
        )
        if any(are_cited) and (score >= MIN_SIMILARITY or is_telling):
            _join_voices(entries, group_of, Bond(first, second, SHARED_WORDS, score))
    _join_further(entries, neighbours, group_of)
    return list({id(group): group for group in group_of.values()}.values())


def _join_voices(entries: Sequence[Entry], group_of: dict[int, Group], bond: Bond) -> None:
    """Join two entries of two voices, unless a group would hold a voice twice."""
    first, second = entries[bond.first], entries[bond.second]
    if first.voice == second.voice:
        return
    if not (first.took_part and second.took_part) and bond.score < MIN_OUTSIDE:
        return
    mine, other = group_of[bond.first], group_of[bond.second]
    voices = {entries[member].voice for member in mine.members}
    if voices.isdisjoint(entries[member].voice for member in other.members):
        _join(entries, group_of, bond)


def _join_shared(entries: Sequence[Entry], group_of: dict[int, Group]) -> None:
    """Join what a text says of several sides at once: "both sides agreed to open a hotline"."""
    first_of: dict[object, int] = {}
    for place, entry in enumerate(entries):
        first = first_of.setdefault(entry.utterance, place)
        _join(entries, group_of, Bond(first, place, SAID_OF_BOTH, 1.0))


def _join(entries: Sequence[Entry], group_of: dict[int, Group], bond: Bond) -> None:
    group, other = group_of[bond.first], group_of[bond.second]
    if group is other:
        return
    group.take(other, bond)
    if entries[bond.first].side != entries[bond.second].side:
        group.score = max(group.score, bond.score)
    for member in other.members:
        group_of[member] = group


def _join_further(
    entries: Sequence[Entry],
    neighbours: Neighbours,
    group_of: dict[int, Group],
) -> None:
    """Let entries that stayed alone join a row that holds their side already."""
    for first, second, score in neighbours.pairs:
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
                reason = SAID_TWICE if is_repeated else SHARED_WORDS
                group.take(group_of[alone], Bond(other, alone, reason, score))
                group_of[alone] = group
                break

"""Each side's account as a whole: how long it is, and in which order it raises the points."""

from collections.abc import Sequence

from rashomon.accounts.alignment import Group
from rashomon.accounts.entries import Entry
from rashomon.accounts.sides import Roster
from rashomon.model import Account, Reading, Zone


def sum_up(
    entries: Sequence[Entry], groups: Sequence[Group], roster: Roster
) -> tuple[Account, ...]:
    """Sum up the account of each side.

    Args:
        entries: In the order of the accounts.
        groups: Of them, in the order of the rows.
        roster: The sides.
    """
    return tuple(_account(side, entries, groups, roster) for side in roster.sides)


def _account(
    side: str,
    entries: Sequence[Entry],
    groups: Sequence[Group],
    roster: Roster,
) -> Account:
    mine = [entry for entry in entries if entry.side == side]
    own = {entry.document_order: entry.reading for entry in mine if not entry.is_cited}
    cited = {quote for entry in mine for quote in entry.quotes}
    n_words = sum(map(_length, own.values())) or sum(len(q.exact.split()) for q in cited)
    firsts = [
        (min(entries[m].place for m in group.members if entries[m].side == side), row)
        for row, group in enumerate(groups)
        if any(entries[m].side == side for m in group.members)
    ]
    return Account(
        side=side,
        n_texts=roster.n_own_texts.get(side, 0),
        n_words=n_words,
        order=tuple(row for _, row in sorted(firsts)),
    )


def _length(reading: Reading) -> int:
    """Count the words of a text's body."""
    text = reading.document.text
    return sum(len(text[s.start : s.end].split()) for s in reading.document.spans_of(Zone.BODY))

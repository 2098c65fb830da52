"""The sides of a comparison, the texts searched for each, and why a cell has no words of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rashomon.accounts.entries import Entry
from rashomon.model import CellStatus, Event, Reading

SIDES = "{sides}"  # where the names of sides with one reason go


@dataclass(frozen=True, slots=True)
class Roster:
    """The sides in their order, and what was searched for the words of each."""

    sides: tuple[str, ...]
    n_own_texts: dict[str, int]  # texts of a side that we read
    n_reports: int  # texts that could cite any side
    unread: frozenset[str]  # sides of texts in which we could read nothing of theirs

    def absence(self, side: str) -> CellStatus:
        """Return what a cell without words of a side is."""
        is_searched = self.n_own_texts.get(side) or self.n_reports
        if side in self.unread or not is_searched:
            return CellStatus.NO_STATEMENT
        return CellStatus.NOT_FOUND

    def say_absences(self, sides: Sequence[str], silent: Collection[str]) -> str:
        """Say why sides have no words in a row, and never that they did not say it.

        Args:
            sides: The sides without words.
            silent: Those of them that are reported silent.
        """
        reasons: dict[str, list[str]] = {}
        for side in sides:
            reasons.setdefault(self._absence_words(side, is_silent=side in silent), []).append(side)
        return "; ".join(
            words.replace(SIDES, " or ".join(names)) for words, names in reasons.items()
        )

    def _absence_words(self, side: str, *, is_silent: bool) -> str:
        if is_silent:
            return f"{side} is reported silent"
        if self.absence(side) is CellStatus.NO_STATEMENT:
            return f"no statement of {SIDES} that we can read"
        n_own = self.n_own_texts.get(side, 0)
        if n_own:
            return f"not found in the {_texts(n_own)} of {side} searched"
        return f"nothing of {SIDES} found in the {_texts(self.n_reports)} searched"


def _texts(n_texts: int) -> str:
    return "text" if n_texts == 1 else f"{n_texts} texts"


def list_sides(
    readings: Sequence[Reading],
    entries: Sequence[Entry],
    silent: Sequence[str],
    event: Event | None,
) -> Roster:
    """List the sides: who published a text given, who is cited, who took part.

    Those who only took part are listed where no document was given with a side: names given with
    documents ("RU") need not be those of the event ("Russia").

    Args:
        readings: The documents of one story.
        entries: The claims that make rows.
        silent: Sides that are reported silent.
        event: The event they are about.

    Returns:
        Sides in the order in which the documents bring them up.
    """
    given = [r.document.side for r in readings if r.document.side]
    cited = [entry.side for entry in entries]
    present = [] if given or event is None else [p.side for p in event.participants if p.side]
    sides = tuple(dict.fromkeys([*given, *cited, *silent, *present]))
    speakers: dict[int, str] = {}
    for entry in entries:
        speakers.setdefault(entry.document_order, entry.side)
    owners = [
        _owner(reading, speakers.get(order, ""))
        for order, reading in enumerate(readings)
        if reading.is_read
    ]
    counts = {side: owners.count(side) for side in sides if side in owners}
    unread = frozenset(given) - frozenset(counts) - frozenset(cited)
    return Roster(sides, counts, owners.count(None), unread)


def _owner(reading: Reading, speaker: str) -> str | None:
    """Return the side whose claims a text holds in its own voice; None for a report.

    An official text without a claim has no owner that we know ("").
    """
    return speaker if reading.document.is_own_account else None

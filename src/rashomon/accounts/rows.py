"""Rows: a point, and for every side a cell with its words or with what we know of its silence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.accounts.alignment import MIN_SIMILARITY, Group
from rashomon.accounts.entries import Entry, Report
from rashomon.accounts.relations import Finding, Utterance, judge, judge_facts
from rashomon.accounts.sides import Roster
from rashomon.accounts.silences import silence_note, silences_on
from rashomon.accounts.similarity import Index
from rashomon.accounts.topics import name_topic
from rashomon.accounts.wording import Wording
from rashomon.model import Cell, CellStatus, Quote, Relation, Row

MAX_ONLY_CONFIDENCE = 0.9  # words can differ altogether and mean one thing
SHARED_CONFIDENCE = 0.95  # one text says it of several sides at once
LEAD_CONFIDENCE = 0.95  # both texts report the contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything rows are made of."""

    entries: Sequence[Entry]
    wordings: Sequence[Wording]
    index: Index
    nearest: Sequence[float]  # of each entry, how near the nearest entry of another side is
    leads: frozenset[int]
    silences: Sequence[Report]
    roster: Roster
    notes: Mapping[int, Sequence[str]] = field(default_factory=dict)  # by entry


def make_row(group: Group, material: Material) -> Row:
    """Make the row of one point."""
    entries = [material.entries[place] for place in group.members]
    wordings = [material.wordings[place] for place in group.members]
    is_lead = not material.leads.isdisjoint(group.members)
    silences = silences_on(entries, material.silences)
    speaking = {entry.side for entry in entries}
    cells = tuple(
        _cell(side, entries, silences.get(side, []), material.roster)
        for side in material.roster.sides
    )
    finding = _finding(group, material, speaking, silences)
    notes = [
        silence_note(side, silences[side])
        for side in material.roster.sides
        if side in silences and side in speaking
    ]
    notes += [note for place in group.members for note in material.notes.get(place, ())]
    return Row(
        topic=name_topic(entries, wordings, material.index.rare, is_lead=is_lead),
        relation=finding.relation,
        reason=finding.reason,
        confidence=round(min(1.0, max(0.0, finding.confidence)), 3),
        notes=tuple(dict.fromkeys(notes)),
        cells=cells,
    )


def _cell(side: str, entries: Sequence[Entry], silences: Sequence[Quote], roster: Roster) -> Cell:
    quotes: dict[str, Quote] = {}
    for entry in entries:
        if entry.side == side:
            for quote in entry.quotes:
                quotes.setdefault(" ".join(quote.exact.split()), quote)  # a reprint is one voice
    if quotes:
        return Cell(CellStatus.SAYS, tuple(quotes.values()))
    if silences:
        return Cell(CellStatus.REPORTED_SILENT, tuple(dict.fromkeys(silences)))
    return Cell(roster.absence(side))


def _finding(
    group: Group,
    material: Material,
    speaking: set[str],
    silences: Mapping[str, Sequence[Quote]],
) -> Finding:
    roster = material.roster
    if len(speaking) == 1:
        others = [side for side in roster.sides if side not in speaking]
        nearest = max(material.nearest[place] for place in group.members)
        reason = roster.say_absences(others, silences)
        confidence = MAX_ONLY_CONFIDENCE * (1.0 - min(0.5, nearest / (2 * MIN_SIMILARITY)))
        return Finding(Relation.ONLY, reason or "no other side was read", confidence)
    if len({material.entries[place].utterance for place in group.members}) == 1:
        return Finding(Relation.AGREE, "the text says it of both", SHARED_CONFIDENCE)
    if not material.leads.isdisjoint(group.members):
        agreed = Finding(Relation.AGREE, "all of them report the contact", LEAD_CONFIDENCE)
        return judge_facts(_utterances(group, material)) or agreed
    return judge(_utterances(group, material), (group.score + _shared_wording(group, material)) / 2)


def _shared_wording(group: Group, material: Material) -> float:
    """Return how much wording the nearest two entries of two sides share, in [0, 1]."""
    best = 0.0
    for place in group.members:
        similar = material.index.similarities(material.wordings[place])
        others = [
            m for m in group.members if material.entries[m].side != material.entries[place].side
        ]
        best = max([best, *(float(similar[m]) for m in others)])
    return best


def _utterances(group: Group, material: Material) -> list[Utterance]:
    utterances = []
    for side in material.roster.sides:
        places = [place for place in group.members if material.entries[place].side == side]
        if places:
            utterances.append(
                Utterance(
                    side,
                    tuple(material.entries[place] for place in places),
                    tuple(material.wordings[place] for place in places),
                )
            )
    return utterances

"""Rows: a point, and for every side a cell with its words or with what we know of its silence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.accounts.acts import acts_of
from rashomon.accounts.alignment import MIN_REPEATED, Bond, Group
from rashomon.accounts.confidence import confidence_of, lone_evidence, paired_evidence
from rashomon.accounts.entries import Entry, Report
from rashomon.accounts.relations import (
    RULES,
    Finding,
    Utterance,
    find_contradiction,
    judge,
    judge_contact,
)
from rashomon.accounts.scorer import Scorer
from rashomon.accounts.sides import Roster
from rashomon.accounts.silences import silence_note, silences_on
from rashomon.accounts.similarity import Index
from rashomon.accounts.topics import name_topic
from rashomon.accounts.wording import Wording
from rashomon.model import (
    Cell,
    CellStatus,
    Event,
    Link,
    Quote,
    Relation,
    Row,
    Trace,
)

MAX_ONLY_CONFIDENCE = 0.9  # words can differ altogether and mean one thing
NEAREST = "the nearest of another side"
SURE = 0.5  # likeness from which a row stays one, though nothing more can be said of it
SHARED_CONFIDENCE = 0.95  # one text says it of several sides at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything rows are made of."""

    entries: Sequence[Entry]
    wordings: Sequence[Wording]
    index: Index
    event: Event | None
    scorer: Scorer
    nearest: Mapping[int, Bond]  # of entries, the likeliest partner of another side
    leads: frozenset[int]
    silences: Sequence[Report]
    roster: Roster
    notes: Mapping[int, Sequence[str]] = field(default_factory=dict)  # by entry


@dataclass(frozen=True, slots=True)
class Voice:
    """What one side says in a row: its own words, and beside them what reports cite of it."""

    said: Utterance  # its own words, or what is cited where there are none
    cited: tuple[Utterance, ...] = ()  # what is cited beside its own words, a report each
    repeated: tuple[Utterance, ...] = ()  # what is cited and only repeats its own words
    contradiction: Finding | None = None  # between its own words and what is cited

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What a cell quotes: all but what only repeats the side's own words."""
        return self.said.entries + tuple(entry for each in self.cited for entry in each.entries)

    def notes(self) -> list[str]:
        """Tell where else the side is cited with its own words."""
        return [
            f"{each.side}: " + " ".join(f"“{q.exact}”" for e in each.entries for q in e.quotes)
            for each in self.repeated
        ]


def make_row(group: Group, material: Material) -> Row:
    """Make the row of one point."""
    entries = [material.entries[place] for place in group.members]
    wordings = [material.wordings[place] for place in group.members]
    is_lead = not material.leads.isdisjoint(group.members)
    silences = silences_on(entries, material.silences)
    voices = _voices(group, material)
    finding = _finding(group, material, voices, silences)
    evidence = _evidence(group, material, finding, is_paired=len(voices) > 1)
    is_measured = not any(entry.is_cited for entry in entries)
    notes = [silence_note(side, silences[side]) for side in voices if side in silences]
    notes += [note for place in group.members for note in material.notes.get(place, ())]
    notes += [note for voice in voices.values() for note in voice.notes()]
    cells = tuple(
        _cell(voices[side], material.event)
        if side in voices
        else _empty_cell(silences.get(side, []), material.roster.absence(side))
        for side in material.roster.sides
    )
    return Row(
        topic=name_topic(entries, wordings, material.index.rare, is_lead=is_lead),
        relation=finding.relation,
        reason=finding.reason,
        confidence=round(
            confidence_of(evidence, material.scorer, is_paired=len(voices) > 1)
            if is_measured
            else finding.confidence,
            3,
        ),
        notes=tuple(dict.fromkeys(notes)),
        cells=cells,
        trace=replace(_trace(group, material, voices, finding), evidence=evidence),
    )


def part_doubtful(group: Group, material: Material) -> list[Group]:
    """Part sides from a group of which nothing can be said: likely, they came in by mistake.

    Returns:
        The group itself; or, where what brought it together is not sure, one group for each side
        whose relation to every other is unclear, and one for the rest.
    """
    voices = _voices(group, material)
    if group.score >= SURE or len(voices) == 1:
        return [group]
    steps = _finding(group, material, voices, {}).steps
    clear = {
        side
        for step in steps
        if step.relation not in {None, Relation.UNCLEAR}
        for side in step.sides
    }
    lost = [side for side in voices if side not in clear]
    if not lost or not steps:  # without steps, no pair of sides was judged
        return [group]
    by_part: dict[str, list[int]] = {}
    for place in group.members:
        side = material.entries[place].side
        by_part.setdefault(side if side in lost else "", []).append(place)
    return [_part_of(group, places, material) for places in by_part.values()]


def _part_of(group: Group, places: list[int], material: Material) -> Group:
    bonds = [b for b in group.bonds if b.first in places and b.second in places]
    entries = material.entries
    scores = [b.score for b in bonds if entries[b.first].side != entries[b.second].side]
    return Group(places, bonds, max(scores, default=0.0))


def _voices(group: Group, material: Material) -> dict[str, Voice]:
    found = {side: _voice(side, group, material) for side in material.roster.sides}
    return {side: voice for side, voice in found.items() if voice is not None}


def _evidence(
    group: Group, material: Material, finding: Finding, *, is_paired: bool
) -> tuple[float, ...]:
    if is_paired:
        return paired_evidence(
            group.score,
            _shared_wording(group, material),
            finding.relation,
            is_typed=any(step.relation for step in finding.steps if step.rule in RULES),
            is_lead=not material.leads.isdisjoint(group.members),
        )
    n_terms = sum(len(material.wordings[place].weights) for place in group.members)
    return lone_evidence(_likeliest(group, material), n_terms, len(group.members))


def _likeliest(group: Group, material: Material) -> float:
    """Return the likeness of the nearest entry of another side."""
    scores = (material.nearest[p].score for p in group.members if p in material.nearest)
    return max(scores, default=0.0)


def _voice(side: str, group: Group, material: Material) -> Voice | None:
    places = [place for place in group.members if material.entries[place].side == side]
    if not places:
        return None
    own = [place for place in places if not material.entries[place].is_cited]
    if not own:
        return Voice(_utterance(side, places, material))
    said = _utterance(side, own, material)
    cited: list[Utterance] = []
    repeated: list[Utterance] = []
    contradiction: Finding | None = None
    for place in places:
        if place in own:
            continue
        name = material.entries[place].reading.document.id
        utterance = _utterance(f"{side} as cited in {name}", [place], material)
        clash = find_contradiction(said, utterance)
        contradiction = contradiction or clash
        near = float(material.index.similarities(material.wordings[place])[own].max())
        (cited if clash or near < MIN_REPEATED else repeated).append(utterance)
    return Voice(said, tuple(cited), tuple(repeated), contradiction)


def _utterance(side: str, places: Sequence[int], material: Material) -> Utterance:
    return Utterance(
        side,
        tuple(material.entries[place] for place in places),
        tuple(material.wordings[place] for place in places),
    )


def _cell(voice: Voice, event: Event | None) -> Cell:
    quotes: dict[str, Quote] = {}
    for entry in voice.entries:
        for quote in entry.quotes:
            quotes.setdefault(" ".join(quote.exact.split()), quote)  # what is repeated counts once
    return Cell(CellStatus.SAYS, tuple(quotes.values()), acts_of(voice.said.entries, event))


def _empty_cell(silences: Sequence[Quote], absence: CellStatus) -> Cell:
    if silences:
        return Cell(CellStatus.REPORTED_SILENT, tuple(dict.fromkeys(silences)))
    return Cell(absence)


def _finding(
    group: Group,
    material: Material,
    voices: Mapping[str, Voice],
    silences: Mapping[str, Sequence[Quote]],
) -> Finding:
    roster = material.roster
    for side, voice in voices.items():
        if voice.contradiction:
            reason = f"{side} is cited otherwise than its own text has it"
            return replace(voice.contradiction, reason=f"{reason}; {voice.contradiction.reason}")
    if len(voices) == 1:
        others = [side for side in roster.sides if side not in voices]
        reason = roster.say_absences(others, silences)
        confidence = MAX_ONLY_CONFIDENCE * (1.0 - _likeliest(group, material) / 2)
        return Finding(Relation.ONLY, reason or "no other side was read", confidence)
    if len({material.entries[place].utterance for place in group.members}) == 1:
        return Finding(Relation.AGREE, "the text says it of both", SHARED_CONFIDENCE)
    utterances = [voice.said for voice in voices.values()]
    if not material.leads.isdisjoint(group.members):
        return judge_contact(utterances)
    return judge(utterances, (group.score + _shared_wording(group, material)) / 2)


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


def _trace(
    group: Group, material: Material, voices: Mapping[str, Voice], finding: Finding
) -> Trace:
    """Tell how a row came to be."""
    links = tuple(link_of(bond, material.entries) for bond in group.bonds)
    nearest = [material.nearest[place] for place in group.members if place in material.nearest]
    best = max(nearest, key=lambda bond: bond.score, default=None)
    is_alone = len(voices) == 1 and best is not None
    return Trace(
        links=links,
        nearest=link_of(best, material.entries) if best and is_alone else None,
        steps=finding.steps,
    )


def link_of(bond: Bond, entries: Sequence[Entry]) -> Link:
    """Return a bond with the words that it binds."""
    first, second = entries[bond.first].quotes[0], entries[bond.second].quotes[0]
    return Link(first, second, bond.reason, round(min(1.0, bond.score), 3))

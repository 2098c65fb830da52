"""The stage: readings of one story in, its accounts side by side out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rashomon.accounts.alignment import MIN_PAIR, MIN_SIMILARITY, Group, align
from rashomon.accounts.entries import (
    Entry,
    Report,
    elsewhere,
    enter,
    reports_of,
)
from rashomon.accounts.fragments import rejoin
from rashomon.accounts.likeness import likely_pairs
from rashomon.accounts.meaning import Reader
from rashomon.accounts.points import join_points, take_points, wholes_of
from rashomon.accounts.rows import Material, make_row
from rashomon.accounts.scorer import Scorer, load_scorer
from rashomon.accounts.sides import Roster, list_sides
from rashomon.accounts.silences import uncovered_notes, withheld_note
from rashomon.accounts.similarity import Index, find_neighbours
from rashomon.accounts.wording import has_content, word
from rashomon.model import Comparison, Event, Polarity, Reading, Row

T = TypeVar("T")


def compare(readings: Sequence[Reading], scorer: Scorer | None = None) -> Comparison:
    """Set the accounts of the sides on one story side by side.

    Sides are compared under the names that claims and documents carry: one side under two names
    ("RU" and "Russia") must be given one by the caller.

    Args:
        readings: Documents of one story, in the order in which their sides shall stand.
        scorer: What was learned, where it is not what the package brings: to measure it held out.

    Returns:
        Rows in the order of the first account; a point that only others make stands before the
        next one that they share with it. Every claim that speaks for a side about the event is
        in exactly one row, unless it has no word of its own ("it", "that").
    """
    event = main_event(readings)
    took_part = frozenset(p.side for p in event.participants if p.side) if event else frozenset()
    entries = [entry for entry in enter(readings, took_part) if has_content(entry)]
    silences = reports_of(readings, Polarity.SILENT)
    withheld = reports_of(readings, Polarity.WITHHELD)
    roster = list_sides(readings, entries, [s.side for s in silences], event)
    return Comparison(
        event=event,
        sides=roster.sides,
        documents=tuple(reading.document.id for reading in readings),
        rows=tuple(_rows(entries, event, roster, (silences, withheld), scorer)),
        notes=tuple(dict.fromkeys(_notes(readings, roster, silences, withheld))),
    )


def main_event(readings: Sequence[Reading]) -> Event | None:
    """Return the first document's main event, without what the documents differ on."""
    mains = [next((e for e in reading.events if e.is_main), None) for reading in readings]
    told = [event for event in mains if event]
    if not told:
        return None
    return replace(
        told[0],
        channel=_undisputed([event.channel for event in told]),
        initiator=_undisputed([event.initiator for event in told]),
        duration_minutes=_undisputed([event.duration_minutes for event in told]),
    )


def _undisputed(values: Sequence[T | None]) -> T | None:
    """Return the one value that is told, None when the documents tell several."""
    known = {value for value in values if value is not None}
    return known.pop() if len(known) == 1 else None


def _rows(
    entries: list[Entry],
    event: Event | None,
    roster: Roster,
    reports: tuple[Sequence[Report], Sequence[Report]],
    scorer: Scorer | None,
) -> Iterator[Row]:
    if not entries:
        return
    reader, scorer = Reader(), scorer or load_scorer()
    points = join_points(take_points(entries, event, reader), event, reader, scorer)
    entries, wordings = list(points.entries), points.wordings
    index = Index(wordings)
    sides = [entry.side for entry in entries]
    neighbours = find_neighbours(index, wordings, sides, points.contacts, MIN_PAIR)
    cited = {place for place, entry in enumerate(entries) if entry.is_cited}
    likely = [
        pair
        for pair in likely_pairs(
            points.traits,
            wholes_of(points, reader),
            sides,
            [*points.contacts, *cited],
            scorer,
        )
        if pair[2] >= scorer.least_likeness
    ]
    groups = align(entries, wordings, neighbours, likely, points.contacts)
    groups = rejoin(groups, points, scorer)
    material = Material(
        entries=entries,
        wordings=wordings,
        index=index,
        nearest=neighbours.nearness,
        leads=frozenset(points.leads),
        silences=reports[0],
        roster=roster,
        notes=_notes_on_entries(index, reports[1], points.names),
    )
    for group in in_order(groups, entries, roster.sides):
        yield make_row(group, material)


def _notes_on_entries(
    index: Index,
    withheld: Sequence[Report],
    names: frozenset[str],
) -> dict[int, list[str]]:
    """Put what was withheld on the row that speaks about it, when one clearly does."""
    notes: dict[int, list[str]] = {}
    for report in withheld:
        probe = Entry(
            claim=report.claim,
            side=report.side,
            reading=report.reading,
            document_order=0,
            took_part=True,
        )
        scores = index.similarities(word(probe, names))
        best = int(scores.argmax())
        if scores[best] >= MIN_SIMILARITY:
            notes.setdefault(best, []).append(withheld_note(report))
    return notes


def in_order(
    groups: Sequence[Group], entries: Sequence[Entry], sides: Sequence[str]
) -> list[Group]:
    """Order groups by the first account, and what only others say by theirs.

    Args:
        groups: Points.
        entries: What they hold.
        sides: In their order.

    Returns:
        The same groups.
    """
    ordered: list[Group] = []
    placed: set[int] = set()
    for side in sides:
        previous: Group | None = None
        own = [(place, g) for g in groups for place in g.members if entries[place].side == side]
        for _, group in sorted(own, key=lambda pair: entries[pair[0]].place):
            if id(group) not in placed:
                placed.add(id(group))
                ordered.insert(_place_after(previous, ordered, entries, side), group)
            previous = group
    return ordered


def _place_after(
    previous: Group | None, ordered: Sequence[Group], entries: Sequence[Entry], side: str
) -> int:
    """Find the place for a side's next point: after its last one and what others say there."""
    at = ordered.index(previous) + 1 if previous else 0
    while at < len(ordered) and all(entries[m].side != side for m in ordered[at].members):
        at += 1
    return at


def _notes(
    readings: Sequence[Reading],
    roster: Roster,
    silences: Sequence[Report],
    withheld: Sequence[Report],
) -> Iterator[str]:
    for reading in readings:
        yield from _notes_on_document(reading, roster)
        yield from _notes_on_other_contacts(reading)
    yield from uncovered_notes(silences)
    yield from map(withheld_note, withheld)


def _notes_on_document(reading: Reading, roster: Roster) -> Iterator[str]:
    document = reading.document
    whose = document.side or "its side"
    if not reading.is_read:
        language = f"in a language we do not read ({document.language})"
        yield f"{document.id}: {language}; no statement of {whose} is taken from it"
    elif document.side and not roster.n_own_texts.get(document.side):
        yield f"{document.id}: no claim of {whose} found in it"


def _notes_on_other_contacts(reading: Reading) -> Iterator[str]:
    when = {name: event.date for event in reading.events for name in event.attributions}
    left_out = elsewhere(reading)
    for claim in reading.claims:
        if claim.attribution_id is not None and claim.attribution_id in left_out and claim.side:
            date = when[claim.attribution_id] or "date not known"
            what = f"{claim.side}: “{claim.content.words}” ({reading.document.id})"
            yield f"not compared, said in another contact ({date}): {what}"

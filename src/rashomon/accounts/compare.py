"""The stage: readings of one story in, its accounts side by side out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rashomon.accounts.alignment import MIN_PAIR, MIN_SIMILARITY, Bond, Group, align
from rashomon.accounts.entries import (
    Entry,
    Report,
    elsewhere,
    enter,
    reports_of,
)
from rashomon.accounts.fragments import rejoin
from rashomon.accounts.headings import head
from rashomon.accounts.likeness import likely_pairs
from rashomon.accounts.matching import mismatches
from rashomon.accounts.meaning import Reader
from rashomon.accounts.points import Points, issues_of, join_points, take_points, wholes_of
from rashomon.accounts.references import find_neither
from rashomon.accounts.reprints import Reprint, find_reprints
from rashomon.accounts.rows import NEAREST, Material, make_row, part_doubtful
from rashomon.accounts.scorer import Scorer, load_scorer
from rashomon.accounts.sides import Roster, list_sides
from rashomon.accounts.silences import uncovered_notes, withheld_note
from rashomon.accounts.similarity import Index, find_neighbours
from rashomon.accounts.summaries import sum_up
from rashomon.accounts.wording import has_content, word
from rashomon.model import Comparison, Event, Polarity, Reading

T = TypeVar("T")


def compare(
    readings: Sequence[Reading],
    scorer: Scorer | None = None,
    references: Sequence[Reading] = (),
) -> Comparison:
    """Set the accounts of the sides on one story side by side.

    Sides are compared under the names that claims and documents carry: one side under two names
    ("RU" and "Russia") must be given one by the caller. A text that repeats another one is
    searched once.

    Args:
        readings: Documents of one story, in the order in which their sides shall stand.
        scorer: What was learned, where it is not what the package brings: to measure it held out.
        references: Documents that are no side's, read as if REFERENCE published them: what they
            raise and no side does is told. They change nothing in the rows.

    Returns:
        Rows in the order of the first account; a point that only others make stands before the
        next one that they share with it. Every claim that speaks for a side about the event is
        in exactly one row, unless it has no word of its own ("it", "that").
    """
    reprints = find_reprints(readings)
    repeated = {each.reading.document.id for each in reprints if not each.is_joint}
    searched = [reading for reading in readings if reading.document.id not in repeated]
    event = main_event(searched)
    took_part = frozenset(p.side for p in event.participants if p.side) if event else frozenset()
    entries = [entry for entry in enter(searched, took_part) if has_content(entry)]
    silences = reports_of(searched, Polarity.SILENT)
    withheld = reports_of(searched, Polarity.WITHHELD)
    roster = list_sides(searched, entries, [s.side for s in silences], event)
    notes = [
        *mismatches(searched),
        *map(_reprint_note, reprints),
        *_notes(searched, roster, silences, withheld),
        *map(_reference_note, references),
    ]
    table = Comparison(
        event=event,
        sides=roster.sides,
        documents=tuple(reading.document.id for reading in readings),
        rows=(),
        notes=tuple(dict.fromkeys(notes)),
        accounts=sum_up([], [], roster),
        references=tuple(reading.document.id for reading in references),
    )
    reader, scorer = Reader(), scorer or load_scorer()
    if entries:
        points, groups, nearest = _group(entries, event, reader, scorer)
        index = Index(points.wordings)
        material = Material(
            entries=points.entries,
            wordings=points.wordings,
            index=index,
            event=event,
            scorer=scorer,
            nearest=nearest,
            leads=frozenset(points.leads),
            silences=silences,
            roster=roster,
            notes=_notes_on_entries(index, withheld, points),
        )
        groups = [part for group in groups for part in part_doubtful(group, material)]
        groups = in_order(groups, points.entries, roster.sides)
        rows = tuple(make_row(group, material) for group in groups)
        table = replace(
            table,
            rows=rows,
            accounts=sum_up(points.entries, groups, roster),
            headings=head(groups, rows, points),
        )
        entries = list(points.entries)
    checked = [
        entry for entry in enter(references, frozenset(), len(searched)) if has_content(entry)
    ]
    neither = find_neither(checked, entries, event, reader, scorer)
    return replace(table, neither=tuple(neither))


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


def _group(
    entries: list[Entry], event: Event | None, reader: Reader, scorer: Scorer
) -> tuple[Points, list[Group], dict[int, Bond]]:
    """Group entries into points, and find each one's likeliest partner of another side."""
    points = join_points(take_points(entries, event, reader), event, reader, scorer)
    joined, wordings = list(points.entries), points.wordings
    voices = [entry.voice for entry in joined]
    index = Index(wordings)
    neighbours = find_neighbours(index, wordings, voices, points.contacts, MIN_PAIR)
    judged = [
        pair
        for pair in _judged(points, voices, reader, scorer)
        if not (joined[pair[0]].is_cited and joined[pair[1]].is_cited)
    ]
    likely = [pair for pair in judged if pair[2] >= scorer.least_likeness]
    groups = align(joined, wordings, neighbours, likely, points.contacts)
    nearest: dict[int, Bond] = {}
    for first, second, score in [*judged, *neighbours.pairs]:
        if joined[first].side != joined[second].side:
            for place in (first, second):
                nearest.setdefault(place, Bond(first, second, NEAREST, score))
    return points, rejoin(groups, points, scorer), nearest


def _judged(
    points: Points, voices: Sequence[tuple[str, int]], reader: Reader, scorer: Scorer
) -> list[tuple[int, int, float]]:
    if len(points.traits) < len(points.entries):  # all is cited, and aligned by its words
        return []
    traits = [points.traits[place] for place in range(len(points.entries))]
    wholes, issues = wholes_of(points, reader), issues_of(points, reader)
    return likely_pairs(traits, wholes, issues, voices, frozenset(points.contacts), scorer)


def _notes_on_entries(
    index: Index, withheld: Sequence[Report], points: Points
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
        scores = index.similarities(word(probe, points.names))
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


def _reference_note(reading: Reading) -> str:
    name = reading.document.id
    if not reading.is_read:
        language = reading.document.language
        return f"{name} is a reference in a language we do not read ({language}): not searched"
    return f"{name} is a reference: no side's, and searched for what no side mentions"


def _reprint_note(reprint: Reprint) -> str:
    name, other = reprint.reading.document.id, reprint.original.document.id
    share = f"{reprint.share:.0%} of its words"
    if reprint.is_joint:
        sides = f"{reprint.original.document.side} and {reprint.reading.document.side}"
        return f"{name} has the text of {other} ({share}): taken as a joint text of {sides}"
    return f"{name} is a reprint of {other} ({share}): searched once"


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

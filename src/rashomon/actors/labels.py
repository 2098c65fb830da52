"""The names that documents are given with for their sides, and what those names stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.actors.knowledge import KnowledgeBase
from rashomon.model import Reading


def under_one_label(readings: Sequence[Reading], knowledge: KnowledgeBase) -> list[Reading]:
    """Name every side as the first document that speaks for it does: "RU" for Russia."""
    labels: dict[str, str] = {}
    for reading in readings:
        given = reading.document.side
        if given:
            labels.setdefault(knowledge.side_named(given) or given, given)
    names = {given: label for side, label in labels.items() for given in (side, label)}
    for reading in readings:
        given = reading.document.side
        if given:
            names[given] = labels[knowledge.side_named(given) or given]
    return [_relabelled(reading, names) for reading in readings]


def _relabelled(reading: Reading, names: dict[str, str]) -> Reading:
    def label(side: str | None) -> str | None:
        return names.get(side, side) if side else None

    return replace(
        reading,
        document=replace(reading.document, side=label(reading.document.side)),
        claims=tuple(replace(claim, side=label(claim.side)) for claim in reading.claims),
        events=tuple(
            replace(
                event,
                participants=tuple(
                    replace(each, side=label(each.side)) for each in event.participants
                ),
            )
            for event in reading.events
        ),
    )


def odd_labels(readings: Sequence[Reading], knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield warnings on documents given with a side that is not their publisher's."""
    for reading in readings:
        document = reading.document
        given = knowledge.side_named(document.side) if document.side else None
        known = knowledge.side_named(document.publisher) if document.publisher else None
        if given and known and given != known:
            yield (
                f"{document.id} is given as {document.side}, but its publisher "
                f"({document.publisher}) is known to speak for {known}: taken as given"
            )

"""The points that are compared: entries with what is known of their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.accounts.entries import Entry
from rashomon.accounts.joining import Piece, join
from rashomon.accounts.leads import find_contacts, find_leads, participant_names
from rashomon.accounts.meaning import Floats, Reader
from rashomon.accounts.scorer import Scorer
from rashomon.accounts.traits import Traits, describe
from rashomon.accounts.wording import Wording, is_contact, word
from rashomon.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Entries in the order of the accounts, each with its words and traits."""

    entries: Sequence[Entry]
    leads: Sequence[int]  # places of those that say that there was contact
    contacts: Sequence[int]  # and of all that are about nothing but the contact
    names: frozenset[str]  # stems of the names of those who took part
    wordings: Sequence[Wording]
    traits: Sequence[Traits]


def take_points(entries: Sequence[Entry], event: Event | None, reader: Reader) -> Points:
    """Describe entries.

    Args:
        entries: In the order of the accounts, each with at least one word.
        event: What they are about.
        reader: Turns text into vectors.
    """
    leads = find_leads(entries)
    names = participant_names(entries, leads, event)
    wordings = [word(entry, names) for entry in entries]
    return Points(
        entries=entries,
        leads=leads,
        contacts=find_contacts(entries, leads),
        names=names,
        wordings=wordings,
        traits=describe(entries, wordings, names, reader),
    )


def wholes_of(points: Points, reader: Reader) -> list[Floats]:
    """Return the vector of each entry's words by themselves."""
    return [reader.whole(" ".join(each.claim.content.words.split())) for each in points.entries]


def pieces_of(points: Points) -> list[Piece]:
    """Return entries as pieces that may be joined."""
    return [
        Piece(entry, wording, traits, place in points.leads, is_contact(entry))
        for place, (entry, wording, traits) in enumerate(
            zip(points.entries, points.wordings, points.traits, strict=True)
        )
    ]


def join_points(points: Points, event: Event | None, reader: Reader, scorer: Scorer) -> Points:
    """Join the pieces that are one point, and describe what comes of it."""
    return take_points(join(pieces_of(points), scorer), event, reader)

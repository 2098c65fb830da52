"""The points that are compared: entries with what is known of their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.accounts.entries import Entry
from rashomon.accounts.joining import Piece, are_pieces_of_one, join
from rashomon.accounts.leads import find_contacts, find_leads, participant_names
from rashomon.accounts.meaning import Floats, Reader
from rashomon.accounts.scorer import Scorer
from rashomon.accounts.traits import Traits, describe, issue_of
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
    traits: Mapping[int, Traits]  # of the entries that are judged by what was learned


def take_points(entries: Sequence[Entry], event: Event | None, reader: Reader) -> Points:
    """Describe entries.

    Vectors are dear, so they are made only where they are asked for: of everything where a text
    speaks for itself and is compared, else of what may be cut or joined.

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
        traits=describe(entries, wordings, _asked_for(entries), names, reader),
    )


def _asked_for(entries: Sequence[Entry]) -> list[int]:
    """Return the places of the entries whose traits are needed."""
    is_compared = len({entry.voice for entry in entries}) > 1
    if is_compared and not all(entry.is_cited for entry in entries):
        return list(range(len(entries)))
    return sorted(
        {
            place
            for k in range(1, len(entries))
            if are_pieces_of_one(entries[k - 1], entries[k])
            for place in (k - 1, k)
        }
    )


def wholes_of(points: Points, reader: Reader) -> list[Floats]:
    """Return the vectors of entries' words by themselves."""
    return [
        reader.whole(" ".join(quote.exact for quote in entry.quotes).replace("\n", " "))
        for entry in points.entries
    ]


def issues_of(points: Points, reader: Reader) -> list[Floats]:
    """Return what entries are about, a vector of length 1 each."""
    return [
        issue_of(entry, wording, reader)
        for entry, wording in zip(points.entries, points.wordings, strict=True)
    ]


def pieces_of(points: Points) -> dict[int, Piece]:
    """Return the entries that may be joined, as pieces, by their places."""
    return {
        place: Piece(
            points.entries[place],
            points.wordings[place],
            traits,
            place in points.leads,
            is_contact(points.entries[place]),
        )
        for place, traits in points.traits.items()
    }


def join_points(points: Points, event: Event | None, reader: Reader, scorer: Scorer) -> Points:
    """Join the pieces that are one point, and describe what comes of it."""
    if not points.traits:
        return points
    return take_points(join(points.entries, pieces_of(points), scorer), event, reader)

"""The sentences that open readouts ("X spoke with Y"), and the names of those who took part."""

from collections.abc import Sequence

from rashomon.accounts.entries import Entry
from rashomon.accounts.lexicon import stem
from rashomon.accounts.wording import is_contact, names_in, tokens_in
from rashomon.model import Event, Tokens

N_OPENING_ENTRIES = 3  # a dateline or a summary may stand before the lead
MINUTES = frozenset(map(stem, ["minute", "hour"]))
MIN_NAME = 5  # letters of a name that others are made of
MIN_NAMES = 2  # "the conversation was warm" names nobody and is no lead


def find_leads(entries: Sequence[Entry]) -> list[int]:
    """Find the entries that open their documents by saying that there was contact.

    Args:
        entries: In the order of the accounts.

    Returns:
        Places of at most one entry a document; only documents in their own voice have one.
    """
    leads: dict[int, int] = {}
    n_seen: dict[int, int] = {}
    for place, entry in enumerate(entries):
        order = entry.document_order
        n_seen[order] = n_seen.get(order, 0) + 1
        is_opening = order not in leads and n_seen[order] <= N_OPENING_ENTRIES
        if not is_opening or entry.claim.attribution_id is not None or not is_contact(entry):
            continue
        if len(names_in(entry.reading, entry.claim.content)) >= MIN_NAMES:
            leads[order] = place
    return list(leads.values())


def gives_length(entry: Entry) -> bool:
    """Tell whether an entry says how long the contact was: "40 minutes", "just over an hour"."""
    tokens = entry.reading.annotations.tokens
    places = tokens_in(entry.reading, entry.claim.content)
    return is_contact(entry) and any(
        stem(tokens.words[i]) in MINUTES and _is_counted(tokens, i) for i in places
    )


def _is_counted(tokens: Tokens, place: int) -> bool:
    """Tell whether a unit of time is counted: not "in the past days and hours"."""
    before = range(max(0, place - 2), place)
    is_counted = any(
        tokens.pos[i] == "NUM" or tokens.words[i].lower() in {"a", "an", "half"} for i in before
    )
    return is_counted or tokens.words[place + 1 : place + 2] == ("-",)


def find_contacts(entries: Sequence[Entry], leads: Sequence[int]) -> list[int]:
    """Find the entries on the contact itself: the leads, and how long it lasted.

    Args:
        entries: In the order of the accounts.
        leads: Places of the leads.

    Returns:
        Places in order. Lengths count only when two sides give one.
    """
    lengths = [place for place, entry in enumerate(entries) if gives_length(entry)]
    is_shared = len({entries[place].side for place in lengths}) > 1
    return sorted({*leads, *lengths}) if is_shared else list(leads)


def participant_names(
    entries: Sequence[Entry], leads: Sequence[int], event: Event | None
) -> frozenset[str]:
    """Return stems of the names of those who took part: they are in every account.

    With them the words made of a name: "Velmoran" of "Velmora".
    """
    names = {name for place in leads for name in _names(entries[place])}
    names |= {stem(word) for entry in entries for word in entry.side.split()}
    for participant in event.participants if event else ():
        words = f"{participant.actor} {participant.side or ''} {participant.role or ''}".split()
        names |= {stem(word) for word in words}
    beginnings = tuple(name[:-1] for name in names if len(name) >= MIN_NAME)
    return frozenset(
        names | {root for root in _capitalised(entries) if root.startswith(beginnings)}
    )


def _capitalised(entries: Sequence[Entry]) -> set[str]:
    """Return the stems of the words with a capital in the documents of entries."""
    columns = {id(entry.reading): entry.reading.annotations.tokens for entry in entries}
    return {
        stem(word) for tokens in columns.values() for word in tokens.words if word[:1].isupper()
    }


def _names(entry: Entry) -> frozenset[str]:
    return names_in(entry.reading, entry.claim.content)

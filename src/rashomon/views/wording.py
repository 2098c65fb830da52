"""Words for cells, events and sources that every face uses alike."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rashomon.model import Account, Act, Cell, CellStatus, Channel, Comparison, Event, Reading

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we", "who"})

CHANNEL_WORDS = {
    Channel.TELEPHONE: "telephone call",
    Channel.VIDEO: "video call",
    Channel.IN_PERSON: "meeting",
    Channel.LETTER: "letter",
    None: "contact",
}


def cell_words(cell: Cell, numbers: dict[str, int]) -> str:
    """Word a cell: quotes with the number of their document, or what is known instead.

    Args:
        cell: What one side says on one point.
        numbers: The number of every document in the list of texts.
    """
    quotes = " ".join(
        f"“{one_line(quote.exact)}” [{numbers[quote.document_id]}]" for quote in cell.quotes
    )
    if cell.status is CellStatus.SAYS:
        acts = acts_words(cell)
        return f"{acts}: {quotes}" if acts else quotes
    return f"{cell.status}: {quotes}" if quotes else str(cell.status)


def acts_words(cell: Cell) -> str:
    """Word who is said to do what in a cell, as far as its quotes do not say so themselves."""
    told = " ".join(quote.exact for quote in cell.quotes)
    words = (_act_words(act, told) for act in cell.acts)
    return "; ".join(dict.fromkeys(one_line(each) for each in words if each))


def _act_words(act: Act, told: str) -> str:
    """Word an act; of a pronoun, also whom it stands for."""
    if act.doer is None or _is_among(act.doer.words, told):
        return ""
    names = " and ".join(actor.name for actor in act.actors)
    is_pronoun = act.doer.words.lower() in PRONOUNS and names
    doer = f"{act.doer.words} ({names})" if is_pronoun else act.doer.words
    return doer if _is_among(act.verb.words, told) else f"{doer} {act.verb.words}"


def _is_among(words: str, text: str) -> bool:
    """Tell whether words stand in a text as whole words: "he" is not in "the"."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def account_words(comparison: Comparison) -> list[str]:
    """Word the length of each account, and the order in which it raises the points it shares."""
    shared = {
        number
        for number, row in enumerate(comparison.rows)
        if sum(cell.status is CellStatus.SAYS for cell in row.cells) > 1
    }
    return [one_line(_account_words(account, shared)) for account in comparison.accounts]


def _account_words(account: Account, shared: AbstractSet[int]) -> str:
    texts = "text" if account.n_texts == 1 else f"{account.n_texts} texts"
    source = f"in its own {texts}" if account.n_texts else "as cited"
    if not account.order:
        return f"{account.side}: nothing to compare"
    order = ", ".join(str(row + 1) for row in account.order if row in shared)
    order = f"; order of shared points: {order}" if order else ""
    n_points = len(account.order)
    points = "1 point" if n_points == 1 else f"{n_points} points"
    return f"{account.side}: {account.n_words} words {source}, {points}{order}"


def one_line(text: str) -> str:
    """Put a page's words on one line.

    Line breaks become spaces. Control characters go: a page must not steer a terminal.
    """
    return CONTROLS.sub("", " ".join(text.split()))


def document_numbers(readings: Sequence[Reading]) -> dict[str, int]:
    """Number documents from 1, in their order."""
    return {reading.document.id: number for number, reading in enumerate(readings, start=1)}


def source_words(reading: Reading) -> str:
    """Word where a text comes from: publisher, title, dates, address, digest."""
    document = reading.document
    fetched = f"fetched {document.fetched}" if document.fetched else None
    if document.is_fetch_assumed:  # the day of this run says nothing of a text with a date
        fetched = None if document.published else f"{fetched} (today, no fetch date given)"
    parts = [
        document.publisher,
        document.title,
        f"published {document.published}" if document.published else None,
        fetched,
        document.url,
        document.id,
        None if reading.is_read else f"language {document.language!r}: not read",
        f"SHA-256 {document.sha256[:12]}…",
    ]
    return ", ".join(one_line(part) for part in dict.fromkeys(parts) if part)


def event_words(event: Event) -> str:
    """Word an event in one line: what, who, how long, started by whom."""
    people = ", ".join(
        f"{each.actor} ({each.side})" if each.side and each.side != each.actor else each.actor
        for each in event.participants
    )
    length = f", {event.duration_minutes} minutes" if event.duration_minutes else ""
    start = f"; initiated by {event.initiator}" if event.initiator else ""
    return f"{CHANNEL_WORDS[event.channel]}: {people}{length}{start}"


def date_words(event: Event) -> str:
    """Word an event's date with what it rests on, or why it is not known."""
    if event.date is None:
        return f"date unknown: {event.reason}"
    others = f"; or {', '.join(event.alternatives)}" if event.alternatives else ""
    reason = f" ({event.reason})" if event.reason else ""
    return f"{event.date}, {event.basis}{reason}{others}"


def heading(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """Name a comparison: its event, or else its first title."""
    if comparison.event:
        return f"{event_words(comparison.event)} – {date_words(comparison.event)}"
    titles = (reading.document.title for reading in readings if reading.document.title)
    return one_line(next(titles, "Accounts side by side"))

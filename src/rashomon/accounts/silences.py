"""What is reported of a side's silence: on which rows it falls, and how it is worded."""

from collections.abc import Iterator, Sequence

from rashomon.accounts.entries import Entry, Report
from rashomon.model import Quote


def silences_on(entries: Sequence[Entry], silences: Sequence[Report]) -> dict[str, list[Quote]]:
    """Return for a row the sides that are reported silent on any of its claims, with the words."""
    names = {entry.claim.attribution_id for entry in entries} - {None}
    found: dict[str, list[Quote]] = {}
    for silence in silences:
        if names & set(silence.covers):
            found.setdefault(silence.side, []).append(silence.quote)
    return found


def silence_note(side: str, quotes: Sequence[Quote]) -> str:
    """Word the note on a row where a side's own words outrank a report of its silence."""
    words = "; ".join(f"“{quote.exact}”" for quote in quotes)
    return f"{side} is also reported silent on this ({words}); its own words stand"


def withheld_note(report: Report) -> str:
    """Word the note on something that a side is reported not to have said in full."""
    name, words = report.reading.document.id, report.quote.exact
    return f"withheld: {report.side} is reported not to have said this in full: “{words}” ({name})"


def uncovered_notes(silences: Sequence[Report]) -> Iterator[str]:
    """Yield notes on silences of which no text tells what they cover."""
    for silence in silences:
        if not silence.covers:
            words, name = silence.quote.exact, silence.reading.document.id
            yield f"reported silent: {silence.side}: “{words}” ({name})"

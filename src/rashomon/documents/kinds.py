"""Who speaks in a document: a report's sides through its words, or its publisher itself."""

import re
from urllib.parse import urlsplit

from rashomon.documents.wording import load_wording
from rashomon.model import Kind

# What follows the author: "Ministry of Trade (via example.org)", "…, from the archive".
CARRIER = re.compile(r"[(,]|\bvia\b")
MAX_HEADING = 300  # code points of a title or a publisher; longer ones say it by then
MAX_OPENING = 300  # code points: a readout names the contact in its first sentence


def find_kind(
    *, title: str | None, opening: str, publisher: str | None, url: str | None
) -> tuple[Kind, str]:
    """Tell reports, statements and readouts apart by publisher and wording.

    Args:
        title: The document's title.
        opening: The beginning of its body.
        publisher: Who put it out, as given.
        url: Where it stands.

    Returns:
        The kind, and the reason in words. A report, unless something speaks against it.
    """
    wording = load_wording().kinds
    official = _name_official(publisher, url)
    heading = (title or "").strip()[:MAX_HEADING]
    if wording.readout_title.match(heading):
        return Kind.READOUT, f'its title begins "{_begin(wording.readout_title, heading)}"'
    is_contact = wording.contact.search(heading) is not None
    if wording.statement_title.match(heading):
        kind = Kind.READOUT if is_contact else Kind.STATEMENT
        return kind, f'its title begins "{_begin(wording.statement_title, heading)}"'
    if official is None:
        return Kind.REPORT, "nothing shows an official publisher"
    if is_contact or wording.contact.search(opening[:MAX_OPENING]):
        return Kind.READOUT, f"{official} tells of a call or meeting"
    return Kind.STATEMENT, f"{official} is an official publisher"


def _begin(pattern: re.Pattern[str], heading: str) -> str:
    match = pattern.match(heading)
    return "" if match is None else match.group().strip()


def _name_official(publisher: str | None, url: str | None) -> str | None:
    """Name the official publisher, or None; who merely carries a text does not count."""
    wording = load_wording().kinds
    if publisher is not None:
        author = CARRIER.split(publisher[:MAX_HEADING], maxsplit=1)[0].strip()
        if wording.reporter.search(author):
            return None
        if wording.official.search(author):
            return author
    host = _host(url)
    return host if host is not None and wording.official_host.fullmatch(host) else None


def _host(url: str | None) -> str | None:
    try:
        return None if url is None else urlsplit(url).hostname
    except ValueError:  # "http://[…": an address that is none shows no publisher
        return None

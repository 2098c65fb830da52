"""What title, publisher and address say about the kind of a text.

The log-odds are set by hand: three governments and one corpus of news cannot teach what
publishers there are. `docs/methods/kinds.md` says what each lets the wording overrule.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from rashomon.documents.wording import load_wording

# What follows the author: "Ministry of Trade (via example.org)", "…, from the archive".
CARRIER = re.compile(r"[(,]|\bvia\b")
CARRIED = re.compile(r"\bcarried by\b", re.IGNORECASE)
MAX_HEADING = 300  # code points of a title or a publisher; longer ones say it by then

OFFICIAL_PUBLISHER = 9.0  # more than any wording: presidencies write about themselves as news
OFFICIAL_HOST = 5.0  # less than the clearest wording: governments carry the press, too
REPORTER = -6.0  # who says that the text is a report, or tells what a spokesman said
MEDIUM = -2.0  # a newspaper or agency; it may carry a statement in full
OFFICIAL_TITLE = 5.0
READOUT_TITLE = 6.0
CONTACT_TITLE = 5.0
MEETING_TITLE = 1.5  # "Meeting with …" heads summaries and transcripts alike
STATEMENT_TITLE = -2.0  # a communiqué of a meeting is no summary of it by one side
OTHER_TITLE = -1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Log-odds from one part of the metadata, and the reason in words."""

    score: float
    reason: str


def weigh_publisher(publisher: str | None, url: str | None) -> Evidence | None:
    """Weigh who put a text out; who merely carries it does not count.

    Returns:
        Log-odds of an official's own text, or None where nothing is known.
    """
    wording = load_wording().kinds
    if publisher is not None:
        author = CARRIER.split(publisher[:MAX_HEADING], maxsplit=1)[0].strip()
        if wording.reporter.search(author):
            return Evidence(REPORTER, f"{author} tells what others said")
        if wording.medium.search(author):
            return Evidence(MEDIUM, f"{author} is a news medium")
        if wording.official.search(author):
            return Evidence(OFFICIAL_PUBLISHER, f"{author} is an official publisher")
        if CARRIED.search(publisher[:MAX_HEADING]):
            return Evidence(MEDIUM, "another publisher carries it")
    host = _host(url)
    if host is not None and wording.official_host.fullmatch(host):
        return Evidence(OFFICIAL_HOST, f"{host} is an official host")
    return None


def weigh_title(title: str | None) -> Evidence | None:
    """Weigh how a title begins.

    Returns:
        Log-odds of an official's own text, or None where the title could be anybody's.
    """
    wording = load_wording().kinds
    heading = (title or "").strip()[:MAX_HEADING]
    match = wording.readout_title.match(heading) or wording.statement_title.match(heading)
    if match is None:
        return None
    return Evidence(OFFICIAL_TITLE, f'its title begins "{match.group().strip()}"')


def weigh_contact(title: str | None) -> Evidence | None:
    """Weigh whether a title names one call or meeting.

    Returns:
        Log-odds of a readout, if the text is official, or None where there is no title.
    """
    wording = load_wording().kinds
    heading = (title or "").strip()[:MAX_HEADING]
    if not heading:
        return None
    match = wording.readout_title.match(heading) or wording.contact.search(heading)
    if match is None:
        is_statement = wording.statement_title.match(heading)
        score = STATEMENT_TITLE if is_statement else OTHER_TITLE
        return Evidence(score, "its title names no call or meeting")
    words = match.group().strip()
    reason = f'its title names a call or meeting: "{words}"'
    if words.lower() == "readout":
        return Evidence(READOUT_TITLE, f'its title begins "{words}"')
    is_meeting = words.lower().startswith("meeting")
    return Evidence(MEETING_TITLE if is_meeting else CONTACT_TITLE, reason)


def _host(url: str | None) -> str | None:
    try:
        return None if url is None else urlsplit(url).hostname
    except ValueError:  # "http://[…": an address that is none shows no publisher
        return None

"""What every document is given when its zones are known, whatever its page was."""

from collections.abc import Sequence

from rashomon.documents.languages import MIN_LETTERS, detect_language
from rashomon.documents.people import find_people
from rashomon.model import CaptionPerson, Zone, ZoneSpan


def body_of(text: str, zones: Sequence[ZoneSpan]) -> str:
    """Join the paragraphs of the body, a line each."""
    return "\n".join(text[z.span.start : z.span.end] for z in zones if z.zone is Zone.BODY)


def find_language(text: str, body: str) -> str:
    """Detect the language of the body, or of all the text where the body is too short to tell."""
    return detect_language(body if len(body) >= MIN_LETTERS else text)


def find_people_in(text: str, zones: Sequence[ZoneSpan]) -> tuple[CaptionPerson, ...]:
    """Find the people whom the captions name."""
    return tuple(
        person
        for zone in zones
        if zone.zone is Zone.CAPTION
        for person in find_people(text, zone.span.start, zone.span.end)
    )

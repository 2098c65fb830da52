"""Addresses of the web, told from what a page only calls one."""

import re
import unicodedata
from urllib.parse import urlsplit

FORBIDDEN = re.compile(r'["<>\\^`{|}]')  # no URI holds them: RFC 3986


def web_address(address: str | None) -> str | None:
    """Return an address that may be a link: of the web, and written in characters one can see."""
    if not address or any(unicodedata.category(each)[0] in "CZ" for each in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:  # "http://[": no address
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


def percent_encode(address: str, characters: re.Pattern[str] = FORBIDDEN) -> str:
    """Write ASCII characters of an address as their codes: "|" as "%7C"."""
    return characters.sub(lambda found: f"%{ord(found[0]):02X}", address)

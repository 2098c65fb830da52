"""What the head of a page says about it: <meta>, <link>, <title> and the attributes of <html>."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from rashomon.documents.html.blocks import Element, normalise
from rashomon.model import Field, Metadatum, Origin

# Names of <meta> by field, the most trusted first: Open Graph, Dublin Core, Highwire, Parse.ly,
# Sailthru and what sites made up and many copied.
NAMES: dict[Field, Sequence[str]] = {
    Field.TITLE: [
        "og:title",
        "twitter:title",
        "dc.title",
        "dcterms.title",
        "citation_title",
        "parsely-title",
        "sailthru.title",
        "title",
        "headline",
    ],
    Field.AUTHOR: [
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
        "byl",
        "dcsext.author",
    ],
    Field.PUBLISHED: [
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "citation_publication_date",
        "citation_date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_date",
        "publication_date",
        "publication-date",
        "date_published",
        "article.published",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "date",
        "created",
        "datecreated",
    ],
    Field.MODIFIED: [
        "article:modified_time",
        "og:updated_time",
        "og:modified_time",
        "datemodified",
        "dcterms.modified",
        "last-modified",
        "lastmod",
        "last_modified",
        "article.updated",
        "updated",
    ],
    Field.PUBLISHER: [
        "og:site_name",
        "publisher",
        "dc.publisher",
        "dcterms.publisher",
        "citation_journal_title",
        "application-name",
    ],
    Field.LANGUAGE: ("og:locale", "content-language", "dc.language", "language"),
    Field.URL: ("og:url", "parsely-link"),
}
MAX_VALUE = 1_000  # code points
MAX_ADDRESS = 2_000
NO_ADDRESS = re.compile(r"[\s<>\"']")
# "Title - Publisher": what follows the last such mark may be the publisher's name.
SEPARATOR = re.compile(r"\s(?:[|»·–—-]|::)\s")
MAX_SUFFIX = 150  # code points in which the names of publishers and sections stand


def read_head(root: Element) -> list[Metadatum]:
    """Read what the head says, field by field in the order of trust."""
    values = _read_metas(root)
    found = [
        Metadatum(field, value, Origin.META)
        for field, names in NAMES.items()
        for name in names
        for value in values.get(name, ())
    ]
    canonical = [
        link.get("href") or ""
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    title = normalise(root.findtext(".//title") or "")[:MAX_VALUE]
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return [
        *(Metadatum(Field.URL, address, Origin.META) for address in canonical),
        *([Metadatum(Field.LANGUAGE, language, Origin.META)] if language.strip() else []),
        *found,
        *([Metadatum(Field.TITLE, title, Origin.META)] if title else []),
    ]


def _read_metas(root: Element) -> dict[str, list[str]]:
    values: dict[str, list[str]] = defaultdict(list)
    for meta in root.iter("meta"):
        content = normalise((meta.get("content") or "")[:MAX_VALUE])
        if not content:
            continue
        for name in {meta.get("property"), meta.get("name"), meta.get("itemprop")}:
            if name:
                values[name.strip().lower()].append(content)
        if (header := meta.get("http-equiv")) is not None:
            values[header.strip().lower()].append(content)
    return values


def is_address(text: str) -> bool:
    """Tell whether a text is a web address: never "javascript:", "data:" or a local file."""
    if len(text) > MAX_ADDRESS or NO_ADDRESS.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def drop_publisher(title: str, publishers: Iterable[str]) -> str:
    """Cut the publisher's name off the end of a page's title: "Border closed | The Courier"."""
    known = [name.casefold() for name in publishers if name]
    pieces = SEPARATOR.split(title[-MAX_SUFFIX:])
    n_cut = 0
    for piece in reversed(pieces[1:]):
        tail = piece.strip().casefold()
        if not tail or not any(tail in name or name in tail for name in known):
            break
        n_cut += 1
    cuts = [match.start() for match in SEPARATOR.finditer(title)]
    return title[: cuts[-n_cut]] if n_cut else title

"""JSON-LD: what a page says about its article in the words of schema.org.

It is read as data of unknown shape: lists in lists, @graph, strings in place of objects, objects in
place of strings, broken JSON. What does not fit is left out.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.documents.html.blocks import Element, normalise

ARTICLES = frozenset(
    [
        "advertisercontentarticle",
        "analysisnewsarticle",
        "article",
        "askpublicnewsarticle",
        "backgroundnewsarticle",
        "blogposting",
        "liveblogposting",
        "newsarticle",
        "opinionnewsarticle",
        "reportagenewsarticle",
        "report",
        "reviewnewsarticle",
        "satiricalarticle",
        "scholarlyarticle",
        "socialmediaposting",
        "specialannouncement",
        "techarticle",
        "statement",
        "pressrelease",
    ]
)
WRAPPING = re.compile(
    r"\A\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*\Z|;\s*\Z"
)
MAX_SCRIPTS, MAX_SCRIPT = 50, 2_000_000  # code points
MAX_NODES = 20_000
MAX_VALUES = 50  # authors of one article
MAX_VALUE = 1_000  # code points of one value


@dataclass(frozen=True, slots=True)
class Structured:
    """What JSON-LD says; empty where it says nothing."""

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


def read_structured(root: Element) -> Structured:
    """Read the first article that a page's JSON-LD describes."""
    for node in _nodes(root):
        if not ARTICLES.isdisjoint(name.lower() for name in _strings(node.get("@type"))):
            return _read(node)
    return Structured()


def _nodes(root: Element) -> Iterator[dict[str, object]]:
    """Walk through all objects of all scripts, outer ones first, without recursion."""
    n_nodes = 0
    scripts = (s for s in root.iter("script") if "ld+json" in (s.get("type") or "").lower())
    for _, script in zip(range(MAX_SCRIPTS), scripts, strict=False):
        waiting: list[object] = [_decode(script.text or "")]
        for node in waiting:  # grows while it is walked
            n_nodes += 1
            if n_nodes > MAX_NODES:
                return
            if isinstance(node, dict):
                yield node
                waiting.extend(node.values())
            elif isinstance(node, list):
                waiting.extend(node)


def _decode(text: str) -> object:
    if len(text) > MAX_SCRIPT:
        return None
    try:
        found: object = json.loads(WRAPPING.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None
    return found


def _read(node: dict[str, object]) -> Structured:
    return Structured(
        titles=_strings(node.get("headline")) + _strings(node.get("name")),
        authors=_names(node.get("author")) or _names(node.get("creator")),
        published=_first(_strings(node.get("datePublished"))),
        modified=_first(_strings(node.get("dateModified"))),
        publisher=_first(_names(node.get("publisher"))),
        language=_first(_strings(node.get("inLanguage"))),
        url=_first(_addresses(node.get("url")) + _addresses(node.get("mainEntityOfPage"))),
    )


def _first(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None


def _values(value: object) -> list[object]:
    """Return what stands in a list, in lists in it, or the one value."""
    flat: list[object] = []
    waiting = [value]
    while waiting and len(flat) < MAX_VALUES:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting[:0] = each[:MAX_VALUES]
        else:
            flat.append(each)
    return flat


def _strings(value: object) -> tuple[str, ...]:
    found = (normalise(each[:MAX_VALUE]) for each in _values(value) if isinstance(each, str))
    return tuple(each for each in found if each)


def _names(value: object) -> tuple[str, ...]:
    named: list[str] = []
    for each in _values(value):
        named += _strings(each.get("name") if isinstance(each, dict) else each)
    return tuple(named)


def _addresses(value: object) -> tuple[str, ...]:
    found: list[str] = []
    for each in _values(value):
        found += _strings(each.get("@id") or each.get("url") if isinstance(each, dict) else each)
    return tuple(found)

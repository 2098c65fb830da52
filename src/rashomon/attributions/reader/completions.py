"""What the words beside a link add to it: the content's first preposition, an unsaid source."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.attributions.reader.links import Link, shared

# What follows these is what is asked for, or what somebody is told of: it keeps its preposition.
URGED = re.compile(r"\b(?:beg|implor|plead|press|urg)\w*(?P<rest>\s+)for$", re.IGNORECASE)
ASSURED = re.compile(
    r"\b(?:assur|convinc|inform|notif|persuad|reassur|remind|warn)\w*(?P<rest>\s+(?:.*\s)?)of$",
    re.IGNORECASE,
)
# PolNeAR's annotators put this preposition here or there.
OPENING = re.compile(r"(?<!\w)(?:of|for)[ \t]+$")  # "assured Reyl | of its support"
FREE_RELATIVE = re.compile(
    r"\b(?:about|against|at|for|from|of|on|over|to|towards?|with)\s+what\s+$", re.IGNORECASE
)
NAMING = re.compile(
    r"\b(?:brand|call|characteri[sz]|describ|dub|label|referred to|term)\w*", re.IGNORECASE
)
REACH = 16  # code points before a place in which such words may stand


def with_opening(text: str, link: Link) -> Link:
    """Give a content the preposition directly before it.

    It is taken from the cue after verbs of urging ("urged for") and of telling somebody of
    something ("assured Reyl of"; the hearer leaves the cue), elsewhere if it is in no role.

    Args:
        text: The document's whole text.
        link: A link in it.
    """
    first, stop = link.contents[0]
    begin, end = link.cue[-1]
    is_next = end <= first and not text[end:first].strip(" ")
    words = text[begin:end]
    taken = (URGED.search(words) or ASSURED.search(words)) if is_next else None
    if taken:
        return replace(
            link,
            cue=(*link.cue[:-1], (begin, begin + taken.start("rest"))),
            contents=((begin + taken.end("rest"), stop), *link.contents[1:]),
        )
    opening = OPENING.search(text[max(0, first - REACH) : first])
    if opening is None:
        return link
    start = first - (opening.end() - opening.start())
    if is_next and len(link.cue) > 1 and words == "of":  # "assured" … "of", the cue in two pieces
        return replace(link, cue=link.cue[:-1], contents=((start, stop), *link.contents[1:]))
    if start < end or shared([(start, first)], link.source):
        return link
    return replace(link, contents=((start, stop), *link.contents[1:]))


def with_namers(text: str, links: Sequence[Link]) -> list[Link]:
    """Give a link without a source that of "what Reyl called …" in its content.

    "Criticism was levelled at what Reyl called reckless": who calls it so levels it.

    Args:
        text: The document's whole text.
        links: Its links, in reading order of their cues.
    """
    named = [link for link in links if link.source and _names(text, link)]
    return [
        link
        if link.source
        else replace(
            link,
            source=next((inner.source for inner in named if link.holds(inner)), ()),
        )
        for link in links
    ]


def _names(text: str, link: Link) -> bool:
    """Whether a link is of "at what Reyl called …"."""
    start = link.source[0][0]
    words = " ".join(text[first:stop] for first, stop in link.cue)
    before = text[max(0, start - REACH) : start]
    return bool(FREE_RELATIVE.search(before) and NAMING.search(words))

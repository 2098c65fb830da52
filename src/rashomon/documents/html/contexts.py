"""What stands around a block: how many steps up the nearest element of each sort is.

Sorts are told by tags and by the words of classes and ids, the same on sites all over the world
because templates are copied; nothing here knows a site.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

Context: TypeAlias = bytes  # one distance a sort, in the order of SORTS

FAR = 9  # steps; what is farther away tells no more

# Words of classes, ids, roles and properties, by what they say about the element.
WORDS = {
    "is_text": (
        r"article-?_?(?:body|content|text|copy|main)|story-?_?(?:body|content|text)|articlebody"
        r"|post-?_?(?:body|content|text)|entry-?_?(?:body|content|text)"
        r"|body-?_?(?:content|text|copy)"
        r"|rich-?_?text|main-?_?text|text-?_?body|news-?_?(?:text|body|content)|field-name-body"
    ),
    "is_article": r"article|story|post(?!er)|entry|artikel|noticia|beitrag",
    "is_content": r"content|main|inhalt|contenu",
    "is_other": (
        r"relate|recommend|read-?_?(?:more|next|also)|more-?_?(?:from|on|stories|news|in)"
        r"|most-?_?(?:read|popular|view|shared)|popular|trending|teaser|promo|outbrain|taboola"
        r"|zergnet|sidebar|rail\b|next|prev|latest|headlines|suggest|river|card|carousel|also"
        r"|inline-?_?links?|up-?next|similar|worth|picks"
    ),
    "is_comment": r"comment|disqus|discuss|respond|reply|replies|feedback|review",
    "is_social": (
        r"share|sharing|social|follow|newsletter|subscri|sign-?_?up|paywall|log-?in|register|donat"
        r"|facebook|twitter|support|call-?to-?action|\bcta|app-?download"
    ),
    "is_frame": (
        r"nav|menu|breadcrumb|foot|masthead|toolbar|cookie|consent|gdpr|banner"
        r"|copyright|legal"
        r"|disclaimer|modal|popup|overlay|search|skip|header|topbar|top-?bar|language"
        r"|pagination|pager"
    ),
    "is_advert": r"advert|\bads?\b|\bad[-_]|[-_]ads?\b|sponsor|dfp|google|affiliate|shop",
    "is_tag": r"\btags?\b|tag-?list|[-_]tags?\b|topic|keyword|categor|label|rubri",
    "is_widget": r"widget|module|aside|box|block|infobox|factbox|embed|tool|utility|panel|inset",
    "is_byline": r"byline|author|contributor|writer|\bbio\b|[-_]bio\b|autor|staff|reporter|profile",
    "is_date": r"date|time|publish|updated|posted|meta\b|metadata|info\b",
    "is_caption": r"caption|credit|legend|bildunter|copyright-?image|wp-?caption",
    "is_media": r"figure|image|photo|gallery|media|video|slideshow|picture|player|thumb|img",
    "is_title": r"headline|title|kicker|eyebrow|heading|hed\b|titre|titulo",
    "is_deck": (
        r"subtitle|sub-?_?head|deck|dek\b|standfirst|lede|\blead|[-_]lead|summary|strap|intro|chapo"
        r"|excerpt|description|bullet|highlight|key-?points|abstract|teaser-?text|sapo"
    ),
}
TAGS = [
    "article",
    "main",
    "aside",
    "nav",
    "footer",
    "header",
    "figure",
    "figcaption",
    "form",
    "ul",
    "ol",
    "table",
    "section",
    "blockquote",
    "button",
    "dl",
    "pre",
    "details",
]
SORTS = (*(f"in_{tag}" for tag in TAGS), *WORDS)
NEXT = bytes(min(distance + 1, FAR) for distance in range(256))  # one step further
NOWHERE: Context = bytes([FAR] * len(SORTS))
PAGE_TAGS = frozenset({"html", "body"})  # their classes tell of the whole page
ATTRIBUTES = ("class", "id", "itemprop", "role")
MAX_NAMES = 300  # code points of the names of an element

_patterns = tuple(re.compile(words) for words in WORDS.values())
_of_tag = {tag: (place,) for place, tag in enumerate(TAGS)}


def step_into(context: Context, tag: str, attributes: Mapping[str, str]) -> Context:
    """Tell what stands around an element's words.

    Args:
        context: Of the element around it.
        tag: The name of an element that begins a line.
        attributes: Its attributes.
    """
    stepped = context.translate(NEXT)
    places = set(_of_tag.get(tag, ()))
    if attributes and tag not in PAGE_TAGS:
        for name in ATTRIBUTES:
            value = attributes.get(name)
            if value:
                places.update(_sorts_of(value[:MAX_NAMES]))
    if not places:  # most elements are of no sort
        return stepped
    distances = bytearray(stepped)
    for place in places:
        distances[place] = 0
    return bytes(distances)


@lru_cache(maxsize=4096)  # of one page, many are the same
def _sorts_of(names: str) -> tuple[int, ...]:
    return tuple({place for name in names.split() for place in _sorts_of_one(name)})


@lru_cache(maxsize=16_384)  # the words of classes are few, and the same on many sites
def _sorts_of_one(name: str) -> tuple[int, ...]:
    name = name.lower()
    return tuple(
        len(TAGS) + place for place, pattern in enumerate(_patterns) if pattern.search(name)
    )

"""Text that nobody sees: told by attributes, inline styles and the page's own simple rules.

External style sheets are not fetched, so what only they hide is taken for visible. `aria-hidden`
hides nothing from the eye and is not asked. Nothing is computed: a rule counts when its selector
is one class or one id and it stands outside of @media and its like.
"""

import re
from collections.abc import Mapping
from itertools import islice

# Over lower-case text: without regard to case it takes ten times as long.
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0+(?:\.0+)?(?![\d.])"
    r"|opacity\s*:\s*0*(?:\.0+)?(?![\d.])(?=\s*(?:[;!}]|\Z))"
)
LONGER = "\u0130"  # the one letter that is longer in lower case
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SIMPLE_SELECTOR = re.compile(r"\s*([.#])(-?[A-Za-z_][\w-]*)\s*\Z")
# By convention for screen readers alone; the rules behind these names stand in external sheets.
UNSEEN_CLASSES = frozenset(
    [
        "assistive-text",
        "element-invisible",
        "hidden-text",
        "screen-reader",
        "screen-reader-only",
        "screen-reader-text",
        "screenreader-only",
        "sr-only",
        "u-visually-hidden",
        "visually-hidden",
        "visuallyhidden",
    ]
)
MAX_CSS = 400_000  # code points of style sheets that are searched
MAX_RULES = 2_000  # rules that hide something
MAX_SELECTORS = 2_000  # code points before a rule's brace
# Scripts of measuring tools hide whole pages until they have run: no page is invisible.
NEVER_HIDDEN = frozenset({"html", "body"})


class Visibility:
    """Tells which elements a page hides."""

    def __init__(self, css: str) -> None:
        """Read the page's own style sheets.

        Args:
            css: The text of its <style> elements.
        """
        self._classes, self._ids = set(UNSEEN_CLASSES), set[str]()
        for selector in _hiding_selectors(css[:MAX_CSS]):
            match = SIMPLE_SELECTOR.match(selector)
            if match is not None:
                (self._classes if match[1] == "." else self._ids).add(match[2])

    def hides(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is hidden by itself, whatever stands around it."""
        if tag == "dialog" and "open" not in attributes:
            return True
        if not attributes or tag in NEVER_HIDDEN:
            return False
        style = attributes.get("style")
        if style is not None and HIDING.search(style.lower()) is not None:
            return True
        names = attributes.get("class")
        if names is not None and not self._classes.isdisjoint(names.split()):
            return True
        return "hidden" in attributes or ("id" in attributes and attributes["id"] in self._ids)


def _hiding_selectors(css: str) -> list[str]:
    """Find the selectors of rules that hide; @media and its like hold for some readers only."""
    css = CSS_COMMENT.sub("", css)
    selectors: list[str] = []
    depth = place = 0
    for match in islice(HIDING.finditer(css.replace(LONGER, "I").lower()), MAX_RULES):
        opening = css.rfind("{", place, match.start())
        if opening < 0:
            continue
        depth += css.count("{", place, opening) - css.count("}", place, opening)
        place = opening
        if depth == 0:
            lowest = max(0, opening - MAX_SELECTORS)
            begin = max(lowest, *(css.rfind(mark, lowest, opening) + 1 for mark in "{};"))
            selectors += css[begin:opening].split(",")
    return selectors

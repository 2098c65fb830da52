"""Blocks of a page: what a reader sees as one line, in reading order, and where it stands.

The tree is walked without recursion: pages are nested as deep as the parser lets them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from rashomon.documents.html.contexts import NOWHERE, Context, step_into
from rashomon.documents.html.visibility import Visibility

Element: TypeAlias = Any  # of lxml, which ships no types

# Elements that run on in their line; HTML Standard, section 15.3, "display: inline" by default.
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "math",
        "nobr",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
# What is never words of the page.
SILENT = frozenset(
    [
        "applet",
        "area",
        "audio",
        "base",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "frameset",
        "head",
        "iframe",
        "img",
        "link",
        "map",
        "meta",
        "noembed",
        "noframes",
        "object",
        "param",
        "script",
        "source",
        "style",
        "svg",
        "title",
        "track",
        "video",
    ]
)
UNSEEN = frozenset(("noscript", "template"))  # words for readers without scripts, or for none
BREAKS = frozenset(("br", "hr"))
CELLS = frozenset(("td", "th"))
MARKED = frozenset(("cite", "em", "small", "span", "time"))
# Code points without a width: they hide words from a search, or letters inside one.
ZERO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff\U000e0000-\U000e007f]")
CREDIT_CLASS = re.compile(r"credit|copyright|photographer|img-src|image-source", re.IGNORECASE)
ODD = re.compile(r"[^\w-]")
ROW_OF_TABLE = re.compile(r"(?<![\w-])(table:nth-of-type\(\d+\)) > tr:")
MAX_MARKS = 20  # of one line
MAX_MARKED = 200  # code points of a credit or a date inside a line
MAX_ROW = 300  # elements of a table's row that is one line


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a block that its markup tells apart: "time" or "credit"."""

    kind: str
    start: int  # offsets in the block's text
    end: int


@dataclass(slots=True)
class Block:
    """One line of the page."""

    element: Element  # the nearest that begins a line
    context: Context
    path: tuple[str, ...]  # the element's place in the tree, as steps of a CSS selector
    text: str  # white space normalised, never blank
    n_linked: int  # code points of it inside links
    is_hidden: bool
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Owner:
    """An element that begins a line."""

    element: Element
    context: Context
    depth: int  # steps from the root, itself included


class _Line:
    """Gathers the words of a line while the tree is walked."""

    def __init__(self, *, is_hidden: bool) -> None:
        self._is_hidden = is_hidden
        self._parts: list[str] = []
        self._n_linked = 0
        self._marks: list[tuple[str, int, int]] = []  # kind, and the pieces it covers
        self._open: list[tuple[str, int]] = []

    def add(self, words: str, *, is_linked: bool) -> None:
        if not self._parts and words.isspace():
            return
        self._parts.append(words)
        if is_linked:
            self._n_linked += len(words.strip())

    def open_mark(self, kind: str) -> None:
        self._open.append((kind, len(self._parts)))

    def close_mark(self) -> None:
        if self._open:
            kind, first = self._open.pop()
            if len(self._marks) >= MAX_MARKS:
                return
            self._marks.append((kind, first, len(self._parts)))

    @property
    def has_words(self) -> bool:
        return bool(self._parts)

    def end(self, owner: _Owner, path: list[str], blocks: list[Block]) -> None:
        """End the line; it becomes a block when something stands on it."""
        parts, marks, n_linked = self._parts, self._marks, self._n_linked
        self._parts, self._marks, self._n_linked = [], [], 0
        self._open = [(kind, 0) for kind, _ in self._open]
        text = normalise("".join(parts))
        if not text:
            return
        placed = (_place_mark(parts, text, *mark) for mark in marks)
        kept = tuple(mark for mark in placed if 0 < mark.end - mark.start <= MAX_MARKED)
        blocks.append(
            Block(
                element=owner.element,
                context=owner.context,
                path=tuple(path[: owner.depth]),
                text=text,
                n_linked=min(n_linked, len(text)),
                is_hidden=self._is_hidden,
                marks=kept,
            )
        )


def normalise(text: str) -> str:
    """Make every run of white space one blank, and drop code points without a width."""
    if not text.isascii():
        text = ZERO_WIDTH.sub("", text)
    return " ".join(text.split())


def _place_mark(parts: list[str], text: str, kind: str, first: int, last: int) -> Mark:
    words = normalise("".join(parts[first:last]))
    start = max(0, text.find(words, len(normalise("".join(parts[:first])))))
    return Mark(kind, start, start + len(words))


class _Walk:
    """What is known while a tree is walked."""

    def __init__(self, root: Element, visibility: Visibility) -> None:
        self._visibility = visibility
        self._owners = [_Owner(root, NOWHERE, 0)]  # from the root down
        self._path: list[str] = []
        self._counts: list[dict[str, int]] = [{}]  # of the children so far, by tag
        self._shown, self._hidden = _Line(is_hidden=False), _Line(is_hidden=True)
        self._line = self._shown
        self._hiders: list[Element] = []
        self._marked: list[Element] = []
        self._n_links = 0
        self._rows: list[Element] = []  # rows of tables that are one line
        self.blocks: list[Block] = []

    def end_line(self) -> None:
        """End the line, and what is hidden inside it."""
        for line in (self._hidden, self._shown):
            if line.has_words:
                line.end(self._owners[-1], self._path, self.blocks)

    def count(self, tag: str) -> int:
        """Count one more child of the element that the walk is in."""
        counts = self._counts[-1]
        counts[tag] = counts.get(tag, 0) + 1
        return counts[tag]

    def start(self, element: Element, tag: str) -> None:
        self._path.append(_word_step(tag, self.count(tag)))
        self._counts.append({})
        if tag not in INLINE:
            self._start_block(element, tag)
        elif tag == "a":
            self._n_links += 1
        if tag in UNSEEN or self._visibility.hides(element):
            self._hiders.append(element)
            self._line = self._hidden
        if tag in MARKED and (kind := _kind_of_mark(element, tag)) is not None:
            self._marked.append(element)
            self._line.open_mark(kind)

    def _start_block(self, element: Element, tag: str) -> None:
        if tag in CELLS and self._rows and element.getparent() is self._rows[-1]:
            self.add(" ")
            return
        self.end_line()
        if tag in BREAKS:
            return
        context = step_into(self._owners[-1].context, element, tag)
        self._owners.append(_Owner(element, context, len(self._path)))
        if tag == "tr" and _is_one_line(element):
            self._rows.append(element)

    def end(self, element: Element, tag: str) -> None:
        if self._marked and self._marked[-1] is element:
            self._marked.pop()
            self._line.close_mark()
        if tag in INLINE:
            self._n_links -= tag == "a"
        elif self._owners[-1].element is element and len(self._owners) > 1:
            self.end_line()
            self._owners.pop()
            if self._rows and self._rows[-1] is element:
                self._rows.pop()
        if self._hiders and self._hiders[-1] is element:
            self._hiders.pop()
            if not self._hiders:
                self._line = self._shown
        self._path.pop()
        self._counts.pop()

    def add(self, words: str) -> None:
        self._line.add(words, is_linked=self._n_links > 0)


@lru_cache(maxsize=4096)
def _word_step(tag: str, number: int) -> str:
    if tag in ("html", "body"):
        return tag
    # "o:p" and its like: what is no letter of an identifier is escaped.
    return f"{ODD.sub(_escape, tag)}:nth-of-type({number})"


def _escape(match: re.Match[str]) -> str:
    return "\\" + match.group()


def word_selector(path: tuple[str, ...]) -> str:
    """Write a path as a CSS selector.

    Browsers put a <tbody> between a table and its rows where the markup has none, so between these
    two any distance fits.
    """
    words = " > ".join(path[1:]) or ":root"
    return ROW_OF_TABLE.sub(r"\1 tr:", words) if "tr:" in words else words


def _kind_of_mark(element: Element, tag: str) -> str | None:
    if tag == "time":
        return "time"
    names = element.get("class")
    return "credit" if names is not None and _is_credit_class(names) else None


@lru_cache(maxsize=4096)
def _is_credit_class(names: str) -> bool:
    return CREDIT_CLASS.search(names) is not None


def _is_one_line(row: Element) -> bool:
    """Tell whether the cells of a table's row hold words alone; in others stand whole pages."""
    for count, element in enumerate(row.iterdescendants()):
        if count > MAX_ROW or (element.tag not in INLINE and element.tag not in CELLS):
            return False
    return True


def read_blocks(root: Element, visibility: Visibility) -> list[Block]:
    """Read the blocks of a page in reading order.

    Args:
        root: The root of the tree.
        visibility: Tells which elements nobody sees.

    Returns:
        Blocks with at least one character that is no white space.
    """
    walk = _Walk(root, visibility)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in SILENT:
                walker.skip_subtree()
                walk.count(tag)
                continue
            walk.start(element, tag)
            words = element.text
        else:
            if tag not in SILENT:
                walk.end(element, tag)
            words = element.tail
        if words:
            walk.add(words)
    walk.end_line()
    return walk.blocks

"""Blocks of a page: what a reader sees as one line, in reading order, and where it stands.

The tree is walked without recursion: pages are nested as deep as the parser lets them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from rashomon.documents.html.contexts import NOWHERE, Context, step_into
from rashomon.documents.html.visibility import Visibility

Element: TypeAlias = Any  # of lxml, which ships no types
Attributes: TypeAlias = Mapping[str, str]

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
NO_ATTRIBUTES: Attributes = {}
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

    __slots__ = ("_is_hidden", "_marks", "_n_linked", "_open", "parts")

    def __init__(self, *, is_hidden: bool) -> None:
        self._is_hidden = is_hidden
        self.parts: list[str] = []  # empty where nothing stands on the line yet
        self._n_linked = 0
        self._marks: list[tuple[str, int, int]] = []  # kind, and the pieces it covers
        self._open: list[tuple[str, int]] = []

    def add(self, words: str, *, is_linked: bool) -> None:
        self.parts.append(words)
        if is_linked:
            self._n_linked += len(words.strip())

    def open_mark(self, kind: str) -> None:
        self._open.append((kind, len(self.parts)))

    def close_mark(self) -> None:
        if self._open:
            kind, first = self._open.pop()
            if len(self._marks) >= MAX_MARKS:
                return
            self._marks.append((kind, first, len(self.parts)))

    def end(self, owner: _Owner, path: list[str], blocks: list[Block]) -> None:
        """End the line; it becomes a block when something stands on it."""
        parts, marks, n_linked = self.parts, self._marks, self._n_linked
        self.parts, self._n_linked = [], 0
        if marks:
            self._marks = []
        if self._open:
            self._open = [(kind, 0) for kind, _ in self._open]
        text = normalise(parts[0] if len(parts) == 1 else "".join(parts))
        if not text:
            return
        blocks.append(
            Block(
                element=owner.element,
                context=owner.context,
                path=tuple(path[: owner.depth]),
                text=text,
                n_linked=min(n_linked, len(text)),
                is_hidden=self._is_hidden,
                marks=_place_marks(parts, text, marks) if marks else (),
            )
        )


def normalise(text: str) -> str:
    """Make every run of white space one blank, and drop code points without a width."""
    if not text.isascii():
        text = ZERO_WIDTH.sub("", text)
    return " ".join(text.split())


def _place_marks(
    parts: list[str], text: str, marks: list[tuple[str, int, int]]
) -> tuple[Mark, ...]:
    placed = (_place_mark(parts, text, *mark) for mark in marks)
    return tuple(mark for mark in placed if 0 < mark.end - mark.start <= MAX_MARKED)


def _place_mark(parts: list[str], text: str, kind: str, first: int, last: int) -> Mark:
    words = normalise("".join(parts[first:last]))
    start = max(0, text.find(words, len(normalise("".join(parts[:first])))))
    return Mark(kind, start, start + len(words))


# What the start of an element opens, and its end closes; numbers, because an IntFlag is slow.
_LINE, _ROW, _LINK, _HIDDEN, _MARK = 1, 2, 4, 8, 16


class _Walk:
    """What is known while a tree is walked."""

    def __init__(self, root: Element, visibility: Visibility) -> None:
        self._hides = visibility.hides
        self._owners = [_Owner(root, NOWHERE, 0)]  # from the root down
        self._path: list[str] = []
        self._counts: list[dict[str, int]] = [{}]  # of the children so far, by tag
        self._opened: list[int] = []  # by the elements from the root down, what they opened
        self._shown, self._hidden = _Line(is_hidden=False), _Line(is_hidden=True)
        self._line = self._shown
        self._n_hiders = 0
        self._n_links = 0
        self._rows: list[Element] = []  # rows of tables that are one line
        self.blocks: list[Block] = []

    def end_line(self) -> None:
        """End the line, and what is hidden inside it."""
        if self._hidden.parts:
            self._hidden.end(self._owners[-1], self._path, self.blocks)
        if self._shown.parts:
            self._shown.end(self._owners[-1], self._path, self.blocks)

    def count(self, tag: str) -> int:
        """Count one more child of the element that the walk is in."""
        counts = self._counts[-1]
        counts[tag] = number = counts.get(tag, 0) + 1
        return number

    def start(self, element: Element, tag: str) -> None:
        self._path.append(_word_step(tag, self.count(tag)))
        self._counts.append({})
        items = element.items()
        attributes = dict(items) if items else NO_ATTRIBUTES
        opened = 0
        if tag not in INLINE:
            opened = self._start_block(element, tag, attributes)
        elif tag == "a":
            self._n_links += 1
            opened = _LINK
        # Most elements say nothing of themselves, and are as visible as what they stand in.
        if tag in UNSEEN or ((items or tag == "dialog") and self._hides(tag, attributes)):
            self._n_hiders += 1
            self._line = self._hidden
            opened |= _HIDDEN
        if tag in MARKED and (kind := _kind_of_mark(tag, attributes)) is not None:
            self._line.open_mark(kind)
            opened |= _MARK
        self._opened.append(opened)

    def _start_block(self, element: Element, tag: str, attributes: Attributes) -> int:
        if tag in CELLS and self._rows and element.getparent() is self._rows[-1]:
            self.add(" ")
            return 0
        self.end_line()
        if tag in BREAKS:
            return 0
        context = step_into(self._owners[-1].context, tag, attributes)
        self._owners.append(_Owner(element, context, len(self._path)))
        if tag == "tr" and _is_one_line(element):
            self._rows.append(element)
            return _LINE | _ROW
        return _LINE

    def end(self) -> None:
        opened = self._opened.pop()
        if opened:
            self._close(opened)
        self._path.pop()
        self._counts.pop()

    def _close(self, opened: int) -> None:
        if opened & _MARK:
            self._line.close_mark()
        if opened & _LINE:
            self.end_line()
            self._owners.pop()
            if opened & _ROW:
                self._rows.pop()
        elif opened & _LINK:
            self._n_links -= 1
        if opened & _HIDDEN:
            self._n_hiders -= 1
            if not self._n_hiders:
                self._line = self._shown

    def add(self, words: str) -> None:
        line = self._line
        if line.parts or not words.isspace():
            line.add(words, is_linked=self._n_links > 0)


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


def _kind_of_mark(tag: str, attributes: Attributes) -> str | None:
    if tag == "time":
        return "time"
    names = attributes.get("class")
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
                walk.end()
            words = element.tail
        if words:
            walk.add(words)
    walk.end_line()
    return walk.blocks

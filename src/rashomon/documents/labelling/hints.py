"""Hints of words: what the words of a line are known for, in any of the lexicon's languages."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np

from rashomon.documents.labelling.pages import Floats, Numbers

MAX_TOKENS = 16  # a line with more is looked up at its beginning and its end only
N_FIRST, N_LAST = 5, 5
MAX_REMEMBERED = 200_000  # tokens; pages in all the world's languages do not fill the memory
N_WORDS = 2048  # rows of the network's table of words; words share rows by their checksum
AROUND = ".,:;!?()[]{}\"'“”„‘’«»‹›|•·*–—-…/،؛"

# What a token looks like: the first with the marks around it, the others without.
SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"[(\[].*|.*[)\]][.,;]?",
        r"(?:19|20)\d\d",
        r"\d{1,2}[:.h]\d\d(?:[ap]m?)?",
        r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}-\d\d-\d\dt.*",
        r"\d{1,2}(?:st|nd|rd|th)?",
        r"[\d.,]*\d[\d.,]*[km%]?",
        r"\S+@\S+|@\S+",
        r"(?:https?://|www\.)\S+|\S+\.(?:com|org|net|ru|de|fr|co|uk|gov|info)(?:/\S*)?",
        r"[^\W\d_]+/[^\W\d_]+(?:/\S*)?",
        r"#\S+",
    )
)
MAX_SHAPED = 80  # code points of a token that can have a shape
# Categories that stand for one thing: dates, authors, pictures, menus, the page's own words.
GROUPS = (
    ("month", "weekday", "clock"),
    ("role",),
    ("picture", "agency"),
    ("menu", "desk"),
    ("sharing", "service"),
    ("listing",),
)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of the words of lines."""

    features: Floats  # shape (n_lines, 4 * n_categories): first, last, any, share
    groups: tuple[Floats, ...]  # whether a line has a word of a group; then whether "by" opens it
    words: Numbers  # row in the table of words of every token looked up
    n_tokens: Numbers  # tokens looked up, a line


@lru_cache(maxsize=1)
def load_lexicon() -> tuple[tuple[str, ...], dict[str, int]]:
    """Read `lexicon.toml`: its categories, and of every word a bit for each of its categories."""
    text = files("rashomon.documents.labelling").joinpath("lexicon.toml").read_text("utf-8")
    tables: dict[str, str] = tomllib.loads(text)
    bits: dict[str, int] = {}
    for place, words in enumerate(tables.values()):
        for word in words.split():
            bits[word] = bits.get(word, 0) | 1 << place
    return tuple(tables), bits


class _Remembered(dict[str, int]):
    """Every token met so far: the bits of what it is, times `N_WORDS`, and its row."""

    def __missing__(self, token: str) -> int:
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        categories, lexicon = load_lexicon()
        bare = token.strip(AROUND).lower()
        bits = lexicon.get(token.lower(), 0) or lexicon.get(bare, 0)
        if len(token) <= MAX_SHAPED:
            for place, shape in enumerate(SHAPES):
                if shape.fullmatch(bare if place else token):
                    bits |= 1 << len(categories) + place
        row = crc32(bare.encode("utf-8", "surrogatepass")) % N_WORDS
        self[token] = packed = bits * N_WORDS + row
        return packed


_remembered = _Remembered()


def describe_hints(lines: Sequence[str]) -> Hints:
    """Look the words of lines up; of a long line only those at its beginning and its end."""
    categories = load_lexicon()[0]
    look_up = _remembered.__getitem__
    packed: list[int] = []
    n_tokens: list[int] = []
    for line in lines:
        tokens = line.split()
        if len(tokens) > MAX_TOKENS:
            tokens = tokens[:N_FIRST] + tokens[-N_LAST:]
        packed += map(look_up, tokens)
        n_tokens.append(len(tokens))
    found, sizes = np.array(packed), np.array(n_tokens)
    n_kinds = len(categories) + len(SHAPES)
    octets = (found // N_WORDS).astype("<u4").view(np.uint8).reshape(-1, 4)
    is_kind = np.unpackbits(octets, axis=1, count=n_kinds, bitorder="little")
    starts = np.cumsum(sizes) - sizes
    first = is_kind[starts].astype(np.float32)
    last = is_kind[starts + sizes - 1]
    sums = np.add.reduceat(is_kind, starts, dtype=np.uint8)
    is_any = np.minimum(sums, 1).astype(np.float32)
    shares = sums / sizes[:, None]
    groups = [is_any[:, [categories.index(name) for name in group]].max(axis=1) for group in GROUPS]
    return Hints(
        features=np.concatenate([first, last, is_any, shares], axis=1, dtype=np.float32),
        groups=(*groups, first[:, categories.index("by")]),
        words=found % N_WORDS,
        n_tokens=sizes,
    )

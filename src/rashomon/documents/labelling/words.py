"""The words of lines, each looked up once: what it is known for, what it looks like, its bucket."""

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.labelling.characters import class_of
from rashomon.documents.labelling.pages import Numbers

MAX_REMEMBERED = 200_000  # words; pages in all the world's languages do not fill the memory
N_ROWS = 1 << 11  # of the network's table of words; words share rows by their checksum
# Words are compared by buckets; two words fall together once in a while, and harm little.
N_BUCKETS = 1 << 12
MIN_SHARED_LETTERS = 4  # of a word that is compared; shorter ones stand everywhere
AROUND = ".,:;!?()[]{}\"'“”„‘’«»‹›|•·*–—-…/،؛"

# What a word looks like: the first with the marks around it, the others without.
LOOKS = tuple(
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
MAX_LOOKED_AT = 80  # code points of a word that can look like something

# A word in one number, from its lowest bits: row, bucket, class of its first character, whether it
# is compared, and a bit for everything it is known for and looks like.
BUCKET, INITIAL, COMPARED, KNOWN = 11, 23, 27, 28


@dataclass(frozen=True)
class Words:
    """The words of lines, line after line."""

    packed: Numbers  # shape (n_words,)
    sizes: Numbers  # words a line, at least one, shape (n_lines,)

    @classmethod
    def of(cls, text: str, sizes: Numbers) -> "Words":
        """Look up the words of a text whose lines have so many each."""
        return cls(np.fromiter(map(_remembered.__getitem__, text.split()), np.int64), sizes)

    @cached_property
    def starts(self) -> Numbers:
        """Number of each line's first word, shape (n_lines,)."""
        return np.cumsum(self.sizes) - self.sizes

    @cached_property
    def line_of(self) -> Numbers:
        """Number of each word's line, shape (n_words,)."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    @cached_property
    def initials(self) -> Numbers:
        """Class of each word's first character."""
        return self.packed >> INITIAL & 0xF

    @cached_property
    def compared(self) -> Numbers:
        """Number of each word that is long enough to be compared."""
        return np.flatnonzero(self.packed >> COMPARED & 1)

    def buckets_of(self, chosen: Numbers) -> Numbers:
        """Return the buckets of some words."""
        return self.packed[chosen] >> BUCKET & N_BUCKETS - 1

    def rows_of(self, chosen: Numbers) -> Numbers:
        """Return the rows of some words in the network's table."""
        return self.packed[chosen] & N_ROWS - 1

    def kinds_of(self, chosen: Numbers) -> NDArray[np.uint8]:
        """Tell what some words are known for and look like, shape (n_chosen, n_kinds)."""
        octets = (self.packed[chosen] >> KNOWN).astype("<u4").view(np.uint8).reshape(-1, 4)
        return np.unpackbits(octets, axis=1, count=n_kinds(), bitorder="little")


def n_kinds() -> int:
    """Count what a word can be known for and look like."""
    return len(load_lexicon()[0]) + len(LOOKS)


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
    """Every word met so far, packed."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        self[word] = packed = _pack(word)
        return packed


def _pack(word: str) -> int:
    categories, lexicon = load_lexicon()
    bare = word.strip(AROUND).lower()
    known = lexicon.get(word.lower(), 0) or lexicon.get(bare, 0)
    if len(word) <= MAX_LOOKED_AT:
        for place, look in enumerate(LOOKS):
            if look.fullmatch(bare if place else word):
                known |= 1 << len(categories) + place
    is_compared = sum(map(str.isalnum, bare)) >= MIN_SHARED_LETTERS
    checksum = crc32(bare.encode("utf-8", "surrogatepass")) & (1 << INITIAL) - 1
    return checksum | class_of(word[0]) << INITIAL | is_compared << COMPARED | known << KNOWN


_remembered = _Remembered()

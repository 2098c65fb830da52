"""Classes of characters, by table: what a line is made of, counted without a loop over it.

Unicode's general categories, joined to the few classes that tell prose from a page's furniture in
any script.
"""

import unicodedata
from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

N_CODES = 0x10000  # the Basic Multilingual Plane; what lies above counts as SIGN (emoji, mostly)


class CharacterClass(IntEnum):
    """What a character is for in a line of text."""

    SPACE = 0
    UPPER = 1
    LOWER = 2
    UNCASED = 3  # a letter of a script without capitals: Arabic, Hebrew, Chinese …
    DIGIT = 4
    STOP = 5  # ends a sentence
    COMMA = 6
    COLON = 7
    QUOTE = 8
    DASH = 9
    OPENING = 10
    CLOSING = 11
    RULE = 12  # bullets, bars and arrows between the entries of menus and lists
    SIGN = 13  # everything else
    MARK = 14  # combining; part of the letter before


SPECIAL = {
    CharacterClass.STOP: ".!?…。！？؟۔।",
    CharacterClass.COMMA: ",;،؛、，；",
    CharacterClass.COLON: ":：",
    CharacterClass.QUOTE: "\"'“”„‟‘’‚‛«»‹›「」『』",
    CharacterClass.RULE: "|•·∙●○◦▪■□‣⁃►▶▸→←↑↓⟩*+>▼▲★☆✓¦",
}
CATEGORIES = {
    "Lu": CharacterClass.UPPER,
    "Lt": CharacterClass.UPPER,
    "Ll": CharacterClass.LOWER,
    "Lo": CharacterClass.UNCASED,
    "Lm": CharacterClass.UNCASED,
    "Pd": CharacterClass.DASH,
    "Ps": CharacterClass.OPENING,
    "Pe": CharacterClass.CLOSING,
}
INITIALS = {
    "N": CharacterClass.DIGIT,
    "M": CharacterClass.MARK,
}


@lru_cache(maxsize=1)
def class_table() -> NDArray[np.uint8]:
    """Return the class of every code point of the BMP, shape (65536,)."""
    table = np.full(N_CODES, CharacterClass.SIGN, dtype=np.uint8)
    for code in range(N_CODES):
        category = unicodedata.category(chr(code))
        found = CATEGORIES.get(category, INITIALS.get(category[0]))
        if chr(code).isspace():  # some control characters are, others are not
            table[code] = CharacterClass.SPACE
        elif found is not None:
            table[code] = found
    for found, characters in SPECIAL.items():
        table[[ord(character) for character in characters]] = found
    return table


def class_of(character: str) -> int:
    """Return the class of a character."""
    code = ord(character)
    return int(class_table()[code]) if code < N_CODES else CharacterClass.SIGN


def classes_of(text: str) -> NDArray[np.uint8]:
    """Return the class of every character of a text; those above the BMP are signs."""
    if text.isascii():
        codes: NDArray[np.unsignedinteger] = np.frombuffer(text.encode("ascii"), np.uint8)
    else:
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        codes = np.minimum(wide, N_CODES - 1)
    classes: NDArray[np.uint8] = class_table()[codes]
    return classes

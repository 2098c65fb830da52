"""Names as keys: how names are compared across spellings, cases and marks."""

import re
import unicodedata
from functools import lru_cache

# "Russia's" is a name and a mark; "U.S." and "Sa'ar" are one word.
WORDS = re.compile(r"['’][sS]\b|[^\W_]+(?:(?:[.+]|['’](?![sS]\b))[^\W_]+)*[.+]?|[^\w\s]")
JOINTS = frozenset("-–‐'’.")  # marks inside names that spellings differ in
LAST_LATIN = "\u024f"  # Latin Extended-B ends here
MAX_ABBREVIATION = 5  # letters: ASEAN


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without case, accents and inner marks: "Élysée" and "Elysee" fold alike.

    A lone hyphen, apostrophe or full stop folds to nothing.
    """
    if word.isascii() and word.isalpha():
        return word.lower()
    # Twice: compatibility forms unfold into capitals (The Unicode Standard, 3.13, D146).
    plain = unicodedata.normalize("NFD", word)
    for _ in range(2):
        plain = unicodedata.normalize("NFKD", plain.casefold())
    plain = plain.replace("ı", "i").replace("ø", "o")  # letters of their own, often left out
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in JOINTS)
    return kept if kept or all(c in JOINTS for c in word) else word


def split_words(name: str) -> tuple[str, ...]:
    """Split a name into words as the parser does, without the marks that fold to nothing."""
    return tuple(word for word in WORDS.findall(name) if fold(word))


def is_other_script(word: str) -> bool:
    """Tell whether a word is in another script than ours: Cyrillic, Hebrew, Arabic, Chinese."""
    return word[:1] > LAST_LATIN and word[:1].isalpha()


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is an abbreviation in capitals, such as "US" or "U.N."."""
    letters = word.replace(".", "")
    return letters.isupper() and 1 < len(letters) <= MAX_ABBREVIATION


def is_written_like(word: str, pattern: str) -> bool:
    """Tell whether a word of a text has the capitals that a name asks for.

    "us" is not written like "US", nor "turkey" like "Turkey"; a pattern in lower case takes any.
    """
    if is_abbreviation(pattern):
        return word.replace(".", "").isupper() or word == pattern
    if pattern[:1].isupper():
        return word[:1].isupper()
    return True

"""The shapes of lines: how long they are, of which characters, how they begin and end."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.labelling.characters import (
    CharacterClass,
    class_table,
    code_points,
    lower_table,
)
from rashomon.documents.labelling.pages import Floats, Numbers, Pages

N_CLASSES = len(CharacterClass)
MARKS = range(CharacterClass.DIGIT, CharacterClass.MARK)  # classes whose presence alone tells much
ENDS = range(CharacterClass.UPPER, CharacterClass.MARK)  # classes a line begins or ends with
WORD_BINS = (1, 2, 4, 8, 15, 30)
MIN_PROSE_WORDS = 8  # a sentence; headlines and links have as many words, but no stop
LETTERS_PER_WORD = 5  # in scripts without blanks
MAX_REPEATS = 3

# Words are compared by buckets; two words fall together once in a while, and harm little.
MIN_SHARED_LETTERS = 4
N_BUCKETS = 1 << 12
N_HASHED = 32  # code points of a word that count


@dataclass(frozen=True, slots=True)
class Shapes:
    """Features of lines, and the few of them that other features are made of."""

    features: Floats  # shape (n_features, n_lines)
    n_characters: Floats
    n_words: Floats
    is_prose: Floats  # 1 where a line is a sentence or more
    words: Numbers  # line and bucket of every longer word, shape (2, n_words)


def describe_shapes(pages: Pages) -> Shapes:
    """Describe the shapes of lines."""
    n_lines = len(pages.lines)
    codes = code_points("\n".join(pages.lines) + "\n")
    classes = class_table()[codes]
    n_characters = np.fromiter(map(len, pages.lines), np.int64, n_lines)
    ends = np.cumsum(n_characters + 1) - 1  # of each line: the line feed after it
    starts = ends - n_characters
    line_of = np.repeat(np.arange(n_lines), n_characters + 1)
    counts = np.bincount(line_of * N_CLASSES + classes, minlength=n_lines * N_CLASSES)
    counts = counts.reshape(n_lines, N_CLASSES).astype(np.float32)
    is_space = classes == CharacterClass.SPACE
    begins = np.flatnonzero(~is_space & np.concatenate(([True], is_space[:-1])))
    word_lines, initials = line_of[begins], classes[begins]
    blank_words = np.bincount(word_lines, minlength=n_lines)
    n_words = np.maximum(blank_words, counts[:, CharacterClass.UNCASED] / LETTERS_PER_WORD)
    first, last = classes[starts], classes[ends - 1]
    is_closer = (last == CharacterClass.QUOTE) | (last == CharacterClass.CLOSING)
    final = np.where(is_closer, classes[np.maximum(ends - 2, starts)], last)
    letters = counts[:, CharacterClass.UPPER : CharacterClass.UNCASED + 1].sum(axis=1)
    some_letters, some_words = np.maximum(letters, 1), np.maximum(n_words, 1)
    is_prose = (final == CharacterClass.STOP) & (n_words >= MIN_PROSE_WORDS)
    columns = [
        np.log1p(n_characters),
        np.log1p(n_words),
        letters / some_words / 10,
        *(n_words <= bound for bound in WORD_BINS),
        *(counts[:, kind] / n_characters for kind in range(CharacterClass.UPPER, N_CLASSES)),
        *(counts[:, kind] > 0 for kind in MARKS),
        np.log1p(counts[:, CharacterClass.STOP]),
        np.log1p(counts[:, CharacterClass.COMMA]),
        np.log1p(counts[:, CharacterClass.QUOTE]),
        counts[:, CharacterClass.UPPER] / some_letters,
        counts[:, CharacterClass.UPPER] == letters,
        counts[:, CharacterClass.UNCASED] / some_letters,
        *(
            np.bincount(word_lines[initials == kind], minlength=n_lines) / some_words
            for kind in range(CharacterClass.UPPER, CharacterClass.STOP)
        ),
        *(first == kind for kind in ENDS),
        *(last == kind for kind in ENDS),
        final == CharacterClass.STOP,
        is_prose,
        _count_repeats(pages),
        letters == 0,
    ]
    return Shapes(
        features=np.array([np.asarray(column, np.float32) for column in columns]),
        n_characters=n_characters.astype(np.float32),
        n_words=n_words.astype(np.float32),
        is_prose=is_prose.astype(np.float32),
        words=_bucket_words(codes, begins, word_lines, is_space),
    )


def _count_repeats(pages: Pages) -> Floats:
    """Count how often else each line stands on its own page, up to a few times."""
    repeats: list[int] = []
    for start, end in zip(pages.starts.tolist(), pages.ends.tolist(), strict=True):
        lines = pages.lines[start:end]
        n_times = Counter(lines)
        repeats += [n_times[line] - 1 for line in lines]
    return np.minimum(np.array(repeats, np.float32), MAX_REPEATS)


def _bucket_words(
    codes: NDArray[np.uint32], begins: Numbers, word_lines: Numbers, is_space: NDArray[np.bool_]
) -> Numbers:
    """Give every longer word a bucket by its letters, lower case, marks around it left out.

    A multilinear hash: Lemire and Kaser 2014, "Strongly universal string hashing is fast".
    """
    lower = lower_table()[codes]
    lower[is_space] = 0
    is_letter = lower > 0
    n_before = np.cumsum(is_letter)
    word_of = np.cumsum(np.bincount(begins, minlength=len(codes))) - 1
    at_begin: Numbers = n_before[begins] - is_letter[begins]
    place = np.minimum(n_before - 1 - at_begin[np.maximum(word_of, 0)], N_HASHED - 1)
    weighted = lower * _multipliers()[place]
    hashes = np.add.reduceat(weighted, begins) if len(begins) else np.zeros(0, np.uint32)
    n_letters = np.add.reduceat(is_letter, begins, dtype=np.int64) if len(begins) else begins
    kept = n_letters >= MIN_SHARED_LETTERS
    return np.stack([word_lines[kept], (hashes[kept] >> 16).astype(np.int64) % N_BUCKETS])


def _multipliers() -> NDArray[np.uint32]:
    """Return odd numbers without a pattern; others would do as well, but the same every time."""
    powers = np.cumprod(np.full(N_HASHED, 0x9E3779B1, np.uint64) & np.uint64(0xFFFFFFFF))
    return (powers >> np.uint64(7) | np.uint64(1)).astype(np.uint32)

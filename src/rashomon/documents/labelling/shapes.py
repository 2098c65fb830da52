"""The shapes of lines: how long they are, of which characters, how they begin and end."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from rashomon.documents.labelling.characters import CharacterClass, classes_of
from rashomon.documents.labelling.pages import Floats, Pages, to_rows
from rashomon.documents.labelling.words import Words

N_CLASSES = len(CharacterClass)
MARKS = range(CharacterClass.DIGIT, CharacterClass.MARK)  # classes whose presence alone tells much
ENDS = range(CharacterClass.UPPER, CharacterClass.MARK)  # classes a line begins or ends with
WORD_BINS = (1, 2, 4, 8, 15, 30)
MIN_PROSE_WORDS = 8  # a sentence; headlines and links have as many words, but no stop
LETTERS_PER_WORD = 5  # in scripts without blanks
MAX_REPEATS = 3


@dataclass(frozen=True, slots=True)
class Shapes:
    """Features of lines, and the few of them that other features are made of."""

    features: Floats  # shape (n_features, n_lines)
    n_characters: Floats
    n_words: Floats
    is_prose: Floats  # 1 where a line is a sentence or more
    words: Words


def describe_shapes(pages: Pages) -> Shapes:
    """Describe the shapes of lines, and look their words up."""
    n_lines = len(pages.lines)
    text = "\n".join(pages.lines) + "\n"
    classes = classes_of(text)
    n_characters = np.fromiter(map(len, pages.lines), np.int64, n_lines)
    ends = np.cumsum(n_characters + 1) - 1  # of each line: the line feed after it
    starts = ends - n_characters
    line_of = np.repeat(np.arange(n_lines, dtype=np.int32) * N_CLASSES, n_characters + 1)
    counts = np.bincount(line_of + classes, minlength=n_lines * N_CLASSES)
    by_class = counts.reshape(n_lines, N_CLASSES).T.astype(np.float32)
    is_space = classes == CharacterClass.SPACE
    is_begin = ~is_space
    is_begin[1:] &= is_space[:-1]
    words = Words.of(text, np.add.reduceat(is_begin, starts, dtype=np.int64))
    n_blank = words.sizes.astype(np.float32)
    n_words = np.maximum(n_blank, by_class[CharacterClass.UNCASED] / LETTERS_PER_WORD)
    first, last = classes[starts], classes[ends - 1]
    is_closer = (last == CharacterClass.QUOTE) | (last == CharacterClass.CLOSING)
    final = np.where(is_closer, classes[np.maximum(ends - 2, starts)], last)
    letters = by_class[CharacterClass.UPPER : CharacterClass.UNCASED + 1].sum(axis=0)
    some_letters, some_words = np.maximum(letters, 1), np.maximum(n_words, 1)
    is_prose = (final == CharacterClass.STOP) & (n_words >= MIN_PROSE_WORDS)
    columns = [
        np.log1p(n_characters),
        np.log1p(n_words),
        letters / some_words / 10,
        *(n_words <= bound for bound in WORD_BINS),
        *by_class[CharacterClass.UPPER :] / n_characters.astype(np.float32),
        *(by_class[MARKS.start : MARKS.stop] > 0),
        np.log1p(by_class[CharacterClass.STOP]),
        np.log1p(by_class[CharacterClass.COMMA]),
        np.log1p(by_class[CharacterClass.QUOTE]),
        by_class[CharacterClass.UPPER] / some_letters,
        by_class[CharacterClass.UPPER] == letters,
        by_class[CharacterClass.UNCASED] / some_letters,
        *_count_initials(words)[CharacterClass.UPPER : CharacterClass.STOP] / some_words,
        *(first == kind for kind in ENDS),
        *(last == kind for kind in ENDS),
        final == CharacterClass.STOP,
        is_prose,
        _count_repeats(pages),
        letters == 0,
    ]
    return Shapes(
        features=to_rows(columns),
        n_characters=n_characters.astype(np.float32),
        n_words=n_words,
        is_prose=is_prose.astype(np.float32),
        words=words,
    )


def _count_initials(words: Words) -> Floats:
    """Count the words of each line by the class of their first character."""
    n_lines = len(words.sizes)
    counts = np.bincount(words.line_of + words.initials * n_lines, minlength=n_lines * N_CLASSES)
    return counts.reshape(N_CLASSES, n_lines).astype(np.float32)


def _count_repeats(pages: Pages) -> Floats:
    """Count how often else each line stands on its own page, up to a few times."""
    repeats: list[int] = []
    for start, end in zip(pages.starts.tolist(), pages.ends.tolist(), strict=True):
        lines = pages.lines[start:end]
        repeats += map(Counter(lines).__getitem__, lines)
    return np.minimum(np.array(repeats, np.float32) - 1, MAX_REPEATS)

"""A lexicon: names of one or many words, and the actors they stand for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.actors.holders import Holder
from rashomon.actors.names import fold, is_abbreviation, is_written_like, split_words
from rashomon.model import Actor

# Abbreviations that are English words when a whole line is in capitals.
WORDS_IN_CAPITALS = frozenset({"us", "is", "who", "it", "au", "cis"})


class Form(StrEnum):
    """What kind of name stands for the actor."""

    NAME = "name"
    ADJECTIVE = "adjective"  # "Russian", and the people: "Russians"
    CAPITAL = "capital"
    PERSON = "person"
    ROLE = "role"  # a sides file's "the company"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and its actor."""

    words: tuple[str, ...]
    actor: Actor
    form: Form
    is_given: bool = False  # by the user's sides file: goes before everything else
    holder: Holder | None = None  # of a person in the knowledge base


# A packaged name: its words folded and as written, joined by spaces; its form; a number.
Row = tuple[str, str, str, int]


def _nothing(row: Row) -> Entry:
    raise LookupError(row)  # a lexicon without packaged names never asks


@dataclass(slots=True)
class Lexicon:
    """Names found by their first word; the longest name at a place wins, then the earliest.

    Packaged names are made entries when their first word is met: few texts meet many.
    """

    packaged: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    entry_of: Callable[[Row], Entry] = _nothing
    _by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)

    def add(
        self,
        name: str,
        actor: Actor,
        form: Form,
        *,
        is_given: bool = False,
        holder: Holder | None = None,
    ) -> None:
        """Add a name; one that is there already keeps its actor."""
        words = split_words(name)
        if not words:
            return
        key = tuple(fold(word) for word in words)
        entries = self._by_first.setdefault(key[0], [])
        entries.append((key, Entry(words, actor, form, is_given, holder)))
        entries.sort(key=lambda entry: -len(entry[0]))  # stable: the earliest first

    def match(self, words: Sequence[str], folded: Sequence[str], start: int) -> Entry | None:
        """Return the longest name that begins at a word.

        Args:
            words: Words as written, those that fold to nothing left out.
            folded: The same words, folded.
            start: Index of the first word of the name.
        """
        first = folded[start]
        if first not in self._by_first:
            if first not in self.packaged:
                return None
            self._by_first[first] = [
                (tuple(row[0].split(" ")), self.entry_of(row)) for row in self.packaged[first]
            ]
        for key, entry in self._by_first[first]:
            stop = start + len(key)
            if tuple(folded[start:stop]) != key:
                continue
            if not all(map(is_written_like, words[start:stop], entry.words)):
                continue
            if len(key) == 1 and _is_word_in_capitals(words, start, entry):
                continue
            return entry
        return None


def _is_word_in_capitals(words: Sequence[str], index: int, entry: Entry) -> bool:
    """Tell whether "US" may be the word "us" of a line in capitals."""
    if not is_abbreviation(entry.words[0]) or "." in words[index]:
        return False
    if fold(words[index]) not in WORDS_IN_CAPITALS:
        return False
    around = (*words[max(0, index - 2) : index], *words[index + 1 : index + 3])
    return any(len(word) > 3 and word.isupper() for word in around)  # no abbreviation

"""What a rule about two sides' words is given, and what it gives back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.accounts.entries import Entry
from rashomon.accounts.wording import Wording
from rashomon.model import Relation, Step, Tokens


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one side says in a row."""

    side: str
    entries: tuple[Entry, ...]
    wordings: tuple[Wording, ...]

    def tokens(self) -> Iterator[tuple[Tokens, int]]:
        """Yield every token, as its columns and its place in them."""
        for entry, wording in zip(self.entries, self.wordings, strict=True):
            for i in wording.tokens:
                yield entry.reading.annotations.tokens, i

    def words_of(self, terms: Sequence[str] | frozenset[str]) -> list[str]:
        """Return the words that carry some terms, as they stand in the text, each term once."""
        found: dict[str, str] = {}
        for entry, wording in zip(self.entries, self.wordings, strict=True):
            for i, term in wording.terms.items():
                if term in terms:
                    found.setdefault(term, entry.reading.annotations.tokens.words[i])
        return list(found.values())

    @property
    def weights(self) -> dict[str, float]:
        """Terms of all entries, with the weight of their heaviest use."""
        weights: dict[str, float] = {}
        for wording in self.wordings:
            for term, weight in wording.weights.items():
                weights[term] = max(weight, weights.get(term, 0.0))
        return weights


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation, the reason for it in words, and how sure the rule is, in [0, 1]."""

    relation: Relation
    reason: str
    confidence: float
    steps: tuple[Step, ...] = ()  # what every rule said that was asked


def quoted(words: Sequence[str]) -> str:
    """Put words in quotation marks, in one line."""
    return ", ".join(f"“{word}”" for word in words)

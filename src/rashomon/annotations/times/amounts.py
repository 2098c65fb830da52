"""Amounts in words and digits: "two", "twenty-five", "1,000", "2 1/2", "a few", "half a"."""

import re
from dataclasses import dataclass

from rashomon.annotations.times.words import Words, any_of

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
FRACTION = re.compile(r"(?:^|[ -])(\d)/(\d)$")


@dataclass(frozen=True, slots=True)
class Amounts:
    """Finds and reads the amounts of one language."""

    words: Words

    @property
    def pattern(self) -> str:
        """A pattern without groups of its own; letters may have any case."""
        words = self.words
        tens = [word for word, n in words.numbers.items() if n >= 20]
        ones = [word for word, n in words.numbers.items() if 0 < n < 10]
        multipliers = any_of(words.multipliers)
        digits = r"\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d{1,2})?(?:[ -]\d/\d|[½¼¾])?|\d/\d|[½¼¾]"
        spelt = rf"(?:{any_of(tens)})(?:[-\s](?:{any_of(ones)}))?|{any_of(words.numbers)}"
        counted = rf"(?:{digits}|{spelt})(?:\s(?:{multipliers}))?"
        vague = any_of((*words.vague, *words.phrases))
        articles = rf"(?:{any_of(words.articles)})"
        article = rf"{articles}(?:\s(?:{multipliers}))?"
        halves = rf"{articles}\s{words.half}|{words.half}(?:\s{articles})?"
        return rf"(?i:{vague}|{halves}|{counted}|{article})"

    def read(self, text: str) -> float | None:
        """Return the number that an amount gives; None where it gives none ("a few")."""
        words = self.words
        text = re.sub(r"\s+", " ", text.lower())
        if text in words.vague:
            return None
        if text in words.phrases:
            return words.phrases[text]
        parts = text.replace(",", "").split(" ")
        factor = words.multipliers.get(parts[-1], 1)
        if factor != 1:
            parts.pop()
        if words.half in parts:
            return 0.5
        return self._count(" ".join(parts)) * factor

    def _count(self, text: str) -> float:
        words = self.words
        if text in words.articles or not text:
            return 1
        if text in words.numbers:
            return words.numbers[text]
        if text[0].isdigit() or text in FRACTIONS:
            return self._digits(text)
        tens, _, ones = text.replace("-", " ").partition(" ")
        return words.numbers[tens] + words.numbers[ones]

    @staticmethod
    def _digits(text: str) -> float:
        fraction = FRACTION.search(text)
        if fraction:
            whole = text[: fraction.start()]
            return float(whole or 0) + int(fraction[1]) / max(1, int(fraction[2]))
        if text[-1] in FRACTIONS:
            return float(text[:-1] or 0) + FRACTIONS[text[-1]]
        return float(text)

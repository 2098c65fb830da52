"""A rule of the grammar: a pattern, and what its words say; and the pieces that patterns share."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rashomon.annotations.times.amounts import Amounts
from rashomon.annotations.times.meaning import Found, Meaning
from rashomon.annotations.times.words import Words, any_of
from rashomon.model import Modifier, Span

# A line may be broken inside an expression; a paragraph may not. Counts are bounded, here and in
# all patterns, so that no text makes a search take more than linear time.
GAP = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
LINK = rf"(?:-|{GAP})"
DASH = r"[-–—]"
THE = rf"(?:(?i:the){GAP})?"
OF = rf"{GAP}(?i:of){GAP}"
# "earlier that day", "later the same week"
COMPARED = rf"(?:(?i:earlier|later){GAP}(?=(?i:that|the{GAP}same)))?"
ANY_DAY = r"\d{1,2}"  # 0 and 32 too: an impossible day is told as such
REACH_OF_MARKS = 4  # code points back to the mark that ends the sentence before
YEAR = r"(?:1[0-9]\d\d|20\d\d)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of expression."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterable[Found]]

    @classmethod
    def of(cls, pattern: str, read: Callable[[re.Match[str]], Iterable[Found]]) -> "Rule":
        """Compile a pattern."""
        return cls(re.compile(pattern), read)


@dataclass(frozen=True, slots=True)
class Forms:
    """The words of a language as pieces of patterns."""

    words: Words
    amounts: Amounts = field(init=False)
    amount: str = field(init=False)
    month: str = field(init=False)
    weekday: str = field(init=False)
    unit: str = field(init=False)
    singular: str = field(init=False)
    plural: str = field(init=False)
    ordinal: str = field(init=False)
    part_of_day: str = field(init=False)

    def __post_init__(self) -> None:
        """Build the pieces."""
        words = self.words
        amounts = Amounts(words)
        # A full stop belongs to an abbreviation ("Dec. 10"), and ends a sentence after a name.
        short = [name for name in words.months if name not in words.whole_months]
        month = rf"(?:(?:{any_of(words.whole_months)})\b|(?:{any_of(short)})\b\.?)"
        pieces = {
            "amounts": amounts,
            "amount": amounts.pattern,
            "month": month,
            "weekday": rf"(?:{any_of(words.weekdays)})",
            "unit": rf"(?i:{any_of(words.units)})",
            "singular": rf"(?i:{any_of(words.singular_units)})",
            "plural": rf"(?i:{any_of(words.plural_units)})",
            "ordinal": rf"(?i:{any_of(words.ordinals)}|\d{{1,2}}(?:st|nd|rd|th))",
            "part_of_day": rf"(?i:{any_of(words.parts_of_day)})",
        }
        for name, piece in pieces.items():
            object.__setattr__(self, name, piece)

    def month_of(self, text: str) -> int:
        """Return the number of a month as it is written."""
        return self.words.months[text.rstrip(".")]

    def ordinal_of(self, text: str) -> int:
        """Return the number of "third" or "3rd"."""
        lower = text.lower()
        return self.words.ordinals.get(lower) or int(lower.rstrip("stndrh"))


def one(
    match: re.Match[str], meaning: Meaning | None, modifier: Modifier | None = None
) -> tuple[Found, ...]:
    """Return all words of a match with one meaning; nothing where there is none."""
    return (Found(Span(*match.span()), meaning, modifier),) if meaning else ()


def number(match: re.Match[str], name: str) -> int | None:
    """Return the digits of a group; None where it took no part, or the pattern has none."""
    text = match.groupdict().get(name)
    return int(text) if text else None


def word(match: re.Match[str], name: str) -> str:
    """Return the words of a group in lower case, blanks single; empty where it took no part."""
    return " ".join((match.groupdict().get(name) or "").lower().split())


def is_name(match: re.Match[str]) -> bool:
    """Tell the "Daily" of a newspaper's name: a capital inside a sentence."""
    start = match.start()
    before = match.string[max(0, start - REACH_OF_MARKS) : start].rstrip(" \t\u00a0")
    opens = not before or before[-1] in ".!?:;\n\"'“”‘’`(-–—_*•"
    return match[0][0].isupper() and not match[0].isupper() and not opens

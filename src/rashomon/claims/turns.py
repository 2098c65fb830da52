"""Who has the word in a record of questions and answers, by the labels that open its lines.

White House records open a reporter's line with "Q", others with "Question:"; who answers is named
with a colon. What reporters ask and moderators announce is nobody's account. Where a text has
questions but does not name who answers, only its sentences tell what is a question.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Span

# A reporter's words, as "Q Thanks for doing this" (opening a line) or "Question: Will it last?".
ASKS = r"(?:Question|QUESTION|REPORTER|PRESS|JOURNALIST)\s*:|Q\s*[:.]"
ASKS_IN_LINES = rf"{ASKS}|Q\s+(?=\S)"
CHAIRS = r"(?:MODERATOR|OPERATOR|Moderator|Operator)\s*:"
# One who is named, as "SENIOR OFFICIAL #1: Yes" or "President von Berg (via interpreter): Yes".
SPEAKS = r"A\s*[:.]|[^\W\d_][^:\n?!;]{0,70}:"
MARKS = r"[^\w\n]{0,4}"  # that may stand before a label
LABEL = re.compile(
    rf"{MARKS}(?:(?P<asks>{ASKS_IN_LINES})|(?P<chairs>{CHAIRS})|(?P<speaks>{SPEAKS}))\s*"
)
INSIDE = re.compile(rf"{MARKS}(?:(?P<asks>{ASKS})|(?P<speaks>{SPEAKS}))\s*")
LINE = re.compile(r"(?:\A|\n)\s*")
MAX_WORDS = 8  # of a label
N_BEFORE = 3  # characters before a sentence in which a question mark ends the one before


@dataclass(slots=True)
class Turns:
    """Follows the sentences of a text in their order, and tells whose turn each stands in.

    Attributes:
        text: The document's.
        is_questioned: Whether a question was put before.
        is_opened: Whether somebody had the word before; what precedes it may be a heading.
    """

    text: str
    is_questioned: bool = False
    is_opened: bool = True
    _is_others: bool = False  # whether a reporter or a moderator has the word
    _has_turns: bool = False  # whether questions are followed by lines of who answers

    def __post_init__(self) -> None:
        """Look whether lines name who asks and, after that, who answers."""
        kinds = [kind for line in LINE.finditer(self.text) if (kind := self._kind(line.end()))]
        asked = kinds.index("asks") if "asks" in kinds else len(kinds)
        self._has_turns = "speaks" in kinds[asked:]
        self.is_opened = not self._has_turns

    def own_words(self, start: int, stop: int) -> Iterator[Span]:
        """Enter the sentence between two offsets.

        A parser may take what two people say, one after the other, for one sentence.

        Yields:
            What of it is neither a label nor the turn of a reporter or moderator.
        """
        begins = start
        for label in self._labels(start, stop):
            if not self._is_others and begins < label.start():
                yield Span(begins, label.start())
            is_answer = label["speaks"] is not None
            self._is_others, self.is_opened = self._has_turns and not is_answer, True
            self.is_questioned |= label["asks"] is not None
            begins = label.end()
        if not self._is_others and begins < stop:
            yield Span(begins, stop)

    def _kind(self, start: int) -> str | None:
        """Tell what kind of label opens the line at an offset."""
        label = LABEL.match(self.text, start)
        return label.lastgroup if label and _is_name(label) else None

    def _labels(self, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Yield the labels in a part of the text.

        Inside a line those are questions, and who answers after a question mark.
        """
        inside = INSIDE.match(self.text, start)
        is_asked = "?" in self.text[max(0, start - N_BEFORE) : start] and self.is_questioned
        if self._has_turns and self._opens_line(start):
            yield from self._of_line(start)
        elif inside and (inside["asks"] or (is_asked and _is_name(inside))):
            yield inside
        if self._has_turns:
            for line in LINE.finditer(self.text, start + 1, stop):
                yield from self._of_line(line.end())

    def _of_line(self, start: int) -> Iterator[re.Match[str]]:
        """Yield the label of a line; before the first question, only such as stand in capitals."""
        label = LABEL.match(self.text, start)
        if label is None or not _is_name(label):
            return
        if self.is_questioned or label["speaks"] is None or label["speaks"].isupper():
            yield label

    def _opens_line(self, start: int) -> bool:
        while start and self.text[start - 1] in " \t":
            start -= 1
        return start == 0 or self.text[start - 1] == "\n"


def _is_name(label: re.Match[str]) -> bool:
    """Tell whether what stands before a colon may name somebody."""
    words = label["speaks"]
    return words is None or (words[0].isupper() and len(words.split()) <= MAX_WORDS)

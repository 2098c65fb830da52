"""Who has the word in a record of questions and answers, by the labels that open its lines.

White House records open a reporter's line with "Q", others with "Question:"; who answers is named
in capitals or by name. What reporters ask and moderators announce is nobody's account.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Span

# A line of a reporter, as "Q Thanks for doing this" or "Question: Will it last?".
ASKS = r"(?:[Qq]uestion|QUESTION|Q)\s*[:.]|Q\s+(?=[A-Z“\"])"
CHAIRS = r"(?i:moderator|operator)\s*:"
# The line of one who is named, in capitals ("SENIOR OFFICIAL: Yes") or as people are.
SPEAKS = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5}\s*:"
LABEL = re.compile(rf"[^\w\n]*(?:(?P<asks>{ASKS})|(?P<chairs>{CHAIRS})|(?P<speaks>{SPEAKS}))\s*")
N_BEFORE = 3  # characters before a sentence in which a question mark ends the one before
LINE = re.compile(r"\n\s*")
RECORD = re.compile(rf"^[^\w\n]*(?:{ASKS}|{CHAIRS})", re.MULTILINE)
ANSWER = re.compile(rf"^[^\w\n]*{SPEAKS}", re.MULTILINE)


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
    _is_others: bool = False
    is_opened: bool = True
    _is_record: bool = False
    _names_answers: bool = False

    def __post_init__(self) -> None:
        """Look whether the text is a record, and whether it names who answers."""
        self._is_record = RECORD.search(self.text) is not None
        self.is_opened = not self._is_record
        self._names_answers = self._is_record and any(
            not RECORD.match(found[0]) for found in ANSWER.finditer(self.text)
        )

    def own_words(self, start: int, stop: int) -> Iterator[Span]:
        """Enter the sentence between two offsets.

        A parser may take what two people say, one after the other, for one sentence.

        Yields:
            What of it is neither a label nor the turn of a questioner or moderator.
        """
        is_asked = "?" in self.text[max(0, start - N_BEFORE) : start]
        if self._is_others and not self._names_answers and is_asked:
            self._is_others = False  # an answer without a label
        begins = start
        for label in self._labels(start, stop):
            if not self._is_others and begins < label.start():
                yield Span(begins, label.start())
            self._is_others, self.is_opened = label["speaks"] is None, True
            self.is_questioned |= label["asks"] is not None
            begins = label.end()
        if not self._is_others and begins < stop:
            yield Span(begins, stop)

    def _labels(self, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Yield the labels in a part of the text; inside a line, only of questions and answers."""
        first = LABEL.match(self.text, start)
        may_answer = self._is_record and (self.is_questioned or self._opens_line(start))
        if first and (first["asks"] or may_answer):
            self._is_record = True
            yield first
        if self._is_record:
            for line in LINE.finditer(self.text, start, stop):
                if label := LABEL.match(self.text, line.end()):
                    yield label

    def _opens_line(self, start: int) -> bool:
        while start and self.text[start - 1] in " \t":
            start -= 1
        return start == 0 or self.text[start - 1] == "\n"

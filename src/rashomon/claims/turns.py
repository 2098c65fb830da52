"""Who has the word in a record of questions and answers, by the labels that open its lines.

White House records open a reporter's line with "Q", others with "Question:"; who answers is named
in capitals or by name. What reporters ask and moderators announce is nobody's account.
"""

import re
from dataclasses import dataclass

# A line of a reporter, as "Q Thanks for doing this" or "Question: Will it last?".
ASKS = r"(?:[Qq]uestion|QUESTION|Q)\s*[:.]|Q\s+(?=[A-Z“\"])"
CHAIRS = r"(?i:moderator|operator)\s*:"
# The line of one who is named, in capitals ("SENIOR OFFICIAL: Yes") or as people are.
SPEAKS = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5}\s*:"
LABEL = re.compile(rf"[^\w\n]*(?:(?P<asks>{ASKS})|(?P<chairs>{CHAIRS})|(?P<speaks>{SPEAKS}))\s*")
RECORD = re.compile(rf"^[^\w\n]*(?:{ASKS}|{CHAIRS})", re.MULTILINE)
ANSWER = re.compile(rf"^[^\w\n]*{SPEAKS}", re.MULTILINE)


@dataclass(slots=True)
class Turns:
    """Follows the sentences of a text in their order, and tells whose turn each stands in.

    Attributes:
        text: The document's.
        is_questioned: Whether a question was put before.
        is_others: Whether a questioner or a moderator has the word.
    """

    text: str
    is_questioned: bool = False
    is_others: bool = False
    _is_record: bool = False
    _names_answers: bool = False

    def __post_init__(self) -> None:
        """Look whether the text is a record, and whether it names who answers."""
        self._is_record = RECORD.search(self.text) is not None
        self._names_answers = self._is_record and any(
            not RECORD.match(found[0]) for found in ANSWER.finditer(self.text)
        )

    def enter(self, start: int, stop: int) -> int:
        """Enter the sentence between two offsets; return where its words begin after a label."""
        if self.is_others and not self._names_answers and "?" in self.text[:start].rstrip()[-2:]:
            self.is_others = False  # an answer without a label
        before = self.text[:start].rstrip(" \t")
        label = LABEL.match(self.text, start, stop)
        if label is None or not (label["asks"] or (self._is_record and before[-1:] in {"", "\n"})):
            return start
        self.is_others = label["speaks"] is None
        self.is_questioned |= label["asks"] is not None
        return label.end()

"""Lines of a page: what stands on them, and what tells prose from the page's furniture."""

import re
from dataclasses import dataclass
from functools import cached_property

from rashomon.documents.wording import load_wording

LINE_ENDS = "\r\u2028\u2029"  # beside the line feed
# Chinese and Japanese stand without blanks; two characters are about a word.
WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:['’.-][^\W_]+)*"
)
SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]›」』]*\Z")

# A furniture phrase stands at the start of a short line; prose that begins alike goes on.
MAX_FURNITURE = 300  # code points
MAX_DATE_WORDS = 14  # "Published: Tuesday, 3 May 2022, 10:15 am EDT. Updated …"
MAX_END = 8  # code points of marks that can stand at the end of a sentence
MIN_PARAGRAPH = 120  # code points; a title is shorter
MAX_LINE = 100  # code points of a line that is matched as a whole


@dataclass  # not frozen: a page has hundreds, and to freeze one takes as long as to read it
class Line:
    """One line of a page without the white space around it."""

    start: int  # offset of `text` in the page's text, in code points
    text: str

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.start + len(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the line; a bullet alone has none."""
        return tuple(WORD.findall(self.text))


def split_lines(text: str) -> list[Line]:
    """Split a text into its lines that are not blank.

    Returns:
        The lines in order; together they cover all that is not white space.
    """
    lines: list[Line] = []
    start = 0
    for mark in LINE_ENDS:
        text = text.replace(mark, "\n")
    for raw in text.split("\n"):
        content = raw.strip()
        if content:
            indent = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
            lines.append(Line(start + indent, content))
        start += len(raw) + 1
    return lines


def is_section(line: Line) -> bool:
    """Tell whether a line has the words of a heading over other stories."""
    return len(line.text) <= MAX_LINE and bool(load_wording().section_line.match(line.text))


def is_furniture(line: Line) -> bool:
    """Tell whether a line has the words of the page itself: sharing, comments, cookies, rights."""
    if len(line.text) > MAX_FURNITURE:
        return False
    wording = load_wording()
    if len(line.text) <= MAX_LINE and wording.furniture_line.match(line.text):
        return True
    return bool(wording.furniture.match(line.text))


def is_date(line: Line) -> bool:
    """Tell whether a line holds a date or a time and nothing else."""
    if not 0 < len(line.words) <= MAX_DATE_WORDS:
        return False
    if not any(character.isdigit() for character in line.text):
        return False
    return all(_is_date_word(word) for word in line.words)


def _is_date_word(word: str) -> bool:
    wording = load_wording()
    lower = word.lower().rstrip(".")
    if lower in wording.date_words or lower[0].isdigit():
        return True
    return re.fullmatch(wording.months, lower) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does, closing quotes and brackets included."""
    return SENTENCE_END.search(text[-MAX_END:]) is not None


def may_be_paragraph(text: str) -> bool:
    """Tell whether a line is a sentence, or longer than a title. Thai marks no sentence's end."""
    return len(text) >= MIN_PARAGRAPH or ends_sentence(text)

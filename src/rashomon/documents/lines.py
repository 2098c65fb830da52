"""Lines of a page: what stands on them, and what tells prose from the page's furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.documents.wording import load_wording

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# What may stand before an item of a list, alone on its line or in front of the item.
BULLET = re.compile(r"[-–—•·∙●○◦▪■□‣⁃►▶»›*+]+(?=\s|\Z)")
# Chinese and Japanese stand without blanks; two characters are about a word.
WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:['’.-][^\W_]+)*"
)
SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]›」』]*\Z")

MIN_LISTED_WORDS = 3  # under a heading over other stories, short titles are links, too
# A furniture phrase stands at the start of a short line; prose that begins alike goes on.
MAX_FURNITURE = 300  # code points
MAX_DATE_WORDS = 14  # "Published: Tuesday, 3 May 2022, 10:15 am EDT. Updated …"
MAX_END = 8  # code points of marks that can stand at the end of a sentence
MAX_LINE = 100  # code points of a line that is matched as a whole


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page without the white space around it."""

    start: int  # offset of `text` in the page's text, in code points
    text: str
    is_marked: bool = False  # a bullet stands in front, or alone on the line before
    is_bullet: bool = False  # nothing but a bullet
    words: tuple[str, ...] = field(default=(), compare=False)

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.start + len(self.text)


def split_lines(text: str) -> list[Line]:
    """Split a text into its lines that are not blank.

    Returns:
        The lines in order; together they cover all that is not white space.
    """
    lines: list[Line] = []
    after_bullet = False
    for match in LINE.finditer(text):
        content = match.group().strip()
        if not content:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        bullet = BULLET.match(content)
        is_bullet = bullet is not None and bullet.end() == len(content)
        words = () if is_bullet else tuple(WORD.findall(content))
        lines.append(Line(start, content, bullet is not None or after_bullet, is_bullet, words))
        after_bullet = is_bullet
    return lines


def is_section(line: Line) -> bool:
    """Tell whether a line has the words of a heading over other stories."""
    return len(line.text) <= MAX_LINE and bool(load_wording().section_line.match(line.text))


def is_desk(line: Line) -> bool:
    """Tell whether a line is the bare name of a region or a desk: "Africa", "UK", "Markets"."""
    return len(line.text) <= MAX_LINE and bool(load_wording().desk_line.match(line.text))


def heads_items(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the title of another story follows a line, not one more entry of a menu."""
    following = next((line for line in lines[index + 1 :] if not line.is_bullet), None)
    if following is None or is_furniture(following) or is_section(following):
        return False
    return len(following.words) >= MIN_LISTED_WORDS and not is_desk(following)


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

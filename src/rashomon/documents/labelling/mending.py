"""What words make sure of, after the network has weighed everything."""

from collections.abc import Sequence

from rashomon.documents.captions import find_positions, split_credit
from rashomon.documents.datelines import is_dateline
from rashomon.documents.lines import Line, ends_sentence, is_furniture, is_section, may_be_paragraph
from rashomon.model import Zone

MIN_SENTENCE_WORDS = 8
MIN_TITLE_WORDS = 3
DATE_REACH = 3  # lines between a headline and the date over it


def mend(lines: Sequence[str], zones: Sequence[Zone]) -> list[Zone]:
    """Mend the labels of a page.

    A first line that reads as a title is the headline, if there is no other. A line between
    headline and body that says where people stand in a picture is a caption; places
    and a day there are a dateline. Sentences right before the body are its first paragraphs:
    without a byline, a date or a credit between, hardly a standfirst or a caption stands there (4
    of the 29 sentences under headlines of the development pages), and a first paragraph that is
    lost costs more than a standfirst that is read with the article. What reads as a title right
    under the heading of a list is one (9 of 10 such lines are, of all pages).
    """
    mended = list(zones)
    _mend_head(lines, mended)
    _mend_lists(lines, mended)
    return mended


def _mend_head(lines: Sequence[str], zones: list[Zone]) -> None:
    if Zone.BODY not in zones:
        return
    body = zones.index(Zone.BODY)
    if _is_title(lines, zones, body):
        zones[body] = Zone.HEADLINE
        body += 1
    for index in range(body):
        if zones[index] is Zone.HEADLINE and find_positions(lines[index]):
            zones[index] = Zone.CAPTION
    headline = next((i for i in range(body) if zones[i] is Zone.HEADLINE), body)
    for index in range(max(0, headline - DATE_REACH), body + 1):
        if is_dateline(lines[index]):
            zones[index] = Zone.DATELINE
    for index in range(body - 1, headline, -1):
        if not _is_paragraph(lines[index], zones[index]):
            break
        zones[index] = Zone.BODY


def _is_title(lines: Sequence[str], zones: Sequence[Zone], body: int) -> bool:
    """Tell whether the first line of a body without a headline reads as one over the second."""
    is_alone = Zone.HEADLINE not in zones[:body] and zones[body + 1 : body + 2] == [Zone.BODY]
    return is_alone and [may_be_paragraph(line) for line in lines[body : body + 2]] == [False, True]


def _is_paragraph(line: str, zone: Zone) -> bool:
    if zone not in (Zone.HEADLINE, Zone.CAPTION) or not ends_sentence(line):
        return False
    is_long = len(line.split()) >= MIN_SENTENCE_WORDS
    return is_long and split_credit(line) is None and not find_positions(line)


def _mend_lists(lines: Sequence[str], zones: list[Zone]) -> None:
    is_under_heading = False
    for index, zone in enumerate(zones):
        if zone is Zone.SECTION:
            is_under_heading = True
        elif is_under_heading and zone is Zone.FURNITURE:
            is_under_heading = _may_be_title(lines[index])
            if is_under_heading:
                zones[index] = Zone.TEASER
        elif zone is not Zone.TEASER:
            is_under_heading = False


def _may_be_title(line: str) -> bool:
    title = Line(0, line)
    return len(title.words) >= MIN_TITLE_WORDS and not is_furniture(title) and not is_section(title)

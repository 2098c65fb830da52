"""One zone a line: what each line of a page is for.

`label` is the seam: a trained labeller takes its place behind the same signature.
"""

from collections.abc import Callable, Sequence

from rashomon.documents.articles import Part, find_article
from rashomon.documents.captions import MAX_CAPTION, is_caption
from rashomon.documents.credits import find_credit, is_credit
from rashomon.documents.datelines import is_dateline
from rashomon.documents.headlines import find_headline, may_be_headline
from rashomon.documents.lines import (
    MAX_LINE,
    MIN_LISTED_WORDS,
    Line,
    ends_sentence,
    heads_items,
    is_date,
    is_desk,
    is_furniture,
    is_section,
)
from rashomon.documents.wording import load_wording
from rashomon.model import Zone

MIN_TEASER_WORDS = 5  # a link with fewer is a menu's
MAX_BYLINE_WORDS = 14
DATE_REACH = 3  # lines between a headline and the date over or under it
STANDFIRST = 2  # lines from the article's first one on


def label(lines: Sequence[Line]) -> list[Zone]:
    """Label the lines of a page.

    A bullet that stands alone on its line is furniture. A standfirst is body when it reads as a
    paragraph, else furniture: only one line is the headline.

    Args:
        lines: The page's lines in order.

    Returns:
        One zone a line, in order; none is `Zone.BODY` when the page holds no article.
    """
    fixed = [_label_alone(line) for line in lines]
    parts = find_article(lines, [zone is not None for zone in fixed])
    _find_bare_captions(lines, parts, fixed)
    own = [i for i, part in enumerate(parts) if part is Part.BODY and fixed[i] is None]
    headline = _choose_headline(lines, fixed, own)
    zones = [
        fixed[i] or (Zone.BODY if parts[i] is Part.BODY else _label_other(lines, parts, i))
        for i in range(len(lines))
    ]
    if own:
        _label_lists_before(lines, zones, fixed, own[0])
    if headline is not None:
        zones[headline] = Zone.HEADLINE
        _label_dates(lines, zones, headline, own)
    elif own:
        _label_dates(lines, zones, own[0], own)
    return zones


def _label_alone(line: Line) -> Zone | None:
    """Label a line that shows what it is wherever it stands."""
    return next((zone for zone, is_it in TESTS if is_it(line)), None)


def _is_bare(line: Line) -> bool:
    return line.is_bullet or not line.words


def _is_link(line: Line) -> bool:
    if ends_sentence(line.text) or is_section(line):
        return False
    return load_wording().teaser.match(line.text) is not None


def _is_short_furniture(line: Line) -> bool:
    return len(line.text) <= MAX_LINE and is_furniture(line)


def _is_byline(line: Line) -> bool:
    wording = load_wording()
    if len(line.text) <= MAX_LINE and wording.byline_line.fullmatch(line.text):
        return True
    begins = wording.byline.match(line.text)
    if begins is None or (ends_sentence(line.text) and not line.text.startswith("(")):
        return line.text.startswith(("(Reporting", "(Writing", "(Editing", "(Additional reporting"))
    names = line.text[begins.end() :].split()
    return 0 < len(names) <= MAX_BYLINE_WORDS and not names[0][0].islower()


def _is_dated(line: Line) -> bool:
    return is_date(line) or is_dateline(line.text)


# What a line is that passes several tests, the first decides.
TESTS: tuple[tuple[Zone, Callable[[Line], bool]], ...] = (
    (Zone.FURNITURE, _is_bare),
    (Zone.FURNITURE, _is_short_furniture),
    (Zone.CREDIT, is_credit),
    (Zone.CAPTION, is_caption),
    (Zone.BYLINE, _is_byline),
    (Zone.FURNITURE, _is_dated),
    (Zone.TEASER, _is_link),
)


def _find_bare_captions(
    lines: Sequence[Line], parts: Sequence[Part], fixed: list[Zone | None]
) -> None:
    """Take lines for captions that end in a bare agency or stand over a credit."""
    first = next((i for i, part in enumerate(parts) if part is Part.BODY), len(lines))
    for index, line in enumerate(lines):
        if fixed[index] is not None or len(line.text) > MAX_CAPTION:
            continue
        if len(line.words) < MIN_TEASER_WORDS - 1:
            continue
        is_over_credit = index + 1 < len(lines) and fixed[index + 1] is Zone.CREDIT
        ends_in_agency = index <= first and find_credit(line.text) is not None
        if ends_in_agency or (is_over_credit and parts[index] is not Part.BODY):
            fixed[index] = Zone.CAPTION


def _choose_headline(
    lines: Sequence[Line], fixed: Sequence[Zone | None], own: list[int]
) -> int | None:
    """Choose the headline; it leaves the article when it was taken for its first line."""
    if not own:
        return None
    article = [lines[i] for i in own[1:]]
    candidates = [
        i
        for i in range(own[0])
        if fixed[i] is None and may_be_headline(lines[i]) and not is_section(lines[i])
    ]
    first = lines[own[0]]
    if article and may_be_headline(first) and not first.text.endswith((".", "。")):
        candidates.append(own[0])
    chosen = find_headline(lines, candidates, article or [first])
    if chosen == own[0]:
        own.pop(0)
    return chosen


def _label_other(lines: Sequence[Line], parts: Sequence[Part], index: int) -> Zone:
    """Label a line outside the article."""
    line = lines[index]
    if parts[index] is Part.LIST:
        if is_section(line) or (is_desk(line) and heads_items(lines, index)):
            return Zone.SECTION
        is_first = index == 0 or parts[index - 1] is not Part.LIST  # a heading that no table has
        n_needed = MIN_TEASER_WORDS if is_first else MIN_LISTED_WORDS
        is_link = len(line.words) >= n_needed
    else:
        is_link = len(line.words) >= MIN_TEASER_WORDS and not ends_sentence(line.text)
    return Zone.TEASER if is_link and not is_furniture(line) else Zone.FURNITURE


def _label_lists_before(
    lines: Sequence[Line], zones: list[Zone], fixed: Sequence[Zone | None], first: int
) -> None:
    """Tell headings over lists of other stories that stand above the article."""
    following = Zone.BODY
    for index in range(first - 1, -1, -1):
        if lines[index].is_bullet:
            continue
        is_heading = is_section(lines[index]) or is_desk(lines[index])
        if fixed[index] is None and following is Zone.TEASER and is_heading:
            zones[index] = Zone.SECTION
        following = zones[index]


def _label_dates(
    lines: Sequence[Line], zones: list[Zone], headline: int, own: Sequence[int]
) -> None:
    """Take the dates beside the headline for the article's; others are the page's clocks.

    A standfirst may stand between.
    """
    first = own[0] if own else headline
    for index in range(max(0, headline - DATE_REACH), min(len(lines), first + STANDFIRST)):
        if _is_dated(lines[index]):
            zones[index] = Zone.DATELINE
        elif headline < index < first and zones[index] is Zone.TEASER:
            zones[index] = Zone.FURNITURE  # a standfirst

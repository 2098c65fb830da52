"""What the blocks outside of the body are for.

Markup tells most of it: captions stand in <figcaption> or a class that says so, authors and dates
in theirs, other stories are links. Where a rule needs words, they are those of the line labeller
(`wording.toml`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.documents.captions import is_caption
from rashomon.documents.credits import find_credit, is_credit
from rashomon.documents.datelines import is_dateline
from rashomon.documents.html.blocks import Block
from rashomon.documents.html.contexts import FAR, SORTS
from rashomon.documents.html.headings import squeeze
from rashomon.documents.lines import Line, ends_sentence, is_date, is_furniture, is_section
from rashomon.documents.wording import load_wording
from rashomon.model import Zone

NEAR = 14  # blocks between the headline and the author or the date that stands with it
ANYWHERE = FAR - 1
BESIDE = 2  # steps up to an element whose class tells what a block is
MIN_LINKED = 0.6  # share of a link to another story that is link
MIN_TEASER_WORDS, MIN_LISTED_WORDS = 5, 3
MIN_TEASER_DENSE = 12  # code points of a title in a script without blanks
MAX_BYLINE_WORDS, MAX_DATE_WORDS, MAX_DECK_WORDS, MAX_SECTION_WORDS = 30, 30, 90, 8
MAX_CAPTION_WORDS = 120
MIN_DECK_WORDS = 5
MAX_SECTION = 3  # blocks between a heading and the first story under it
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))

_place = {sort: place for place, sort in enumerate(SORTS)}
_no_story = tuple(_place[sort] for sort in ("in_nav", "in_form", "in_button"))
_label = tuple(_place[sort] for sort in ("is_tag", "is_frame"))


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of a page when its zones are told."""

    blocks: Sequence[Block]
    lines: Sequence[Line]
    body: Sequence[bool]
    headline: int | None
    authors: frozenset[str]  # squeezed
    descriptions: frozenset[str]  # squeezed: a deck says the same as <meta name=description>


def tell_zones(page: Layout) -> list[Zone]:
    """Tell what each block is for.

    Returns:
        One zone a block, in order.
    """
    first, last = _reach(page)
    zones = [_tell(page, index, first, last) for index in range(len(page.blocks))]
    _find_sections(page, zones)
    return zones


def _reach(page: Layout) -> tuple[int, int]:
    """Tell where the article begins, its headline included, and where it ends."""
    own = [index for index, is_body in enumerate(page.body) if is_body]
    first = own[0] if own else 0
    if page.headline is not None and (not own or page.headline < first):
        first = page.headline
    return first, own[-1] if own else first


def _tell(page: Layout, index: int, first: int, last: int) -> Zone:
    block, line = page.blocks[index], page.lines[index]
    if page.body[index]:
        return Zone.BODY
    if block.is_hidden or not line.words:
        return Zone.FURNITURE
    if index == page.headline:
        return Zone.HEADLINE
    zone = None
    if first - NEAR <= index <= last + NEAR:
        zone = _tell_near(page, index, first, last)
    return zone or (Zone.TEASER if _is_teaser(block, line) else Zone.FURNITURE)


def _tell_near(page: Layout, index: int, first: int, last: int) -> Zone | None:
    """Tell what belongs to the article and stands in it or beside it."""
    block, line = page.blocks[index], page.lines[index]
    is_within = first <= index <= last
    zone = _tell_picture(block, line, is_within=is_within)
    if zone is not None:
        return zone
    if _is_deck(page, index, last):
        return Zone.HEADLINE
    if _is_byline(page, index, is_within=is_within):
        return Zone.BYLINE
    return Zone.DATELINE if index <= last and _is_dateline(block, line) else None


def _is_in(block: Block, sort: str, steps: int = BESIDE) -> bool:
    return block.context[_place[sort]] <= steps


def _tell_picture(block: Block, line: Line, *, is_within: bool) -> Zone | None:
    if len(line.words) > MAX_CAPTION_WORDS or _is_in(block, "in_button"):
        return None
    is_framed = _is_in(block, "in_figcaption") or _is_in(block, "is_caption", 1)
    if is_framed or (is_within and _is_in(block, "in_figure", 1)):
        is_whole = any(
            m.kind == "credit" and m.end - m.start == len(block.text) for m in block.marks
        )
        return Zone.CREDIT if is_credit(line) or is_whole else Zone.CAPTION
    if not is_within or ends_sentence(block.text):
        return None
    if is_credit(line) and find_credit(block.text) == 0:
        return Zone.CREDIT
    return Zone.CAPTION if is_caption(line) else None


def _is_deck(page: Layout, index: int, last: int) -> bool:
    """Tell a standfirst: it stands between the headline and the body and says what it is about."""
    if page.headline is None or not page.headline < index <= min(last, page.headline + NEAR):
        return False
    first_body = next((i for i, is_body in enumerate(page.body) if is_body), len(page.body))
    block, line = page.blocks[index], page.lines[index]
    if index > first_body or not MIN_DECK_WORDS <= len(line.words) <= MAX_DECK_WORDS:
        return False
    if block.n_linked > MIN_LINKED * len(block.text) or is_furniture(line):
        return False
    letters = squeeze(block.text)
    return _is_in(block, "is_deck", 1) or any(
        letters in description or description in letters for description in page.descriptions
    )


def _is_byline(page: Layout, index: int, *, is_within: bool) -> bool:
    block, line = page.blocks[index], page.lines[index]
    if len(line.words) > MAX_BYLINE_WORDS:
        return False
    letters = squeeze(block.text)
    names_author = any(author in letters for author in page.authors)
    begins = load_wording().byline.match(block.text)
    is_marked = _is_in(block, "is_byline", 1)
    if ends_sentence(block.text) and not begins:
        is_own = names_author and is_marked and is_within
    else:
        is_own = (names_author or begins) and (is_marked or is_within)
    return is_own and not is_furniture(line)


def _is_dateline(block: Block, line: Line) -> bool:
    if len(line.words) > MAX_DATE_WORDS:
        return False
    if any(mark.kind == "time" for mark in block.marks) or block.element.tag == "time":
        return True
    if not any(map(str.isdigit, block.text)):
        return False
    if is_date(line) or is_dateline(block.text):
        return True
    return _is_in(block, "is_date", 1) and not ends_sentence(block.text)


def _is_teaser(block: Block, line: Line) -> bool:
    """Tell the title of another story, or what stands with one."""
    n_words, n_needed = len(line.words), MIN_TEASER_WORDS
    is_beside_others = _is_in(block, "is_other", 5)
    if is_beside_others:
        n_needed = MIN_LISTED_WORDS
    is_dense = n_words < 3 and not block.text.isascii() and len(block.text) >= MIN_TEASER_DENSE
    if n_words < n_needed and not is_dense:
        return False
    context = block.context
    if (
        any(context[place] < FAR for place in _no_story)
        or min(map(context.__getitem__, _label)) <= 1
    ):
        return False
    if block.n_linked >= MIN_LINKED * len(block.text):
        points = is_beside_others or not _is_in(block, "in_footer", ANYWHERE)
    else:
        points = (_is_in(block, "is_other", 3) and not _is_in(block, "is_social", 5)) or (
            load_wording().teaser.match(block.text)
        )
    return points and not is_furniture(line)


def _find_sections(page: Layout, zones: list[Zone]) -> None:
    """Tell the headings over other stories: headings that a teaser follows at once."""
    for index, (block, line) in enumerate(zip(page.blocks, page.lines, strict=True)):
        if zones[index] not in (Zone.FURNITURE, Zone.TEASER) or block.is_hidden:
            continue
        following = zones[index + 1 : index + 1 + MAX_SECTION]
        if Zone.TEASER not in following or not 0 < len(line.words) <= MAX_SECTION_WORDS:
            continue
        heads = not ends_sentence(block.text) and not is_date(line)
        is_heading = block.element.tag in HEADINGS and block.n_linked < MIN_LINKED * len(block.text)
        if heads and (is_section(line) or (is_heading and zones[index] is Zone.FURNITURE)):
            zones[index] = Zone.SECTION

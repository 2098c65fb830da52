"""Pages put together: what stands above one article, then another one, then what is below a third.

Development pages are whole pages of web sites. What people paste is often an article with hardly
anything around it, so such pages are made of parts of whole ones, too.
"""

import random
import re
from collections.abc import Sequence

from gold import Gold

from rashomon.documents.captions import find_positions, split_credit
from rashomon.documents.labelling.states import AHEAD, OUTSIDE, OVER, STATES, states_of
from rashomon.documents.labelling.words import load_lexicon
from rashomon.model import Zone

MAX_KEPT = 5  # paragraphs of an article that is cut short
CUT_SHORT, LEFT_OUT = 0.35, 0.4  # chances
MIN_LINES, MAX_LINES = 5, 500

MAX_AHEAD, MAX_AFTER = 4, 2  # lines of furniture on a bare page
MIN_ITEMS, MAX_ITEMS = 1, 6  # other stories under a heading
BULLETS = (
    "",
    "",
    "",
    "",
    "",
    "",
    "-\n",
    "*\n",
    "•\n",
    "- ",
    "* ",
    "• ",
)  # alone on a line, or before an item

MAX_TITLE = 15  # words; longer items tell their story
SENTENCE = re.compile(r".+?[.!?。؟][\"”»]?(?:\s+|$)")

DESK = 1 << load_lexicon()[0].index("desk")

Part = list[tuple[str, Zone]]


def mix(pages: Sequence[Gold], n_pages: int, seed: int) -> list[tuple[list[str], list[Zone]]]:
    """Put pages together; the same seed gives the same pages."""
    chance = random.Random(seed)  # not for secrets
    parts = [_take_apart(page) for page in pages if Zone.BODY in page.zones]
    mixed = []
    while len(mixed) < n_pages:
        above, article, below = (chance.choice(parts) for _ in range(3))
        lines = [
            *_leave_out(above[0], chance),
            *_cut_short(article[1], chance),
            *_leave_out(below[2], chance),
        ]
        if MIN_LINES <= len(lines) <= MAX_LINES:
            mixed.append(([line for line, _ in lines], [zone for _, zone in lines]))
    return mixed


def make_bare(pages: Sequence[Gold], n_pages: int, seed: int) -> list[tuple[list[str], list[Zone]]]:
    """Make pages of one article and a list of other stories; a seed gives the same pages."""
    chance = random.Random(seed)  # not for secrets
    parts = [_take_apart(page) for page in pages if Zone.BODY in page.zones]
    headings = _lines_of(pages, Zone.SECTION)
    captions = [line for line in _lines_of(pages, Zone.CAPTION) if _is_evident(line)]
    titles = _lines_of(pages, Zone.TEASER)
    told = [line for line in titles if line.endswith((".", "。", "؟", "!", "?"))]
    # What other articles begin with reads as a list does that tells of each story.
    openings = [
        page.lines[page.zones.index(Zone.BODY)] for page in pages if Zone.BODY in page.zones
    ]
    desks = load_lexicon()[1]
    names = [word.title() for word, bits in desks.items() if bits & DESK and len(word) > 1]
    made = []
    for _ in range(n_pages):
        ahead, article, after = chance.choice(parts)
        lines = chance.sample(ahead, min(len(ahead), chance.randint(0, MAX_AHEAD)))
        lines = (
            [line for line in lines if line[1] is Zone.FURNITURE] if chance.random() < 0.5 else []
        )
        if chance.random() < 0.25:
            lines.append((chance.choice(captions), Zone.CAPTION))
        own = _leave_small_print_out(_cut_short(article, chance), chance)
        lines += _shorten(own, chance) if chance.random() < 0.5 else own
        if chance.random() < 0.75:
            source = chance.choice((titles, told, openings))
            items = chance.sample(source, chance.randint(MIN_ITEMS, MAX_ITEMS))
            items = [_first_words(item, chance) for item in items]
            bullet = chance.choice(BULLETS)
            is_desk = bullet and chance.random() < 0.3
            lines.append((chance.choice(names if is_desk else headings), Zone.SECTION))
            lines += _list_items(items, bullet)
        foot = [line for line in after if line[1] is Zone.FURNITURE]
        lines += foot[: chance.randint(0, MAX_AFTER)]
        made.append(([line for line, _ in lines], [zone for _, zone in lines]))
    return made


def _lines_of(pages: Sequence[Gold], wanted: Zone) -> list[str]:
    return [
        line
        for page in pages
        for line, zone in zip(page.lines, page.zones, strict=True)
        if zone is wanted
    ]


def _leave_small_print_out(article: Part, chance: random.Random) -> Part:
    """Leave out what interrupts an article, mostly, and its small print now and then."""
    kept: Part = []
    n_headlines = 0
    for line, zone in article:
        n_headlines += zone is Zone.HEADLINE
        if zone in OUTSIDE or (zone is Zone.CAPTION and not _is_evident(line)):
            share = 0.1
        elif zone is Zone.HEADLINE:  # those who paste an article paste no standfirst
            share = 1.0 if n_headlines == 1 else 0.1
        else:
            share = 1.0 if zone is Zone.BODY else 0.7
        if chance.random() < share:
            kept.append((line, zone))
    return kept


def _is_evident(caption: str) -> bool:
    """Tell a caption by its own words; without them a sentence under a headline is a paragraph."""
    return split_credit(caption) is not None or bool(find_positions(caption))


def _shorten(article: Part, chance: random.Random) -> Part:
    """Cut paragraphs to their first sentence or two, as agencies write."""
    return [
        ("".join(SENTENCE.findall(line)[: chance.randint(1, 2)]).strip() or line, zone)
        if zone is Zone.BODY
        else (line, zone)
        for line, zone in article
    ]


def _first_words(title: str, chance: random.Random) -> str:
    words = title.split()
    is_cut = len(words) < MAX_TITLE and chance.random() < 0.5
    return " ".join(words[: chance.randint(3, 5)]) if is_cut else title


def _list_items(items: Sequence[str], bullet: str) -> Part:
    if bullet.endswith("\n"):
        pairs = [((bullet.strip(), Zone.FURNITURE), (item, Zone.TEASER)) for item in items]
        return [line for pair in pairs for line in pair]
    return [(bullet + item, Zone.TEASER) for item in items]


def _take_apart(page: Gold) -> tuple[Part, Part, Part]:
    stretches = [STATES[state][0] for state in states_of(page.zones)]
    lines = list(zip(page.lines, page.zones, strict=True))
    n_above = stretches.count(AHEAD)
    n_article = len(lines) - n_above - stretches.count(OVER)
    return lines[:n_above], lines[n_above : n_above + n_article], lines[n_above + n_article :]


def _cut_short(article: Part, chance: random.Random) -> Part:
    if chance.random() > CUT_SHORT:
        return article
    n_kept = chance.randint(1, MAX_KEPT)
    kept: Part = []
    for line, zone in article:
        n_kept -= zone is Zone.BODY
        if zone is not Zone.BODY or n_kept >= 0:
            kept.append((line, zone))
    return kept


def _leave_out(part: Part, chance: random.Random) -> Part:
    if len(part) <= MIN_LINES or chance.random() > LEFT_OUT:
        return part
    start = chance.randrange(len(part))
    return part[:start] + part[start + chance.randint(1, len(part) // 2) :]

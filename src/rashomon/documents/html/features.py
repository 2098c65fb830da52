"""What the body finder looks at: one row of numbers a block.

What a block says of itself (length, links, marks of sentences, words of furniture), what stands
around it in the tree (`contexts`), what its neighbours are, how far it stands from the headline and
from the element that holds most prose, and whether resiliparse took it for the article's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.html.blocks import Block, Element
from rashomon.documents.html.contexts import SORTS
from rashomon.documents.html.headings import squeeze
from rashomon.documents.lines import Line, ends_sentence, is_date, is_furniture, is_section
from rashomon.documents.wording import load_wording

Matrix = NDArray[np.float32]

BLOCK_TAGS = [
    "p",
    "li",
    "div",
    "td",
    "tr",
    "span",
    "blockquote",
    "figcaption",
    "section",
    "article",
    "pre",
    "dd",
    "button",
    "label",
    "h1",
    "h2",
    "h3",
    "h4",
]
HEADINGS = {f"h{level}": level for level in range(1, 7)}
QUOTE = re.compile('["“”«»„「]')
COMMA = re.compile("[,،、，]")
DIGIT = re.compile(r"\d")
CAPITAL = re.compile("[A-ZÀ-ÞА-Я]")
MIN_WORD = 4  # letters: shorter words are mostly grammar
MIN_PROSE_WORDS = 12  # of a paragraph that shows where the article is
MIN_TITLE = 10  # letters of a title that can be told again
MAX_WORDS, MAX_STEPS, MAX_SIBLINGS = 80, 40, 50  # more tells no more
MAX_FURNITURE = 120  # code points of a line that is looked through for words of furniture
MAX_SAYING = 40  # words of a line of furniture; longer ones are told by where they stand
REACH = (-2, -1, 1, 2)  # neighbours
WINDOW = 5  # blocks to both sides
NO_NEIGHBOUR = -1.0

OWN = [
    "n_words",
    "linked",
    "hidden",
    "sentence",
    "commas",
    "quotes",
    "digits",
    "capitals",
    "starts_upper",
    "furniture",
    "section",
    "date",
    "byline",
    "teaser",
    "furniture_part",
    "bar",
    "colon",
    "question",
    "address",
    "heading",
    "repeated",
    "is_title",
    "in_title",
]
PLACED = [
    "position",
    "from_headline",
    "has_headline",
    "parent_prose",
    "grand_prose",
    "in_main",
    "near_main",
    "after_main",
    "before_main",
    "prose_before",
    "n_siblings",
    "main_prose",
    "siblings_linked",
    "among_siblings",
    "vocabulary",
]
NEAR = ("n_words", "linked", "sentence", "is_sibling", "heading", "evident")
EVIDENT = ["evident", "evident_around", "evident_after", "evident_before", "evident_siblings"]
NAMES = (
    *OWN,
    *(f"is_{tag}" for tag in BLOCK_TAGS),
    *SORTS,
    *PLACED,
    *(f"{name}{step:+d}" for name in NEAR for step in REACH),
    *EVIDENT,
)

_tags = {tag: place for place, tag in enumerate(BLOCK_TAGS)}


@dataclass(frozen=True, slots=True)
class Titles:
    """What the page calls itself, and the block that is its headline."""

    letters: str  # of all its titles, squeezed
    words: frozenset[str]
    headline: int | None


def compute_features(
    blocks: Sequence[Block], lines: Sequence[Line], titles: Titles, evident: Sequence[bool]
) -> Matrix:
    """Compute the features of a page's blocks.

    Args:
        blocks: In reading order.
        lines: The same blocks as lines of text.
        titles: What the page calls itself.
        evident: Whether another body finder took the block for the article's.

    Returns:
        Numbers of shape (n_blocks, n_features), columns in the order of `NAMES`.
    """
    words = [_content_words(line) for line in lines]
    own = _describe(blocks, lines, titles, words)
    tags = np.zeros((len(blocks), len(BLOCK_TAGS) + 1), dtype=np.float32)
    of_tag = [_tags.get(block.element.tag, len(BLOCK_TAGS)) for block in blocks]
    tags[np.arange(len(blocks)), of_tag] = 1
    joined = b"".join(block.context for block in blocks)
    contexts = np.frombuffer(joined, dtype=np.uint8).reshape(len(blocks), len(SORTS))
    groups = _Groups(blocks)
    evidence = np.array(evident, dtype=np.float32)
    columns = (
        own,
        tags[:, :-1],
        contexts,
        _place(words, groups, own, titles.headline),
        _look_around(own, groups, evidence),
        _weigh_evidence(evidence, groups),
    )
    return np.hstack(columns, dtype=np.float32)


def _content_words(line: Line) -> list[str]:
    return [word.lower() for word in line.words if len(word) >= MIN_WORD]


def _describe(
    blocks: Sequence[Block], lines: Sequence[Line], titles: Titles, words: Sequence[Sequence[str]]
) -> Matrix:
    """Tell what the blocks say of themselves."""
    texts = [block.text for block in blocks]
    heads = [text[:MAX_FURNITURE] for text in texts]
    letters = [squeeze(text) for text in texts]
    n_words = np.array([len(line.words) for line in lines])
    n_digits = [len(DIGIT.findall(head)) for head in heads]
    n_head, n_letters = np.array([len(head) for head in heads]), [len(text) for text in texts]
    counts = Counter(texts)
    n_in_title = [sum(map(titles.words.__contains__, some)) for some in words]
    columns = (
        np.minimum(n_words, MAX_WORDS),
        np.array([block.n_linked for block in blocks]) / n_letters,
        [block.is_hidden for block in blocks],
        [ends_sentence(text) for text in texts],
        np.array([len(COMMA.findall(head)) for head in heads]) / (n_words + 1),
        [QUOTE.search(text) is not None for text in texts],
        n_digits / n_head,
        np.array([len(CAPITAL.findall(head)) for head in heads]) / n_head,
        [text[0].isupper() for text in texts],
        *_ask_wording(texts, heads, lines, n_digits),
        ["|" in text for text in texts],
        [text.endswith((":", "：")) for text in texts],
        [text.endswith(("?", "？")) for text in texts],
        ["http" in text or "www." in text or "@" in text for text in texts],
        [HEADINGS.get(block.element.tag, 0) for block in blocks],
        [min(counts[text], 4) for text in texts],
        [len(each) > MIN_TITLE and each in titles.letters for each in letters],
        n_in_title / np.array([len(some) + 1 for some in words]),
    )
    return np.array(columns, dtype=np.float32).T


def _ask_wording(
    texts: Sequence[str], heads: Sequence[str], lines: Sequence[Line], n_digits: Sequence[int]
) -> tuple[list[bool], ...]:
    """Tell which words of furniture the blocks have."""
    wording = load_wording()
    sayings = [(line, len(line.words) <= MAX_SAYING) for line in lines]
    has_part = wording.furniture_part.search_each(heads)
    return (
        [is_short and is_furniture(line) for line, is_short in sayings],
        [is_short and is_section(line) for line, is_short in sayings],
        [n > 0 and is_date(line) for line, n in zip(lines, n_digits, strict=True)],
        [wording.byline.match(text) for text in texts],
        [wording.teaser.match(text) for text in texts],
        [is_short and has for (_, is_short), has in zip(sayings, has_part, strict=True)],
    )


class _Groups:
    """Blocks that stand in one element, and in one element around that."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        parents = [block.element.getparent() for block in blocks]
        self.parents = _Grouping(parents)
        self.grands = _Grouping([None if e is None else e.getparent() for e in parents])


class _Grouping:
    """Elements by number, in the order of their first blocks."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.numbers: dict[Element, int] = {}
        found = [self.numbers.setdefault(each, len(self.numbers)) for each in elements]
        self.of_block = np.array(found)  # the number of each block's element
        self.n_blocks = np.bincount(self.of_block)  # by element
        places = np.arange(len(found))
        self.first, self.last = np.zeros_like(self.n_blocks), np.zeros_like(self.n_blocks)
        self.last[self.of_block] = places  # of the places of one element the last stays
        self.first[self.of_block[::-1]] = places[::-1]

    def sums(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        """Add the values of the blocks up, by element."""
        return np.asarray(np.bincount(self.of_block, weights=values), dtype=np.float64)


def _place(
    words: Sequence[Sequence[str]], groups: _Groups, own: Matrix, headline: int | None
) -> Matrix:
    """Tell where the blocks stand to the headline and to the element with most prose."""
    n_words, linked, hidden, sentence = own[:, 0], own[:, 1], own[:, 2], own[:, 3]
    prose = n_words * (1 - linked) * (1 - hidden) * (n_words >= MIN_PROSE_WORDS) * sentence
    total = float(prose.sum()) + 1
    parents, grands = groups.parents, groups.grands
    parent, grand = parents.of_block, grands.of_block
    shares, wide = parents.sums(prose) / total, grands.sums(prose) / total
    main, main_grand = int(shares.argmax()), int(wide.argmax())
    main_around = parents.numbers.get(list(grands.numbers)[main_grand], -1)
    is_own = parent == main
    places = np.arange(len(words))
    columns = (
        places / len(words),
        0 * places if headline is None else _clip(places - headline),
        np.full(len(words), headline is not None),
        shares[parent],
        wide[grand],
        is_own,
        (grand == main_grand) | (parent == main_around),
        _clip(places - parents.last[main]),
        _clip(places - parents.first[main]),
        np.cumsum(prose) / total,
        np.minimum(MAX_SIBLINGS, parents.n_blocks)[parent],
        np.full(len(words), shares[main]),
        (parents.sums(linked) / parents.n_blocks)[parent],
        (places - parents.first[parent]) / (parents.last - parents.first + 1)[parent],
        _share_vocabulary(words, is_own.tolist()),
    )
    return np.array(columns, dtype=np.float32).T


def _clip(steps: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.clip(steps, -MAX_STEPS, MAX_STEPS)


def _share_vocabulary(words: Sequence[Sequence[str]], is_own: Sequence[bool]) -> list[float]:
    """Tell which share of each block's words the main element has, in another place."""
    within = [
        word for some, is_within in zip(words, is_own, strict=True) if is_within for word in some
    ]
    known = Counter(within)
    again = {word for word, count in known.items() if count > 1}
    return [
        sum(map((again if is_within else known).__contains__, some)) / (len(some) + 1)
        for some, is_within in zip(words, is_own, strict=True)
    ]


def _look_around(own: Matrix, groups: _Groups, evidence: Matrix) -> Matrix:
    """Tell what the neighbours of each block are."""
    numbers = groups.parents.of_block.astype(np.float32)
    headings = own[:, OWN.index("heading")]
    columns: list[Matrix] = []
    for values in (own[:, 0], own[:, 1], own[:, 3], numbers, headings, evidence):
        for step in REACH:
            moved = np.full(len(values), NO_NEIGHBOUR, dtype=np.float32)
            if step < 0:
                moved[-step:] = values[:step]
            else:
                moved[:-step] = values[step:]
            columns.append((moved == values).astype(np.float32) if values is numbers else moved)
    return np.stack(columns, axis=1)


def _weigh_evidence(evidence: Matrix, groups: _Groups) -> Matrix:
    spread = np.convolve(evidence, np.ones(2 * WINDOW + 1, dtype=np.float32))
    window = spread[WINDOW : WINDOW + len(evidence)] / (2 * WINDOW + 1)
    total = np.cumsum(evidence)
    parents = groups.parents
    shares = (parents.sums(evidence) / parents.n_blocks)[parents.of_block]
    after = total[-1] - total
    before = total - evidence
    return np.array([evidence, window, after, before, shares], dtype=np.float32).T

"""What the body finder looks at: one row of numbers a block.

What a block says of itself (length, links, marks of sentences, words of furniture), what stands
around it in the tree (`contexts`), what its neighbours are, how far it stands from the headline and
from the element that holds most prose, and whether resiliparse took it for the article's.
"""

import re
from collections import Counter, defaultdict
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
    counts = Counter(block.text for block in blocks)
    words = [_content_words(line) for line in lines]
    own = np.array(
        [
            _describe(block, line, some, titles, counts[block.text])
            for block, line, some in zip(blocks, lines, words, strict=True)
        ],
        dtype=np.float32,
    )
    tags = np.array(
        [[block.element.tag == tag for tag in BLOCK_TAGS] for block in blocks], dtype=np.float32
    )
    joined = b"".join(block.context for block in blocks)
    contexts = np.frombuffer(joined, dtype=np.uint8).reshape(len(blocks), len(SORTS))
    groups = _Groups(blocks)
    evidence = np.array(evident, dtype=np.float32)
    columns = (
        own,
        tags,
        contexts,
        _place(words, groups, own, titles.headline),
        _look_around(own, groups, evidence),
        _weigh_evidence(evidence, groups),
    )
    return np.hstack(columns)


def _describe(
    block: Block, line: Line, long_words: Sequence[str], titles: Titles, n_times: int
) -> list[float]:
    text, n_words, n_letters = block.text, len(line.words), len(block.text)
    wording = load_wording()
    head = text[:MAX_FURNITURE]
    n_digits = len(DIGIT.findall(head))
    letters = squeeze(text)
    return [
        min(n_words, MAX_WORDS),
        block.n_linked / n_letters,
        block.is_hidden,
        ends_sentence(text),
        len(COMMA.findall(head)) / (n_words + 1),
        QUOTE.search(text) is not None,
        n_digits / len(head),
        len(CAPITAL.findall(head)) / len(head),
        text[0].isupper(),
        n_words <= MAX_SAYING and is_furniture(line),
        n_words <= MAX_SAYING and is_section(line),
        n_digits > 0 and is_date(line),
        wording.byline.match(text),
        wording.teaser.match(text),
        n_words <= MAX_SAYING and wording.furniture_part.search(head),
        "|" in text,
        text.endswith((":", "：")),
        text.endswith(("?", "？")),
        "http" in text or "www." in text or "@" in text,
        HEADINGS.get(block.element.tag, 0),
        min(n_times, 4),
        len(letters) > MIN_TITLE and letters in titles.letters,
        sum(word in titles.words for word in long_words) / (len(long_words) + 1),
    ]


def _content_words(line: Line) -> list[str]:
    return [word.lower() for word in line.words if len(word) >= MIN_WORD]


class _Groups:
    """Blocks that stand in one element, and in one element around that."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.parents = [block.element.getparent() for block in blocks]
        self.grands = [None if e is None else e.getparent() for e in self.parents]
        self.by_parent = _group(self.parents)
        self.by_grand = _group(self.grands)


def _group(elements: Sequence[Element]) -> dict[Element, list[int]]:
    groups: dict[Element, list[int]] = defaultdict(list)
    for index, element in enumerate(elements):
        groups[element].append(index)
    return groups


def _place(
    words: Sequence[Sequence[str]], groups: _Groups, own: Matrix, headline: int | None
) -> Matrix:
    """Tell where the blocks stand to the headline and to the element with most prose."""
    n_words, linked, hidden, sentence = own[:, 0], own[:, 1], own[:, 2], own[:, 3]
    prose = n_words * (1 - linked) * (1 - hidden) * (n_words >= MIN_PROSE_WORDS) * sentence
    total = float(prose.sum()) + 1
    listed = prose.tolist()
    shares = {e: sum(listed[j] for j in i) / total for e, i in groups.by_parent.items()}
    wide = {e: sum(listed[j] for j in i) / total for e, i in groups.by_grand.items()}
    main, main_grand = max(shares, key=shares.__getitem__), max(wide, key=wide.__getitem__)
    within = groups.by_parent[main]
    vocabulary = Counter(word for i in within for word in words[i])
    before = (np.cumsum(prose) / total).tolist()
    links = linked.tolist()
    linked_shares = {e: sum(links[j] for j in i) / len(i) for e, i in groups.by_parent.items()}
    n_blocks = len(words)
    rows: list[list[float]] = []
    for i, (parent, grand) in enumerate(zip(groups.parents, groups.grands, strict=True)):
        siblings = groups.by_parent[parent]
        is_own = parent is main
        some = words[i]
        rows.append(
            [
                i / n_blocks,
                0.0 if headline is None else max(-MAX_STEPS, min(MAX_STEPS, i - headline)),
                headline is not None,
                shares[parent],
                wide[grand],
                is_own,
                grand is main_grand or parent is main_grand,
                max(-MAX_STEPS, min(MAX_STEPS, i - within[-1])),
                max(-MAX_STEPS, min(MAX_STEPS, i - within[0])),
                before[i],
                min(MAX_SIBLINGS, len(siblings)),
                shares[main],
                linked_shares[parent],
                (i - siblings[0]) / (siblings[-1] - siblings[0] + 1),
                sum(vocabulary[word] > is_own for word in some) / (len(some) + 1),
            ]
        )
    return np.array(rows, dtype=np.float32)


def _look_around(own: Matrix, groups: _Groups, evidence: Matrix) -> Matrix:
    """Tell what the neighbours of each block are."""
    parents = {element: number for number, element in enumerate(groups.by_parent)}
    numbers = np.array([parents[element] for element in groups.parents], dtype=np.float32)
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
    listed = evidence.tolist()
    by_parent = {e: sum(listed[j] for j in i) / len(i) for e, i in groups.by_parent.items()}
    shares = np.array([by_parent[element] for element in groups.parents], dtype=np.float32)
    after = total[-1] - total
    before = total - evidence
    return np.stack([evidence, window, after, before, shares], axis=1)

"""What the reader learns from: PolNeAR's training articles and our own sentences, cut in pieces.

An article of PolNeAR is one text; our own texts stand in `register/`, with nested attributions and
a force each. Nothing here opens a dev or test set.
"""

import gzip
import json
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from tokenizers import Tokenizer

from rashomon.attributions.forces import FORCES
from rashomon.attributions.quotations import find_quoted
from rashomon.attributions.reader.labels import Role
from rashomon.attributions.reader.pieces import QUOTED, Pieces, cut
from rashomon.model import Span

HERE = Path(__file__).resolve().parent
TOKENIZER = HERE.parents[1] / "src/rashomon/encoders/wordpiece.json"
LINE = re.compile(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*")
ROLES = {"source": Role.SOURCE, "cue": Role.CUE, "content": Role.CONTENT}
UNKNOWN = -100  # a label that counts for nothing
# A word that belongs to a cue at least this often is worth asking about where it belongs to none.
MIN_SHARE = 0.1
Range = tuple[int, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Link:
    """A gold attribution in pieces: per role its ranges; the force by number, or UNKNOWN."""

    ranges: tuple[tuple[Range, ...], ...]
    force: int
    is_nested: bool = False

    @property
    def cue(self) -> Range:
        """From the cue's first piece to one past its last."""
        return self.ranges[Role.CUE][0][0], self.ranges[Role.CUE][-1][1]


@dataclass(slots=True)
class Text:
    """A text to learn from.

    Attributes:
        id: Its name.
        pieces: The text, cut.
        links: Its attributions.
        is_own: Whether it is ours: nested links are marked, and silences.
        traps: Cues to refuse, as ranges of pieces: words that belong to cues elsewhere.
        taken: Cues to refuse: what the network's own first pass took for one.
    """

    id: str
    pieces: Pieces
    links: list[Link]
    is_own: bool
    traps: list[Range] = field(default_factory=list)
    taken: list[Range] = field(default_factory=list)


def load_tokenizer() -> Tokenizer:
    """The tokenizer that the package brings, cutting nothing off."""
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_polnear(path: Path, tokenizer: Tokenizer) -> list[Text]:
    """Read `train.jsonl.gz`, with forces that we labelled, or that `forces.toml` is sure of."""
    sure = _sure_cues()
    labelled = _labelled_forces()
    texts = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for number, gold in enumerate(record["attributions"]):
                if (force := labelled.get((record["id"], number))) is not None:
                    gold["force"] = force
            texts.append(_text_of(record, tokenizer, sure, is_own=False))
    return texts


def read_own(paths: Iterable[Path], tokenizer: Tokenizer) -> list[Text]:
    """Read our own texts: JSON Lines in the form of `rashomon attribute`."""
    return [
        _text_of(json.loads(line), tokenizer, [], is_own=True)
        for path in paths
        for line in path.read_text("utf-8").splitlines()
    ]


def cut_text(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut a text whose every line is read."""
    lines = [Span(found.start(), found.end()) for found in LINE.finditer(text)]
    return cut(tokenizer, text, lines, find_quoted(text, Span(0, len(text))) if text else [])


def _text_of(
    record: dict[str, Any],
    tokenizer: Tokenizer,
    sure: Sequence[tuple[re.Pattern[str], int]],
    *,
    is_own: bool,
) -> Text:
    text = record["text"]
    pieces = cut_text(text, tokenizer)
    links = []
    for gold in record["attributions"]:
        ranges = tuple(
            tuple(
                placed
                for start, end in gold.get(name) or ()
                if (placed := _range_of(pieces, start, end)) is not None
            )
            for name in ROLES
        )
        if not ranges[Role.CUE] or not ranges[Role.CONTENT]:
            continue
        words = " ".join(text[start:end] for start, end in gold["cue"]).lower()
        force = next((number for pattern, number in sure if pattern.search(words)), UNKNOWN)
        if "force" in gold:
            force = FORCES.index(gold["force"])
        links.append(Link(ranges, force, gold.get("in") is not None))
    return Text(str(record.get("id", "")), pieces, links, is_own)


def _range_of(pieces: Pieces, start: int, end: int) -> Range | None:
    first = int(np.searchsorted(pieces.ends, start, "right"))
    stop = int(np.searchsorted(pieces.starts, end, "left"))
    while first > 0 and first < len(pieces) and not pieces.is_first[first]:
        first -= 1
    while stop < len(pieces) and not pieces.is_first[stop]:
        stop += 1
    return (first, stop) if first < stop else None


def _labelled_forces() -> dict[tuple[str, int], str]:
    lines = (HERE / "polnear-forces.jsonl").read_text("utf-8").splitlines()
    return {(row["id"], row["link"]): row["force"] for row in map(json.loads, lines)}


def _sure_cues() -> list[tuple[re.Pattern[str], int]]:
    table = tomllib.loads((HERE / "forces.toml").read_text("utf-8"))
    return [
        (re.compile(rf"\b(?:{'|'.join(words)})\b"), FORCES.index(name))
        for name, words in table.items()
    ]


def set_traps(texts: Sequence[Text]) -> None:
    """Note, in every text, the words that belong to cues elsewhere and to none here.

    PolNeAR marks nothing inside what it marked, so what stands inside one of its unquoted
    contents may well be a nested cue and is left out.
    """
    begins: Counter[int] = Counter()
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(text.pieces.ids[text.pieces.is_first].tolist())
        for link in text.links:
            first, stop = link.cue
            begins.update({int(text.pieces.ids[piece]) for piece in range(first, stop)})
    likely = {word for word, n in begins.items() if n / max(seen[word], 1) >= MIN_SHARE}
    for text in texts:
        free = free_of_cues(text)
        text.traps = [
            (number, _word_end(text.pieces, number))
            for number in np.flatnonzero(text.pieces.is_first & free).tolist()
            if int(text.pieces.ids[number]) in likely
        ]


def free_of_cues(text: Text) -> np.ndarray:
    """Tell the pieces that surely belong to no cue, as a mask of shape (n_pieces,)."""
    free = np.ones(len(text.pieces), dtype=bool)
    for link in text.links:
        first, stop = link.cue
        free[max(0, first - 1) : stop + 1] = False
        if not text.is_own:
            for start, end in link.ranges[Role.CONTENT]:
                free[start:end] &= text.pieces.features[start:end] >= QUOTED
    return free


def _word_end(pieces: Pieces, first: int) -> int:
    stop = first + 1
    while stop < len(pieces) and not pieces.is_first[stop]:
        stop += 1
    return stop


def split(texts: Sequence[Text], n_held_out: int, seed: int = 0) -> tuple[list[Text], list[Text]]:
    """Set articles aside for thresholds and calibration, always the same ones."""
    order = sorted(range(len(texts)), key=lambda number: texts[number].id)
    held = set(random.Random(seed).sample(order, n_held_out))
    return (
        [text for number, text in enumerate(texts) if number not in held],
        [text for number, text in enumerate(texts) if number in held],
    )


def batches(
    items: Sequence[T], sizes: Sequence[int], limit: int, rng: random.Random
) -> Iterator[list[T]]:
    """Group items of like size, at most `limit` padded pieces each, in random order."""
    order = sorted(range(len(items)), key=lambda n: (sizes[n] + rng.uniform(0, 8), n))
    groups: list[list[T]] = []
    group: list[T] = []
    longest = 0
    for number in order:
        longest = max(longest, sizes[number])
        if group and longest * (len(group) + 1) > limit:
            groups.append(group)
            group, longest = [], sizes[number]
        group.append(items[number])
    if group:
        groups.append(group)
    rng.shuffle(groups)
    yield from groups

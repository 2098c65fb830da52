"""Batches and losses of both passes."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from data import UNKNOWN, Link, Range, Text, batches, free_of_cues
from torch import Tensor
from torch.nn import functional

from model import TIE, Reader
from rashomon.attributions.forces import FORCES
from rashomon.attributions.reader.labels import BEGIN, INSIDE, N_LABELS, OUTSIDE, Role
from rashomon.attributions.reader.pieces import around, columns, windows

SMOOTHING = 0.05
FORCE_WEIGHT = 0.3
TIE_WEIGHT = 0.2
JUDGED_WEIGHT = 1.0
SHIFTED = 0.25  # cues whose bounds are moved by a word, so that the second pass bears it
TRAP_FLOOR = 0.15  # how sure the first pass must be to make a trap for the second


@dataclass(frozen=True, slots=True)
class Example:
    """What one input asks: a window of a text, for the first pass or about one cue.

    Attributes:
        text: The text.
        first, stop: The window in pieces.
        core: The part of it that the first pass judges here.
        cue: The cue asked about, None in the first pass.
        link: What is to be answered; None for a trap, and in the first pass.
    """

    text: Text
    first: int
    stop: int
    core: Range = (0, 0)
    cue: Range | None = None
    link: Link | None = None

    def __len__(self) -> int:
        return self.stop - self.first + 2


def examples_of(texts: Sequence[Text], n_traps: float, rng: random.Random) -> list[Example]:
    """Draw an epoch's examples: every window, every link, `n_traps` traps a link.

    What the first pass took for a cue comes before words that belong to cues elsewhere.
    """
    found: list[Example] = []
    for text in texts:
        for first, stop, *core in windows(text.pieces):
            found.append(Example(text, first, stop, (core[0], core[1])))
        for link in text.links:
            cue = _shifted(text, link.cue, rng) if rng.random() < SHIFTED else link.cue
            found.append(Example(text, *around(text.pieces, *cue), cue=cue, link=link))
        wanted = round(n_traps * max(len(text.links), 2))
        traps = rng.sample(text.taken, min(wanted, len(text.taken)))
        n_more = min(wanted - len(traps), len(text.traps))
        traps += rng.sample(text.traps, n_more)
        found += [Example(text, *around(text.pieces, *cue), cue=cue) for cue in traps]
    return found


def _shifted(text: Text, cue: Range, rng: random.Random) -> Range:
    first, stop = cue
    line = text.pieces.lines
    is_first = text.pieces.is_first
    begins = [
        n for n in (first - 1, first - 2) if n >= 0 and is_first[n] and line[n] == line[first]
    ]
    inner = [n for n in range(first + 1, stop) if is_first[n]]
    ends = [
        n
        for n in (stop + 1, stop + 2)
        if n < len(line) and is_first[n] and line[n - 1] == line[first]
    ]
    choices = [(n, stop) for n in (*begins, *inner)] + [(first, n) for n in (*inner, *ends)]
    return rng.choice(choices) if choices else cue


def collate(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Pad inputs to one length: ids, features, mask."""
    length = max(map(len, examples))
    ids = np.zeros((len(examples), length), dtype=np.int64)
    features = np.zeros_like(ids)
    mask = np.zeros(ids.shape, dtype=bool)
    for row, each in enumerate(examples):
        laid = columns(each.text.pieces, each.first, each.stop, each.cue)
        ids[row, : len(each)] = laid["input_ids"]
        features[row, : len(each)] = laid["token_type_ids"]
        mask[row, : len(each)] = True
    return torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(mask)


def tags_of(each: Example, links: Sequence[Link], length: int) -> np.ndarray:
    """Lay links out as labels of shape (length, 3 roles), UNKNOWN where nothing is judged."""
    tags = np.full((length, len(Role)), UNKNOWN)
    is_first = each.text.pieces.is_first[each.first : each.stop]
    tags[1 : len(each) - 1][is_first] = OUTSIDE
    for link in links:
        for role in Role:
            for begin, stop in link.ranges[role]:
                start, end = max(begin, each.first), min(stop, each.stop)
                if start >= end:
                    continue
                here = tags[1 + start - each.first : 1 + end - each.first, role]
                known = here != UNKNOWN
                here[known] = INSIDE
                if known.any():
                    here[np.flatnonzero(known)[0]] = BEGIN
    return tags


def first_loss(model: Reader, examples: Sequence[Example]) -> Tensor:
    """The first pass: labels of all words, ties of cues with sources and contents, forces."""
    ids, features, mask = collate(examples)
    first, cue_tie, word_tie, near_forces, *_ = model(ids, features, mask)
    tags = np.stack([_first_tags(each, ids.shape[1]) for each in examples])
    loss = _tag_loss(first, torch.from_numpy(tags))
    ties: list[Tensor] = []
    forces: list[Tensor] = []
    for row, each in enumerate(examples):
        links = [link for link in each.text.links if _inside(link, each)]
        ties += _tie_losses(cue_tie[row].float(), word_tie[row].float(), each, links)
        for link in links:
            if link.force != UNKNOWN:
                told = near_force(
                    near_forces[row].float(),
                    [
                        [(1 + s - each.first, 1 + e - each.first) for s, e in link.ranges[role]]
                        for role in (Role.CUE, Role.CONTENT)
                    ],
                )
                forces.append(functional.cross_entropy(told, torch.tensor(link.force)))
    if ties:
        loss = loss + TIE_WEIGHT * torch.stack(ties).mean()
    if forces:
        loss = loss + FORCE_WEIGHT * torch.stack(forces).mean()
    return loss


def near_force(scores: Tensor, parts: Sequence[Sequence[Range]]) -> Tensor:
    """Sum the means of scores over the pieces of the cue and of the content."""
    return sum(
        (torch.cat([scores[s:e] for s, e in part]).mean(0) for part in parts),
        start=torch.zeros(len(FORCES)),
    )


def _first_tags(each: Example, length: int) -> np.ndarray:
    # Outer links last, so that what is nested in a content does not break it.
    links = sorted(each.text.links, key=lambda link: not link.is_nested)
    tags = tags_of(each, links, length)
    # A nested cue or source stays one, whatever was laid over it.
    core = slice(1 + each.core[0] - each.first, 1 + each.core[1] - each.first)
    outside = np.ones(length, dtype=bool)
    outside[core] = False
    tags[outside] = UNKNOWN
    return tags


def _inside(link: Link, each: Example) -> bool:
    first, stop = each.core
    return all(first <= start and end <= stop for spans in link.ranges for start, end in spans)


def _tie_losses(
    cue_tie: Tensor, word_tie: Tensor, each: Example, links: Sequence[Link]
) -> list[Tensor]:
    if not links:
        return []
    at = lambda piece: 1 + piece - each.first  # noqa: E731
    cues = torch.tensor([at(link.cue[0]) for link in links])
    lines = each.text.pieces.lines
    losses = []
    # A cue chooses among the sources of its line and nobody, whose place is the first piece.
    sources = sorted({spans[0][0] for link in links if (spans := link.ranges[Role.SOURCE])})
    for number, link in enumerate(links):
        mine = [0] + [at(s) for s in sources if lines[s] == lines[link.cue[0]]]
        spans = link.ranges[Role.SOURCE]
        target = mine.index(at(spans[0][0])) if spans and at(spans[0][0]) in mine else 0
        scores = word_tie[mine, :TIE] @ cue_tie[cues[number], :TIE] / TIE**0.5
        losses.append(functional.cross_entropy(scores, torch.tensor(target)))
    # A content chooses among the cues of its line.
    for number, link in enumerate(links):
        near = [n for n, other in enumerate(links) if lines[other.cue[0]] == lines[link.cue[0]]]
        for start, _ in link.ranges[Role.CONTENT]:
            scores = cue_tie[cues[near], TIE:] @ word_tie[at(start), TIE:] / TIE**0.5
            losses.append(functional.cross_entropy(scores, torch.tensor(near.index(number))))
    return losses


def second_loss(model: Reader, examples: Sequence[Example], weights: Tensor) -> Tensor:
    """The second pass: the marked cue's three roles, whether it is one, and its force."""
    ids, features, mask = collate(examples)
    *_, second, judged, forces = model(ids, features, mask)
    tags = np.stack(
        [
            np.full((ids.shape[1], len(Role)), UNKNOWN)
            if each.link is None
            else tags_of(each, [each.link], ids.shape[1])
            for each in examples
        ]
    )
    is_link = torch.tensor([each.link is not None for each in examples])
    smooth = is_link.float() * (1 - 2 * SMOOTHING) + SMOOTHING
    loss = JUDGED_WEIGHT * functional.binary_cross_entropy_with_logits(judged.float(), smooth)
    if is_link.any():
        loss = loss + _tag_loss(second, torch.from_numpy(tags))
    known = torch.tensor([UNKNOWN if e.link is None else e.link.force for e in examples])
    if (known != UNKNOWN).any():
        loss = loss + FORCE_WEIGHT * functional.cross_entropy(
            forces.float(), known, weight=weights, ignore_index=UNKNOWN, label_smoothing=SMOOTHING
        )
    return loss


def _tag_loss(scores: Tensor, tags: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.float().reshape(-1, N_LABELS),
        tags.reshape(-1),
        ignore_index=UNKNOWN,
        label_smoothing=SMOOTHING,
    ) * len(Role)


@torch.no_grad()
def note_traps(model: Reader, texts: Sequence[Text], limit: int) -> None:
    """Keep what the first pass takes for a cue and gold does not, as traps for the second.

    Args:
        model: The reader, as far as it has learned.
        texts: Gets their `taken`.
        limit: Padded pieces a batch.
    """
    model.eval()
    asked = [
        Example(text, first, stop, (start, end))
        for text in texts
        for first, stop, start, end in windows(text.pieces)
    ]
    for text in texts:
        text.taken = []
    for group in batches(asked, [len(each) for each in asked], limit, random.Random(0)):
        ids, features, mask = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            first, *_ = model(ids, features, mask)
        shares = first.float().unflatten(-1, (len(Role), N_LABELS))[:, :, Role.CUE].softmax(-1)
        is_cue = (1 - shares[..., OUTSIDE] >= TRAP_FLOOR).numpy()
        for row, each in enumerate(group):
            start = 1 + each.core[0] - each.first
            stop = 1 + each.core[1] - each.first
            each.text.taken += _taken(each, is_cue[row, start:stop])


def _taken(each: Example, is_cue: np.ndarray) -> list[Range]:
    """Return the ranges of whole words taken for cues that surely are none."""
    pieces, free = each.text.pieces, free_of_cues(each.text)
    begin, end = each.core
    firsts = begin + np.flatnonzero(pieces.is_first[begin:end])
    found: list[Range] = []
    for first, stop in pairwise([*firsts.tolist(), end]):
        if not is_cue[first - begin]:
            continue
        if found and found[-1][1] == first:
            found[-1] = found[-1][0], stop
        else:
            found.append((first, stop))
    return [(first, stop) for first, stop in found if free[first:stop].all()]

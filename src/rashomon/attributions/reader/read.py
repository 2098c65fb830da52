"""Both passes over a document: cues everywhere, then what belongs to each."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from rashomon.attributions.forces import FORCES
from rashomon.attributions.mode import Mode
from rashomon.attributions.quotations import Quoted
from rashomon.attributions.reader.completions import with_namers, with_opening
from rashomon.attributions.reader.confidence import Calibration, Evidence
from rashomon.attributions.reader.labels import (
    N_LABELS,
    OUTSIDE,
    Range,
    Role,
    Scores,
    log_shares,
    spans_of,
)
from rashomon.attributions.reader.links import Link, without_rivals
from rashomon.attributions.reader.pieces import (
    QUOTED,
    REACH,
    WINDOW,
    Pieces,
    around,
    columns,
    cut,
    windows,
)
from rashomon.encoders import Encoder, encode
from rashomon.model import Span

# How much less likely "outside" is made when cues are looked for: the second pass refuses many, so
# the first one offers what is a cue in one case of eight.
EAGER = np.log(1 / 7)
TIE = 64


@dataclass(frozen=True, slots=True)
class Reader:
    """A trained reader: one network for both passes, and what its scores are worth."""

    encoder: Encoder
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class _Words:
    """What the first pass tells of a document's words, as columns of shape (n_words, …).

    Attributes:
        pieces: Number of each word's first piece, and at the end one past the last piece.
        shares: Log probabilities (n_words, 3 roles, 3 labels).
        cue_tie, word_tie: (n_words, 2 * TIE).
        nobody: (n_words, TIE), what stands for "no source" in the word's window.
        forces: (n_words, n_forces).
    """

    pieces: NDArray[np.int64]
    shares: Scores
    cue_tie: Scores
    word_tie: Scores
    nobody: Scores
    forces: Scores

    def range_of(self, words: Range) -> Range:
        """Turn a range of words into one of pieces."""
        return int(self.pieces[words[0]]), int(self.pieces[words[1]])


def read(
    reader: Reader, text: str, lines: Sequence[Span], quoted: Sequence[Quoted], mode: Mode
) -> list[Link]:
    """Find who said what in the lines of a text.

    Args:
        reader: The trained reader.
        text: The document's whole text.
        lines: The lines to read, in reading order.
        quoted: The quoted stretches of the text.
        mode: Whether cues get a second pass.

    Returns:
        Links in reading order of their cues, the likelier one of two that tell the same words.
    """
    pieces = cut(reader.encoder.tokenizer, text, lines, quoted)
    if not len(pieces):
        return []
    words = _first_pass(reader, pieces)
    find = _links_of_first_pass if mode is Mode.FAST else _links_of_second_pass
    links = without_rivals(find(reader, pieces, words))
    return with_namers(text, [with_opening(text, link) for link in links])


def _first_pass(reader: Reader, pieces: Pieces) -> _Words:
    found = windows(pieces)
    outputs = encode(
        reader.encoder, (columns(pieces, first, stop, None) for first, stop, *_ in found)
    )
    parts: list[list[Scores]] = []
    for (first, _, start, end), (scores, cue_tie, word_tie, forces, *_) in zip(
        found, outputs, strict=True
    ):
        rows = 1 + start - first + np.flatnonzero(pieces.is_first[start:end])
        nobody = np.repeat(word_tie[:1, :TIE], len(rows), axis=0)
        shares = log_shares(scores[rows].reshape(len(rows), len(Role), N_LABELS))
        parts.append([shares, cue_tie[rows], word_tie[rows], nobody, forces[rows]])
    places = np.append(np.flatnonzero(pieces.is_first), len(pieces))
    return _Words(places, *(np.concatenate(part) for part in zip(*parts, strict=True)))


def _lines_of(pieces: Pieces, words: _Words) -> list[Range]:
    lines = pieces.lines[words.pieces[:-1]]
    edges = [0, *(np.flatnonzero(np.diff(lines)) + 1).tolist(), len(lines)]
    return list(pairwise(edges))


def _links_of_first_pass(reader: Reader, pieces: Pieces, words: _Words) -> list[Link]:
    return [
        link
        for first, stop in _lines_of(pieces, words)
        for link in _links_of_line(reader, pieces, words, first, stop)
    ]


def _links_of_line(
    reader: Reader, pieces: Pieces, words: _Words, first: int, stop: int
) -> list[Link]:
    sources, cues, contents = (
        [(first + a, first + b) for a, b in spans_of(words.shares[first:stop, role])]
        for role in Role
    )
    if not cues or not contents:
        return []
    looks = words.cue_tie[[cue[0] for cue in cues]] / TIE**0.5
    mine: list[list[Range]] = [[] for _ in cues]
    tie_of = [0.0] * len(cues)
    for content in contents:
        near_cues = _near(cues, content)
        if not cues[near_cues]:
            continue
        ties = log_shares(looks[near_cues, TIE:] @ words.word_tie[content[0], TIE:])
        best = near_cues.start + int(ties.argmax())
        mine[best].append(content)
        tie_of[best] = min(tie_of[best], float(ties.max()))
    links = []
    for number, cue in enumerate(cues):
        if not mine[number]:
            continue
        near = sources[_near(sources, cue)]
        shown = [words.nobody[cue[0]], *(words.word_tie[start, :TIE] for start, _ in near)]
        choice = log_shares(np.stack(shown) @ looks[number, :TIE])
        best = int(choice.argmax())
        source = near[best - 1] if best else None
        told = np.concatenate([np.arange(*piece) for piece in mine[number]])
        evidence = _evidence(
            judged=_sureness(words.shares[slice(*cue), Role.CUE]),
            cue=tie_of[number],
            source=float(choice[best]),
            contents=words.shares[told, Role.CONTENT],
            features=pieces.features[words.pieces[told]],
            has_source=source is not None,
        )
        forces = words.forces[slice(*cue)].mean(axis=0)
        links.append(
            Link(
                source=() if source is None else pieces.places(words.range_of(source)),
                cue=pieces.places(words.range_of(cue)),
                contents=pieces.places(*(words.range_of(piece) for piece in mine[number])),
                force=FORCES[int((forces + words.forces[told].mean(axis=0)).argmax())],
                confidence=reader.calibration.fast.of(evidence),
                evidence=evidence,
            )
        )
    return links


def _near(ranges: Sequence[Range], place: Range) -> slice:
    """Return which of ranges of words, in reading order, begin within WINDOW words of another."""
    return slice(
        bisect_left(ranges, place[0] - WINDOW, key=itemgetter(0)),
        bisect_right(ranges, place[0] + WINDOW, key=itemgetter(0)),
    )


def _links_of_second_pass(reader: Reader, pieces: Pieces, words: _Words) -> list[Link]:
    cues: list[Range] = []
    shares: list[float] = []
    for first, stop in _lines_of(pieces, words):
        line = words.shares[first:stop, Role.CUE].copy()
        line[:, OUTSIDE] += EAGER
        for start, end in spans_of(line):
            found = first + start, first + end
            cue = words.range_of(found)
            if cue[1] - cue[0] <= REACH:  # a longer one is none, and may not fit the network
                cues.append(cue)
                shares.append(_sureness(words.shares[slice(*found), Role.CUE]))
    asked = [(*around(pieces, *cue), cue) for cue in cues]
    outputs = encode(reader.encoder, (columns(pieces, *each) for each in asked))
    return [
        link
        for (first, stop, cue), share, (*_, scores, judged, forces) in zip(
            asked, shares, outputs, strict=True
        )
        if (link := _answer(reader, pieces, first, stop, cue, share, scores, float(judged), forces))
    ]


def _answer(
    reader: Reader,
    pieces: Pieces,
    first: int,
    stop: int,
    cue: Range,
    share: float,
    scores: Scores,
    judged: float,
    forces: Scores,
) -> Link | None:
    places = first + np.flatnonzero(pieces.is_first[first:stop])
    shares = log_shares(scores[1 + places - first].reshape(len(places), len(Role), N_LABELS))
    end = stop  # of the last word, which the window may have cut
    while end < len(pieces) and not pieces.is_first[end]:
        end += 1
    edges = np.append(places, end).tolist()
    sources, cues, contents = (spans_of(shares[:, role]) for role in Role)
    if not contents:
        return None
    source = max(sources, key=lambda s: _sureness(shares[slice(*s), Role.SOURCE]), default=None)
    bounds = [(edges[a], edges[b]) for a, b in cues]
    if not any(a < cue[1] and cue[0] < b for a, b in bounds):
        bounds = [cue]
    nobody = shares[:, Role.SOURCE, OUTSIDE].min()
    told = np.concatenate([np.arange(*piece) for piece in contents])
    evidence = _evidence(
        judged=judged,
        cue=share,
        source=float(nobody) if source is None else _sureness(shares[slice(*source), Role.SOURCE]),
        contents=shares[told, Role.CONTENT],
        features=pieces.features[places[told]],
        has_source=source is not None,
    )
    return Link(
        source=() if source is None else pieces.places((edges[source[0]], edges[source[1]])),
        cue=pieces.places(*bounds),
        contents=pieces.places(*((edges[a], edges[b]) for a, b in contents)),
        force=FORCES[int(forces.argmax())],
        confidence=reader.calibration.accurate.of(evidence),
        evidence=evidence,
    )


def _evidence(
    judged: float,
    cue: float,
    source: float,
    contents: Scores,
    features: NDArray[np.int64],
    *,
    has_source: bool,
) -> Evidence:
    """Gather what speaks for a link; contents and features have a row for each content word."""
    sure = _log_sure(contents)
    return Evidence(
        judged=judged,
        cue=cue,
        source=source,
        content=float(sure.mean()),
        weakest=float(sure.min()),
        words=float(np.log1p(len(sure))),
        quoted=float((features >= QUOTED).mean()),
        named=float(has_source),
    )


def _log_sure(shares: Scores) -> NDArray[np.floating]:
    """Log probability of each word to belong to its role; shares has shape (n_words, 3)."""
    logs: NDArray[np.floating] = np.log1p(-np.exp(shares[:, OUTSIDE]).clip(max=1 - 1e-6))
    return logs


def _sureness(shares: Scores) -> float:
    """How surely the words of a span belong to their role: mean log probability."""
    return float(_log_sure(shares).mean())

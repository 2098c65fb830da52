"""Fit confidences and thresholds on the articles held out of training.

    python training/attributions/calibrate.py FOLDER

FOLDER holds the exported reader; `calibration.json` is written beside it. A link counts as right
when the scorer's main measure takes it: content IoU of a half, and the same source.
"""

import gzip
import json
import random
import sys
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import data
import numpy as np
from sklearn.linear_model import LogisticRegression
from train import EVALUATION, N_HELD_OUT

from rashomon.attributions.mode import Mode
from rashomon.attributions.quotations import find_quoted
from rashomon.attributions.reader.confidence import Calibration, Evidence, Scale
from rashomon.attributions.reader.links import Link, parents_of
from rashomon.attributions.reader.read import Reader, read
from rashomon.encoders import load_encoder
from rashomon.model import Polarity, Span
from rashomon.model.attribution import polarity_of

sys.path.insert(0, str(EVALUATION))
import score_attribution as scorer

FIRST = tuple(float(field.name == "judged") for field in fields(Evidence))
NEUTRAL = {Mode.FAST: Scale(FIRST, 1.0, 0.0), Mode.ACCURATE: Scale(FIRST, 0.0, 0.0)}
CUTS = np.arange(0.1, 0.76, 0.02)
NEAR = 3  # cuts to each side whose scores are averaged: the curve is flat and ragged
ROUNDS = 2  # which of two rivals stays hangs on the confidence that is fitted


def held_out() -> list[dict[str, Any]]:
    """The articles of PolNeAR's training set that the reader has not learned from."""
    with gzip.open(EVALUATION / "attribution/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    order = sorted(range(len(articles)), key=lambda number: articles[number]["id"])
    return [articles[number] for number in random.Random(0).sample(order, N_HELD_OUT)]


def links_in(reader: Reader, text: str, mode: Mode) -> list[Link]:
    """Read a raw text."""
    lines = [Span(found.start(), found.end()) for found in data.LINE.finditer(text)]
    return read(reader, text, lines, find_quoted(text, Span(0, len(text))), mode)


def scored(links: list[Link], text: str) -> list[Link]:
    """Leave out what PolNeAR does not mark: nested links and silences."""
    silent = {Polarity.SILENT, Polarity.WITHHELD}
    return [
        link
        for link, parent in zip(links, parents_of(links), strict=True)
        if parent is None and polarity_of(link.force, _words(link, text)) not in silent
    ]


def _words(link: Link, text: str) -> str:
    return " … ".join(text[first:stop] for first, stop in link.cue)


def are_right(links: list[Link], article: dict[str, Any]) -> list[bool]:
    """Tell which links the scorer's `full` takes."""
    shapes = [{"source": a.source, "cue": a.cue, "content": a.contents} for a in links]
    found = scorer.prepare(shapes, article["text"])
    gold = scorer.prepare(article["attributions"], article["text"])
    right = [False] * len(links)
    for mine, its in scorer.align(found, gold):
        near = scorer.iou(found[mine]["content"], gold[its]["content"]) >= 0.5
        right[mine] = near and scorer.same_source(found[mine], gold[its])
    return right


def fit(reader: Reader, articles: list[dict[str, Any]], mode: Mode) -> Scale:
    """Fit one mode's scale."""
    evidence: list[tuple[float, ...]] = []
    right: list[bool] = []
    for article in articles:
        links = scored(links_in(reader, article["text"], mode), article["text"])
        evidence += [astuple(link.evidence) for link in links if link.evidence]
        right += are_right(links, article)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(np.array(evidence), right)
    return Scale(tuple(model.coef_[0].tolist()), float(model.intercept_[0]), 0.0)


def threshold_of(reader: Reader, articles: list[dict[str, Any]], mode: Mode) -> tuple[float, float]:
    """Find the confidence whose cut, with its neighbours, gives the best full F1, and that F1."""
    n_gold = sum(len(article["attributions"]) for article in articles)
    read_once = [(links_in(reader, a["text"], mode), a) for a in articles]
    scores = []
    for cut in CUTS:
        kept = [(scored([each for each in links if each.confidence >= cut], a["text"]), a)
                for links, a in read_once]  # fmt: skip
        n_found = sum(len(links) for links, _ in kept)
        scores.append(2 * sum(sum(are_right(*each)) for each in kept) / (n_found + n_gold))
    padded = np.pad(scores, NEAR, mode="edge")
    best = int(np.convolve(padded, np.ones(2 * NEAR + 1), "valid").argmax())
    return float(CUTS[best]), scores[best]


def main() -> None:
    """Fit both modes and write calibration.json."""
    folder = Path(sys.argv[1])
    encoder = load_encoder(folder, "reader.json")
    articles = held_out()
    scales = dict(NEUTRAL)
    table = {}
    for mode in Mode:
        for _ in range(ROUNDS):
            reader = Reader(encoder, Calibration(**{m.value: s for m, s in scales.items()}))
            scales[mode] = fit(reader, articles, mode)
        reader = Reader(encoder, Calibration(**{m.value: s for m, s in scales.items()}))
        threshold, score = threshold_of(reader, articles, mode)
        print(f"{mode}: threshold {threshold:.2f}, full F1 {score:.3f} on {len(articles)} articles")
        scale = scales[mode]
        table[mode.value] = {
            "weights": [round(weight, 4) for weight in scale.weights],
            "bias": round(scale.bias, 4),
            "threshold": round(threshold, 2),
        }
    (folder / "calibration.json").write_text(json.dumps(table, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()

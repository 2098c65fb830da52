"""Learn which pieces are one point and which entries make one row, or measure it held out.

    python training/comparison/train.py [--held-out] [--without-labels]

Needs scikit-learn and the data: `evaluation/comparison` (19 pairs labelled row by row) and
`corpora/statements.jsonl.gz`, in RASHOMON_SHARED (default ../shared). `labels.jsonl` beside this
file groups the pieces of 30 more pairs of statements, of different contacts, into points; it holds
places and numbers, no text. Without the option the package's `scorer.json` is written; with it,
every dev pair is compared by what was learned without it, and nothing is written.
"""

import argparse
import gzip
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from rashomon import pipeline
from rashomon.accounts.compare import compare, main_event
from rashomon.accounts.entries import Entry, enter
from rashomon.accounts.joining import join_features
from rashomon.accounts.likeness import pair_features
from rashomon.accounts.meaning import Reader
from rashomon.accounts.points import Points, join_points, pieces_of, take_points, wholes_of
from rashomon.accounts.scorer import read_scorer
from rashomon.accounts.wording import has_content
from rashomon.model import Anchor, Event, Reading, Span
from rashomon.pages import read_pages

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
LABELS = Path(__file__).with_name("labels.jsonl")
OUT = ROOT / "src/rashomon/accounts/data/scorer.json"
# The best row F1 held out among a few.
LEAST = {"least_join": 0.8, "least_rejoin": 0.25, "least_attach": 0.4, "least_likeness": 0.2}
LEAST_JOIN_LEARNING = 0.6  # of the points that likeness is learned from: fewer, and surer
STRENGTH = 0.05  # of the regression's weights: its prior is narrow, as pairs are few
N_DIGITS = 16  # of the digest of an id, which names a statement among the labels
# Cells match in the scorer when they share half of the smaller.
MIN_SHARE = 0.5

Rows = Sequence[tuple[str, int, int, int]]  # side, start, end, number of the row
Table = tuple[NDArray[np.float64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Example:
    """Two documents, their entries before anything is joined, and how they are labelled."""

    name: str
    readings: Sequence[Reading]
    event: Event | None
    entries: Sequence[Entry]
    rows: Rows


def read_documents(records: Iterable[dict[str, object]]) -> list[Reading]:
    """Read documents given as records."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")
        file.flush()
        return [r for r in pipeline.read(read_pages([file.name])) if isinstance(r, Reading)]


def example(name: str, readings: Sequence[Reading], rows: Rows) -> Example:
    """Take the entries of two readings."""
    event = main_event(readings)
    sides = frozenset(p.side for p in event.participants if p.side) if event else frozenset()
    entries = [entry for entry in enter(readings, sides) if has_content(entry)]
    return Example(name, readings, event, entries, rows)


def read_gold() -> list[Example]:
    """Read the dev pairs."""
    folder, found = DATA / "evaluation/comparison", []
    for path in sorted((folder / "gold-dev").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        lines = (folder / "documents" / f"{gold['pair']}.jsonl").read_text("utf-8").splitlines()
        readings = read_documents(json.loads(lines[i]) for i in gold["documents"].values())
        rows = [
            (side, start, end, number)
            for number, row in enumerate(gold["rows"])
            for side, spans in row["cells"].items()
            for start, end in spans
        ]
        found.append(example(gold["pair"], readings, rows))
    return found


def name_of(record: dict[str, str]) -> str:
    """Return the name that a statement has among the labels."""
    return sha256(record["id"].encode()).hexdigest()[:N_DIGITS]


def read_labels() -> list[Example]:
    """Read the pairs of statements that are labelled here."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    wanted = {name for each in labels for name in each["documents"]}
    with gzip.open(DATA / "corpora/statements.jsonl.gz", "rt", encoding="utf-8") as lines:
        named = ((name_of(record := json.loads(line)), record) for line in lines)
        records = {name: record for name, record in named if name in wanted}
    found = []
    for number, each in enumerate(labels):
        pair = [records[name] | {"kind": "readout"} for name in each["documents"]]
        rows = [
            (record["side"], start, end, row)
            for record, points in zip(pair, each["points"], strict=True)
            for start, end, row in points
        ]
        found.append(example(f"label {number}", read_documents(pair), rows))
    return found


def label_of(entry: Entry, rows: Rows) -> int | None:
    """Return the row that an entry belongs to."""
    start, end = entry.claim.content.start, entry.claim.content.end
    best, chosen = 0.0, None
    for side, first, last, number in rows:
        shared = max(0, min(end, last) - max(start, first))
        is_match = shared >= MIN_SHARE * (end - start) or shared >= MIN_SHARE * (last - first)
        score = shared - 1e-4 * abs((last - first) - (end - start))
        if side == entry.side and shared and is_match and score > best:
            best, chosen = score, number
    return chosen


def join_table(each: Example, reader: Reader) -> Table:
    """Return features of neighbouring pieces, and whether they are one point."""
    points = take_points(each.entries, each.event, reader)
    pieces, labels = pieces_of(points), [label_of(entry, each.rows) for entry in each.entries]
    features, wanted = [], []
    for k in range(1, len(pieces)):
        are_labelled = labels[k - 1] is not None and labels[k] is not None
        if are_labelled and pieces[k - 1].entry.document_order == pieces[k].entry.document_order:
            features.append(join_features(pieces[k - 1], pieces[k]))
            wanted.append(int(labels[k - 1] == labels[k]))
    return np.array(features), np.array(wanted)


def pair_table(points: Points, rows: Rows, reader: Reader) -> Table:
    """Return features of pairs of entries of two sides, and whether they make one row."""
    sides = [entry.side for entry in points.entries]
    pairs, features = pair_features(
        points.traits, wholes_of(points, reader), sides, points.contacts
    )
    labels = [label_of(entry, rows) for entry in points.entries]
    wanted = [int(labels[i] is not None and labels[i] == labels[j]) for i, j in pairs]
    return features, np.array(wanted)


def labelled_points(each: Example, reader: Reader) -> Points:
    """Join pieces as they are labelled."""
    joined: list[Entry] = []
    before: tuple[int, int | None] | None = None
    for entry in each.entries:
        here = entry.document_order, label_of(entry, each.rows)
        if joined and here == before and here[1] is not None:
            text = entry.reading.document.text
            span = Span(joined[-1].claim.content.start, entry.claim.content.end)
            claim = replace(joined[-1].claim, content=Anchor.at(text, span))
            joined[-1] = replace(joined[-1], claim=claim)
        else:
            joined.append(entry)
        before = here
    return take_points(joined, each.event, reader)


def stacked(tables: Iterable[Table]) -> Table:
    """Put tables under one another."""
    tables = [table for table in tables if len(table[1])]
    return np.vstack([x for x, _ in tables]), np.concatenate([y for _, y in tables])


def fit_joins(tables: Iterable[Table]) -> dict[str, object]:
    """Fit the regression."""
    features, wanted = stacked(tables)
    scaler = StandardScaler().fit(features)
    fitted = LogisticRegression(C=STRENGTH, max_iter=3000).fit(scaler.transform(features), wanted)
    return {
        "means": _rounded(scaler.mean_),
        "scales": _rounded(scaler.scale_),
        "weights": _rounded(fitted.coef_[0]),
        "bias": round(float(fitted.intercept_[0]), 5),
    }


def fit_likeness(tables: Iterable[Table]) -> dict[str, object]:
    """Fit the trees, and write their nodes out as columns."""
    fitted = HistGradientBoostingClassifier(
        max_depth=3, learning_rate=0.05, max_iter=120, l2_regularization=5, min_samples_leaf=15,
        random_state=0,
    ).fit(*stacked(tables))  # fmt: skip
    trees = []
    for (tree,) in fitted._predictors:  # noqa: SLF001  # scikit-learn has no public way to them
        nodes = tree.nodes
        leaf = nodes["is_leaf"].astype(bool)
        trees.append(
            [
                nodes["feature_idx"].tolist(),
                _rounded(np.where(leaf, 0.0, nodes["num_threshold"])),
                np.where(leaf, 0, nodes["left"]).tolist(),
                np.where(leaf, 0, nodes["right"]).tolist(),
                _rounded(np.where(leaf, nodes["value"], 0.0)),
            ]
        )
    bias = float(np.ravel(fitted._baseline_prediction)[0])  # noqa: SLF001  # as above
    return {"bias": round(bias, 5), "trees": trees}


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return [round(float(value), 5) for value in values]


class Learner:
    """Learns from examples, and remembers what is costly to compute."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.reader = Reader()
        self.joins = {each.name: join_table(each, self.reader) for each in examples}
        self.labelled = {
            each.name: pair_table(labelled_points(each, self.reader), each.rows, self.reader)
            for each in examples
        }

    def learn(self, examples: Sequence[Example]) -> str:
        """Return what is learned from examples, as the package's JSON."""
        table: dict[str, object] = {
            "joins": fit_joins(self.joins[each.name] for each in examples),
            "likeness": fit_likeness(self.labelled[each.name] for each in examples),
            **LEAST,
        }
        # Rows are made of points as they are joined, not as they are labelled: learn from both.
        scorer = read_scorer(json.dumps(table | {"least_join": LEAST_JOIN_LEARNING}))
        tables = [self.labelled[each.name] for each in examples]
        for each in examples:
            points = take_points(each.entries, each.event, self.reader)
            joined = join_points(points, each.event, self.reader, scorer)
            tables.append(pair_table(joined, each.rows, self.reader))
        table["likeness"] = fit_likeness(tables)
        return json.dumps(table, separators=(",", ":")) + "\n"


def write_comparison(each: Example, text: str, folder: Path) -> None:
    """Compare a pair and write the rows as the scorer reads them."""
    comparison = compare(each.readings, read_scorer(text))
    rows = [
        {
            "topic": row.topic,
            "relation": row.relation,
            "cells": {
                side: [[quote.span.start, quote.span.end] for quote in cell.quotes]
                for side, cell in zip(comparison.sides, row.cells, strict=True)
                if cell.status == "says"
            },
        }
        for row in comparison.rows
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{each.name}.json").write_text(json.dumps({"pair": each.name, "rows": rows}))


def main() -> None:
    """Learn, and write or measure what was learned."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--held-out", type=Path, help="folder for comparisons to score")
    parser.add_argument("--without-labels", action="store_true")
    arguments = parser.parse_args()
    gold = read_gold()
    more = [] if arguments.without_labels else read_labels()
    learner = Learner([*gold, *more])
    if not arguments.held_out:
        OUT.write_text(learner.learn([*gold, *more]), encoding="utf-8")
        return
    for each in gold:
        rest = [other for other in gold if other is not each]
        write_comparison(each, learner.learn([*rest, *more]), arguments.held_out)


if __name__ == "__main__":
    main()

"""Learn what a comparison judges by, or measure it held out.

    python training/comparison/train.py [--held-out FOLDER] [--without-labels]

Needs scikit-learn and the data that `examples.py` names. Without the option the package's
`scorer.json` is written; with it, every dev pair is compared by what was learned without it, the
comparisons are written for `score_comparison.py`, and nothing else is.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from certainty import NOTHING_KNOWN, Judged, calibration_error, fit_certainty, judge
from examples import (
    ROOT,
    Example,
    Rows,
    label_of,
    read_gold,
    read_invented,
    read_labels,
    teaches_network,
)
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from writing import line_of, rounded

from rashomon.accounts.compare import compare
from rashomon.accounts.entries import Entry
from rashomon.accounts.joining import are_pieces_of_one, join_features
from rashomon.accounts.likeness import pair_features
from rashomon.accounts.meaning import Reader
from rashomon.accounts.points import (
    Points,
    issues_of,
    join_points,
    pieces_of,
    take_points,
    wholes_of,
)
from rashomon.accounts.scorer import read_scorer
from rashomon.model import Anchor, Comparison, Span

OUT = ROOT / "src/rashomon/accounts/data/scorer.json"
# The best row F1 held out among a few.
LEAST = {"least_join": 0.8, "least_rejoin": 0.35, "least_attach": 0.4, "least_likeness": 0.35}
LEAST_JOIN_LEARNING = 0.6  # of the points that likeness is learned from: fewer, and surer
STRENGTH = 0.05  # of the regression's weights: its prior is narrow, as pairs are few

Table = tuple[NDArray[np.float64], NDArray[np.int64]]


def join_table(each: Example, reader: Reader) -> Table:
    """Return features of neighbouring pieces, and whether they are one point."""
    points = take_points(each.entries, each.event, reader)
    pieces, labels = pieces_of(points), [label_of(entry, each.rows) for entry in each.entries]
    features, wanted = [], []
    for k in range(1, len(each.entries)):
        are_labelled = labels[k - 1] is not None and labels[k] is not None
        if are_labelled and are_pieces_of_one(each.entries[k - 1], each.entries[k]):
            features.append(join_features(pieces[k - 1], pieces[k]))
            wanted.append(int(labels[k - 1] == labels[k]))
    return np.array(features), np.array(wanted)


def pair_table(points: Points, rows: Rows, reader: Reader) -> Table:
    """Return features of pairs of entries of two sides, and whether they make one row."""
    voices = [entry.voice for entry in points.entries]
    pairs, features = pair_features(
        list(points.traits.values()),
        wholes_of(points, reader),
        issues_of(points, reader),
        voices,
        frozenset(points.contacts),
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
    return line_of(scaler, fitted)


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
                rounded(np.where(leaf, 0.0, nodes["num_threshold"])),
                np.where(leaf, 0, nodes["left"]).tolist(),
                np.where(leaf, 0, nodes["right"]).tolist(),
                rounded(np.where(leaf, nodes["value"], 0.0)),
            ]
        )
    bias = float(np.ravel(fitted._baseline_prediction)[0])  # noqa: SLF001  # as above
    return {"bias": round(bias, 5), "trees": trees}


class Learner:
    """Learns from examples, and remembers what is costly to compute.

    Joining is learned from all pairs, likeness from those that did not teach the network of issues.
    """

    def __init__(self, gold: Sequence[Example], more: Sequence[Example]) -> None:
        self.reader = Reader()
        self.joins = {each.name: join_table(each, self.reader) for each in [*gold, *more]}
        self.for_likeness = [*gold, *(each for each in more if not teaches_network(each.name))]
        self.labelled = {
            each.name: pair_table(labelled_points(each, self.reader), each.rows, self.reader)
            for each in self.for_likeness
        }

    def learn(
        self, held_out: Example | None = None, lines: Mapping[str, object] = NOTHING_KNOWN
    ) -> str:
        """Return what is learned, as the package's JSON.

        Args:
            held_out: A pair that nothing is learned from.
            lines: How sure rows are, learned from what was compared held out.
        """
        left_out = held_out.name if held_out else ""
        examples = [each for each in self.for_likeness if each.name != left_out]
        table: dict[str, object] = {
            "joins": fit_joins(table for name, table in self.joins.items() if name != left_out),
            "likeness": fit_likeness(self.labelled[each.name] for each in examples),
            **lines,
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


def write_comparison(name: str, comparison: Comparison, folder: Path) -> None:
    """Write the rows of a comparison as the scorer reads them."""
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
    (folder / f"{name}.json").write_text(json.dumps({"pair": name, "rows": rows}))


def main() -> None:
    """Learn, and write or measure what was learned."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--held-out", type=Path, help="folder for comparisons to score")
    parser.add_argument("--without-labels", action="store_true")
    arguments = parser.parse_args()
    gold = read_gold()
    more = [] if arguments.without_labels else [*read_labels(), *read_invented()]
    learner = Learner(gold, more)
    judged: dict[str, Judged] = {}
    for each in gold:
        comparison = compare(each.readings, read_scorer(learner.learn(each)))
        judged[each.name] = judge(each, comparison)
        if arguments.held_out:
            write_comparison(each.name, comparison, arguments.held_out)
    if arguments.held_out:
        print(f"calibration error of rows, held out: {calibration_error(judged):.3f}")
        return
    lines = fit_certainty(judged.values())
    OUT.write_text(learner.learn(lines=lines), encoding="utf-8")


if __name__ == "__main__":
    main()

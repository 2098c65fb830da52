"""Fit the weights by which the wording of a body tells its kind, or measure them held out.

    python training/kinds/train.py [--held-out]

Needs numpy and the data: `evaluation/attribution/train.jsonl.gz` (reports) and
`corpora/statements.jsonl.gz` (statements and readouts of three governments), in RASHOMON_SHARED
(default ../shared). Without the option the package's `weights.toml` is written; with it, one
government at a time and a fifth of the articles are held out, and nothing is written.
"""

import argparse
import gzip
import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.kinds.features import load_table, read_wording

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
WEIGHTS = ROOT / "src/rashomon/documents/kinds/weights.toml"
NAMES = tuple(load_table().labels)
N_FOLDS = 5
N_STEPS = 50  # of Newton's method; 10 are enough
STRENGTH = 1.0  # of the prior: weights have a standard deviation of 1 around what is expected
THRESHOLDS = (0.0, 1.0, 1.95, 3.0)  # log-odds; 1.95 is where wording alone decides

# What a weight is taken to be where the data says little. Neither news about one campaign nor
# three presidencies have releases, rulings, datelines and live entries to speak of.
EXPECTED: Mapping[str, Mapping[str, float]] = {
    "official": {
        "appeals": 1.0,
        "release": 2.5,
        "items": 0.3,
        "turns": 0.5,
        "agency": -2.0,
        "stamps": -1.0,
        "sourcing": -1.5,
        "citing": -4.0,
    },
    "readout": {
        "opening_contact": 2.0,
        "singular_self": -1.0,
        "address": -1.0,
        "turns": -1.5,
        "appeals": -1.0,
    },
}
# Not asked of officials: they tell what a text is about, or are in all kinds. News of calls and
# meetings has as many of them, but hardly any such news is among the reports here.
TOPICS = frozenset(["contact", "opening_contact", "chancery_nouns", "quoted"])
# All that may tell a readout; the rest would learn one government's layout.
ASKED_OF_READOUTS = frozenset(
    [
        "opening_contact",
        "contact",
        "chancery_verbs",
        "bare_office",
        "plural_self",
        "singular_self",
        "address",
        "turns",
        "quoted",
        "appeals",
        "acts",
    ]
)
# Titles that say what an official text is, so that its body can teach it. Others are left out.
READOUT = re.compile(
    r"readout of .*\b(?:call|meeting)|telephone conversation|phone (?:call|conversation)"
    r"|\b(?:spoke|met|meets|speaks) with\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\b(?:readout|meetings?|talks?|conversations?|calls?|met|meets|spoke|conference|summit|visit"
    r"|held|received)\b",
    re.IGNORECASE,
)

Matrix: TypeAlias = NDArray[np.float64]
Record: TypeAlias = dict[str, str]


def read(path: Path) -> list[Record]:
    """Read records of JSON lines, compressed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def count(records: Sequence[Record]) -> Matrix:
    """Count the features of texts: shape (n_texts, n_features)."""
    rates = [read_wording(record["text"]).rates for record in records]
    return np.array([[each.get(name, 0.0) for name in NAMES] for each in rates])


def fit(rows: Matrix, is_true: NDArray[np.bool_], weights: Matrix, expected: Matrix) -> Matrix:
    """Fit a logistic regression by Newton's method.

    Args:
        rows: Features, shape (n_texts, n_features).
        is_true: Shape (n_texts,).
        weights: How much each text counts, shape (n_texts,).
        expected: Means of the normal prior, shape (n_features,).

    Returns:
        The intercept and the weights, shape (n_features + 1,).
    """
    design = np.hstack([np.ones((len(rows), 1)), rows])
    means = np.concatenate([[0.0], expected])
    precision = np.diag([1e-6, *np.full(len(expected), STRENGTH)])  # the intercept is free
    found = means.copy()
    for _ in range(N_STEPS):
        likely = 1.0 / (1.0 + np.exp(-design @ found))
        slope = design.T @ (weights * (is_true - likely)) - precision @ (found - means)
        bend = (design * (weights * likely * (1.0 - likely))[:, None]).T @ design + precision
        found = found + np.linalg.solve(bend, slope)
    return found


def balance(groups: NDArray[np.str_]) -> Matrix:
    """Let every group count as much: the governments together as much as the news."""
    total = np.zeros(len(groups))
    officials = sorted(set(groups) - {"news"})
    n_news = max(int((groups == "news").sum()), 1)
    for name in officials:
        total[groups == name] = n_news / len(officials) / (groups == name).sum()
    total[groups == "news"] = 1.0
    return total


def expect(question: str) -> Matrix:
    """Return the means of a question's prior."""
    return np.array([EXPECTED[question].get(name, 0.0) for name in NAMES])


def fit_official(rows: Matrix, groups: NDArray[np.str_]) -> Matrix:
    """Fit what tells an official's own text from a report."""
    is_asked = np.array([name not in TOPICS for name in NAMES])
    return fit(rows * is_asked, groups != "news", balance(groups), expect("official"))


def fit_readout(rows: Matrix, is_readout: NDArray[np.bool_], groups: NDArray[np.str_]) -> Matrix:
    """Fit what tells a readout from another official text: each half of both counts as much."""
    share = np.ones(len(rows))
    for name in set(groups):
        for answer in (True, False):
            among = (groups == name) & (is_readout == answer)
            share[among] = 400.0 / max(among.sum(), 1)
    is_asked = np.array([name in ASKED_OF_READOUTS for name in NAMES])
    return fit(rows * is_asked, is_readout, np.minimum(share, 1.0), expect("readout"))


def score(rows: Matrix, weights: Matrix) -> Matrix:
    """Return log-odds, shape (n_texts,)."""
    result: Matrix = rows @ weights[1:] + weights[0]
    return result


def write(tables: Mapping[str, Matrix]) -> None:
    """Write the table of weights."""
    lines = [
        "# Written by training/kinds/train.py; reviewed by people. Log-odds for each time in 100",
        "# words (for a flag: once). `official`: an official's own text, not a report; both are as",
        "# frequent. `readout`: of official texts, the summary of one call or meeting.",
    ]
    for question, found in tables.items():
        lines += ["", f"[{question}]", f"intercept = {found[0]:.3f}"]
        ranked = sorted(zip(NAMES, found[1:], strict=True), key=lambda pair: -pair[1])
        lines += [f"{name} = {weight:.3f}" for name, weight in ranked if weight]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shares(scores: Matrix) -> str:
    """Word how many scores are above each threshold."""
    return "  ".join(f">{each:g}: {(scores > each).mean():.3f}" for each in THRESHOLDS)


def hold_out(rows: Matrix, groups: NDArray[np.str_]) -> None:
    """Print what texts not learned from are taken for."""
    print("official texts of a government held out, share above a log-odds:")
    for name in sorted(set(groups) - {"news"}):
        weights = fit_official(rows[groups != name], groups[groups != name])
        above = shares(score(rows[groups == name], weights))
        print(f"  {name} (n = {(groups == name).sum()}): {above}")
    folds = np.random.default_rng(0).integers(0, N_FOLDS, len(rows))
    scores = np.empty(len(rows))
    for fold in range(N_FOLDS):
        weights = fit_official(rows[folds != fold], groups[folds != fold])
        scores[folds == fold] = score(rows[folds == fold], weights)
    print(f"a fifth of the texts held out ({N_FOLDS} folds):")
    for name in sorted(set(groups)):
        print(f"  {name} (n = {(groups == name).sum()}): {shares(scores[groups == name])}")


def hold_out_readouts(
    rows: Matrix, is_readout: NDArray[np.bool_], groups: NDArray[np.str_]
) -> None:
    """Print how readouts are told from statements, against what their titles say."""
    print("readout or statement, by title, a government held out; recall of each:")
    for name in sorted(set(groups)):
        is_held = groups == name
        weights = fit_readout(rows[~is_held], is_readout[~is_held], groups[~is_held])
        found = score(rows[is_held], weights) > 0.0
        gold = is_readout[is_held]
        recalls = [
            f"{'readout' if answer else 'statement'} {(found[gold == answer] == answer).mean():.3f}"
            f" (n = {(gold == answer).sum()})"
            for answer in (True, False)
            if (gold == answer).any()
        ]
        print(f"  {name}: {', '.join(recalls)}")


def main() -> int:
    """Fit or measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--held-out", action="store_true", help="measure; write nothing")
    arguments = parser.parse_args()
    if not DATA.is_dir():
        print(f"kinds: no data in {DATA}; nothing done")
        return 0
    statements = read(DATA / "corpora/statements.jsonl.gz")
    news = read(DATA / "evaluation/attribution/train.jsonl.gz")
    groups = np.array([each["publisher"] for each in statements] + ["news"] * len(news))
    rows = count([*statements, *news])
    titles = [each["title"] for each in statements]
    is_readout = np.array([bool(READOUT.search(title)) for title in titles])
    is_told = is_readout | np.array([not CONTACT.search(title) for title in titles])
    known = (
        rows[: len(statements)][is_told],
        is_readout[is_told],
        groups[: len(statements)][is_told],
    )
    if arguments.held_out:
        hold_out(rows, groups)
        hold_out_readouts(*known)
    else:
        write({"official": fit_official(rows, groups), "readout": fit_readout(*known)})
    return 0


if __name__ == "__main__":
    sys.exit(main())

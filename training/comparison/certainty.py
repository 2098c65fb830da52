"""How sure rows are: learned from comparisons of pairs that were held out, and measured."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from examples import Example, Rows
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from writing import line_of

from rashomon.accounts.agreement.coding import CodedRow
from rashomon.accounts.agreement.matching import match_rows
from rashomon.accounts.scorer import read_line
from rashomon.model import Comparison, Relation, Row

# Before anything is known.
NOTHING_KNOWN = {
    name: {"means": [0.0] * n, "scales": [1.0] * n, "weights": [0.0] * n, "bias": 0.0}
    for name, n in (("paired_rows", 5), ("lone_rows", 3))
}
N_GROUPS = 10  # of rows, by confidence, in the calibration error

# Of each row whether several sides speak, what its confidence is told from, whether it is right.
Judged = Sequence[tuple[bool, tuple[float, ...], int]]


def judge(each: Example, comparison: Comparison) -> Judged:
    """Tell which rows are right: a labelled row has the same cells and the same relation."""
    mine = [coded(row, comparison.sides) for row in comparison.rows]
    gold = [
        CodedRow(Relation(each.relations[number]), cells_of(each.rows, number))
        for number in sorted({number for *_, number in each.rows})
    ]
    right = {i for i, j in match_rows(mine, gold) if mine[i].relation == gold[j].relation}
    return [
        (mine[number].is_paired, row.trace.evidence, int(number in right))
        for number, row in enumerate(comparison.rows)
    ]


def cells_of(rows: Rows, number: int) -> dict[str, frozenset[tuple[str, int]]]:
    """Return the places of each side in a labelled row."""
    cells: dict[str, set[tuple[str, int]]] = {}
    for side, start, end, row in rows:
        if row == number:
            cells.setdefault(side, set()).update((side, i) for i in range(start, end))
    return {side: frozenset(places) for side, places in cells.items()}


def coded(row: Row, sides: Sequence[str]) -> CodedRow:
    """Return a row as codings have it."""
    cells = {
        side: frozenset((side, i) for q in cell.quotes for i in range(q.span.start, q.span.end))
        for side, cell in zip(sides, row.cells, strict=True)
        if cell.status == "says"
    }
    return CodedRow(row.relation, cells)


def fit_certainty(judged: Iterable[Judged]) -> dict[str, dict[str, object]]:
    """Fit how sure rows of several sides are, and rows of one."""
    rows = [row for each in judged for row in each]
    lines = {}
    for name, is_paired in (("paired_rows", True), ("lone_rows", False)):
        chosen = [(evidence, right) for paired, evidence, right in rows if paired is is_paired]
        features = np.array([evidence for evidence, _ in chosen])
        scaler = StandardScaler().fit(features)
        fitted = LogisticRegression(max_iter=1000).fit(
            scaler.transform(features), [right for _, right in chosen]
        )
        lines[name] = line_of(scaler, fitted)
    return lines


def calibration_error(judged: Mapping[str, Judged]) -> float:
    """Return the expected calibration error of rows in ten equal groups, each pair held out."""
    found: list[tuple[float, int]] = []
    for name, rows in judged.items():
        others = (each for other, each in judged.items() if other != name)
        fitted = {key: read_line(line) for key, line in fit_certainty(others).items()}
        for is_paired, evidence, right in rows:
            line = fitted["paired_rows" if is_paired else "lone_rows"]
            found.append((float(line.probabilities(np.array([evidence]))[0]), right))
    groups = np.array_split(np.array(sorted(found)), N_GROUPS)
    gaps = [abs(group[:, 0].mean() - group[:, 1].mean()) * len(group) for group in groups]
    return float(sum(gaps) / len(found))

"""Train the body finder of HTML pages, or cross-validate it.

    python training/bodies/train.py [--folds N --seeds N]

Needs scikit-learn (the extra "train") and the evaluation data (RASHOMON_EVALUATION, default
../shared/evaluation): pages of HTML and the text of their articles. Aligning the words of both
tells which lines are the article's. Without options the weights of the package are written; with
--folds, pages are held out in turn and nothing is written.
"""

import argparse
import difflib
import gzip
import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import KFold

from rashomon.documents.html.bodies import choose, may_be_body
from rashomon.documents.html.evidence import find_evident
from rashomon.documents.html.extract import Parts, take_apart
from rashomon.documents.html.features import NAMES, compute_features
from rashomon.model import DocumentId, Page, PageForm

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("RASHOMON_EVALUATION", ROOT.parent / "shared/evaluation")) / "zones"
WEIGHTS = ROOT / "src/rashomon/documents/html/body_model.json"
MIN_SHARE = 0.5  # of a block's words that the article has at the same place
MAX_WEIGHT = 60  # words: longer blocks count no more
N_WORDS = 300.0  # that every page weighs together, whatever its article's length
DIGITS = 4  # of a number in the file
THRESHOLDS = (0.3, 0.4, 0.45, 0.5, 0.6)


@dataclass(frozen=True, slots=True)
class Example:
    """A page with what is known of it."""

    parts: Parts
    gold: str
    rows: NDArray[np.float32]
    is_body: NDArray[np.bool_]
    weights: NDArray[np.float64]

    def body(self, chosen: NDArray[np.bool_]) -> str:
        """Return the text of some blocks that may be body."""
        may_be = may_be_body(self.parts.blocks, self.parts.titles)
        kept = may_be & chosen
        blocks = zip(self.parts.blocks, kept, strict=True)
        return "\n".join(block.text for block, is_kept in blocks if is_kept)


def read_examples() -> list[Example]:
    """Read the pages and align them with their articles."""
    with (DATA / "dev.gold.jsonl").open(encoding="utf-8") as lines:
        gold = {record["id"]: record["body"] for record in map(json.loads, lines)}
    return [_read(name, body) for name, body in sorted(gold.items())]


def _read(name: str, gold: str) -> Example:
    content = gzip.decompress((DATA / f"html/{name}.html.gz").read_bytes())
    page = Page(id=DocumentId(name), form=PageForm.HTML, content=content, path=name)
    parts = take_apart(page)
    evident = find_evident(parts.root, parts.blocks)
    rows = compute_features(parts.blocks, parts.lines, parts.titles, evident)
    is_body = align(parts, gold)
    n_words = np.array([len(line.words) for line in parts.lines], dtype=np.float64)
    weights = 0.3 + np.minimum(MAX_WEIGHT, n_words) * N_WORDS / max(1.0, n_words[is_body].sum())
    return Example(parts, gold, rows, is_body, weights)


def align(parts: Parts, gold: str) -> NDArray[np.bool_]:
    """Tell which blocks are the article's: those whose words it has in the same order."""
    words: list[str] = []
    owners: list[int] = []
    for index, block in enumerate(parts.blocks):
        if not block.is_hidden:
            own = re.findall(r"\w+", block.text)
            words += own
            owners += [index] * len(own)
    matcher = difflib.SequenceMatcher(None, words, re.findall(r"\w+", gold), autojunk=False)
    n_found = Counter(
        owners[place]
        for match in matcher.get_matching_blocks()
        for place in range(match.a, match.a + match.size)
    )
    n_words = Counter(owners)
    shares = [n_found[i] / max(1, n_words[i]) for i in range(len(parts.blocks))]
    return np.array(shares) >= MIN_SHARE


def train(examples: list[Example], seed: int) -> HistGradientBoostingClassifier:
    """Train the trees."""
    model = HistGradientBoostingClassifier(
        max_iter=N_TREES,
        learning_rate=0.08,
        max_leaf_nodes=10,  # the package has a table of 2 to the power of 9 leaves a tree
        min_samples_leaf=25,
        l2_regularization=4.0,
        max_features=0.25,
        early_stopping=False,
        random_state=seed,
    )
    return model.fit(
        np.vstack([each.rows for each in examples]),
        np.hstack([each.is_body for each in examples]),
        sample_weight=np.hstack([each.weights for each in examples]),
    )


N_TREES = 120


def score(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Score bodies against gold as `score_zones.py` does: word 4-grams, mean over pages."""
    precisions, recalls = [], []
    for gold, found in pairs:
        wanted, given = _shingles(gold), _shingles(found)
        n_shared = (wanted & given).total()
        precisions.append(n_shared / given.total() if given else 0.0)
        recalls.append(n_shared / wanted.total() if wanted else 1.0)
    precision, recall = float(np.mean(precisions)), float(np.mean(recalls))
    return precision, recall, 2 * precision * recall / (precision + recall)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return (
        Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))
        if words
        else Counter()
    )


def cross_validate(examples: list[Example], n_folds: int, n_seeds: int) -> None:
    """Print the scores on held-out pages."""
    for seed in range(n_seeds):
        likely: dict[int, NDArray[np.float64]] = {}
        folds = KFold(n_folds, shuffle=True, random_state=seed)
        for kept, held_out in folds.split(examples):
            model = train([examples[i] for i in kept], seed)
            for i in held_out:
                likely[i] = model.predict_proba(examples[i].rows)[:, 1]
        for threshold in THRESHOLDS:
            found = [
                (examples[i].gold, examples[i].body(choose(examples[i].parts.blocks, p, threshold)))
                for i, p in likely.items()
            ]
            print(
                f"seed {seed}, from {threshold}: P {{:.4f}} R {{:.4f}} F1 {{:.4f}}".format(
                    *score(found)
                ),
                flush=True,
            )


def write(model: Any) -> None:  # noqa: ANN401  # its trees are no public interface
    """Write the trees as arrays."""
    roots: list[int] = []
    column, threshold, left, right, value = [], [], [], [], []
    for (tree,) in model._predictors:  # noqa: SLF001  # there is no public way to the trees
        roots.append(len(column))
        base = len(column)
        for place, node in enumerate(tree.nodes):
            is_leaf = bool(node["is_leaf"])
            here = base + place
            column.append(0 if is_leaf else int(node["feature_idx"]))
            threshold.append(0.0 if is_leaf else _round(node["num_threshold"]))
            left.append(here if is_leaf else base + int(node["left"]))
            right.append(here if is_leaf else base + int(node["right"]))
            value.append(_round(node["value"]) if is_leaf else 0.0)
    data = {
        "features": NAMES,
        "base": float(model._baseline_prediction.ravel()[0]),  # noqa: SLF001  # as above
        "roots": roots,
        "column": column,
        "threshold": threshold,
        "left": left,
        "right": right,
        "value": value,
    }
    WEIGHTS.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{WEIGHTS}: {len(roots)} trees, {len(column)} nodes, {WEIGHTS.stat().st_size:,} bytes")


def _round(number: float) -> float:
    return float(f"{float(number):.6g}")


def main() -> int:
    """Train or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=0, help="cross-validate in so many parts")
    parser.add_argument("--seeds", type=int, default=1, help="ways to divide the pages")
    arguments = parser.parse_args()
    if not DATA.is_dir():
        print(f"build_bodies: no evaluation data in {DATA}")
        return 1
    examples = read_examples()
    aligned = score([(each.gold, each.body(each.is_body)) for each in examples])
    print("the best these lines can do: P {:.4f} R {:.4f} F1 {:.4f}".format(*aligned))
    if arguments.folds:
        cross_validate(examples, arguments.folds, arguments.seeds)
    else:
        write(train(examples, 0))
    return 0


if __name__ == "__main__":
    sys.exit(main())

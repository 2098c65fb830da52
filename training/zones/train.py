"""Train the zone labeller, or tell how well it does on pages it has not seen.

    python training/zones/train.py --folds 5      # cross-validation; writes nothing
    python training/zones/train.py                # the weights of the package, from all pages

Needs the extra `train`, and the evaluation data in RASHOMON_EVALUATION (default
../shared/evaluation); without the data it learns from our own pages alone, and says so. README.md
tells what it learns from.
"""

import argparse
import hashlib
import io
import json
import random
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from gold import Gold, read_all
from learner import Example, learn, teach
from measuring import DATA, measure_bodies, measure_zones
from mixing import make_bare, mix

from rashomon.documents.labelling.label import label_with
from rashomon.documents.labelling.network import CARD, WEIGHTS, assemble
from rashomon.model import Zone

ROOM = Path(__file__).resolve().parents[2] / "src/rashomon/documents/labelling"
N_TEACHERS = 4
N_MIXED, N_BARE = 2, 1  # times as many pages put together as there are


def train(pages: Sequence[Gold], seed: int, n_teachers: int) -> dict[str, np.ndarray]:
    """Train on pages; the weights are rounded as they are kept."""
    examples = [Example.of(page.lines, page.zones) for page in pages]
    teachers = []
    for number in range(n_teachers):
        bare = make_bare(pages, N_BARE * len(pages), 100 * seed + number)
        teachers.append(learn([*examples, *(Example.of(*page) for page in bare)], number))
    more = mix(pages, N_MIXED * len(pages), seed) + make_bare(pages, N_BARE * len(pages), seed)
    pupil = teach(teachers, [*examples, *(Example.of(*page) for page in more)], seed)
    return {name: array.astype(np.float16) for name, array in pupil.export().items()}


def _label_held_out(
    pages: Sequence[Gold], held_out: set[int], *, seed: int, n_teachers: int
) -> dict[int, list[Zone]]:
    seen = [page for index, page in enumerate(pages) if index not in held_out]
    network = assemble(train(seen, seed, n_teachers))
    return {index: label_with(network, [pages[index].lines]) for index in held_out}


def cross_validate(
    pages: Sequence[Gold], n_folds: int, seed: int, n_teachers: int, n_jobs: int
) -> None:
    """Label every page by weights that have not seen it, and measure."""
    order = list(range(len(pages)))
    random.Random(7 + seed).shuffle(order)  # not for secrets
    development = [index for index in order if not pages[index].is_ours]
    ours = [index for index in order if pages[index].is_ours]
    found: dict[int, list[Zone]] = {}
    folds = [{*development[fold::n_folds], *ours[fold::n_folds]} for fold in range(n_folds)]
    run = partial(_label_held_out, pages, seed=seed, n_teachers=n_teachers)
    with ProcessPoolExecutor(n_jobs) as pool:
        for number, labelled in enumerate(pool.map(run, folds), start=1):
            found |= labelled
            print(f"fold {number} of {n_folds}", file=sys.stderr, flush=True)
    with (DATA / "zones/dev.gold.jsonl").open(encoding="utf-8") as stream:
        bodies = {page["id"]: page["body"] for page in map(json.loads, stream)}
    chosen = [pages[index] for index in development]
    print("body,", measure_bodies(chosen, [found[i] for i in development], bodies))
    for name, indices in (("development", development), ("ours", ours), ("all", order)):
        scores = measure_zones([pages[i] for i in indices], [found[i] for i in indices])
        mean = sum(score for score, _ in scores.values()) / len(scores)
        print(f"zones, {name} pages (n = {len(indices)}): macro F1 {mean:.3f}")
        print("  " + ", ".join(f"{zone} {s:.2f} ({n})" for zone, (s, n) in scores.items()))


def main() -> None:
    """Train or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=0, metavar="N", help="cross-validate")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--teachers", type=int, default=N_TEACHERS, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="folds at a time")
    arguments = parser.parse_args()
    pages = read_all(DATA)
    n_ours = sum(page.is_ours for page in pages)
    print(f"{len(pages) - n_ours} development pages, {n_ours} of our own", file=sys.stderr)
    if arguments.folds:
        cross_validate(pages, arguments.folds, arguments.seed, arguments.teachers, arguments.jobs)
        return
    stream = io.BytesIO()
    np.savez_compressed(stream, **train(pages, arguments.seed, arguments.teachers))
    content = stream.getvalue()
    (ROOM / WEIGHTS).write_bytes(content)
    card = json.loads((ROOM / CARD).read_text("utf-8")) if (ROOM / CARD).is_file() else {}
    card |= {
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "pages": {"development": len(pages) - n_ours, "ours": n_ours},
        "seed": arguments.seed,
        "teachers": arguments.teachers,
    }
    (ROOM / CARD).write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"wrote {ROOM / WEIGHTS}: {len(content):,} bytes")


if __name__ == "__main__":
    main()

"""How well pages are labelled: the body's words, and every zone by its lines."""

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
from gold import Gold

from rashomon.documents.cuts import Cutter
from rashomon.model import Zone

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation"))
N_DRAWS = 2000


def parts_of(lines: Sequence[str], zones: Sequence[Zone]) -> list[frozenset[Zone]]:
    """Tell the zones of every line, those that hold two cut."""
    paired = list(zip(lines, zones, strict=True))
    cutter = Cutter([line for line, zone in paired if zone is Zone.BODY])
    return [frozenset(zone for _, _, zone in cutter.cut(line, zone)) for line, zone in paired]


def measure_zones(
    pages: Sequence[Gold], found: Sequence[Sequence[Zone]]
) -> dict[Zone, tuple[float, int]]:
    """Measure each zone's F1 over the lines that hold it, with how many do in gold."""
    scores: dict[Zone, tuple[float, int]] = {}
    parts = [parts_of(page.lines, zones) for page, zones in zip(pages, found, strict=True)]
    gold = [line for page in pages for line in page.parts]
    system = [line for page in parts for line in page]
    for zone in Zone:
        n_gold, n_system = (sum(zone in line for line in lines) for lines in (gold, system))
        n_both = sum(zone in mine and zone in its for mine, its in zip(gold, system, strict=True))
        scores[zone] = (2 * n_both / max(1, n_gold + n_system), n_gold)
    return scores


def measure_bodies(
    pages: Sequence[Gold], found: Sequence[Sequence[Zone]], bodies: dict[str, str]
) -> str:
    """Measure the words of bodies as `score_zones.py` does, with an interval over pages."""
    shingles = _load_scorer().shingles
    pairs = []
    for page, zones in zip(pages, found, strict=True):
        body = [line for line, zone in zip(page.lines, zones, strict=True) if zone is Zone.BODY]
        gold, system = shingles(bodies[page.id]), shingles("\n".join(body))
        n_both = sum((gold & system).values())
        pairs.append((n_both / max(1, sum(system.values())), n_both / max(1, sum(gold.values()))))
    rows = np.array(pairs)
    draws = np.random.default_rng(0).integers(0, len(rows), (N_DRAWS, len(rows)))
    low, high = np.percentile([_f1(rows[draw]) for draw in draws], (2.5, 97.5))
    precision, recall = rows.mean(0)
    return (
        f"F1 {_f1(rows):.3f} [{low:.3f}, {high:.3f}], P {precision:.3f}, R {recall:.3f}, "
        f"n = {len(rows)} pages"
    )


def _f1(rows: np.ndarray) -> float:
    precision, recall = rows.mean(0)
    return 2 * precision * recall / max(1e-9, precision + recall)


def _load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_zones", DATA / "score_zones.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{DATA}: no score_zones.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

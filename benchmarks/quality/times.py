"""Measure time expressions on AQUAINT, with intervals over documents.

    python benchmarks/quality/times.py [--samples 1000] [--misses N]

Reads RASHOMON_EVALUATION (default ../shared/evaluation); says so when it is not there. The measures
are those of its scorer, which `run.py` runs for the floors; here they are counted document by
document, so that documents can be drawn again (bootstrap), and values that hold no day are told
apart from those that do.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation"))
RASHOMON = [sys.executable, "-m", "rashomon"]
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What a value is, by its form; the first that fits.
FORMS = (
    ("a day", DAY),
    ("a time of day", re.compile(r".*T(?:\d\d|MO|AF|EV|NI).*")),
    ("a month", re.compile(r"\d{4}-\d\d(?:-XX)?")),
    ("a year", re.compile(r"\d{4}(?:-XX)*")),
    ("a week, season or quarter", re.compile(r"\d{4}-(?:W|Q|H|SP|SU|FA|WI).*")),
    ("present, past, future", re.compile(r".*_REF")),
    ("a duration or set", re.compile(r"(?:P|XXXX).*")),
)

Timex: TypeAlias = dict[str, Any]
Pairs: TypeAlias = list[tuple[Timex, Timex | None]]


def pair(gold: list[Timex], found: list[Timex]) -> Pairs:
    """Pair gold expressions with found ones, one to one, by the longest overlap."""
    free, pairs = list(found), []
    for wanted in gold:
        overlaps = [
            (min(each["end"], wanted["end"]) - max(each["start"], wanted["start"]), -place)
            for place, each in enumerate(free)
        ]
        best = max(overlaps, default=(0, 0))
        pairs.append((wanted, free.pop(-best[1]) if best[0] > 0 else None))
    return pairs


def counts(gold: list[Timex], found: list[Timex]) -> Counter[str]:
    """Count what the measures are made of, in one document."""
    total = Counter({"gold": len(gold), "found": len(found)})
    for wanted, mine in pair(gold, found):
        is_same = mine is not None and mine["value"] == wanted["value"]
        is_day = DAY.fullmatch(wanted["value"] or "") is not None
        total["relaxed"] += mine is not None
        total["strict"] += mine is not None and all(mine[k] == wanted[k] for k in ("start", "end"))
        total["value"] += is_same
        total["days"] += is_day
        total["days found"] += is_day and is_same
    return total


def scores(total: Counter[str]) -> dict[str, float]:
    """Return the measures of summed counts."""
    n_both = total["gold"] + total["found"]
    measures = {f"{name} F1": 2 * total[name] / n_both for name in ("strict", "relaxed", "value")}
    return measures | {"exact-day recall": total["days found"] / max(1, total["days"])}


def intervals(documents: list[Counter[str]], n_samples: int) -> dict[str, tuple[float, float]]:
    """Return 95 % intervals by drawing documents again (Efron 1979)."""
    chance = random.Random(0)  # no secret: the same figures at every run
    drawn = [
        scores(sum(chance.choices(documents, k=len(documents)), Counter()))
        for _ in range(n_samples)
    ]
    found = {}
    for name in drawn[0]:
        ordered = sorted(each[name] for each in drawn)
        found[name] = ordered[int(0.025 * n_samples)], ordered[int(0.975 * n_samples) - 1]
    return found


def form_of(value: str | None) -> str:
    """Name the form of a value."""
    fitting = (name for name, pattern in FORMS if pattern.fullmatch(value or ""))
    return next(fitting, "other")


def report_forms(gold: dict[str, list[Timex]], found: dict[str, list[Timex]]) -> None:
    """Print how often the value is right, by the form of gold's value."""
    n, n_right = Counter[str](), Counter[str]()
    for name, timexes in gold.items():
        for wanted, mine in pair(timexes, found.get(name, [])):
            form = form_of(wanted["value"])
            n[form] += 1
            n_right[form] += mine is not None and mine["value"] == wanted["value"]
    for form, total in n.most_common():
        print(f"  {form:28} {n_right[form]:4} of {total:4} right")


def main() -> int:
    """Measure the dev set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=1000, help="bootstrap samples")
    parser.add_argument("--misses", type=int, default=0, help="print so many wrong values")
    arguments = parser.parse_args()
    data = DATA / "time"
    if not data.is_dir():
        print(f"times: no evaluation data in {DATA}; nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "dates.jsonl")
        command = [*RASHOMON, "dates", str(data / "dev.input.jsonl"), "-o", str(output)]
        subprocess.run(command, check=True)
        found = _read(output)
    gold = _read(data / "dev.gold.jsonl")
    documents = [counts(timexes, found.get(name, [])) for name, timexes in gold.items()]
    total = sum(documents, Counter())
    ranges = intervals(documents, arguments.samples)
    print(f"AQUAINT: {len(gold)} documents, {total['gold']} expressions, {total['found']} found")
    for name, score in scores(total).items():
        print(f"  {name:18} {score:.3f} [{ranges[name][0]:.3f}, {ranges[name][1]:.3f}]")
    report_forms(gold, found)
    wrong = [
        (wanted["value"], mine["value"], mine["words"])
        for name, timexes in gold.items()
        for wanted, mine in pair(timexes, found.get(name, []))
        if mine is not None and mine["value"] != wanted["value"]
    ]
    for wanted, value, words in wrong[: arguments.misses]:
        print(f"  gold {wanted}, found {value}: {words!r}")
    return 0


def _read(path: Path) -> dict[str, list[Timex]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {record["id"]: record["timexes"] for record in map(json.loads, lines)}


if __name__ == "__main__":
    sys.exit(main())

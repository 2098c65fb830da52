"""How well contradictions are told, on pairs of sentences planted over invented states.

    python benchmarks/quality/planted.py [--half tuning|final] [--errors]

Two invented states, Velmora and Sudmark, each say one sentence in `comparison/planted.jsonl`:
fifty pairs that cannot both be true, of every kind that a rule is meant for, and fifty that come
near it and can. Rules may be mended by what half of them shows; the other half is for the figure.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rashomon import pipeline
from rashomon.model import Reading, Relation
from rashomon.pages import read_pages

PAIRS = Path(__file__).with_name("comparison") / "planted.jsonl"
NAMES = {"VL": "Velmora", "SM": "Sudmark"}
OPENINGS = {
    "VL": "President Ada Berg of Velmora spoke with Premier Ivo Marr of Sudmark.",
    "SM": "Premier Ivo Marr of Sudmark spoke with President Ada Berg of Velmora.",
}


def read_pairs(half: str | None) -> list[dict[str, str]]:
    """Read the planted pairs, all or half of them."""
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    return [pair for pair in pairs if half in {None, pair["half"]}]


def judged(pairs: list[dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the relation that is found for each pair, with its reason and what tells most of it."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for pair in pairs:
            for side, opening in OPENINGS.items():
                text = f"{opening} {pair[side]}"
                record = {"id": f"{pair['id']} {side}", "side": NAMES[side], "kind": "readout"}
                file.write(json.dumps(record | {"text": text, "language": "en"}) + "\n")
        file.flush()
        readings = [r for r in pipeline.read(read_pages([file.name])) if isinstance(r, Reading)]
    for k in range(0, len(readings), 2):
        rows = pipeline.compare(readings[k : k + 2]).rows
        found = [row for row in rows if row.relation is Relation.CONTRADICT]
        shared = [row for row in rows[1:] if row.relation is not Relation.ONLY] or rows[-1:]
        row = (found or shared)[0]
        yield row.relation.value, row.reason, row.topic


def main() -> None:
    """Print precision and recall of contradictions."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=["tuning", "final"])
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.half)
    counts: Counter[tuple[str, str]] = Counter()
    for pair, (relation, reason, _) in zip(pairs, judged(pairs), strict=True):
        is_found, is_true = relation == "contradict", pair["label"] == "contradict"
        counts["found", str(is_found)] += 1
        counts["true", str(is_true)] += 1
        counts["hit", pair["type"]] += is_found and is_true
        if arguments.errors and is_found != is_true:
            print(f"{pair['id']}: {relation}: {pair['VL']} / {pair['SM']} ({reason})")
    hits = sum(count for (name, _), count in counts.items() if name == "hit")
    n_found, n_true = counts["found", "True"], counts["true", "True"]
    print(f"precision {hits}/{n_found}, recall {hits}/{n_true}, {len(pairs)} pairs")


if __name__ == "__main__":
    main()

"""Who said what: our own sentences, and what the scorer's one figure on PolNeAR hides.

    python benchmarks/quality/attributions.py [--mode fast] [--errors]

On our own sentences (`attributions/`): full F1 with nested attributions and silences, by kind of
sentence, and macro F1 over forces. On PolNeAR dev, where it is there: recall by kind of quotation,
cue and source; force where it is as common as in news; how often links of some confidence are
right; and what --min-confidence trades.
"""

import argparse
import json
import os
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon import pipeline
from rashomon.attributions import Mode
from rashomon.attributions.quotations import find_quoted, quotation_of
from rashomon.model import Attribution, Force, Polarity, Rejection, Span
from rashomon.pages import read_pages

HERE = Path(__file__).resolve().parent
OWN = HERE / "attributions"
DATA = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation"))
ROLES = ("source", "cue", "content")
N_BINS = 10
CUTS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
N_DRAWS = 1000
MIN_COMMON = 5  # links of a force, for an F1 of its own
PRONOUNS = frozenset("he she it they we i you who which that this his her its their".split())  # noqa: SIM905
ARTICLES = frozenset(("the", "a", "an", "some", "many", "most", "several"))
PLAIN = re.compile(
    r"\b(say|says|said|saying|tell|tells|told|add|adds|added|note[sd]?|accord\w* to|ask(s|ed)?"
    r"|announce[sd]?|argue[sd]?|claim(s|ed)?|explain(s|ed)?|insist(s|ed)?|report(s|ed)?|write|wrote"
    r"|state[sd]?|tweeted|suggest(s|ed)?|warn(s|ed)?|call(s|ed)?)\b",
    re.IGNORECASE,
)
Json = dict[str, Any]
Link = dict[str, frozenset[int]]
Counts = tuple[int, int, int]  # right, found, in gold


def found_in(
    rows: Sequence[Json], mode: Mode, least: float | None = None
) -> list[list[Attribution]]:
    """Read raw texts as `rashomon attribute` does."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, row in enumerate(rows):
            record = {"id": str(number), "text": row["text"], "language": "en"}
            file.write(json.dumps(record) + "\n")
        file.flush()
        results = pipeline.attribute(read_pages([file.name]), mode=mode, min_confidence=least)
        return [[] if isinstance(result, Rejection) else list(result[1]) for result in results]


def places(spans: Iterable[Sequence[int]], text: str) -> frozenset[int]:
    """Return the offsets of what is not blank in spans."""
    return frozenset(k for start, end in spans for k in range(start, end) if not text[k].isspace())


def shape(attribution: Attribution, text: str) -> Link:
    """Lay an attribution out as sets of offsets."""
    anchors = (attribution.source, attribution.cue, attribution.content)
    return {
        role: places(((s.start, s.end) for s in anchor.spans) if anchor else (), text)
        for role, anchor in zip(ROLES, anchors, strict=True)
    }


def overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """Intersection over union; 0 for two empty sets."""
    return len(left & right) / len(left | right) if left | right else 0.0


def pair(found: Sequence[Link], gold: Sequence[Link]) -> list[tuple[int, int]]:
    """Pair links one to one as score_attribution.py does: by content, then source, then cue."""
    keys = [
        (*(-overlap(f[role], g[role]) for role in ("content", "source", "cue")), i, j)
        for i, f in enumerate(found)
        for j, g in enumerate(gold)
        if f["content"] & g["content"]
    ]
    pairs: list[tuple[int, int]] = []
    for *_, i, j in sorted(keys):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def is_full(found: Link, gold: Link) -> bool:
    """The main measure: half of the content, and the same source."""
    is_same = bool(found["source"] & gold["source"]) or not (found["source"] or gold["source"])
    return overlap(found["content"], gold["content"]) >= 0.5 and is_same


def f1(counts: Iterable[Counts]) -> float:
    """F1 of summed counts."""
    right, n_found, n_gold = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (n_found + n_gold) if n_found + n_gold else 0.0


def interval(items: Sequence[Any], measure: Callable[[Sequence[Any]], float]) -> str:
    """A measure with its 95 % interval by bootstrap over the items."""
    rng = random.Random(0)
    draws = sorted(measure(rng.choices(items, k=len(items))) for _ in range(N_DRAWS))
    low, high = draws[int(0.025 * N_DRAWS)], draws[int(0.975 * N_DRAWS)]
    return f"{measure(items):.3f} [{low:.3f}, {high:.3f}]"


def own_register(mode: Mode, *, shows_errors: bool = False) -> float:
    """Full F1 on our own sentences, nested attributions and silences counted."""
    rows = [json.loads(line) for line in (OWN / "register.jsonl").read_text("utf-8").splitlines()]
    counts: list[Counts] = []
    by_tag: dict[str, list[Counts]] = defaultdict(list)
    for row, attributions in zip(rows, found_in(rows, mode), strict=True):
        found = [shape(each, row["text"]) for each in attributions]
        gold = [{r: places(g[r], row["text"]) for r in ROLES} for g in row["attributions"]]
        right = [(i, j) for i, j in pair(found, gold) if is_full(found[i], gold[j])]
        counts.append((len(right), len(found), len(gold)))
        by_tag[row["tag"]].append(counts[-1])
        if shows_errors and not len(right) == len(found) == len(gold):
            print(row["text"])
            for name, links, hit in (
                ("found", found, {i for i, _ in right}),
                ("gold ", gold, {j for _, j in right}),
            ):
                for number, link in enumerate(links):
                    if number not in hit:
                        print(f"  {name} " + _words(link, row["text"]))
    n_gold = sum(n for _, _, n in counts)
    print(
        f"own sentences: {len(rows)} texts, {n_gold} attributions: full F1 {interval(counts, f1)}"
    )
    print("  " + ", ".join(f"{tag} {f1(each):.2f}" for tag, each in sorted(by_tag.items())))
    return f1(counts)


def _words(link: Link, text: str) -> str:
    parts = []
    for role in ROLES:
        where = sorted(link[role])
        parts.append(f"{role} [{text[where[0] : where[-1] + 1] if where else ''}]")
    return " ".join(parts)


def macro_f1(pairs: Sequence[tuple[str, str | None]]) -> float:
    """Mean over forces of F1; what is not found counts against recall."""
    return sum(f1_of(pairs, force) for force in Force) / len(Force)


def f1_of(pairs: Sequence[tuple[str, str | None]], force: Force) -> float:
    """F1 of one force among pairs of gold and found."""
    right = sum(gold == found == force for gold, found in pairs)
    n = sum(gold == force for gold, _ in pairs) + sum(found == force for _, found in pairs)
    return 2 * right / n if n else 0.0


def own_forces(mode: Mode, *, shows_errors: bool = False) -> float:
    """Macro F1 over forces, on sentences with one attribution each."""
    rows = [json.loads(line) for line in (OWN / "force.jsonl").read_text("utf-8").splitlines()]
    pairs: list[tuple[str, str | None]] = []
    for row, attributions in zip(rows, found_in(rows, mode), strict=True):
        (gold,) = row["attributions"]
        cue, content = (places(gold[role], row["text"]) for role in ("cue", "content"))
        best: Attribution | None = None
        score = 0
        for each in attributions:
            link = shape(each, row["text"])
            shared = 2 * len(link["cue"] & cue) + len(link["content"] & content)
            if shared > score:
                best, score = each, shared
        pairs.append((gold["force"], None if best is None else str(best.force)))
        if shows_errors and pairs[-1][0] != pairs[-1][1]:
            print(f"  {pairs[-1][0]} taken for {pairs[-1][1]}: {row['text']}")
    found = [each for each in pairs if each[1] is not None]
    print(f"own forces: {len(rows)} texts: macro F1 {interval(pairs, macro_f1)}")
    print(f"  of the {len(found)} found: {macro_f1(found):.3f}")
    by_force = {str(f): sum(g == p == f for g, p in pairs) for f in Force}
    print("  right of 20: " + ", ".join(f"{name} {n}" for name, n in by_force.items()))
    return macro_f1(pairs)


def is_scored(attribution: Attribution) -> bool:
    """Whether PolNeAR could have it: neither nested nor a silence."""
    silent = {Polarity.SILENT, Polarity.WITHHELD}
    return attribution.parent is None and attribution.polarity not in silent


def polnear(mode: Mode, *, shows_errors: bool = False) -> None:
    """PolNeAR dev by kind, calibration, and the trade of --min-confidence."""
    lines = (DATA / "attribution/dev.gold.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    told = found_in(rows, mode)
    _by_kind(rows, told, shows_errors=shows_errors)
    _natural_forces(rows, told)
    judged: list[list[tuple[float, bool]]] = []
    for row, attributions in zip(rows, found_in(rows, mode, 0.0), strict=True):
        scored = [each for each in attributions if is_scored(each)]
        right = {i for i, _ in _right([shape(each, row["text"]) for each in scored], row)}
        judged.append([(each.confidence, i in right) for i, each in enumerate(scored)])
    links = [each for article in judged for each in article]
    error = interval(judged, lambda a: calibration_error([x for article in a for x in article]))
    print(f"PolNeAR dev, {len(links)} links of any confidence: expected calibration error {error}")
    print("--min-confidence: precision, recall, F1 (nested links and rivals as without it)")
    n_gold = sum(len(row["attributions"]) for row in rows)
    for cut in CUTS:
        kept = [right for confidence, right in links if confidence >= cut]
        if kept:
            p, r = sum(kept) / len(kept), sum(kept) / n_gold
            print(f"  {cut:.1f}: {p:.3f}, {r:.3f}, {2 * p * r / (p + r):.3f}")


def _right(found: Sequence[Link], row: Json) -> list[tuple[int, int]]:
    gold = [{role: places(g[role], row["text"]) for role in ROLES} for g in row["attributions"]]
    return [(i, j) for i, j in pair(found, gold) if is_full(found[i], gold[j])]


def _by_kind(
    rows: Sequence[Json], told: Sequence[Sequence[Attribution]], *, shows_errors: bool
) -> None:
    kinds: dict[str, Counter[bool]] = defaultdict(Counter)
    for row, attributions in zip(rows, told, strict=True):
        text = row["text"]
        quoted = find_quoted(text, Span(0, len(text)))
        found = [shape(each, text) for each in attributions if is_scored(each)]
        right = _right(found, row)
        hit = {j for _, j in right}
        for number, marks in enumerate(row["attributions"]):
            contents = (Span(*each) for each in marks["content"])
            kinds[f"content {quotation_of(contents, text, quoted)}"][number in hit] += 1
            for name in _kinds_of(marks, text):
                kinds[name][number in hit] += 1
            if shows_errors and number not in hit:
                gold = {role: places(marks[role], text) for role in ROLES}
                print(f"  gold  {_words(gold, text)}")
        if shows_errors:
            for number in set(range(len(found))) - {i for i, _ in right}:
                print(f"  found {_words(found[number], text)}")
    print("PolNeAR dev, recall (full) by kind, as told by default:")
    for name, counts in sorted(kinds.items()):
        print(f"  {name}: {counts[True] / counts.total():.3f} of {counts.total()}")


def _natural_forces(rows: Sequence[Json], told: Sequence[Sequence[Attribution]]) -> None:
    """Force where it is as common as in news: PolNeAR's links that we labelled, if found."""
    lines = (OWN / "polnear-forces.jsonl").read_text("utf-8").splitlines()
    labels = {(row["id"], row["link"]): row["force"] for row in map(json.loads, lines)}
    pairs: list[tuple[str, str]] = []
    for row, attributions in zip(rows, told, strict=True):
        text = row["text"]
        found = [shape(each, text) for each in attributions]
        gold = [{role: places(g[role], text) for role in ROLES} for g in row["attributions"]]
        for i, j in pair(found, gold):
            force = labels.get((row["id"], j))
            if force is not None and found[i]["cue"] & gold[j]["cue"]:
                pairs.append((force, str(attributions[i].force)))
    right = interval(pairs, lambda draw: sum(a == b for a, b in draw) / len(draw))
    common = [f for f in Force if sum(gold == f for gold, _ in pairs) >= MIN_COMMON]
    print(f"PolNeAR dev, forces: {len(pairs)} of {len(labels)} labelled links found: right {right}")
    print("  F1: " + ", ".join(f"{force} {f1_of(pairs, force):.2f}" for force in common))


def calibration_error(links: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error in ten bins of equal width (Naeini et al. 2015)."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(N_BINS)]
    for link in links:
        bins[min(int(link[0] * N_BINS), N_BINS - 1)].append(link)
    gaps = (abs(sum(c for c, _ in each) - sum(right for _, right in each)) for each in bins)
    return sum(gaps) / len(links) if links else 0.0


def _kinds_of(marks: Json, text: str) -> Iterator[str]:
    cue = " ".join(text[start:end] for start, end in marks["cue"])
    yield "cue plain verb of saying" if PLAIN.search(cue) else "cue other"
    yield "cue one word" if len(cue.split()) == 1 else "cue several words"
    words = " ".join(text[start:end] for start, end in marks["source"]).split()
    if not words:
        yield "source none"
    elif len(words) == 1 and words[0].lower().strip(".,") in PRONOUNS:
        yield "source pronoun"
    elif words[0][0].isupper() and words[0].lower() not in ARTICLES:
        yield "source name"
    else:
        yield "source other noun phrase"


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mode", type=Mode, default=Mode.ACCURATE, choices=list(Mode))
    parser.add_argument("--errors", action="store_true", help="print what went wrong")
    arguments = parser.parse_args()
    own_register(arguments.mode, shows_errors=arguments.errors)
    own_forces(arguments.mode, shows_errors=arguments.errors)
    if (DATA / "attribution").is_dir():
        polnear(arguments.mode, shows_errors=arguments.errors)
    else:
        print(f"no PolNeAR in {DATA}: not measured")


if __name__ == "__main__":
    main()

"""Compare what `rashomon read` finds on the acceptance pages with a careful reader's account.

    python benchmarks/acceptance/run.py [--check]

Reads every `*.expected.json` of RASHOMON_ACCEPTANCE (default ../shared/acceptance) and the page it
names, and prints what is missing or contradicts it. With --check, anything missing is a failure.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("RASHOMON_ACCEPTANCE", ROOT.parent / "shared/acceptance"))
Json = dict[str, Any]


class Page:
    """One reading, with the text it quotes."""

    def __init__(self, reading: Json) -> None:
        self.reading = reading
        self.text: str = reading["document"]["text"]

    def words(self, spans: list[list[int]]) -> str:
        """Quote spans."""
        return " ".join(self.text[start:end] for start, end in spans)

    def place(self, words: str) -> tuple[int, int]:
        """Find words that the expected reading quotes."""
        start = self.text.index(words)
        return start, start + len(words)

    def attributions_in(self, words: str) -> list[Json]:
        """Return the attributions whose content or cue lies in a quoted stretch."""
        start, end = self.place(words)
        return [
            each
            for each in self.reading["attributions"]
            if any(s < end and start < e for s, e in each["content"])
            and any(s < end + 40 and start - 80 < e for s, e in each["cue"])
        ]


def zones_missing(page: Page, expected: Json) -> Iterator[str]:
    """Check every zone, and the people of captions."""
    zones = page.reading["document"]["zones"]
    for wanted in expected["zones"]:
        found = [page.text[z["start"] : z["end"]] for z in zones if z["zone"] == wanted["zone"]]
        joined = "\n".join(found)
        for words in (wanted.get("text"), wanted.get("first"), wanted.get("last")):
            if words and words not in joined:
                yield f"zone {wanted['zone']}: {words!r}"
        if "text" in wanted and wanted["text"] not in found:
            yield f"zone {wanted['zone']} is not exactly {wanted['text']!r}"
        if wanted.get("paragraphs", len(found)) != len(found):
            yield f"{len(found)} spans of body, not {wanted['paragraphs']}"
        people = {p["position"]: p["name"] for p in page.reading["document"]["people_in_caption"]}
        if wanted.get("people", people) != people:
            yield f"people in the caption: {people}"


def event_missing(page: Page, expected: Json) -> Iterator[str]:
    """Check the main event and the earlier contacts."""
    events = page.reading["events"]
    wanted = expected["main_event"]
    main = next((event for event in events if event["is_main"]), None)
    if main is None:
        yield "main event"
        return
    for name in ("type", "channel", "date", "basis", "duration_minutes"):
        if main[name] != wanted[name]:
            yield f"main event: {name} is {main[name]!r}, not {wanted[name]!r}"
    if {p["actor"] for p in main["participants"]} != set(wanted["participants"]):
        yield f"main event: participants are {main['participants']}"
    for contact in expected["earlier_contacts"]:
        if not any(
            event["date"] == contact["date"]
            and {p["actor"] for p in event["participants"]} == set(contact["participants"])
            for event in events
            if not event["is_main"]
        ):
            yield f"earlier contact of {contact['date']}"


def attributions_missing(page: Page, expected: Json, ids: dict[str, str]) -> Iterator[str]:
    """Check every attribution; note the ids of those found."""
    for wanted in expected["attributions"]:
        name = wanted["id"]
        near = page.attributions_in(wanted.get("content") or wanted["evidence"])
        fitting = [each for each in near if each["side"] == wanted["side"]]
        if "source" in wanted:
            fitting = [
                each
                for each in fitting
                if wanted["source"].lower() in page.words(each["source"]).lower()
                and wanted["cue"].lower() in page.words(each["cue"]).lower()
            ]
            exact = [e for e in fitting if page.words(e["content"]) == wanted["content"]]
            if fitting and not exact:
                yield f"{name}: content is {page.words(fitting[0]['content'])!r} (not exact)"
        if "speaker" in wanted:
            fitting = [each for each in fitting if each["actor"] == wanted["speaker"]]
        if "source_is_pronoun" in wanted:
            fitting = [
                e for e in fitting if page.words(e["source"]).lower() == wanted["source_is_pronoun"]
            ]
        if not fitting:
            found = [(page.words(e["source"]), page.words(e["cue"]), e["side"]) for e in near]
            yield f"{name}: no such attribution; near it {found}"
            continue
        ids[name] = fitting[0]["id"]
        if wanted["kind"] not in {each["quotation"] for each in fitting}:
            yield f"{name}: quotation is {fitting[0]['quotation']}, not {wanted['kind']}"


def silences_missing(page: Page, expected: Json, ids: dict[str, str]) -> Iterator[str]:
    """Check reported silences, and what they cover."""
    for wanted in expected["reported_silences"]:
        start, end = page.place(wanted["evidence"])
        found = [
            each
            for each in page.reading["attributions"]
            if each["polarity"] == wanted["polarity"]
            and any(s < end and start < e for s, e in each["cue"])
        ]
        if not found:
            yield f"{wanted['polarity']}: {wanted['evidence']!r}"
            continue
        if found[0]["side"] != wanted["side"]:
            yield f"{wanted['polarity']}: side is {found[0]['side']}"
        covers = {ids.get(name, name) for name in wanted["covers"]}
        if set(found[0]["covers"]) != covers:
            names = {value: key for key, value in ids.items()}
            listed = [names.get(each, each) for each in found[0]["covers"]]
            yield f"{wanted['polarity']}: covers {listed}, not {wanted['covers']}"


def rows_missing(page: Page, expected: Json, ids: dict[str, str]) -> Iterator[str]:
    """Check every row: its claims, its relation, the status of the other cells."""
    said = {each["id"]: each for each in page.reading["attributions"]}
    rows = page.reading["comparison"]["rows"]
    for wanted in expected["matrix"]:
        claims = {
            side: [said[ids[name]] for name in names if name in ids]
            for side, names in wanted.items()
            if isinstance(names, list)
        }
        fitting = [row for row in rows if all(_quotes(row, s, c) for s, c in claims.items())]
        if not fitting:
            yield f"row: {wanted['point']}"
            continue
        row = fitting[0]
        if row["relation"] != wanted["relation"]:
            yield f"row {wanted['point']}: {row['relation']}, not {wanted['relation']}"
        for side, status in wanted.items():
            cell = row["cells"].get(side)
            if status in ("reported silent", "not found") and (
                cell is None or cell["status"] != status
            ):
                yield f"row {wanted['point']}: {side} is {cell and cell['status']}, not {status}"
        speaking = {side for side, cell in row["cells"].items() if cell["status"] == "says"}
        if speaking != set(claims):
            yield f"row {wanted['point']}: {sorted(speaking)} speak, not {sorted(claims)}"


def _quotes(row: Json, side: str, claims: list[Json]) -> bool:
    spans = row["cells"].get(side, {}).get("spans", [])
    return bool(claims) and all(
        any(q["start"] < end and start < q["end"] for q in spans for start, end in claim["content"])
        for claim in claims
    )


def leaks(page: Page, expected: Json) -> Iterator[str]:
    """Check that no teaser is in anything, and that the report's own voice is on no side."""
    first = page.place(next(z for z in expected["zones"] if z["zone"] == "teaser")["first"])[0]
    places = [
        *(span for each in page.reading["attributions"] for span in each["content"]),
        *(span for each in page.reading["events"] for span in each["spans"]),
        *(
            (quote["start"], quote["end"])
            for row in page.reading["comparison"]["rows"]
            for cell in row["cells"].values()
            for quote in cell["spans"]
        ),
    ]
    yield from (f"leak from a teaser: {page.text[s:e]!r}" for s, e in places if e > first)
    for words in expected["publishers_voice"]["examples"]:
        start, end = page.place(words)
        for each in page.reading["attributions"]:
            if each["side"] and any(s < end and start < e for s, e in each["content"]):
                yield f"publisher's voice on the side of {each['side']}: {words!r}"


def missing(path: Path) -> tuple[list[str], Page]:
    """Read one page and list what its expected reading has and we do not."""
    expected = json.loads(path.read_text(encoding="utf-8"))
    options = [*expected.get("read_with", "").split(), "--format", "json"]
    command = [sys.executable, "-m", "rashomon", "read", str(path.parent / expected["page"])]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    page = Page(json.loads(done.stdout))
    ids: dict[str, str] = {}
    found = [
        *zones_missing(page, expected),
        *event_missing(page, expected),
        *attributions_missing(page, expected, ids),
        *silences_missing(page, expected, ids),
        *rows_missing(page, expected, ids),
        *leaks(page, expected),
    ]
    return found, page


def main() -> int:
    """Run all pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail when something is missing")
    arguments = parser.parse_args()
    expectations = sorted(FOLDER.glob("*.expected.json"))
    if not expectations:
        print(f"acceptance: no pages in {FOLDER}; nothing compared")
    n_missing = 0
    for path in expectations:
        found, page = missing(path)
        n_missing += len(found)
        print(
            f"{path.name}: {len(page.reading['attributions'])} attributions, "
            f"{len(page.reading['comparison']['rows'])} rows; missing: {len(found)}"
        )
        print("".join(f"  {line}\n" for line in found), end="")
    return int(arguments.check and n_missing > 0)


if __name__ == "__main__":
    sys.exit(main())

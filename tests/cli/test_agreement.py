import json
import shutil
from pathlib import Path

import jsonschema

from rashomon.views.json import schema

CODINGS = Path(__file__).resolve().parents[2] / "docs/coding"


def test_two_coders_are_compared_at_a_glance(rashomon) -> None:
    files = CODINGS / "anna.json", CODINGS / "ben.json"
    done = rashomon("agreement", *files, "--format", "text")
    assert done.status == 0
    assert "8 rows in the first, 9 in the second, 8 matched" in done.out
    assert "rows          0.941" in done.out
    assert "  differ, agree: 1" in done.out


def test_figures_fit_their_published_schema(rashomon) -> None:
    (record,) = rashomon("agreement", CODINGS / "anna.json", CODINGS / "ben.json").records
    jsonschema.validate(record, schema("agreement"))
    assert record["row_f1"] == {"value": 0.941, "low": None, "high": None}


def test_folders_are_matched_by_name_and_what_has_no_partner_is_said(
    rashomon, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, coder in ((first, "anna"), (second, "ben")):
        folder.mkdir()
        for name in ("one.json", "two.json"):
            shutil.copy(CODINGS / f"{coder}.json", folder / name)
    (first / "alone.json").write_text("{}")
    for folder in (first, second):
        (folder / "broken.json").write_text("{")
    done = rashomon("agreement", first, second)
    (record,) = done.records
    assert done.status == 1
    assert record["pairs"] == ["one.json", "two.json"]
    assert record["n_rows_first"] == 16
    assert record["row_f1"]["low"] == record["row_f1"]["high"] == 0.941  # the two are alike
    assert "alone.json is left out: not in" in done.err
    assert "broken.json: not JSON" in done.err


def test_a_comparison_of_the_program_meets_labels(rashomon, examples: Path, tmp_path: Path) -> None:
    system = tmp_path / "system.json"
    rashomon("compare", examples / "meeting/readouts.jsonl", "-o", system)
    (record,) = rashomon("agreement", CODINGS / "anna.json", system).records
    assert record["n_rows_matched"] > 0


def test_words_that_labels_cannot_hold_are_said_to_be_left_out(
    rashomon, examples: Path, tmp_path: Path
) -> None:
    meeting, system = examples / "meeting", tmp_path / "system.json"
    given = meeting / "readouts.jsonl", meeting / "agency.txt", "--fetched", "2025-03-05"
    rashomon("compare", *given, "-o", system)
    done = rashomon("agreement", CODINGS / "anna.json", system)
    assert done.status == 0
    assert "agency.txt are left out" in done.err


def test_labels_quote_whole_words(examples: Path) -> None:
    lines = (examples / "meeting/readouts.jsonl").read_text().splitlines()
    texts = {record["side"]: record["text"] for record in map(json.loads, lines)}
    for coder in ("anna", "ben"):
        for row in json.loads((CODINGS / f"{coder}.json").read_text())["rows"]:
            for side, spans in row["cells"].items():
                for start, end in spans:
                    around = texts[side][start - 1 : start] + texts[side][end : end + 1]
                    assert not any(character.isalnum() for character in around)


def test_wrong_input_is_misuse(rashomon, examples: Path, tmp_path: Path) -> None:
    file = CODINGS / "anna.json"
    for arguments, message in (
        ((file, tmp_path), "two files, or two folders"),
        ((tmp_path, tmp_path), "no pair of files to compare"),
        ((file, tmp_path / "nothing.json"), "No such file"),
        ((file, examples / "meeting/readouts.jsonl"), "no comparison"),
        (("-", "-"), "Only one of A and B"),
    ):
        done = rashomon("agreement", *arguments)
        assert done.status == 2
        assert message in done.err

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import jsonschema
import pytest

from rashomon.cli.main import group
from rashomon.views.json import schema

COMMANDS = sorted(group.commands)


def test_read_tells_the_sides_the_event_and_the_rows(rashomon, report: Path) -> None:
    (reading,) = rashomon("read", report, "--fetched", "2026-01-01", "--format", "json").records
    assert {each["side"] for each in reading["attributions"]} == {"Velmora", "Arrendia"}
    (event,) = reading["events"]
    assert (event["date"], event["duration_minutes"]) == ("2025-03-04", 40)
    assert event["basis"] == "inferred from weekday"
    assert set(reading["comparison"]["sides"]) == {"Velmora", "Arrendia"}


def test_no_teaser_leaks_into_anything(rashomon, report: Path) -> None:
    (reading,) = rashomon("read", report, "--fetched", "2026-01-01", "--format", "json").records
    first_teaser = reading["document"]["text"].index("Sudmark")
    found = json.dumps([reading["attributions"], reading["events"], reading["comparison"]])
    assert "Sudmark" not in found
    assert "harbour" not in found
    for each in reading["attributions"]:
        assert all(end < first_teaser for _, end in each["content"])


def test_every_span_quotes_its_document(rashomon, examples: Path) -> None:
    done = rashomon("compare", examples / "meeting/readouts.jsonl", "--format", "json")
    lines = (examples / "meeting/readouts.jsonl").read_text().splitlines()
    texts = {record["id"]: record["text"] for record in map(json.loads, lines)}
    (comparison,) = done.records
    quotes = [
        quote
        for row in comparison["rows"]
        for cell in row["cells"].values()
        for quote in cell["spans"]
    ]
    assert quotes
    for quote in quotes:
        assert texts[quote["document"]][quote["start"] : quote["end"]] == quote["exact"]


def test_two_readouts_agree_and_differ_where_they_do(rashomon, examples: Path) -> None:
    (comparison,) = rashomon(
        "compare", examples / "meeting/readouts.jsonl", "--format", "json"
    ).records
    relations = {row["topic"]: row["relation"] for row in comparison["rows"]}
    assert relations["fishing quotas"] == "differ"
    assert relations["arrest of two Arrendian journalists"] == "only"
    assert comparison["sides"] == ["Arrendia", "Velmora"]


def test_a_rerun_gives_the_same_output(rashomon, report: Path) -> None:
    arguments = ("read", report, "--fetched", "2026-01-01", "--format", "json")
    assert rashomon(*arguments).out == rashomon(*arguments).out


def test_several_jobs_give_the_same_records_in_the_same_order(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    with file.open("w") as stream:
        for number in range(40):
            text = f"Solberg said that the pass is closed for {number} days."
            stream.write(json.dumps({"id": str(number), "text": text}) + "\n")
    one = rashomon("attribute", file)
    two = rashomon("attribute", file, "--jobs", "2")
    assert (one.status, one.out) == (two.status, two.out)


def test_a_language_that_is_not_read_is_kept_as_no_statement(rashomon, tmp_path: Path) -> None:
    records = [
        {
            "id": "ours",
            "side": "Velmora",
            "kind": "readout",
            "text": "Prime Minister Solberg spoke with President Kos. "
            "She offered to reopen the pass.",
        },
        {
            "id": "theirs",
            "side": "Arrendia",
            "kind": "readout",
            "text": "Die Präsidentin sprach heute mit der Premierministerin über den Pass und "
            "forderte, dass die Grenze bis zum Ende des Monats wieder geöffnet wird.",
        },
    ]
    file = tmp_path / "records.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    (comparison,) = rashomon("compare", file, "--format", "json").records
    assert {row["cells"]["Arrendia"]["status"] for row in comparison["rows"]} == {"no statement"}
    assert any("language" in note for note in comparison["notes"])


def test_a_record_keeps_its_own_name_for_its_side(rashomon, tmp_path: Path) -> None:
    text = "The President spoke today with the Prime Minister. They agreed to reopen the pass."
    file = tmp_path / "records.jsonl"
    file.write_text(
        "".join(
            json.dumps({"id": side, "side": side, "kind": "readout", "text": text}) + "\n"
            for side in ("RU", "IN")
        )
    )
    (comparison,) = rashomon("compare", file, "--format", "json").records
    assert comparison["sides"] == ["RU", "IN"]


def test_what_both_sides_are_said_to_have_said_is_on_both(rashomon, tmp_path: Path) -> None:
    text = (
        "Velmoran Prime Minister Mette Solberg met Arrendian President Ana Kos in Tarn. "
        "The two leaders promised that the pass would be reopened."
    )
    file = tmp_path / "records.jsonl"
    file.write_text(json.dumps({"id": "a", "text": text}) + "\n")
    (reading,) = rashomon("read", file, "--format", "json").records
    (attribution,) = reading["attributions"]
    assert len(attribution["sides"]) == 2
    (row,) = reading["comparison"]["rows"]
    assert row["relation"] == "agree"
    assert {cell["status"] for cell in row["cells"].values()} == {"says"}


def test_one_side_under_two_names_is_one_side(rashomon, tmp_path: Path) -> None:
    texts = {"a": ("RU", "We agreed to talk."), "b": ("Russia", "We agreed to talk in May.")}
    file = tmp_path / "records.jsonl"
    file.write_text(
        "".join(
            json.dumps({"id": name, "side": side, "kind": "statement", "text": text}) + "\n"
            for name, (side, text) in texts.items()
        )
    )
    (comparison,) = rashomon("compare", file, "--format", "json").records
    assert comparison["sides"] == ["RU"]


def test_a_fetch_date_that_nobody_gave_is_said_to_be_today(rashomon, report: Path) -> None:
    (reading,) = rashomon("read", report, "--format", "json").records
    assert reading["document"]["is_fetch_assumed"] is True
    assert "today" in reading["events"][0]["reason"]
    shown = " ".join(rashomon("read", report, "--format", "text").out.split())  # lines wrap
    assert "today, no fetch date given" in shown


def test_a_page_cannot_steer_the_terminal(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    text = "Velmora said that \x1b[31mthe pass\x1b[0m\u202e is closed."
    file.write_text(json.dumps({"id": "a\x1b[2J", "title": "T\x1b[1m", "text": text}) + "\n")
    out = rashomon("read", file, "--format", "text").out
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize("name", ["read", "compare"])
def test_output_fits_its_published_schema(rashomon, examples: Path, name: str) -> None:
    done = rashomon(name, examples / "call/report.txt", "--format", "json")
    for record in done.records:
        jsonschema.validate(record, schema(name))


@pytest.mark.parametrize("name", ["extract", "attribute", "dates"])
def test_lines_fit_their_published_schema(rashomon, examples: Path, name: str) -> None:
    done = rashomon(name, examples / "meeting/readouts.jsonl")
    assert len(done.records) == 2
    for record in done.records:
        jsonschema.validate(record, schema(name))


def test_csv_has_a_line_a_point_and_side_and_no_formula(rashomon, examples: Path) -> None:
    done = rashomon("compare", examples / "meeting/readouts.jsonl", "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(done.out)))
    assert {line["side"] for line in lines} == {"Arrendia", "Velmora"}
    assert not any(value.startswith(("=", "+", "@")) for line in lines for value in line.values())


def test_markdown_is_a_table_with_the_texts_below(rashomon, examples: Path) -> None:
    done = rashomon("compare", examples / "meeting/readouts.jsonl", "--format", "md")
    assert "| Point | Arrendia | Velmora | Relation |" in done.out
    assert "Texts searched:" in done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_explains_itself(name: str) -> None:
    command = group.commands[name]
    assert "Examples:" in (command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/command-line.md").read_text()
    assert f"rashomon {name}" in page
    for parameter in group.commands[name].params:
        if isinstance(parameter, click.Option):
            assert all(option in page for option in parameter.opts), parameter.opts


EXAMPLES = [
    line.strip()
    for command in (group, *group.commands.values())
    for line in (command.help or "").split("Examples:")[1].splitlines()
    if line.strip()
]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_in_the_help_runs(line: str, tmp_path: Path, examples: Path) -> None:
    shutil.copytree(examples, tmp_path / "examples")
    shutil.copytree(examples.parent / "docs/coding", tmp_path / "docs/coding")
    command = re.sub(r"(^|\| )rashomon ", rf"\1{sys.executable} -m rashomon ", line)
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True)  # noqa: S602, PLW1510  # our own help text
    assert done.returncode == 0, done.stderr

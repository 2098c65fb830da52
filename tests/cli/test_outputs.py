from pathlib import Path
from typing import Any

import click
import docx
import pytest

from rashomon.cli import comparisons
from rashomon.cli.outputs import format_for, opened, opened_for_bytes


def test_a_file_keeps_what_stood_there_when_writing_fails(tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    file.write_text("before")
    with pytest.raises(TypeError, match="write"), opened(file) as stream:
        stream.write(None)  # type: ignore[arg-type]  # stands for whatever goes wrong
    assert file.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]


def test_bytes_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    file.write_bytes(b"before")
    with pytest.raises(TypeError, match="bytes"), opened_for_bytes(file) as stream:
        stream.write("half")  # type: ignore[arg-type]  # stands for whatever goes wrong
    assert file.read_bytes() == b"before"
    with opened_for_bytes(file) as stream:
        stream.write(b"whole")
    assert file.read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["memo.docx"]


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    with opened(file) as stream:
        stream.write("whole")
    assert file.read_text() == "whole"


def test_a_folder_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(click.BadParameter, match="does not exist"), opened(tmp_path / "no/out.md"):
        pass


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("a.md", "md"),
        ("a.csv", "csv"),
        ("a.json", "json"),
        ("a.HTML", "html"),
        ("a.htm", "html"),
        ("a.docx", "docx"),
        ("a.bib", "bibtex"),
        ("a.jsonld", "annotations"),
        ("a.txt", "table"),
    ],
)
def test_the_format_follows_the_name_of_the_file(name: str, chosen: str) -> None:
    assert format_for(None, Path(name), comparisons.FORMATS) == chosen


def test_a_file_is_not_named_for_a_format_that_is_not_written(rashomon, tmp_path: Path) -> None:
    outcome = rashomon("read", "x.txt", "-o", tmp_path / "memo.docx")
    assert (outcome.status, outcome.out) == (2, "")
    assert "it writes text, json, md, csv, html" in outcome.err


def test_a_format_that_is_asked_for_wins_over_the_name() -> None:
    assert format_for("csv", Path("a.md"), comparisons.FORMATS) == "csv"


def test_a_pipe_gets_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert format_for(None, None, comparisons.FORMATS) == "json"
    assert capsys.readouterr().out == ""


def test_readings_are_one_report(rashomon, examples: Path, tmp_path: Path) -> None:
    file = tmp_path / "readings.html"
    outcome = rashomon("read", examples / "meeting/readouts.jsonl", "-o", file)
    assert (outcome.status, outcome.out) == (0, "")
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.count('class="chapter"') == 2


def test_a_comparison_is_a_report(rashomon, examples: Path) -> None:
    outcome = rashomon("compare", examples / "meeting/readouts.jsonl", "--format", "html")
    assert outcome.status == 0
    assert "<h1" in outcome.out
    assert "demanded that the border crossing be reopened" in outcome.out


def test_a_comparison_is_a_word_document(rashomon, examples: Path, tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    outcome = rashomon("compare", examples / "meeting/readouts.jsonl", "-o", file)
    assert (outcome.status, outcome.out) == (0, "")
    (table,) = docx.Document(str(file)).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "",
        "Point",
        "Arrendia",
        "Velmora",
        "Relation",
    ]


def test_a_word_document_needs_a_file(rashomon, examples: Path) -> None:
    outcome = rashomon("compare", examples / "meeting/readouts.jsonl", "--format", "docx")
    assert (outcome.status, outcome.out) == (2, "")
    assert "-o memo.docx" in outcome.err


def test_without_the_package_a_word_document_is_refused_with_the_command_that_installs_it(
    rashomon, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "find_spec", lambda _: None)
    file = tmp_path / "memo.docx"
    outcome = rashomon("compare", examples / "meeting/readouts.jsonl", "-o", file)
    assert (outcome.status, outcome.out) == (2, "")
    assert "pip install 'rashomon[docx]'" in outcome.err
    assert not file.exists()


@pytest.mark.parametrize(
    ("format_name", "start"),
    [
        ("bibtex", "@misc{arrendia,"),
        ("csl", '[{"id":"arrendia"'),
        ("wikipedia", "{{cite press release |title="),
        ("annotations", '{"@context":"http://www.w3.org/ns/anno.jsonld"'),
    ],
)
def test_quotes_are_cited(rashomon, examples: Path, format_name: str, start: str) -> None:
    outcome = rashomon("compare", examples / "meeting/readouts.jsonl", "--format", format_name)
    assert outcome.status == 0
    assert outcome.out.startswith(start)
    assert "reopened before the end of the month" in outcome.out


def row_of(record: dict[str, Any], topic: str) -> int:
    """Return the number of the row with a topic, from 1."""
    return [row["topic"] for row in record["rows"]].index(topic) + 1


def test_a_row_is_explained_in_words(rashomon, examples: Path) -> None:
    meeting = examples / "meeting/readouts.jsonl"
    (record,) = rashomon("compare", meeting, "--format", "json").records
    number = row_of(record, "fishing quotas")
    outcome = rashomon("compare", meeting, "--explain", number, "--format", "table")
    assert outcome.status == 0
    assert f"Point {number}: fishing quotas" in outcome.out
    assert "strength (Arrendia / Velmora): differ" in outcome.out
    assert f"Point {number - 1}" not in outcome.out


def test_a_row_is_explained_in_json_and_no_other(rashomon, examples: Path) -> None:
    meeting = examples / "meeting/readouts.jsonl"
    (record,) = rashomon("compare", meeting, "--format", "json").records
    number = row_of(record, "arrest of two Arrendian journalists")
    (record,) = rashomon("compare", meeting, "--explain", number, "--format", "json").records
    (explained,) = [row for row in record["rows"] if "trace" in row]
    assert explained is record["rows"][number - 1]
    assert explained["trace"]["nearest"]["score"] < 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--explain", "99"), "no row 99: there are"),
        (("--explain", "0"), "0 is not in the range"),
        (("--explain", "1", "--format", "csv"), "a row is explained in table or json, not in csv"),
    ],
)
def test_what_cannot_be_explained_is_misuse(
    rashomon, examples: Path, arguments: tuple[str, ...], words: str
) -> None:
    outcome = rashomon("compare", examples / "meeting/readouts.jsonl", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert words in outcome.err


def test_what_a_reference_alone_raises_is_told_in_every_format(
    rashomon, examples: Path, tmp_path: Path
) -> None:
    given = (
        examples / "meeting/readouts.jsonl",
        *("--reference", examples / "meeting/agency.txt", "--fetched", "2025-03-05"),
    )
    words = "Two bakeries in the town of Oste have run out of flour"
    for name in ("json", "csv", "md", "html"):
        assert words in rashomon("compare", *given, "--format", name).out
    assert "Two bakeries" in rashomon("compare", *given, "--format", "table").out
    memo = tmp_path / "memo.docx"
    rashomon("compare", *given, "-o", memo)
    assert any(words in each.text for each in docx.Document(str(memo)).paragraphs)
    (record,) = rashomon("compare", *given, "--format", "json").records
    assert [each["is_reference"] for each in record["documents"]] == [False, False, True]
    assert record["sides"] == ["Arrendia", "Velmora"]


def test_one_text_is_not_a_side_s_and_a_reference(rashomon, examples: Path) -> None:
    meeting = examples / "meeting/readouts.jsonl"
    outcome = rashomon("compare", meeting, "--reference", meeting)
    assert outcome.status == 2
    assert "arrendia is among the documents compared, too" in outcome.err


def test_a_report_is_set_against_the_texts_of_the_sides_it_cites(rashomon, examples: Path) -> None:
    meeting = examples / "meeting"
    given = meeting / "readouts.jsonl", meeting / "agency.txt", "--fetched", "2025-03-05"
    (record,) = rashomon("compare", *given, "--format", "json").records
    first = record["rows"][0]
    assert first["relation"] == "contradict"
    assert "Velmora is cited otherwise than its own text has it" in first["reason"]
    assert "Kestria" in record["sides"]


def test_a_side_that_is_not_its_publisher_s_is_warned_of(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text(
        '{"id": "a", "side": "Norway", "publisher": "Government of Sweden", "kind": "readout", '
        '"text": "The ministers discussed the ferry."}\n'
    )
    (record,) = rashomon("compare", file, "--format", "json").records
    assert any("taken as given" in note for note in record["notes"])

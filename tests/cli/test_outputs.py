from pathlib import Path

import click
import pytest

from rashomon.cli.outputs import format_for, opened


def test_a_file_keeps_what_stood_there_when_writing_fails(tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    file.write_text("before")
    with pytest.raises(TypeError, match="write"), opened(file) as stream:
        stream.write(None)  # type: ignore[arg-type]  # stands for whatever goes wrong
    assert file.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]


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
        ("a.txt", "table"),
    ],
)
def test_the_format_follows_the_name_of_the_file(name: str, chosen: str) -> None:
    assert format_for(None, Path(name), "table") == chosen


def test_a_format_that_is_asked_for_wins_over_the_name() -> None:
    assert format_for("csv", Path("a.md"), "table") == "csv"


def test_a_pipe_gets_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert format_for(None, None, "table") == "json"
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

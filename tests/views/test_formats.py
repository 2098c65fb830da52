import csv
import io

import pytest
from rich.console import Console

from rashomon.views.csv import comparison_csv
from rashomon.views.json import comparison_shape, encode
from rashomon.views.markdown import comparison_markdown
from rashomon.views.text import comparison_text


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1 is cold", "@sum", "\t=1"])
def test_a_spreadsheet_never_runs_a_quote(comparison_of, words: str) -> None:
    comparison, _ = comparison_of(words)
    first, second = csv.DictReader(io.StringIO(comparison_csv(comparison)))
    assert not first["quote"].startswith(("=", "+", "-", "@", "\t"))
    assert (first["side"], first["status"]) == ("Velmora", "says")
    assert (second["side"], second["status"]) == ("Arrendia", "not found")


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "a | b", "[link](javascript:x)", "**bold**", "a\n\nb"]
)
def test_a_quote_is_never_markup_in_markdown(comparison_of, words: str) -> None:
    comparison, readings = comparison_of(words)
    text = comparison_markdown(comparison, readings)
    (row,) = [line for line in text.splitlines() if "not found" in line]
    assert row.replace("\\|", "").count("|") == 6
    assert "<script>" not in text
    assert "](" not in text.replace("\\]", "")
    assert "**" not in text


def test_json_keeps_quotes_as_they_are(comparison_of) -> None:
    comparison, readings = comparison_of("“péace” 🕊️ <b>")
    assert "“péace” 🕊️ <b>" in encode(comparison_shape(comparison, readings))


@pytest.mark.parametrize("width", [24, 40, 80, 160])
def test_a_table_fits_the_terminal_and_keeps_every_word(comparison_of, width: int) -> None:
    comparison, readings = comparison_of("the pass is closed until the road is safe")
    stream = io.StringIO()
    Console(file=stream, width=width).print(comparison_text(comparison, readings))
    lines = stream.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    for word in ("closed", "until", "safe", "only", "not", "found", "Arrendia"):
        assert word in stream.getvalue()


def test_rich_markup_in_a_page_is_text(comparison_of) -> None:
    comparison, readings = comparison_of("[bold red]the pass[/]", topic="[blink]x")
    stream = io.StringIO()
    Console(file=stream, width=120).print(comparison_text(comparison, readings))
    assert "[bold red]" in stream.getvalue()
    assert "[blink]x" in stream.getvalue()

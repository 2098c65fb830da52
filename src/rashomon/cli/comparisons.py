"""The formats that a comparison can be written in."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from rashomon.cli.outputs import draw, opened, opened_for_bytes
from rashomon.errors import ResourceError
from rashomon.model import Comparison, Reading

FORMATS = (
    *("table", "json", "csv", "md", "html", "docx"),
    *("bibtex", "csl", "wikipedia", "annotations"),
)
EXPLAINING = ("table", "json")


def require(chosen: str, output: Path | None) -> None:
    """Refuse a format that could not be written, before anything is read.

    Raises:
        BadParameter: If bytes would go to standard output.
        ResourceError: If the package that writes the format is not installed.
    """
    if chosen != "docx":
        return
    if output is None:
        raise click.BadParameter(
            "docx is written to a file: add -o memo.docx", param_hint="--format"
        )
    if find_spec("docx") is None:
        raise ResourceError(
            "Word documents need the package python-docx, which is not installed",
            "Install it with: pip install 'rashomon[docx]'",
        )


def require_explicable(chosen: str, explained: int | None) -> None:
    """Refuse to explain a row in a format that has no place for it.

    Raises:
        BadParameter: If the format is neither table nor json.
    """
    if explained is not None and chosen not in EXPLAINING:
        raise click.BadParameter(
            f"a row is explained in {' or '.join(EXPLAINING)}, not in {chosen}",
            param_hint="--explain",
        )


def write_comparison(
    chosen: str,
    output: Path | None,
    comparison: Comparison,
    readings: Sequence[Reading],
    explained: int | None = None,
) -> None:
    """Write a comparison to standard output or a file.

    Args:
        chosen: One of FORMATS.
        output: The file; standard output where there is none.
        comparison: Of the documents.
        readings: The documents, in their order, references last.
        explained: The row to explain, from 1: in table alone, in json beside all others.

    Raises:
        BadParameter: If there is no such row.
    """
    if explained is not None and explained > len(comparison.rows):
        n_rows = len(comparison.rows)
        there_are = f"there are {n_rows} rows" if n_rows != 1 else "there is 1 row"
        raise click.BadParameter(f"no row {explained}: {there_are}", param_hint="--explain")
    if chosen == "docx" and output:
        from rashomon.views.docx import write_comparison_docx

        with opened_for_bytes(output) as memo:
            write_comparison_docx(comparison, readings, memo)
        return
    from rashomon.views import bibtex, csl, csv, json, markdown, report, text, web_annotations
    from rashomon.views.wikipedia import comparison_wikipedia

    place = None if explained is None else explained - 1
    writers: dict[str, Callable[[], str]] = {
        "json": lambda: json.encode(json.comparison_shape(comparison, readings, place)) + "\n",
        "csv": lambda: csv.comparison_csv(comparison),
        "md": lambda: markdown.comparison_markdown(comparison, readings),
        "html": lambda: report.comparison_html(comparison, readings),
        "bibtex": lambda: bibtex.comparison_bibtex(comparison, readings),
        "csl": lambda: csl.comparison_csl(comparison, readings),
        "wikipedia": lambda: comparison_wikipedia(comparison, readings),
        "annotations": lambda: web_annotations.comparison_annotations(comparison, readings),
    }
    with opened(output) as stream:
        if chosen in writers:
            stream.write(writers[chosen]())
        elif place is not None:
            draw(stream, text.explanation_text(comparison, readings, place))
        else:
            draw(stream, text.comparison_text(comparison, readings))

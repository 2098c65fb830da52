"""No input may cost more than time in proportion to its length."""

from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from rashomon.documents.captions import find_positions, is_caption, split_credit
from rashomon.documents.credits import find_credit, find_unknown_credit, has_credit_mark
from rashomon.documents.datelines import find_bare_dateline, find_dateline, is_dateline
from rashomon.documents.decoding import decode
from rashomon.documents.kinds import find_kind
from rashomon.documents.lines import is_date, is_furniture, is_section, split_lines
from rashomon.documents.people import find_people
from rashomon.documents.wrapping import unwrap
from rashomon.documents.zones import find_clean_zones, find_zones
from rashomon.errors import PageError

N_CODE_POINTS = 200_000
MAX_S = 30.0  # of the processor; what this guards against took hours, 66,000 lines take seconds
LEAD = "Photo shows X (left). "

SEEDS = [
    " ", "A", "(", '"', "1", "• ", "A ", "A/", "A, ", "A-", "'A", ", left", "(left) ", "J. ",
    "<!---->", "<!-- ", "AFP/", "via ", "May 1, ", "president of ", "- \n", "\n",
    'A ("1 • left, ',
]  # fmt: skip


def decode_text(text: str) -> None:
    with suppress(PageError):
        decode(text.encode(), "page.txt")


def ask_lines(text: str) -> None:
    for line in split_lines(text):
        for ask in (is_caption, is_date, is_furniture, is_section):
            ask(line)


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "decode": decode_text,
    "lines": ask_lines,
    "positions": find_positions,
    "credit of a caption": split_credit,
    "credit": find_credit,
    "mark of a credit": has_credit_mark,
    "unknown credit": lambda text: find_unknown_credit(text, len(LEAD)),
    "people": lambda text: find_people(text, 0, len(text)),
    "dateline": find_dateline,
    "bare dateline": find_bare_dateline,
    "line of a dateline": is_dateline,
    "kind by title": lambda text: find_kind(title=text, body=text, publisher=None, url=None),
    "kind by publisher": lambda text: find_kind(title=None, body="", publisher=text, url=None),
    "kind by host": lambda text: find_kind(
        title=None, body="", publisher=None, url=f"https://{text}"
    ),
    "wrapped": unwrap,
    "zones": lambda text: find_zones([text]),
    "clean zones": lambda text: find_clean_zones(text, text),
}


def fill(seed: str, n_code_points: int = N_CODE_POINTS) -> str:
    """Repeat a seed; the mark at the end makes what nearly matched fail."""
    return (LEAD + seed * (n_code_points // len(seed)))[: n_code_points - 1] + "!"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_long_runs_of_anything_are_read_at_once(name: str) -> None:
    begin = process_time()
    for seed in SEEDS:
        FUNCTIONS[name](fill(seed))
        FUNCTIONS[name](fill(seed).removeprefix(LEAD))
    assert process_time() - begin < MAX_S


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_of_hostile_lines_is_read_at_once(seed: str) -> None:
    lines = [fill(seed, 90)] * (N_CODE_POINTS // 90 // 4)
    begin = process_time()
    find_zones("\n".join(lines))
    assert process_time() - begin < MAX_S


@pytest.mark.parametrize("n_code_points", [60, 150, 160, 400, 499])
@pytest.mark.parametrize("seed", SEEDS)
def test_captions_of_every_length_are_read_at_once(seed: str, n_code_points: int) -> None:
    caption = fill(seed, n_code_points)
    begin = process_time()
    find_people(caption, 0, len(caption))
    assert process_time() - begin < MAX_S


def test_a_page_that_opens_with_comments_is_read_at_once() -> None:
    begin = process_time()
    assert decode(b"<!-- -->" * 30 + b" The two spoke.", "page.txt").endswith("spoke.")
    with pytest.raises(PageError, match="HTML"):
        decode(b"<!-- a -->\n" * 30 + b"<html><body>The two spoke.", "page.txt")
    assert process_time() - begin < MAX_S

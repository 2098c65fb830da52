import statistics
from pathlib import Path

import rashomon

SOURCE = Path(rashomon.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
MAX_LINES = 400
MAX_MEDIAN = 120


def n_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_the_house_allows() -> None:
    assert [str(path) for path in MODULES if n_lines(path) > MAX_LINES] == []


def test_modules_are_small_in_the_median() -> None:
    assert statistics.median(n_lines(path) for path in MODULES) <= MAX_MEDIAN


def test_every_module_says_what_it_is() -> None:
    silent = [str(p) for p in MODULES if not p.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []


def test_there_is_no_drawer_without_a_name() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
    assert [str(path) for path in MODULES if path.stem in drawers] == []

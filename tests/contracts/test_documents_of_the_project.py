import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted(path.name for path in (ROOT / "src/rashomon").iterdir() if path.is_dir())


@pytest.mark.parametrize("room", [room for room in ROOMS if not room.startswith("_")])
def test_every_room_is_in_the_architecture(room: str) -> None:
    assert f"| `{room}` |" in (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


def test_every_dependency_is_argued() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    argued = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[\[<>=!~ ]", line)[0] for line in project["dependencies"]]
    assert [name for name in names if f"| {name} |" not in argued] == []


def test_every_decision_says_context_decision_status_and_consequences() -> None:
    for path in (ROOT / "docs/adr").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for part in ("Status:", "## Context", "## Decision", "## Consequences"):
            assert part in text, f"{path.name}: {part}"


def test_the_lock_file_names_only_the_public_index() -> None:
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    hosts = set(re.findall(r"https?://([^/\"]+)/", lock))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}
    assert "file://" not in lock


def test_changelog_fragments_are_named_by_number_and_kind() -> None:
    names = [path.name for path in (ROOT / "changelog.d").iterdir()]
    assert all(
        re.fullmatch(r"\d+(-[a-z]+)?\.(added|changed|fixed|removed)\.md", name) for name in names
    )

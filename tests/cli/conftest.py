"""Runs the command line in this process: the parser is loaded once for all tests."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rashomon.cli.main import run


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Rashomon = Callable[..., Outcome]


@pytest.fixture
def rashomon(capsys: pytest.CaptureFixture[str]) -> Rashomon:
    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


@pytest.fixture
def examples() -> Path:
    return Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_bytes((Path(__file__).parent / "report.txt").read_bytes())
    return file

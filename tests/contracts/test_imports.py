import subprocess
import sys

import pytest

HEAVY = ("spacy", "onnxruntime", "py3langid", "lxml", "rich")


def modules_after(code: str) -> set[str]:
    program = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not modules_after("import rashomon") & set(HEAVY)


@pytest.mark.parametrize("room", ["pipeline", "documents", "annotations", "attributions", "claims"])
def test_importing_a_room_does_not_load_the_parser(room: str) -> None:
    assert "spacy" not in modules_after(f"import rashomon.{room}")

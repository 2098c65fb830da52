import subprocess
import sys

from rashomon.model import content_hash


def test_the_same_parts_give_the_same_id_in_another_process() -> None:
    code = "from rashomon.model import content_hash; print(content_hash('a', 1, 'é'))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == content_hash("a", 1, "é")


def test_parts_do_not_run_into_each_other() -> None:
    assert content_hash("ab", "c") != content_hash("a", "bc")


def test_an_id_has_twenty_hexadecimal_digits() -> None:
    assert len(content_hash("x")) == 20
    int(content_hash("x"), 16)

from pathlib import Path

import pytest

from rashomon.actors import load_knowledge
from rashomon.errors import SidesError

COURT = """
[sides.Prosecution]
actors = ["prosecutors", "the prosecution", "Hanna Weiss"]
[sides.Defence]
actors = ["the defence", "Pieter Maas", "Aldo Renn", "the defendant"]
"""
LABOUR = """
[sides.Nordkai]
actors = ["Nordkai", "the company", "Ingrid Solheim"]
[sides."Dockers' Union"]
actors = ["the union", "dockers' union", "Jon Brekke"]
"""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("sides = [", "is not TOML"),
        ("x = 1", "has no [sides.NAME] table"),
        ("sides = 3", "has no [sides.NAME] table"),
        ("[sides]", "has no [sides.NAME] table"),
        ("[sides]\nA = 1", "sides.A is not a table"),
        ("[sides.A]\nactors = 'Ann'", "sides.A.actors is not a list of names"),
        ("[sides.A]\nactors = ['Ann', 2]", "sides.A.actors is not a list of names"),
        ("[sides.A]\nactors = ['']", "sides.A.actors is not a list of names"),
        ("[sides.A]\n", "sides.A.actors is not a list of names"),
        ("[sides.A]\nactors = ['Ann']\n[sides.B]\nactors = ['ann']", "'ann' is on two sides"),
        ("[sides.A]\nactors = ['B']\n[sides.B]\nactors = []", "'B' is on two sides, A and B"),
    ],
)
def test_a_wrong_sides_file_is_refused_with_the_reason(
    tmp_path: Path, content: str, problem: str
) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(content)
    with pytest.raises(SidesError) as caught:
        load_knowledge(path)
    assert problem in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_or_binary_sides_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SidesError, match="cannot be read"):
        load_knowledge(tmp_path / "missing.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SidesError, match="UTF-8"):
        load_knowledge(tmp_path / "binary.toml")


def test_a_court_case_has_two_sides(tmp_path: Path, ask) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(COURT)
    who = ask(
        "Prosecutors said Renn knew. Lead prosecutor Hanna Weiss told the court that Renn had "
        "lied. She asked for six years. Renn's lawyer, Pieter Maas, rejected the charges. Maas "
        "said the prosecution was wrong. The defendant stayed calm.",
        load_knowledge(path),
    )
    for words, side in (
        ("Prosecutors", "Prosecution"),
        ("Lead prosecutor Hanna Weiss", "Prosecution"),
        ("She", "Prosecution"),
        ("Pieter Maas", "Defence"),
        ("Maas", "Defence"),
        ("the prosecution", "Prosecution"),
        ("The defendant", "Defence"),
    ):
        assert who(words).sides == (side,), words


def test_a_labour_dispute_has_two_sides(tmp_path: Path, ask) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(LABOUR)
    who = ask(
        "The company said its offer was fair. Ingrid Solheim said it was final. Solheim hoped for "
        "a deal. The company's statement was short. The union said it felt betrayed. Its spokesman "
        "promised a strike. Union officials agreed. A spokesperson for Nordkai denied it.",
        load_knowledge(path),
    )
    for words, side in (
        ("The company", "Nordkai"),
        ("Ingrid Solheim", "Nordkai"),
        ("Solheim", "Nordkai"),
        ("The company's statement", "Nordkai"),
        ("The union", "Dockers' Union"),
        ("Its spokesman", "Dockers' Union"),
        ("Union officials", "Dockers' Union"),
        ("A spokesperson for Nordkai", "Nordkai"),
    ):
        assert who(words).sides == (side,), words


def test_a_sides_file_goes_before_the_knowledge_base(tmp_path: Path) -> None:
    path = tmp_path / "sides.toml"
    path.write_text('[sides.Coalition]\nactors = ["Russia", "Kremlin"]\n')
    knowledge = load_knowledge(path)
    actor = knowledge.find("the Kremlin")
    assert actor is not None
    assert actor.side == "Coalition"
    assert knowledge.side_named("Coalition") == "Coalition"
    assert knowledge.side_named("Norway") == "Norway"

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


ACTORS = """
[sides.Harbour]
actors = ["the harbour company"]

[actors."Lena Holt"]
speaks_for = "Press Desk"
role = "spokeswoman"

[actors."Press Desk"]
speaks_for = "Harbour"
aliases = ["PD"]

[actors."Emil Vik"]
speaks_for = "Norway"
kind = "person"
role = "President"
from = "2030-01-01"
until = "2034-01-01"
"""


def test_actors_speak_for_actors_and_for_states_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(ACTORS)
    knowledge = load_knowledge(path)
    for name, side in (
        ("Lena Holt", "Harbour"),
        ("Press Desk", "Harbour"),
        ("PD", "Harbour"),
        ("Russia", "Russia"),
    ):
        actor = knowledge.find(name)
        assert actor is not None, name
        assert actor.side == side, name


def test_an_office_holder_of_the_users_holds_office_between_the_dates_given(
    tmp_path: Path, ask
) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(ACTORS)
    text = "Emil Vik left. Norway was calm. Vik smiled."
    for published, sides in (("2031-05-01", ("Norway",)), ("2029-05-01", ())):
        who = ask(text, load_knowledge(path), published=published)
        assert who("Emil Vik").sides == sides
        assert who("Vik smiled").sides == sides


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("[sides.A]\nactors = ['B']\n[sides.C]\nactors = 3", 4, "sides.C.actors is not a list"),
        ("[sides.A]\nactors = ['B']\n\nunits = ['x']", 4, "sides.A.units is no key of a side"),
        ("[actors.A]\nspeaks_for = 3", 2, "actors.A.speaks_for is not text"),
        ("[actors.A]\nspeak_for = 'B'", 2, "actors.A.speak_for is no key of an actor"),
        ("[actors.A]\nkind = 'club'", 2, "actors.A.kind is 'club', not one of state"),
        ("[actors.A]\nfrom = 'May'", 2, "actors.A.from is 'May', no date"),
        ("[actors.'A B']\naliases = 'x'", 2, "actors.A B.aliases is not a list of names"),
        ("actors = 3\n", 1, "has no [sides.NAME] table"),
        ("[sides.A]\nactors = ['B']\n\n[people]\n", 4, "people is neither sides nor actors"),
    ],
)
def test_a_wrong_key_is_told_with_its_line(
    tmp_path: Path, content: str, line: int, problem: str
) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(content)
    with pytest.raises(SidesError) as caught:
        load_knowledge(path)
    assert f"line {line}: " in str(caught.value)
    assert problem in str(caught.value)


def test_actors_who_speak_for_each_other_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(
        "[actors.A]\nspeaks_for = 'B'\n[actors.B]\nspeaks_for = 'C'\n[actors.C]\nspeaks_for = 'B'\n"
    )
    with pytest.raises(SidesError, match="nobody speaks first: B speaks for C speaks for B") as e:
        load_knowledge(path)
    assert "line 4" in str(e.value)


def test_a_name_that_is_a_word_is_safe(tmp_path: Path, ask) -> None:
    path = tmp_path / "sides.toml"
    path.write_text("[sides.Will]\nactors = ['May', 'Apple']\n[sides.Other]\nactors = ['Other']\n")
    who = ask("Will it rain? May it be dry. An apple fell. Apple said so.", load_knowledge(path))
    assert who("Will it").sides == ()
    assert who("May it").sides == ()
    assert who("An apple").sides == ()
    assert who("Apple").sides == ("Will",)

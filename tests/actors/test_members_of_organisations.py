import runpy
from pathlib import Path
from typing import Any

import pytest

from rashomon.actors import KnowledgeBase

SCRIPT = Path(__file__).parents[2] / "scripts/compile_actors.py"


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@pytest.mark.parametrize(
    ("organisation", "count", "inside", "outside"),
    [
        ("NATO", 32, ("Canada", "France", "Turkey", "Sweden"), ("Russia", "Ukraine")),
        ("European Union", 27, ("France", "Croatia"), ("United Kingdom", "Norway")),
        ("Council of Europe", 46, ("United Kingdom", "Ukraine"), ("Russia", "Belarus")),
        ("OECD", 38, ("Chile", "Latvia", "Lithuania"), ("India", "Russia")),
        ("OPEC", 12, ("Gabon", "Venezuela"), ("Angola", "Ecuador", "Qatar")),
        ("African Union", 54, ("Mali", "Morocco", "Sudan", "Madagascar"), ("Yemen",)),
        ("ECOWAS", 12, ("Guinea", "Nigeria"), ("Burkina Faso", "Mali", "Niger")),
        ("Shanghai Cooperation Organization", 10, ("India", "Iran", "Belarus"), ("Mongolia",)),
        ("BRICS", 10, ("Egypt", "Indonesia"), ("Argentina", "Saudi Arabia")),
        ("Mercosur", 6, ("Bolivia", "Venezuela"), ("Chile",)),
        ("Southern African Development Community", 16, ("Comoros",), ("Kenya",)),
        ("Arab League", 22, ("Palestine", "Syria"), ("Iran", "Turkey")),
        ("Organisation of Islamic Cooperation", 57, ("Palestine", "Syria"), ("India",)),
        ("APEC", 21, ("Hong Kong", "Taiwan"), ("India",)),
        ("Paris Club", 22, ("Brazil", "South Korea"), ("China",)),
        ("WTO", 164, ("Vietnam", "Timor-Leste", "Comoros"), ("Iran", "Serbia")),
    ],
)
def test_an_organisation_has_its_members_of_january_2026(
    knowledge: KnowledgeBase,
    organisation: str,
    count: int,
    inside: tuple[str, ...],
    outside: tuple[str, ...],
) -> None:
    members = knowledge.members(organisation)
    assert len(members) == len(set(members)) == count
    assert set(inside) <= set(members)
    assert not set(outside) & set(members)


@pytest.mark.parametrize("organisation", ["Organization of American States", "Nordland Club"])
def test_members_that_are_disputed_or_unheard_of_are_not_known(
    knowledge: KnowledgeBase, organisation: str
) -> None:
    assert knowledge.members(organisation) == ()


def test_corrections_keep_the_order_of_the_states(script: dict[str, Any]) -> None:
    tables = script["Tables"]()
    tables.members["Nordland Club"] = ["Ostmark", "Velmora"]
    entry = {"id": "club", "name": "Nordland Club", "joined": ["Sarn"], "left": ["Ostmark"]}
    script["correct_members"](tables, entry, ["Ostmark", "Sarn", "Velmora"])
    assert tables.members == {"Nordland Club": ["Sarn", "Velmora"]}


@pytest.mark.parametrize("key", ["joined", "left"])
def test_a_correction_by_a_name_of_no_state_is_an_error_naming_the_key(
    script: dict[str, Any], key: str
) -> None:
    entry = {"id": "club", "name": "Nordland Club", key: ["Nowhere"]}
    with pytest.raises(SystemExit, match=f"bodies.toml, club, {key}: 'Nowhere' is no state"):
        script["correct_members"](script["Tables"](), entry, ["Velmora"])


@pytest.mark.parametrize(("key", "name"), [("joined", "Velmora"), ("left", "Sarn")])
def test_a_correction_that_changes_nothing_is_an_error(
    script: dict[str, Any], key: str, name: str
) -> None:
    tables = script["Tables"]()
    tables.members["Nordland Club"] = ["Velmora"]
    entry = {"id": "club", "name": "Nordland Club", key: [name]}
    with pytest.raises(SystemExit, match=f"club, {key}: '{name}' corrects nothing"):
        script["correct_members"](tables, entry, ["Sarn", "Velmora"])

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.actors import KnowledgeBase, load_knowledge
from rashomon.actors.names import fold
from rashomon.model import ActorKind

MAX_BYTES = 6_000_000  # of the room's data in the package


@pytest.mark.parametrize(
    ("words", "name", "side"),
    [
        ("Kremlin", "Kremlin", "Russia"),
        ("the Kremlin", "Kremlin", "Russia"),
        ("elysee palace", None, None),
        ("Elysee Palace", "Élysée Palace", "France"),
        ("Moscow", "Russia", "Russia"),
        ("the Russian Federation", "Russia", "Russia"),
        ("U.S.", "United States", "United States"),
        ("US", "United States", "United States"),
        ("us", None, None),
        ("Turkey", "Turkey", "Turkey"),
        ("turkey", None, None),
        ("Hamas", "Hamas", "Hamas"),
        ("Red Cross", "Red Cross", "Red Cross"),
        ("Security Council", "UN Security Council", "United Nations"),
        ("Reuters", "Reuters", None),
        ("Velmora", None, None),
        ("", None, None),
    ],
)
def test_names_and_aliases_are_found_with_their_side(
    knowledge: KnowledgeBase, words: str, name: str | None, side: str | None
) -> None:
    actor = knowledge.find(words)
    assert (actor.name if actor else None, actor.side if actor else None) == (name, side)


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("RU", "Russia"),
        ("RUS", "Russia"),
        ("ru", "Russia"),
        ("Russian Federation", "Russia"),
        ("Россия", "Russia"),
        ("President of Ukraine", "Ukraine"),
        ("White House (whitehouse.gov)", "United States"),
        ("Prime Minister of Canada (pm.gc.ca)", "Canada"),
        ("Government of Japan (gov-online.go.jp)", "Japan"),
        ("10 Downing Street", "United Kingdom"),
        ("Embassy of the United States in Georgia", "United States"),
        ("US Embassy in Georgia", "United States"),
        ("German Federal Foreign Office", "Germany"),
        ("Nordland Times", None),
        ("Reuters", None),
        ("", None),
    ],
)
def test_labels_of_publishers_name_a_side(
    knowledge: KnowledgeBase, label: str, side: str | None
) -> None:
    assert knowledge.side_named(label) == side


def test_every_state_has_an_id_a_name_and_is_found_by_its_codes(knowledge: KnowledgeBase) -> None:
    for alpha2, alpha3, name in (("GB", "GBR", "United Kingdom"), ("XK", "XKX", "Kosovo")):
        assert knowledge.side_named(alpha2) == knowledge.side_named(alpha3) == name
    russia = knowledge.find("Russia")
    assert russia is not None
    assert (russia.id, russia.kind) == ("Q159", ActorKind.STATE)


def test_every_side_of_the_tables_is_the_name_of_somebody(knowledge: KnowledgeBase) -> None:
    packaged = knowledge.packaged
    holders = {holder for key in packaged.surnames for holder in packaged.with_surname(key)}
    sides = {term.side for holder in holders for term in holder.terms}
    sides |= {actor.side for actor in packaged.actors if actor.side}
    for side in sides:
        actor = knowledge.find(str(side))
        assert actor is not None, side
        assert actor.side == side


def test_the_knowledge_is_loaded_once() -> None:
    assert load_knowledge() is load_knowledge()


def test_the_compiled_tables_are_as_the_written_ones_make_them() -> None:
    script = Path(__file__).parents[2] / "scripts/compile_actors.py"
    done = subprocess.run([sys.executable, script, "--check"], check=False, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()


def test_the_data_of_the_package_is_small() -> None:
    folder = Path(str(files("rashomon.actors") / "data"))
    assert sum(path.stat().st_size for path in folder.iterdir()) <= MAX_BYTES


def test_importing_the_room_loads_no_parser() -> None:
    code = "import sys, rashomon.actors; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.text())
def test_folding_a_folded_word_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text())
def test_any_label_has_a_side_or_none(label: str) -> None:
    assert load_knowledge().side_named(label) is None or label


@given(st.text(alphabet="abc de'-.", max_size=12))
def test_words_in_lower_case_are_no_state(words: str) -> None:
    assert load_knowledge().find(words) is None

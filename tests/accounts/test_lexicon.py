import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from rashomon.accounts.lexicon import stem

DATA = files("rashomon.accounts") / "data"
WORDING = tomllib.loads((DATA / "wording.toml").read_text(encoding="utf-8"))
OPPOSITES = tomllib.loads((DATA / "opposites.toml").read_text(encoding="utf-8"))


def test_no_word_is_in_two_families() -> None:
    counts = Counter(root for family in WORDING["kindred"] for root in set(map(stem, family)))
    assert [root for root, n in counts.items() if n > 1] == []


@pytest.mark.parametrize("table", ["framing", "contact_verbs", "contact_nouns"])
def test_no_family_holds_a_word_that_weighs_nothing(table: str) -> None:
    family_words = {stem(word) for family in WORDING["kindred"] for word in family}
    assert family_words & set(map(stem, WORDING[table])) == set()


def test_opposites_are_few_and_in_no_family_together() -> None:
    pairs = OPPOSITES["deeds"] + OPPOSITES["qualities"]
    assert len(pairs) <= 25
    families = [set(map(stem, family)) for family in WORDING["kindred"]]
    assert not any(set(map(stem, pair)) <= family for pair in pairs for family in families)

import importlib.util
import json
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rashomon.actors import identify, load_knowledge
from rashomon.annotations import annotate
from rashomon.documents import extract
from rashomon.model import Document, DocumentId, Page, PageForm

QUALITY = Path(__file__).resolve().parents[2] / "benchmarks/quality"
MENTION = {"id", "sha256", "start", "end", "kind"}
STEMS = {"": {"place", "actors"}, "coreference-": {"none", "thing", "antecedents", "known"}}
MOST_WORDS = 12  # in a row would be a quotation; titles stand in ids, which are cut
MOST_IN_ONE_DOCUMENT = {"": 6, "coreference-": 4}

TEXT = (
    "Marland's President Ines Dahl met Prime Minister Jon Berg of Norway in Paris. "
    "She thanked him. Moscow said nothing."
)


def read_labels(stem: str, half: str) -> list[dict[str, Any]]:
    path = QUALITY / "linking" / f"{stem}{half}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("linking", QUALITY / "linking.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["linking"] = module  # where its dataclasses look for their types
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("stem", STEMS)
def test_labels_hold_offsets_and_answers_and_no_text(stem: str) -> None:
    for half in ("tuning", "final"):
        for label in read_labels(stem, half):
            assert set(label) == MENTION | STEMS[stem]
            assert 0 <= label["start"] < label["end"]
            texts = re.findall(r'"([^"]*)"', json.dumps(label, ensure_ascii=False))
            assert max(len(re.findall(r"\w+", text)) for text in texts) < MOST_WORDS


@pytest.mark.parametrize("stem", STEMS)
def test_the_halves_share_no_document_and_none_weighs_much(stem: str) -> None:
    tuning, final = (
        Counter(label["sha256"] for label in read_labels(stem, half))
        for half in ("tuning", "final")
    )
    assert not set(tuning) & set(final)
    assert max((tuning | final).values()) <= MOST_IN_ONE_DOCUMENT[stem]


def test_an_antecedent_stands_before_its_mention() -> None:
    for half in ("tuning", "final"):
        for label in read_labels("coreference-", half):
            assert label["none"] != bool(label["antecedents"])
            for one in label["antecedents"]:
                assert all(start < end <= label["start"] for start, end in one["mentions"])


def test_answers_are_judged_by_who_is_meant(scorer: ModuleType) -> None:
    content = json.dumps({"id": "a", "text": TEXT, "language": "en"}).encode()
    page = Page(id=DocumentId("a"), form=PageForm.RECORD, content=content, path="a")
    (document,) = extract([page])
    assert isinstance(document, Document)
    (layers,) = annotate([document])
    knowledge = load_knowledge()
    read = scorer.Read(document, identify(document, layers, knowledge))
    judge = scorer.Judge(knowledge)

    def at(words: str) -> dict[str, Any]:
        start = TEXT.index(words)
        return {"id": "a", "kind": "capital", "start": start, "end": start + len(words)}

    russia = [{"names": ["Russia"], "sides": ["Russia"]}]
    france = [{"names": ["France"], "sides": ["France"]}]
    assert judge.judge_link(at("Moscow") | {"actors": russia}, read).is_right
    assert judge.judge_link(at("Moscow") | {"actors": russia}, read).is_side_right
    assert not judge.judge_link(at("Moscow") | {"actors": france}, read).is_right
    assert not judge.judge_link(at("Moscow") | {"actors": []}, read).is_right
    mentions = {name: [[at(name)["start"], at(name)["end"]]] for name in ("Ines Dahl", "Jon Berg")}
    for name, is_right in (("Ines Dahl", True), ("Jon Berg", False)):
        one = {"name": name, "mentions": mentions[name]}
        label = at("She") | {"none": False, "antecedents": [one]}
        assert judge.judge_antecedent(label, read).is_right is is_right

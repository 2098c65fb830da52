import json
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rashomon.accounts.agreement import Coding, measure, read_coding
from rashomon.accounts.agreement.alpha import alpha
from rashomon.errors import CodingError
from rashomon.model import Relation

SHARED = Path(__file__).resolve().parents[3] / "shared/evaluation"

Row = tuple[str, dict[str, list[list[int]]]]


def labels(*rows: Row, pair: str | None = None) -> Coding:
    made = {"pair": pair, "rows": [{"relation": r, "cells": cells} for r, cells in rows]}
    return read_coding("labels.json", json.dumps(made).encode())


def printed(*rows: Row, digest: str = "0", name: str = "nordland.txt") -> Coding:
    """What `compare` prints of texts of Nordland and Sudmark."""
    documents = [
        {"id": name, "side": "Nordland", "sha256": digest},
        {"id": "sudmark.txt", "side": "Sudmark", "sha256": "1"},
    ]
    names = {document["side"]: document["id"] for document in documents}
    made = [
        {
            "relation": relation,
            "cells": {
                side: {
                    "status": "says" if spans else "not found",
                    "spans": [{"document": names[side], "start": s, "end": e} for s, e in spans],
                }
                for side, spans in cells.items()
            },
        }
        for relation, cells in rows
    ]
    return read_coding("printed.json", json.dumps({"documents": documents, "rows": made}).encode())


BOTH: Row = ("differ", {"Nordland": [[0, 40]], "Sudmark": [[10, 30]]})
ONE: Row = ("only", {"Nordland": [[50, 90]], "Sudmark": []})


def test_a_coding_agrees_with_itself() -> None:
    found = measure([("a", labels(BOTH, ONE), labels(BOTH, ONE))])
    assert (found.n_first, found.n_second, found.n_matched) == (2, 2, 2)
    figures = (found.row, found.strict, found.paired, found.omitted, found.relation)
    assert [figure.value for figure in figures] == [1.0] * 5


def test_a_clause_matches_the_sentence_around_it_but_not_the_whole_text() -> None:
    clause, sentence, text = ([[10, 30]], [[0, 60]], [[0, 900]])
    rows = [labels(("only", {"Nordland": spans})) for spans in (clause, sentence, text)]
    assert measure([("a", rows[0], rows[1])]).n_matched == 1
    assert measure([("a", rows[0], rows[2])]).n_matched == 0


def test_rows_of_other_sides_never_match() -> None:
    alone = labels(("only", {"Nordland": [[0, 40]]}), BOTH)
    assert measure([("a", labels(BOTH), alone)]).n_matched == 1


def test_another_relation_counts_in_rows_and_not_in_strict_rows() -> None:
    found = measure([("a", labels(BOTH, ONE), labels(("agree", BOTH[1]), ONE))])
    assert (found.row.value, found.strict.value) == (1.0, 0.5)
    assert found.relation.value == 0.0
    assert found.relations == ((Relation.DIFFER, Relation.AGREE, 1),)


def test_what_is_printed_meets_labels() -> None:
    assert measure([("a", labels(BOTH, ONE), printed(BOTH, ONE))]).row.value == 1.0


def test_words_in_a_document_of_another_side_do_not_meet_labels() -> None:
    cell = {"status": "says", "spans": [{"document": "report", "start": 0, "end": 40}]}
    made = {
        "documents": [{"id": "n", "side": "Nordland"}, {"id": "report", "side": None}],
        "rows": [{"relation": "only", "cells": {"Nordland": cell}}],
    }
    cited = read_coding("printed.json", json.dumps(made).encode())
    assert measure([("a", cited, cited)]).row.value == 1.0
    with pytest.raises(CodingError, match="none of its words stand in a document"):
        measure([("a", labels(BOTH), cited)])


def test_a_reported_silence_is_no_words() -> None:
    cell = {"status": "reported silent", "spans": [{"document": "n", "start": 0, "end": 9}]}
    made = {"rows": [{"relation": "only", "cells": {"Sudmark": cell}}]}
    assert read_coding("x", json.dumps(made).encode()).rows == ()


def test_nothing_to_count_is_no_figure() -> None:
    found = measure([("a", labels(ONE), labels(ONE))])
    assert (found.paired.value, found.relation.value, found.alpha.value) == (None, None, None)


def test_a_single_pair_has_no_interval_and_several_have_one_that_holds_the_figure() -> None:
    unlike = labels(BOTH, ONE), labels(("agree", BOTH[1]))
    single = measure([("a", *unlike)])
    assert single.row.low is None
    several = measure([("a", *unlike), ("b", labels(BOTH, ONE), labels(BOTH, ONE))])
    assert several.row.low is not None
    assert several.row.high is not None
    assert several.row.value is not None
    assert several.row.low <= several.row.value <= several.row.high
    assert several.row.low < several.row.high
    again = [("a", *unlike), ("b", labels(BOTH, ONE), labels(BOTH, ONE))]
    assert measure(again) == several


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (printed(BOTH), printed(BOTH, name="other.txt"), "of other documents than"),
        (printed(BOTH), printed(BOTH, digest="2"), "of another text of 'nordland.txt'"),
        (labels(BOTH, pair="a"), labels(BOTH, pair="b"), "of the pair 'b'"),
        (labels(ONE), labels(("only", {"N": [[0, 5]]})), "its sides are N, those of"),
        (labels(), labels(("only", {"Nordland": []})), "no row with words in either"),
    ],
)
def test_comparisons_of_other_documents_are_refused(
    first: Coding, second: Coding, message: str
) -> None:
    with pytest.raises(CodingError, match=message):
        measure([("a", first, second)])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"no json", "not JSON"),
        (b'{"rows": "\xff"}', "no comparison|not JSON"),
        (b"[]", "no comparison"),
        (b'{"zones": []}', "missing required field `rows`"),
        (b'{"rows": [{"relation": "alike", "cells": {}}]}', "Invalid enum value 'alike'"),
        (b'{"rows": [{"relation": "only", "cells": {"N": [[0, 1e99]]}}]}', "no comparison"),
    ],
)
def test_what_is_no_comparison_is_told(text: bytes, message: str) -> None:
    with pytest.raises(CodingError, match=message):
        read_coding("x.json", text)


# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", parts A and B.
@pytest.mark.parametrize(
    ("first", "second", "published"),
    [
        ("0100000010", "1110010000", 0.095),
        ("aabbdcccedda", "babbbccceddd", 0.692),
    ],
)
def test_alpha_is_that_of_the_published_examples(first: str, second: str, published: float) -> None:
    value = alpha(Counter(zip(first, second, strict=True)))
    assert value == pytest.approx(published, abs=0.0005)


def test_alpha_is_not_known_where_all_values_are_alike() -> None:
    assert alpha({("agree", "agree"): 9}) is None
    assert alpha({}) is None


def unlike(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Code a pair otherwise: rows lost and added, cells moved and emptied, relations changed."""
    rows = []
    for row in gold["rows"]:
        draw = chance.random()
        if draw < 0.15:
            continue
        moved = {
            side: [[max(0, s + chance.randint(-30, 30)), e + 40] for s, e in spans]
            for side, spans in row["cells"].items()
        }
        if draw < 0.3 and all(moved.values()):
            moved[min(moved)] = []
        relation = chance.choice(list(Relation)) if draw > 0.7 else row["relation"]
        rows.append({"topic": "", "relation": str(relation), "cells": moved})
        if draw > 0.9:
            rows.append(rows[-1])
    return {"pair": gold["pair"], "rows": rows}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation data is not there")
@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_scorer(tmp_path: Path, seed: int) -> None:
    gold, chance, pairs = SHARED / "comparison/gold-dev", random.Random(seed), []  # noqa: S311
    for file in sorted(gold.glob("*.json")):
        other = json.dumps(unlike(json.loads(file.read_bytes()), chance)).encode()
        (tmp_path / file.name).write_bytes(other)
        codings = read_coding(file.name, file.read_bytes()), read_coding(file.name, other)
        pairs.append((file.name, *codings))
    command = [sys.executable, str(SHARED / "score_comparison.py"), str(gold), str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    theirs = dict(re.findall(r"^(\w+) +P .* F1 (\S+)", told, re.MULTILINE))
    theirs |= dict(re.findall(r"(relation) over .* accuracy (\S+),", told))
    found = measure(pairs)
    assert set(theirs) == {"paired", "omitted", "row", "strict", "relation"}
    for name, value in theirs.items():
        assert f"{getattr(found, name).value:.3f}" == value, name

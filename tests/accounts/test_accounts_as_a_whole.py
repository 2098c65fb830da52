"""Length and order of accounts, headings, and how a row came to be."""

from collections.abc import Callable

from rashomon.accounts import compare
from rashomon.model import Reading, Relation

Make = Callable[..., Reading]

TOPICS = (
    "the Verrin bridge", "ferry tariffs", "the harbour of Oste", "grain storage", "wheat prices",
    "seed banks", "the gas contract", "solar fields", "the power line", "visa rules",
    "student exchanges", "border posts", "the ski pass", "tourist taxes",
)  # fmt: skip
FIRST = " ".join(f"The leaders discussed {topic}." for topic in TOPICS)
SECOND = " ".join(f"The leaders agreed on {topic}." for topic in reversed(TOPICS[:6]))


def test_accounts_tell_their_length_and_the_order_of_their_points(statement: Make) -> None:
    comparison = compare([statement("Nordland", FIRST), statement("Sudmark", SECOND)])
    first, second = comparison.accounts
    assert (first.side, first.n_texts, first.n_words) == ("Nordland", 1, len(FIRST.split()))
    assert second.n_words == len(SECOND.split())
    assert list(first.order) == sorted(first.order)
    shared = [row for row in second.order if row in first.order]
    assert shared == sorted(shared, reverse=True)


def test_what_is_only_cited_has_no_text_of_its_own(report: Make) -> None:
    words = "the ferry would reopen"
    reading = report(f"Nordland said {words}.", [("Nordland", words, "positive", ())])
    (account,) = compare([reading]).accounts
    assert (account.n_texts, account.n_words, account.order) == (0, 4, (0,))


def test_many_rows_stand_under_headings_in_words_of_the_texts(statement: Make) -> None:
    comparison = compare([statement("Nordland", FIRST), statement("Sudmark", SECOND)])
    rows = [heading.row for heading in comparison.headings]
    assert rows[0] == 0
    assert rows == sorted(set(rows))
    assert len(rows) > 1
    assert all(heading.words in FIRST + SECOND for heading in comparison.headings)


def test_few_rows_have_no_headings(statement: Make) -> None:
    assert compare([statement("Nordland", SECOND)]).headings == ()


def test_a_row_of_two_sides_tells_what_joined_and_what_judged_it(statement: Make) -> None:
    comparison = compare([statement("Nordland", FIRST), statement("Sudmark", SECOND)])
    row = next(row for row in comparison.rows if row.relation is Relation.DIFFER)
    (link,) = row.trace.links
    assert {link.first.document_id, link.second.document_id} == {"Nordland", "Sudmark"}
    assert 0 < link.score <= 1
    *before, last = row.trace.steps
    assert last.relation is Relation.DIFFER
    assert last.reason == row.reason
    assert all(step.relation is None for step in before)


def test_a_row_of_one_side_tells_what_was_nearest(statement: Make) -> None:
    comparison = compare([statement("Nordland", FIRST), statement("Sudmark", SECOND)])
    row = next(row for row in comparison.rows if row.relation is Relation.ONLY)
    assert row.trace.links == ()
    assert row.trace.nearest
    assert row.trace.steps == ()

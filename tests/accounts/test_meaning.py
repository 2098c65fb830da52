import numpy as np
import pytest

from rashomon.accounts.meaning import MAX_PIECES, Floats, Reader


def test_what_means_the_same_lies_nearer_than_what_does_not() -> None:
    reader = Reader()
    fever = reader.whole("a fever in many countries")
    assert fever @ reader.whole("an epidemic") > fever @ reader.whole("a treaty on fishing rights")


def test_vectors_have_length_one_and_do_not_hang_on_what_was_read_before() -> None:
    first, second = Reader(), Reader()
    second.whole("something else")
    vectors = first.whole("the ferry"), second.whole("the ferry")
    assert np.array_equal(*vectors)
    assert abs(float(np.linalg.norm(vectors[0])) - 1) < 1e-6


def test_a_text_beyond_the_reach_of_the_network_is_cut() -> None:
    assert len(Reader().pieces("ferry " * 500).vectors) == MAX_PIECES + 2


def issue_of(reader: Reader, text: str) -> Floats:
    mean = reader.issues(text).mean()
    issue: Floats = mean / np.linalg.norm(mean)
    return issue


@pytest.mark.parametrize(
    ("point", "same", "other"),
    [
        (
            "bilateral issues were touched upon",
            "the gas contract and the pipeline tariff between Velmora and Arrendia",
            "issues of the new magazine were touched upon",
        ),
        (
            "agreed to remain in contact",
            "another call is planned for next month",
            "agreed to remain in the customs union",
        ),
        (
            "thanked Arrendia for the pumps",
            "the equipment delivered after the flood",
            "thanked Arrendia for the invitation",
        ),
    ],
)
def test_unlike_words_for_one_issue_lie_nearer_than_like_words_for_another(
    point: str, same: str, other: str
) -> None:
    reader = Reader()
    issue = issue_of(reader, point)
    assert issue @ issue_of(reader, same) > issue @ issue_of(reader, other)
    untaught = reader.whole(point)  # it goes by the words
    assert untaught @ reader.whole(same) < untaught @ reader.whole(other)


def test_the_network_of_issues_reads_each_text_by_itself() -> None:
    first, second = Reader(), Reader()
    second.issues("something else")
    assert np.array_equal(first.issues("the ferry").vectors, second.issues("the ferry").vectors)

import numpy as np

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


def test_two_wordings_of_one_issue_lie_nearer_than_two_issues_with_the_same_words() -> None:
    reader = Reader()
    influence = issue_of(reader, "counter the malign influence of Sudmark")
    assert influence @ issue_of(reader, "the challenges posed by Sudmark") > influence @ issue_of(
        reader, "the influence of the weather on the harvest in Sudmark"
    )


def test_the_network_of_issues_reads_each_text_by_itself() -> None:
    first, second = Reader(), Reader()
    second.issues("something else")
    assert np.array_equal(first.issues("the ferry").vectors, second.issues("the ferry").vectors)

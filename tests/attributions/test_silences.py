from collections.abc import Callable

import pytest

from rashomon.model import Attribution, Polarity

Read = Callable[[str], tuple[Attribution, ...]]

SILENT = [
    ("Sudmark's account did not touch upon the dam.", "Sudmark's account", "the dam"),
    ("The palace did not mention the prisoners.", "The palace", "the prisoners"),
    ("The note made no mention of the prisoners.", "The note", "the prisoners"),
    ("The envoy said nothing about the dam.", "The envoy", "the dam"),
    ("The minister declined to comment on the raid.", "The minister", "the raid"),
    ("The minister declined to comment.", "The minister", "to comment"),
    ("The palace has not commented on the offer.", "The palace", "the offer"),
    ("The ministry has yet to comment on the offer.", "The ministry", "the offer"),
    ("The king's office failed to mention the raid.", "The king's office", "the raid"),
    ("Officials refused to say whether the envoy left.", "Officials", "whether the envoy left"),
    ("The envoy left without mentioning the dam.", "The envoy", "the dam"),
    ("Nordland kept quiet about the dam.", "Nordland", "the dam"),
    ("Arrendia's note is silent on the prisoners.", "Arrendia's note", "the prisoners"),
    ("The statement left out the prisoners.", "The statement", "the prisoners"),
    ("Its version omits any reference to a date.", "Its version", "a date"),
    ("The note avoids mention of the tanker.", "The note", "the tanker"),
    ("The account skips the dam.", "The account", "the dam"),
    ("No reference to the dam appeared in the Velmora readout.", "the Velmora readout", "the dam"),
    ("There was no mention of the dam in Sudmark's summary.", "Sudmark's summary", "the dam"),
    ("The dam was not mentioned in the readout.", "the readout", "The dam"),
    ("The dam was absent from Nordland's account.", "Nordland's account", "The dam"),
    ("The dam went unmentioned in the communique.", "the communique", "The dam"),
    ("The dam did not appear in the Velmoran account.", "the Velmoran account", "The dam"),
    ("None of this appears in the Sudmark account.", "the Sudmark account", "None of this"),
    ("Sudmark's version mentions none of these issues.", "Sudmark's version", "these issues"),
    ("The summary passed over these issues in silence.", "The summary", "these issues"),
    ("Sudmark's readout contains nothing on the dam.", "Sudmark's readout", "the dam"),
    ("These topics were not raised in the readout.", "the readout", "These topics"),
    ("The dam was left out of the Nordland statement.", "the Nordland statement", "The dam"),
    ("The dam is nowhere to be found in Velmora's version.", "Velmora's version", "The dam"),
    ("The dam was nowhere mentioned in Velmora's version.", "Velmora's version", "The dam"),
    ("The dam cannot be found in Velmora's account.", "Velmora's account", "The dam"),
    ("The dam did not come up in Velmora's account.", "Velmora's account", "The dam"),
    ("The question of fish does not appear in it.", "it", "The question of fish"),
    ("Absent from Velmora's account was the dam.", "Velmora's account", "the dam"),
    ("Missing from the note was any mention of the dam.", "the note", "the dam"),
    ("Not a word about the dam was to be found in the note.", "the note", "the dam"),
    ("Nothing was said by Nordland about the dam.", "Nordland", "the dam"),
    ("Nothing was said about the dam in the note.", "the note", "the dam"),
    ("Nothing about the dam appeared in Velmora's note.", "Velmora's note", "the dam"),
    ("There is nothing in Velmora's note about the dam.", "Velmora's note", "the dam"),
    ("There was nothing about the dam in Velmora's note.", "Velmora's note", "the dam"),
    ("Not one word was said about the dam in the note.", "the note", "the dam"),
    ("On the dam, Velmora said nothing.", "Velmora", "the dam"),
    ("Velmora did not raise the issue of the dam.", "Velmora", "the issue of the dam"),
    ("Velmora left these points aside.", "Velmora", "these points"),
    ("The minister would not be drawn on the dam.", "The minister", "the dam"),
    ("The minister refused to be drawn on the dam.", "The minister", "the dam"),
    ("The envoy dodged questions on the dam.", "The envoy", "the dam"),
    ("Nordland had nothing to say on the dam.", "Nordland", "the dam"),
    ("Nordland passed over the dam.", "Nordland", "the dam"),
    ("Unlike Nordland, Velmora did not mention the dam.", "Velmora", "the dam"),
    ("Velmora, for its part, did not mention the dam.", "Velmora", "the dam"),
    ("Nor did Velmora mention the dam.", "Velmora", "the dam"),
    ("Neither side mentioned the dam.", "Neither side", "the dam"),
    (
        "Neither fish nor grain came up in Velmora's note.",
        "Velmora's note",
        "Neither fish nor grain",
    ),
    (
        "Neither fish nor grain came up in Velmora's account.",
        "Velmora's account",
        "Neither fish nor grain",
    ),
    ("No mention of the dam was found in the note.", "the note", "the dam"),
    ("No word of the dam appeared in Sudmark's account.", "Sudmark's account", "the dam"),
    ("The royal office passed over these points in silence.", "The royal office", "these points"),
    ("The minister declined to go into the cost of barges.", "The minister", "the cost of barges"),
    (
        "None of this was mentioned in the readout by Nordland.",
        "the readout by Nordland",
        "None of this",
    ),
    ("None of this was mentioned in Nordland's readout.", "Nordland's readout", "None of this"),
    (
        "Neither Nordland nor Velmora referred to the dam.",
        "Neither Nordland nor Velmora",
        "the dam",
    ),
]

WITHHELD = [
    ("Sudmark did not unequivocally condemn the raid.", "Sudmark", "the raid"),
    ("The premier did not explicitly endorse the plan.", "The premier", "the plan"),
    ("Omeland's ambassador did not fully back the plan.", "Omeland's ambassador", "the plan"),
    ("Sudmark stopped short of condemning the raid.", "Sudmark", "the raid"),
    ("The readout fell short of a full apology.", "The readout", "a full apology"),
    ("The envoy refused to condemn the raid.", "The envoy", "the raid"),
    ("The palace neither confirmed nor denied the report.", "The palace", "the report"),
    ("The minister did not confirm or deny the report.", "The minister", "the report"),
    ("Nor did he dispute that the raid took place.", "he", "that the raid took place"),
    ("The minister had little to say about the raid.", "The minister", "the raid"),
    ("The minister offered no apology for the raid.", "The minister", "the raid"),
    ("No promise was made by Sudmark.", "Sudmark", "No promise"),
    ("Velmora did not go so far as to condemn the raid.", "Velmora", "the raid"),
    ("Velmora has yet to openly condemn the raid.", "Velmora", "the raid"),
    ("Sudmark failed to explicitly condemn the raid.", "Sudmark", "the raid"),
]


@pytest.mark.parametrize(
    ("text", "source", "content", "polarity"),
    [(*case, Polarity.SILENT) for case in SILENT]
    + [(*case, Polarity.WITHHELD) for case in WITHHELD],
)
def test_what_was_left_unsaid_is_read(
    read: Read, text: str, source: str, content: str, polarity: Polarity
) -> None:
    (found,) = read(text)
    assert found.source is not None
    assert (found.source.words, found.content.words) == (source, content)
    assert found.polarity is polarity


def test_the_cue_of_a_silence_ends_where_what_was_left_out_begins(read: Read) -> None:
    (found,) = read("The Sudmark account of the call did not touch upon these points.")
    assert found.cue.words == "did not touch upon"


@pytest.mark.parametrize(
    "text",
    [
        "The army did not raise the flag.",
        "The harvest fell short of expectations.",
        "The child remained quiet all evening.",
        "The ships avoided the reef.",
        "The ferry does not appear in winter.",
        "The map was not drawn on paper.",
        "The plane passed over the dam.",
        "The ship was found in the bay.",
        "Neither fish nor grain was found in the bay.",
        "The army did not go into the town.",
        "Nothing was given to the poor.",
    ],
)
def test_what_is_no_speech_is_no_silence(read: Read, text: str) -> None:
    silences = {Polarity.SILENT, Polarity.WITHHELD}
    assert not [a for a in read(text) if a.polarity in silences]


def test_a_second_denial_is_read_beside_the_first(read: Read) -> None:
    first, second = read("Velmora's note says nothing about the dam, nor does it mention the fish.")
    assert (first.polarity, second.polarity) == (Polarity.SILENT, Polarity.SILENT)
    assert second.source is not None
    assert (second.source.words, second.content.words) == ("it", "the fish")


def test_the_cue_of_an_inverted_denial_does_not_hold_its_source(read: Read) -> None:
    (found,) = read("Nor did Velmora mention the dam.")
    assert found.cue.words == "mention"


def test_a_stand_taken_is_no_silence(read: Read) -> None:
    (found,) = read("Velmora does not support the plan.")
    assert found.polarity is Polarity.NEGATIVE

"""Reports of silence, and of a stand not taken, that any weights worth shipping must read."""

from collections.abc import Callable

import pytest

from rashomon.model import Attribution, Polarity

Read = Callable[[str], tuple[Attribution, ...]]
IsTold = Callable[[Attribution, str | None, str], bool]

UNSAID = {Polarity.SILENT, Polarity.WITHHELD}

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
    ("The note avoids mention of the tanker.", "The note", "the tanker"),
    ("The account skips the dam.", "The account", "the dam"),
    ("No reference to the dam appeared in the Velmora readout.", "the Velmora readout", "the dam"),
    ("There was no mention of the dam in Sudmark's summary.", "Sudmark's summary", "the dam"),
    ("The dam was not mentioned in the readout.", "the readout", "The dam"),
    ("The dam was absent from Nordland's account.", "Nordland's account", "The dam"),
    ("The dam went unmentioned in the communique.", "the communique", "The dam"),
    ("The dam did not appear in the Velmoran account.", "the Velmoran account", "The dam"),
    ("None of this appears in the Sudmark account.", "the Sudmark account", "None of this"),
    ("The summary passed over these issues in silence.", "The summary", "these issues"),
    ("Sudmark's readout contains nothing on the dam.", "Sudmark's readout", "the dam"),
    ("These topics were not raised in the readout.", "the readout", "These topics"),
    ("The dam was left out of the Nordland statement.", "the Nordland statement", "The dam"),
    ("The dam is nowhere to be found in Velmora's version.", "Velmora's version", "The dam"),
    ("The dam was nowhere mentioned in Velmora's version.", "Velmora's version", "The dam"),
    ("The dam cannot be found in Velmora's account.", "Velmora's account", "The dam"),
    ("The dam did not come up in Velmora's account.", "Velmora's account", "The dam"),
    ("The question of fish does not appear in it.", "it", "The question of fish"),
    ("Missing from the note was any mention of the dam.", "the note", "the dam"),
    ("Nothing was said by Nordland about the dam.", "Nordland", "the dam"),
    ("Nothing was said about the dam in the note.", "the note", "the dam"),
    ("Nothing about the dam appeared in Velmora's note.", "Velmora's note", "the dam"),
    ("There was nothing about the dam in Velmora's note.", "Velmora's note", "the dam"),
    ("Velmora did not raise the issue of the dam.", "Velmora", "the issue of the dam"),
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
    ("The minister had little to say about the raid.", "The minister", "the raid"),
    ("The minister offered no apology for the raid.", "The minister", "the raid"),
    ("Velmora did not go so far as to condemn the raid.", "Velmora", "the raid"),
    ("Velmora has yet to openly condemn the raid.", "Velmora", "the raid"),
    ("Sudmark failed to explicitly condemn the raid.", "Sudmark", "the raid"),
]


@pytest.mark.parametrize(("text", "source", "content"), [*SILENT, *WITHHELD])
def test_what_was_left_unsaid_is_read(
    read: Read, is_told: IsTold, text: str, source: str, content: str
) -> None:
    found = [each for each in read(text) if each.polarity in UNSAID]
    assert any(is_told(each, source, content) for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "The army did not raise the flag.",
        "The harvest fell short of expectations.",
        "The child remained quiet all evening.",
        "The ships avoided the reef.",
        "The army did not go into the town.",
        "Velmora denied the report.",
        "Velmora mentioned the dam.",
    ],
)
def test_what_is_no_speech_or_no_silence_is_not_read_as_one(read: Read, text: str) -> None:
    assert not [each for each in read(text) if each.polarity in UNSAID]

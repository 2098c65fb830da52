"""Constructions that any weights worth shipping must read."""

from collections.abc import Callable

import pytest

from rashomon.model import Attribution, Polarity, Quotation

Read = Callable[[str], tuple[Attribution, ...]]
IsTold = Callable[[Attribution, str | None, str], bool]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            "Maar insisted that every sailor must be returned.",
            "Maar",
            "insisted",
            "that every sailor must be returned",
            id="that-clause",
        ),
        pytest.param(
            "The dam, the minister said, would open in May.",
            "the minister",
            "said",
            "The dam … would open in May",
            id="parenthetical",
        ),
        pytest.param(
            "The premier urged Sudmark to withdraw its ships.",
            "The premier",
            "urged",
            "Sudmark to withdraw its ships",
            id="request",
        ),
        pytest.param(
            "The chancellor called on Velmora to open the port.",
            "The chancellor",
            "called",
            "on Velmora to open the port",
            id="request after a preposition",
        ),
        pytest.param(
            "Maar pressed for greater access to the port.",
            "Maar",
            "pressed",
            "for greater access to the port",
            id="preposition",
        ),
        pytest.param(
            "Vell reassured Brek of Arrendia's resolve to keep the strait open.",
            "Vell",
            "reassured",
            "of Arrendia's resolve to keep the strait open",
            id="preposition after a hearer",
        ),
        pytest.param(
            "She conveyed appreciation to the chancellor for his role in reopening the ferry.",
            "She",
            "conveyed",
            "appreciation to the chancellor for his role in reopening the ferry",
            id="word for something said",
        ),
        pytest.param(
            "Nordland condemned the raid on the village.",
            "Nordland",
            "condemned",
            "the raid on the village",
            id="object",
        ),
        pytest.param(
            "According to the Sudmark side, the talks were about fish.",
            "the Sudmark side",
            "According to",
            "the talks were about fish",
            id="according to",
        ),
        pytest.param(
            "In the minister's view, the talks have failed.",
            "the minister's view",
            "In",
            "the talks have failed",
            id="in the view of",
        ),
        pytest.param(
            "As the envoy put it, the deal is half done.",
            "the envoy",
            "put",
            "the deal is half done",
            id="as somebody put it",
        ),
        pytest.param(
            "Arrendia made clear that it would go to court.",
            "Arrendia",
            "made",
            "that it would go to court",
            id="made clear",
        ),
        pytest.param(
            "The general was quoted as saying that the pass was mined.",
            "The general",
            "saying",
            "that the pass was mined",
            id="quoted as saying",
        ),
        pytest.param(
            "The envoy's warning that the pass was mined came late.",
            "The envoy",
            "warning",
            "that the pass was mined",
            id="reporting noun",
        ),
        pytest.param(
            "The pact was hailed by both governments as a breakthrough.",
            "both governments",
            "was hailed",
            "The pact … as a breakthrough",
            id="passive",
        ),
        pytest.param(
            "Concern was expressed by the Velmoran delegation about the mines.",
            "the Velmoran delegation",
            "Concern was expressed",
            "about the mines",
            id="passive of a word for something said",
        ),
        pytest.param(
            "Anger at the raid was voiced by the Omeland delegation.",
            "the Omeland delegation",
            "was voiced",
            "Anger at the raid",
            id="passive of a long subject",
        ),
        pytest.param(
            "It was reported that three boats had sunk.",
            None,
            "was reported",
            "that three boats had sunk",
            id="nobody is named",
        ),
        pytest.param(
            "Criticism was levelled at what the premier called “reckless sailing” near the reef.",
            "the premier",
            "levelled",
            "at what the premier called “reckless sailing” near the reef",
            id="who names it levels it",
        ),
        pytest.param(
            "A letter from the Arrendian parliament asks both sides to return to the table.",
            "A letter from the Arrendian parliament",
            "asks",
            "both sides to return to the table",
            id="a text speaks",
        ),
        pytest.param(
            "The Sudmark readout, for its part, focused on the harvest.",
            "The Sudmark readout",
            "focused",
            "on the harvest",
            id="a text focuses",
        ),
        pytest.param(
            "As reported by the Velmoran side, the talks were about grain.",
            "the Velmoran side",
            "reported",
            "the talks were about grain",
            id="as reported by",
        ),
        pytest.param(
            "It was stressed by the Arrendian side that the pass must stay open.",
            "the Arrendian side",
            "was stressed",
            "that the pass must stay open",
            id="passive before its clause",
        ),
        pytest.param(
            "Brek was told by the chancellor that the pass was shut.",
            "the chancellor",
            "was told",
            "that the pass was shut",
            id="a hearer was told",
        ),
        pytest.param(
            "The Velmoran ministry said in a statement that the ships had left.",
            "The Velmoran ministry",
            "said",
            "that the ships had left",
            id="said in a statement",
        ),
        pytest.param(
            "Nordland puts the number of dead at 40.",
            "Nordland",
            "puts",
            "the number of dead at 40",
            id="puts a number",
        ),
        pytest.param(
            "Maar raised the case of the detained sailors with Brek.",
            "Maar",
            "raised",
            "the case of the detained sailors with Brek",
            id="raises an issue",
        ),
        pytest.param(
            "The issue of the prisoners was raised by Brek.",
            "Brek",
            "was raised",
            "The issue of the prisoners",
            id="an issue is raised",
        ),
        pytest.param(
            "The premier brought up the dam.",
            "The premier",
            "brought up",
            "the dam",
            id="brings up",
        ),
        pytest.param(
            "Velmora is adamant that no ship has sailed.",
            "Velmora",
            "is adamant",
            "that no ship has sailed",
            id="adjective",
        ),
        pytest.param(
            "The marshal was convinced that the truce would hold.",
            "The marshal",
            "was convinced",
            "that the truce would hold",
            id="participle as adjective",
        ),
        pytest.param(
            "Nordland's position is that the reef belongs to it.",
            "Nordland's",
            "position",
            "that the reef belongs to it",
            id="position",
        ),
        pytest.param(
            "Per the Sudmark readout, the leaders met for an hour.",
            "the Sudmark readout",
            "Per",
            "the leaders met for an hour",
            id="per a text",
        ),
    ],
)
def test_a_construction_is_read(
    read: Read, is_told: IsTold, text: str, source: str | None, cue: str, content: str
) -> None:
    (found,) = [each for each in read(text) if each.parent is None]
    assert is_told(found, source, content)
    assert cue in found.cue.words


@pytest.mark.parametrize(
    "text",
    [
        "The pact between Nordland and Sudmark raised eyebrows in Velmora.",
        "The current dispute underscores how fragile the truce has become.",
        "It is clear that the truce will hold.",
        "The bank raised interest rates.",
        "The widow brought up three children.",
        "Storms put the crews at risk.",
    ],
)
def test_the_reports_own_voice_is_nobodys(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_second_verb_of_the_same_speaker_is_not_part_of_what_was_said(read: Read) -> None:
    text = "Its spokeswoman said the delays were technical and accused Omeland of exaggerating."
    said, accused = read(text)
    assert said.content.words == "the delays were technical"
    assert accused.content.words == "Omeland of exaggerating"


def test_a_link_inside_a_content_names_its_parent(read: Read) -> None:
    outer, inner = read("Sudmark's summary highlighted Brek's opposition to any new levy.")
    assert outer.parent is None
    assert inner.parent == outer.id


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Velmora denied that its ships had fired.", Polarity.NEGATIVE),
        ("Nordland rejected claims that its soldiers had crossed the river.", Polarity.NEGATIVE),
        ("The marshal does not believe that the truce will hold.", Polarity.NEGATIVE),
        ("Nordland refused to open the border.", Polarity.NEGATIVE),
        ("The marshal never believed that the truce would hold.", Polarity.NEGATIVE),
        ("The marshal believes that the truce will hold.", Polarity.POSITIVE),
    ],
)
def test_denials_are_negative(read: Read, text: str, polarity: Polarity) -> None:
    assert read(text)[0].polarity is polarity


@pytest.mark.parametrize(
    ("text", "content", "quotation"),
    [
        (
            '"We will open the dam," she said. "Nobody will stop us."',
            '"We will open the dam," … "Nobody will stop us."',
            Quotation.DIRECT,
        ),
        (
            "“The border stays closed,” said Jon Brek, “until the raids end.”",
            "“The border stays closed,” … “until the raids end.”",
            Quotation.DIRECT,
        ),
        (
            "“The pass is shut. The road is mined,” the general warned.",
            "“The pass is shut. The road is mined,”",
            Quotation.DIRECT,
        ),
        ("The mayor said: “The road is open.”", "“The road is open.”", Quotation.DIRECT),
        ("Ilse Maar: “The road is open.”", "“The road is open.”", Quotation.DIRECT),
        (
            "The mayor promised that food would arrive “within days”.",
            "that food would arrive “within days”",
            Quotation.MIXED,
        ),
        (
            "The mayor promised that food would arrive within days.",
            "that food would arrive within days",
            Quotation.INDIRECT,
        ),
    ],
)
def test_quotations_belong_to_their_speaker(
    read: Read, text: str, content: str, quotation: Quotation
) -> None:
    (found,) = read(text)
    assert (found.content.words, found.quotation) == (content, quotation)


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(read: Read) -> None:
    text = "“The pass is shut,” the general said. “The road is mined.\n“Stay at home.”\n"
    (found,) = read(text)
    assert found.content.exact == (
        "“The pass is shut,”",
        "“The road is mined.",
        "“Stay at home.”",
    )


def test_a_stray_mark_quotes_nothing_and_is_no_part_of_a_source(read: Read) -> None:
    (found,) = read("\" Kirel's spokeswoman said the road was open.")
    assert found.source is not None
    assert (found.source.words, found.content.words) == (
        "Kirel's spokeswoman",
        "the road was open",
    )


def test_a_content_that_only_points_elsewhere_is_less_sure(read: Read) -> None:
    (pointing,), (named,) = read("Velmora confirmed it."), read("Velmora confirmed the raid.")
    assert pointing.content.words == "it"
    assert pointing.confidence < named.confidence


def test_what_is_quoted_is_not_read_for_further_links(read: Read) -> None:
    (found,) = read("“My father said that the reef was cursed,” Maar recalled.")
    assert found.cue.words == "recalled"

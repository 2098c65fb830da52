"""Whole pages about invented states: each account is found, and little else."""

from collections.abc import Callable

import pytest

from rashomon.model import Attribution, Polarity

Read = Callable[[str], tuple[Attribution, ...]]
IsTold = Callable[[Attribution, str | None, str], bool]
Link = tuple[str | None, str, Polarity]

MAX_SPARE = 3

POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
SILENT, WITHHELD = Polarity.SILENT, Polarity.WITHHELD

FISHERIES = """\
Velmora and Sudmark Hold Tense Call Over Fisheries
Velmoran President Ilse Maar spoke by video link with Sudmark's Chancellor Jon Brek on Tuesday, \
May 14, for just over half an hour.
Turning to the prisoners, Maar insisted that every captured sailor must be returned. She \
nonetheless conveyed appreciation to the chancellor for his role in reopening the ferry line. \
She pressed for greater pressure on the port authority to allow inspections.
By contrast, no reference to the patrols appeared in the Sudmark readout. In Brek's telling, the \
conversation centred on the "disastrous state of the northern fisheries". The chancellery's \
summary highlighted the need to protect small ports. Sudmark signalled its willingness to send \
inspectors.
The call deepened the chill between the two capitals, widely blamed on Sudmark's supposed "island \
policy". Sudmark stopped short of condemning the ramming of a trawler, and its invitation to a \
rebel delegation caused anger in Velmora. Rebel commanders promised to free three sailors.
"""

WITHDRAWAL = """\
Kestria, Omeland leaders meet
Dissatisfaction with the pace of the withdrawal was voiced by the Omeland delegation. The Omeland \
foreign ministry's communiqué speaks of "unacceptable delays" at the crossing. The minister was \
criticised by Kestrian officials for his remarks.
The Kestrian side was quick to reject the charge. Its spokeswoman, Hanna Reyl, said the delays \
were “a technical matter” and accused Omeland of exaggerating. “We have kept every promise,” she \
told journalists. “Omeland has kept none.”
The ministry in Kestria has yet to comment on the second proposal. Neither the dam nor the \
arrests are mentioned in the Kestrian statement, which omits any reference to a timetable. \
Omeland's ambassador did not fully back the ceasefire plan.
"""

LETTERS = """\
Arrendia's prime minister wrote to the Nordland king in May. In the letter, Vell asks the king to \
recall his fleet. The king's press office confirmed receipt of the letter but declined to discuss \
its contents.
Nordland's cabinet, in a two-page note, maintained that its ships had never left home waters and \
called the charge baseless. The note avoids mention of the seized tanker. The palace spoke of \
"regret" but offered no apology. Asked whether the tanker would be released, a spokesman would \
neither confirm nor deny it.
Vell's office later published its own account, which is silent on the fate of the crew. Arrendia \
has made clear that it would take the case to court. "This is a dangerous game," the opposition \
leader warned.
According to people briefed on the matter, Nordland intends to answer within a week.
The incident underlines how fragile the truce has become. Tension in the bay has risen since March.
"""


@pytest.mark.parametrize(
    ("page", "links"),
    [
        pytest.param(
            FISHERIES,
            [
                ("Maar", "that every captured sailor must be returned", POSITIVE),
                (
                    "She",
                    "appreciation to the chancellor for his role in reopening the ferry line",
                    POSITIVE,
                ),
                (
                    "She",
                    "for greater pressure on the port authority to allow inspections",
                    POSITIVE,
                ),
                (
                    "Brek",
                    'the conversation centred on the "disastrous state of the northern fisheries"',
                    POSITIVE,
                ),
                ("The chancellery's summary", "the need to protect small ports", POSITIVE),
                ("Sudmark", "its willingness to send inspectors", POSITIVE),
                ("Sudmark", "the ramming of a trawler", WITHHELD),
                ("Rebel commanders", "to free three sailors", POSITIVE),
            ],
            id="a call, told by two readouts",
        ),
        pytest.param(
            WITHDRAWAL,
            [
                (
                    "the Omeland delegation",
                    "Dissatisfaction with the pace of the withdrawal",
                    POSITIVE,
                ),
                (
                    "The Omeland foreign ministry's communiqué",
                    'of "unacceptable delays" at the crossing',
                    POSITIVE,
                ),
                ("Kestrian officials", "The minister … for his remarks", POSITIVE),
                ("The Kestrian side", "the charge", NEGATIVE),
                ("Its spokeswoman, Hanna Reyl", "the delays were “a technical matter”", POSITIVE),
                ("Its spokeswoman, Hanna Reyl", "Omeland of exaggerating", POSITIVE),
                ("she", "“We have kept every promise,” … “Omeland has kept none.”", POSITIVE),
                ("The ministry in Kestria", "the second proposal", SILENT),
                ("the Kestrian statement", "Neither the dam nor the arrests", SILENT),
                ("which", "a timetable", SILENT),
                ("Omeland's ambassador", "the ceasefire plan", WITHHELD),
            ],
            id="a meeting, in passives",
        ),
        pytest.param(
            LETTERS,
            [
                ("Vell", "the king to recall his fleet", POSITIVE),
                ("The king's press office", "receipt of the letter", POSITIVE),
                ("The king's press office", "its contents", SILENT),
                ("Nordland's cabinet", "that its ships had never left home waters", POSITIVE),
                ("The note", "the seized tanker", SILENT),
                ("The palace", 'of "regret"', POSITIVE),
                ("a spokesman", "it", WITHHELD),
                ("which", "the fate of the crew", SILENT),
                ("Arrendia", "that it would take the case to court", POSITIVE),
                ("the opposition leader", '"This is a dangerous game,"', POSITIVE),
                (
                    "people briefed on the matter",
                    "Nordland intends to answer within a week",
                    POSITIVE,
                ),
            ],
            id="an exchange of letters",
        ),
    ],
)
def test_a_page_gives_its_accounts_and_little_else(
    read: Read, is_told: IsTold, page: str, links: list[Link]
) -> None:
    def is_meant(found: Attribution, link: Link) -> bool:
        source, content, polarity = link
        return found.polarity is polarity and is_told(found, source, content)

    found = read(page)
    assert [link for link in links if not any(is_meant(each, link) for each in found)] == []
    spare = [each for each in found if not any(is_meant(each, link) for link in links)]
    assert len([each for each in spare if each.parent is None]) <= MAX_SPARE, spare

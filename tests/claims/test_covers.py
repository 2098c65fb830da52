import pytest

from rashomon.model import Polarity

SAYS, DENIES = Polarity.POSITIVE, Polarity.NEGATIVE
SILENT, WITHHELD = Polarity.SILENT, Polarity.WITHHELD

CALL = (
    "Velmoran President Ana Kos phoned Nordland's premier, Jon Berg, on Friday. Kos said the dam "
    "was safe. She asked for the return of the fishermen. Velmora rejected the tariffs. Berg's "
    "readout did not touch upon these points. Nordland said the call was brief. Kos insisted that "
    "the dam would stay. The premier passed over the matter. Berg did not condemn the tariffs in "
    "full. In a previous call in May, Kos promised Berg some fishermen."
)
SAID = [
    ("Kos", "said", "the dam was safe", SAYS),
    ("She", "asked", "for the return of the fishermen", SAYS),
    ("Velmora", "rejected", "the tariffs", DENIES),
    ("Berg's readout", "touch upon", "these points", SILENT),
    ("Nordland", "said", "the call was brief", SAYS),
    ("Kos", "insisted", "that the dam would stay", SAYS),
    ("The premier", "passed over", "the matter", SILENT),
    ("Berg", "condemn", "the tariffs in full", WITHHELD),
    ("Kos", "promised", "some fishermen", SAYS),
]


def test_these_points_are_what_the_others_said_since_the_silent_side_spoke(claims_of) -> None:
    attributions, claims = claims_of(CALL, SAID)
    covers = {claim.attribution_id: claim.covers for claim in claims}
    ids = [attribution.id for attribution in attributions]
    assert covers[ids[3]] == tuple(ids[:3])
    assert covers[ids[6]] == (ids[5],)
    assert covers[ids[7]] == ()
    assert all(covers[ids[i]] == () for i in (0, 1, 2, 4, 5, 8))


def test_a_silence_about_something_named_covers_what_shares_its_words(claims_of) -> None:
    text = CALL + " The Nordland statement made no mention of the fishermen."
    said = [*SAID, ("The Nordland statement", "made no mention of", "the fishermen", SILENT)]
    attributions, claims = claims_of(text, said)
    covers = {claim.attribution_id: claim.covers for claim in claims}
    # Not the fishermen of the previous call: that is another event.
    assert covers[attributions[-1].id] == (attributions[1].id,)


def test_a_silence_about_nothing_anybody_said_covers_nothing(claims_of) -> None:
    text = CALL + " Nordland made no mention of pensions. Nordland declined to give any details."
    said = [
        *SAID,
        ("Nordland", "made no mention of", "pensions", SILENT),
        ("Nordland", "declined to give", "any details", SILENT),
    ]
    claims = claims_of(text, said)[1]
    assert [claim.covers for claim in claims if claim.content.exact == ("pensions",)] == [()]
    assert [claim.covers for claim in claims if claim.content.exact == ("any details",)] == [()]


def test_a_silence_of_nobody_known_covers_nothing(claims_of) -> None:
    text = CALL + " The neighbours did not mention these points."
    said = [*SAID, ("The neighbours", "mention", "these points", SILENT)]
    assert claims_of(text, said)[1][-1].covers == ()


TRADE = (
    "Velmora's parliament and Nordland's parliament met. Velmora said the port was full. Nordland "
    "threatened to leave. It said that troops shelled the port. Nordland made no mention of these "
    "points. Velmora passed over the threat. Velmora did not mention the shelling. Neither side "
    "mentioned the port."
)
TRADED = [
    ("Velmora", "said", "the port was full", SAYS),
    ("Nordland", "threatened", "to leave", SAYS),
    ("It", "said", "troops shelled the port", SAYS),
    ("Nordland", "made no mention of", "these points", SILENT),
    ("Velmora", "passed over", "the threat", SILENT),
    ("Velmora", "mention", "the shelling", SILENT),
    ("Neither side", "mentioned", "the port", SILENT),
]


@pytest.mark.parametrize(
    ("silence", "covers"),
    [
        (3, {"Nordland": [0]}),  # before its own words, where nothing lies after them
        (4, {"Velmora": [1]}),  # the verb of the act
        (5, {"Velmora": [2]}),  # a verb of the same stem
        (6, {"Velmora": [2], "Nordland": [0]}),  # each side: what the other says
    ],
)
def test_a_silence_covers_what_its_words_stand_for(
    claims_of, silence: int, covers: dict[str, list[int]]
) -> None:
    attributions, claims = claims_of(TRADE, TRADED)
    ids = [attribution.id for attribution in attributions]
    assert {
        claim.side: [ids.index(each) for each in claim.covers]
        for claim in claims
        if claim.attribution_id == ids[silence]
    } == covers


DAM = (
    "Velmora's parliament and Nordland's parliament met. Velmora said the turbines at the dam "
    "would stop. It asked for camera footage. Nordland made no mention of the turbine prices or "
    "the ferry. None of this was mentioned in the readout by Nordland. Nordland did not say "
    "whether the cameras were a price for the dam. Velmora said the prices were high. Velmora "
    "said the turbine had rust."
)
PASSED_OVER = [
    ("Velmora", "said", "the turbines at the dam would stop", SAYS),
    ("It", "asked", "for camera footage", SAYS),
    ("Nordland", "made no mention of", "the turbine prices or the ferry", SILENT),
    ("the readout by Nordland", "was mentioned", "None of this", SILENT),
    ("Nordland", "say", "whether the cameras were a price for the dam", SILENT),
    ("Velmora", "said", "the prices were high", SAYS),
    ("Velmora", "said", "the turbine had rust", SAYS),
]


@pytest.mark.parametrize(("silence", "covers"), [(2, [5]), (3, [0, 1]), (4, [1, 5])])
def test_a_silence_covers_what_shares_its_head_noun_or_before_it_half_of_its_words(
    claims_of, silence: int, covers: list[int]
) -> None:
    attributions, claims = claims_of(DAM, PASSED_OVER)
    ids = [attribution.id for attribution in attributions]
    (claim,) = (claim for claim in claims if claim.attribution_id == ids[silence])
    assert [ids.index(each) for each in claim.covers] == covers


@pytest.mark.parametrize(("reporter", "covers"), [("A driver", [1]), ("Nordland", [])])
def test_what_nobody_known_reports_of_a_side_is_covered_by_itself(
    claims_of, reporter: str, covers: list[int]
) -> None:
    text = (
        "Velmora's parliament and Nordland's parliament met. "
        f"{reporter} said that Velmora wanted a ferry. Nordland made no mention of the ferry."
    )
    said = [
        (reporter, "said that", "Velmora wanted a ferry", SAYS),
        ("Velmora", "wanted", "a ferry", SAYS),
        ("Nordland", "made no mention of", "the ferry", SILENT),
    ]
    attributions, claims = claims_of(text, said, parents={1: 0})
    ids = [attribution.id for attribution in attributions]
    assert [ids.index(each) for each in claims[-1].covers] == covers

from rashomon.claims import resolve
from rashomon.model import Kind, Polarity

SAYS = Polarity.POSITIVE
TALKS = (
    "Nordland's Prime Minister Ingrid Dahl met Sudmark President Tomas Verek. Dahl said the border "
    "would open. He denied that troops had moved. Both leaders said talks would go on. It was "
    "reported that a treaty was near. Officials said it was cold."
)


def test_every_attribution_gives_a_claim_for_each_side_that_says_it(claims_of) -> None:
    attributions, claims = claims_of(
        TALKS,
        [
            ("Dahl", "said", "the border would open", SAYS),
            ("Both leaders", "said", "talks would go on", SAYS),
            (None, "reported", "that a treaty was near", SAYS),
            ("Officials", "said", "it was cold", SAYS),
        ],
    )
    dahl, both, treaty, officials = (a.id for a in attributions)
    assert [(claim.attribution_id, claim.side) for claim in claims] == [
        (dahl, "Nordland"),
        (both, "Nordland"),
        (both, "Sudmark"),
        (treaty, None),
        (officials, None),
    ]
    assert [claim.actor.name for claim in claims[:3] if claim.actor] == [
        "Ingrid Dahl",
        "Ingrid Dahl",
        "Tomas Verek",
    ]
    assert len({claim.id for claim in claims}) == len(claims)
    assert claims[1].reason.startswith("said of Nordland and Sudmark together")
    assert claims[3].reason == "the text names nobody"
    assert "does not say whose" in claims[4].reason


def test_ids_are_the_same_in_every_run_and_differ_between_claims(claims_of) -> None:
    said = [
        ("Dahl", "said", "the border would open", SAYS),
        (None, "reported", "that a treaty was near", SAYS),
    ]
    first, second = claims_of(TALKS, said)[1], claims_of(TALKS, said)[1]
    assert [claim.id for claim in first] == [claim.id for claim in second]
    assert len({claim.id for claim in first}) == len(first)


STATEMENT = (
    "The Prime Minister spoke with the President of Sudmark. We welcome the opening of the border. "
    "Minister Mari Ekeland said the ferry would sail."
)


def test_an_official_text_asserts_its_own_sentences_for_the_side_given(claims_of) -> None:
    attributions, claims = claims_of(
        STATEMENT,
        [("Minister Mari Ekeland", "said", "the ferry would sail", SAYS)],
        kind=Kind.STATEMENT,
        side="NL-1",
        publisher="Office of the Prime Minister",
    )
    assert {claim.side for claim in claims} == {"NL-1"}
    own = [claim for claim in claims if claim.attribution_id is None]
    assert own
    assert all(claim.actor and claim.actor.name.startswith("Office") for claim in own)
    cited = [claim for claim in claims if claim.attribution_id == attributions[0].id]
    assert cited[0].actor is not None
    assert cited[0].actor.name == "Mari Ekeland"


def test_a_publisher_without_a_side_is_asked_for_it(claims_of) -> None:
    said = [("We", "welcome", "the opening of the border", SAYS)]
    known = claims_of(STATEMENT, said, kind=Kind.READOUT, publisher="President of Ukraine")[1]
    assert {claim.side for claim in known} == {"Ukraine"}
    assert any(claim.reason.startswith("first person") for claim in known)
    unknown = claims_of(STATEMENT, said, kind=Kind.READOUT, publisher="The Office")[1]
    assert {claim.side for claim in unknown} == {None}


def test_nothing_in_gives_nothing_out() -> None:
    assert resolve([], [], [], []) == []


def test_a_leader_who_quotes_another_does_not_change_sides(claims_of) -> None:
    text = (
        "Nordland's Prime Minister Ingrid Dahl met Sudmark's President Tomas Verek. Dahl said that "
        "Verek had told her that the port was closed."
    )
    said = [
        ("Dahl", "said", "Verek had told her that the port was closed", Polarity.POSITIVE),
        ("Verek", "told", "the port was closed", Polarity.POSITIVE),
    ]
    _, claims = claims_of(text, said, parents={1: 0})
    assert {claim.content.words: claim.side for claim in claims} == {
        "Verek had told her that the port was closed": "Nordland",
        "the port was closed": "Sudmark",
    }


def test_a_claim_tells_of_a_source_without_a_name_and_of_doubt(claims_of) -> None:
    text = "A Norwegian official said the port was closed. Congo said it was open."
    said = [
        ("A Norwegian official", "said", "the port was closed", Polarity.POSITIVE),
        ("Congo", "said", "it was open", Polarity.POSITIVE),
    ]
    _, (unnamed, doubtful) = claims_of(text, said)
    assert (unnamed.side, unnamed.is_unnamed) == ("Norway", True)
    assert (doubtful.side, doubtful.actor, doubtful.confidence) == (None, None, 0.0)
    assert [actor.name for actor in doubtful.candidates] == ["DR Congo", "Congo-Brazzaville"]


def test_what_a_report_says_was_talked_about_is_no_sides_account(claims_of) -> None:
    text = (
        "Nordland and Sudmark discussed fishing rights. Prime Minister Ingrid Dahl of Nordland "
        "focused on the harvest. The government of Nordland focused on the mines."
    )
    said = [
        ("Nordland and Sudmark", "discussed", "fishing rights", Polarity.POSITIVE),
        ("Ingrid Dahl", "focused on", "the harvest", Polarity.POSITIVE),
        ("The government of Nordland", "focused on", "the mines", Polarity.POSITIVE),
    ]
    _, claims = claims_of(text, said)
    assert [(claim.content.words, claim.side) for claim in claims] == [
        ("fishing rights", None),
        ("the harvest", None),
        ("the mines", "Nordland"),
    ]


def test_what_sides_are_said_not_to_have_discussed_is_theirs(claims_of) -> None:
    text = "Norway and Sweden did not discuss fishing rights."
    said = [("Norway and Sweden", "discuss", "fishing rights", Polarity.SILENT)]
    _, claims = claims_of(text, said)
    assert {claim.side for claim in claims} == {"Norway", "Sweden"}

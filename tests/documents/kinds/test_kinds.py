import tomllib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.documents import extract
from rashomon.documents.kinds import KindFinding, find_kind
from rashomon.documents.kinds.features import MAX_BODY, load_table, read_wording
from rashomon.documents.kinds.weights import load_weights
from rashomon.model import Document, DocumentId, Kind, Page, PageForm

TEXTS = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))["texts"]
CONTACT = "The President spoke today with the Prime Minister of Sudmark about the crossing."
AGENCY = (
    "TARSK (NNA) - Fishermen said on Thursday that ministers had ignored them. But officials "
    "declined to comment, according to a spokeswoman who told reporters so on Friday."
)
OFFICIAL = (
    "Arrendia condemns the closure. We call on Velmora to return to dialogue today. The Government "
    "reaffirmed its commitment to cooperation. The Minister expressed gratitude to our partners."
)


def ask(
    body: str, *, title: str | None = None, publisher: str | None = None, url: str | None = None
) -> KindFinding:
    return find_kind(title=title, body=body, publisher=publisher, url=url)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["sort"])
def test_texts_of_every_sort_are_told(text: dict[str, str]) -> None:
    found = ask(
        text["text"], title=text.get("title"), publisher=text.get("publisher"), url=text.get("url")
    )
    assert found.kind == text["kind"], found.reason


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["sort"])
def test_by_the_text_alone_no_report_is_taken_for_an_official_text(text: dict[str, str]) -> None:
    found = ask(text["text"])
    assert found.kind is Kind.REPORT or text["kind"] != Kind.REPORT, found.reason


@pytest.mark.parametrize(
    ("title", "publisher", "kind"),
    [
        ("Readout of President Solheim's Call with Prime Minister Lund", None, Kind.READOUT),
        ("Statement by the Foreign Minister on the harvest", None, Kind.STATEMENT),
        ("Statement by the Press Secretary on the President's Call with Lund", None, Kind.READOUT),
        ("Press release: new ferry line", "Tarsk Harbour", Kind.STATEMENT),
        ("A long day in Norhaven", "Foreign Ministry of Nordland", Kind.READOUT),
        ("A long day in Norhaven", "Office of the President of Nordland (via x.org)", Kind.READOUT),
        ("Lund calls Solheim", "Report by the news agency of the Ministry of Trade", Kind.REPORT),
        ("Lund calls Solheim", "A spokesman of the Ministry of Trade", Kind.REPORT),
    ],
)
def test_title_and_publisher_tell_the_kind(title: str, publisher: str | None, kind: Kind) -> None:
    body = "It rained on the harvest." if kind is Kind.STATEMENT else CONTACT
    found = ask(body, title=title, publisher=publisher)
    assert found.kind is kind, found.reason


def test_an_official_text_that_names_no_call_or_meeting_is_no_readout() -> None:
    assert ask(OFFICIAL, publisher="Foreign Ministry of Nordland").kind is Kind.STATEMENT


def test_without_any_sign_a_text_is_a_report_and_that_is_not_sure() -> None:
    found = ask("Nordland will plant a million trees.")
    assert found.kind is Kind.REPORT
    assert found.confidence < 0.95
    assert "leaves it open" in found.reason


def test_a_host_of_a_government_makes_a_statement_of_what_could_be_either() -> None:
    body = "Nordland will plant a million trees."
    assert ask(body, url="https://www.mfa.gov.xx/news/1").kind is Kind.STATEMENT
    assert ask(body, url="https://news.example.com/gov").kind is Kind.REPORT


def test_a_report_that_tells_a_call_in_the_words_of_chanceries_is_told_by_its_citing() -> None:
    body = (
        "President Kos engaged in a long telephone conversation with Prime Minister Solberg. The "
        "Arrendian government's statement reveals that Kos expressed concern and emphasized the "
        "need for dialogue. In contrast, the Velmoran side's account did not touch upon this. The "
        "official statement from the Prime Minister's press service emphasized readiness to "
        "cooperate. Kos thanked Solberg and underscored her commitment."
    )
    found = ask(body, title="Kos and Solberg discuss tensions in lengthy phone call")
    assert found.kind is Kind.REPORT, found.reason


def test_wording_that_only_leans_to_an_official_is_left_a_report_and_said_so() -> None:
    found = ask(
        "We thank the neighbours. The harvest is in and the roads are open. Winter can come."
    )
    assert found.kind is Kind.REPORT
    assert "not clear enough" in found.reason


def test_an_address_that_is_none_shows_no_publisher() -> None:
    assert ask("", url="http://[x").kind is Kind.REPORT


def test_an_agency_report_on_a_host_of_a_government_stays_a_report_and_the_reason_says_so() -> None:
    found = ask(AGENCY, url="https://www.mfa.gov.xx/press/1")
    assert found.kind is Kind.REPORT
    assert "is an official host, but the wording is a report’s" in found.reason
    assert '"said"' in found.reason


def test_an_official_publisher_is_believed_whatever_the_wording() -> None:
    found = ask(AGENCY, publisher="Office of the President of Nordland")
    assert found.kind is Kind.STATEMENT
    assert "but the wording is a report’s" in found.reason


def test_a_statement_that_a_newspaper_carries_in_full_stays_a_statement() -> None:
    found = ask(OFFICIAL, publisher="Norhaven Post")
    assert found.kind is Kind.STATEMENT
    assert "is a news medium, but the wording is an official’s" in found.reason


def test_what_another_publisher_carries_needs_the_wording_of_a_statement() -> None:
    body = "Nordland will plant a million trees."
    found = ask(body, publisher="Palace statement carried by Norhaven Wire")
    assert found.kind is Kind.REPORT
    assert "another publisher carries it" in found.reason


def test_the_reason_names_the_words_it_rests_on() -> None:
    reason = ask(OFFICIAL).reason
    assert "first person plural" in reason or "an office in place of its holder" in reason
    assert any(f'"{word}"' in reason for word in ("Government", "condemns", "we", "reaffirmed"))


def test_words_in_quotation_marks_are_not_the_texts_own() -> None:
    assert "plural_self" not in read_wording("He said: “We will stay. Our harvest is good.”").rates
    assert "plural_self" in read_wording("We will stay. Our harvest is good.").rates


def test_a_mark_that_is_never_closed_hides_nothing() -> None:
    assert read_wording("“ We will stay.").rates["plural_self"] > 0.0


def test_a_phrase_counts_only_as_a_whole() -> None:
    assert read_wording("They looked forward to it.").found["chancery_verbs"] == ["looked forward"]
    assert "chancery_verbs" not in read_wording("They looked up. It ended, they looked").rates


def test_every_weight_belongs_to_a_feature() -> None:
    labels = load_table().labels
    for weights in load_weights().values():
        assert set(weights.features) <= set(labels)


@given(body=st.text(max_size=400), title=st.none() | st.text(max_size=60))
def test_any_text_is_of_some_kind_with_a_confidence_and_a_reason(
    body: str, title: str | None
) -> None:
    found = ask(body, title=title)
    assert 0.0 <= found.confidence <= 1.0
    assert found.reason


@pytest.mark.parametrize("seed", ["“", '"', "A ", "Aa. ", "the ", ": A", "\n1. ", "``", "he side "])
def test_hostile_wording_is_read_at_once(seed: str) -> None:
    begin = process_time()
    read_wording((seed * MAX_BODY)[:MAX_BODY] + "!")
    assert process_time() - begin < 2.0


PARAGRAPHS = "".join(f"<p>{OFFICIAL}</p>" for _ in range(4))
HTML = f"<html><body><article><h1>On the pass</h1>{PARAGRAPHS}</article></body></html>"


@pytest.mark.parametrize(("form", "content"), [(PageForm.TEXT, OFFICIAL), (PageForm.HTML, HTML)])
def test_a_document_says_how_sure_its_kind_is(form: PageForm, content: str) -> None:
    (document,) = extract([Page(id=DocumentId("p"), form=form, content=content.encode(), path="p")])
    assert isinstance(document, Document)
    assert document.kind is Kind.STATEMENT
    assert 0.5 < document.kind_confidence < 1.0

import pytest

from rashomon.model import (
    Anchor,
    Attribution,
    Document,
    DocumentId,
    Force,
    Kind,
    Polarity,
    Quotation,
    Span,
    content_hash,
)
from rashomon.model.attribution import polarity_of

TEXT = "Velmora held the dam is open."
DOCUMENT = Document(
    id=DocumentId("page"), text=TEXT, zones=(), kind=Kind.REPORT, kind_reason="", sha256="0"
)
UNSAID = {
    Force.DENIES: Polarity.NEGATIVE,
    Force.REFUSES: Polarity.NEGATIVE,
    Force.SILENT: Polarity.SILENT,
    Force.WITHHELD: Polarity.WITHHELD,
}


def attribution(force: Force) -> Attribution:
    source, cue, content = (
        Anchor.at(TEXT, Span(first, stop)) for first, stop in [(0, 7), (8, 12), (13, 28)]
    )
    return Attribution.of(
        DOCUMENT,
        source=source,
        cue=cue,
        content=content,
        quotation=Quotation.INDIRECT,
        force=force,
        confidence=1.0,
    )


@pytest.mark.parametrize("force", Force)
def test_a_content_is_put_forward_unless_it_is_denied_refused_or_left_unsaid(force: Force) -> None:
    assert attribution(force).polarity is UNSAID.get(force, Polarity.POSITIVE)


@pytest.mark.parametrize("force", Force)
def test_an_id_tells_forces_apart_only_by_their_polarity(force: Force) -> None:
    found = attribution(force)
    spans = [anchor.spans for anchor in (found.source, found.cue, found.content) if anchor]
    assert found.id == content_hash("attribution", "page", "0", *spans, found.polarity.value)


@pytest.mark.parametrize(
    ("force", "cue", "polarity"),
    [
        (Force.DENIES, "denied", Polarity.NEGATIVE),
        (Force.DENIES, "denied claims", Polarity.NEGATIVE),
        (Force.DENIES, "does not believe", Polarity.NEGATIVE),
        (Force.REFUSES, "reportedly rejected", Polarity.NEGATIVE),
        (Force.REFUSES, "declared its opposition to", Polarity.NEGATIVE),
        (Force.DENIES, "said", Polarity.POSITIVE),  # "that it had not fired"
        (Force.REFUSES, "has later added", Polarity.POSITIVE),
        (Force.REFUSES, "told reporters", Polarity.POSITIVE),
        (Force.SILENT, "said nothing about", Polarity.SILENT),
        (Force.WITHHELD, "said", Polarity.WITHHELD),  # "neither side said whether"
    ],
)
def test_what_a_plain_verb_tells_is_put_forward_as_it_stands(
    force: Force, cue: str, polarity: Polarity
) -> None:
    assert polarity_of(force, cue) is polarity

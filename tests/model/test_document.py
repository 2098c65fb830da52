from rashomon.model import Document, DocumentId, Kind, Span, Zone, ZoneSpan


def document(kind: Kind = Kind.REPORT, side: str | None = None) -> Document:
    return Document(
        id=DocumentId("page"),
        text="Pass closed\nVelmora said no.",
        zones=(ZoneSpan(Zone.HEADLINE, Span(0, 11)), ZoneSpan(Zone.BODY, Span(12, 28))),
        kind=kind,
        kind_reason="",
        sha256="",
        side=side,
    )


def test_the_zone_of_an_offset_is_found_at_both_edges_and_not_between() -> None:
    given = document()
    found = [given.zone_at(offset) for offset in (0, 10, 11, 12, 27, 28)]
    body, headline = Zone.BODY, Zone.HEADLINE
    assert found == [headline, headline, None, body, body, None]


def test_a_document_without_zones_has_none_anywhere() -> None:
    empty = Document(
        id=DocumentId("page"), text="x", zones=(), kind=Kind.REPORT, kind_reason="", sha256=""
    )
    assert empty.zone_at(0) is None


def test_official_texts_and_texts_given_with_a_side_speak_for_themselves() -> None:
    assert document(Kind.READOUT).is_own_account
    assert document(side="Velmora").is_own_account
    assert not document().is_own_account

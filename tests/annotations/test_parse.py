from rashomon.annotations import annotate
from rashomon.annotations.parse import MAX_BLOCK, blocks_of
from rashomon.model import Document, DocumentId, Kind, Span, Zone, ZoneSpan


def document(*parts: tuple[Zone, str]) -> Document:
    text, zones = "", []
    for zone, words in parts:
        zones.append(ZoneSpan(zone, Span(len(text), len(text) + len(words))))
        text += words + "\n"
    return Document(
        id=DocumentId("page"),
        text=text,
        zones=tuple(zones),
        kind=Kind.REPORT,
        kind_reason="",
        sha256="",
    )


def test_tokens_quote_the_text_with_emoji_and_combining_marks() -> None:
    given = document((Zone.BODY, "🕊️ Zoë Kos said peace is near. Ése es él."), (Zone.BODY, "Yes."))
    (layers,) = annotate([given])
    tokens = layers.tokens
    for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        assert given.text[start:end] == word


def test_teasers_and_furniture_have_no_layers() -> None:
    given = document(
        (Zone.BODY, "Kos spoke."), (Zone.TEASER, "Solberg wept."), (Zone.FURNITURE, "Menu")
    )
    (layers,) = annotate([given])
    assert "Solberg" not in layers.tokens.words
    assert "Menu" not in layers.tokens.words


def test_no_sentence_runs_over_the_end_of_a_paragraph() -> None:
    given = document((Zone.HEADLINE, "Kos meets Solberg"), (Zone.BODY, "They spoke in Tarn."))
    (layers,) = annotate([given])
    first_of_body = given.text.index("They")
    assert any(layers.tokens.starts[each.first] == first_of_body for each in layers.sentences)


def test_a_huge_paragraph_is_cut_at_sentences_and_stays_whole() -> None:
    given = document((Zone.BODY, "Ana Kos said that the pass is open. " * 400))
    blocks = list(blocks_of(given))
    assert len(blocks) > 1
    assert max(len(block) for block in blocks) <= MAX_BLOCK
    assert all(given.text[block.end - 1] in ". \n" for block in blocks)
    assert "".join(given.text[b.start : b.end] for b in blocks) == given.text.rstrip("\n")


def test_documents_come_out_in_order_and_empty_ones_too() -> None:
    given = [
        document((Zone.BODY, "One."), (Zone.BODY, "Two.")),
        document(),
        document((Zone.BODY, "Three.")),
    ]
    layers = annotate(given)
    assert [each.tokens.words for each in layers] == [("One", ".", "Two", "."), (), ("Three", ".")]


def test_heads_stay_inside_their_sentence() -> None:
    (layers,) = annotate(
        [document((Zone.BODY, "Kos spoke. Solberg left."), (Zone.BODY, "It rained."))]
    )
    for sentence in layers.sentences:
        for token in range(sentence.first, sentence.stop):
            assert sentence.first <= layers.tokens.heads[token] < sentence.stop

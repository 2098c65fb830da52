from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from rashomon.attributions import attribute
from rashomon.model import (
    Annotations,
    Attribution,
    Document,
    DocumentId,
    Kind,
    Sentence,
    Tokens,
)

# Words that open rules, and marks.
WORDS = st.sampled_from(
    """
    said denied condemned mention no not did of to that by as in without short stopped made clear
    according view claim statement readout nothing silent absent appear omit left out call
    nowhere found while drawn nor is adamant position put at in raised issue dodged questions
    Velmora he who what neither quoted saying “ ” " : ; , . and
    """.split()  # noqa: SIM905  # eighty strings read better as lines
)
RELATIONS = st.sampled_from(
    """
    nsubj nsubjpass ccomp xcomp dobj prep pobj pcomp conj advcl acl relcl parataxis agent poss neg
    aux auxpass mark attr expl acomp prt cc det advmod oprd punct
    """.split()  # noqa: SIM905  # sixty strings read better as lines
)
TAGS = st.sampled_from(["VBD", "VBN", "VBG", "VB", "NN", "IN"])
PARTS = st.sampled_from(["VERB", "AUX", "NOUN", "PROPN", "PRON", "ADP", "ADJ"])


@st.composite
def parsed(draw: st.DrawFn) -> tuple[Document, Annotations]:
    """A text of one or two lines with any tree over each: parsers make any mistake."""
    words: list[str] = []
    heads: list[int] = []
    sentences: list[Sentence] = []
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 2))):
        line = draw(st.lists(WORDS, min_size=1, max_size=12))
        first, length = len(words), len(line)
        order = draw(st.permutations(range(length)))
        line_heads = [0] * length
        for rank, token in enumerate(order):
            above = order[draw(st.integers(0, rank - 1))] if rank else token
            line_heads[token] = first + above
        words.extend(line)
        heads.extend(line_heads)
        sentences.append(Sentence(first, first + length))
        lines.append(" ".join(line))
    n_words = len(words)
    starts, position = [], 0
    for word in words:
        starts.append(position)
        position += len(word) + 1

    def column(values: st.SearchStrategy[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(values, min_size=n_words, max_size=n_words)))

    document = document_of("\n".join(lines))
    tokens = Tokens(
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        words=tuple(words),
        lemmas=tuple({"said": "say", "denied": "deny", "made": "make"}.get(w, w) for w in words),
        pos=column(PARTS),
        tags=column(TAGS),
        relations=tuple(
            "ROOT" if head == token else relation
            for token, (head, relation) in enumerate(zip(heads, column(RELATIONS), strict=True))
        ),
        heads=tuple(heads),
    )
    return document, Annotations(
        document_id=document.id, tokens=tokens, sentences=tuple(sentences), mentions=()
    )


def document_of(text: str) -> Document:
    return Document(
        id=DocumentId("text"),
        text=text,
        zones=(),
        kind=Kind.REPORT,
        kind_reason="",
        sha256=sha256(text.encode()).hexdigest(),
    )


def read(case: tuple[Document, Annotations]) -> tuple[Attribution, ...]:
    document, annotations = case
    (found,) = attribute([document], [annotations])
    return found


@given(parsed())
def test_every_anchor_quotes_its_text_whatever_the_parse(
    case: tuple[Document, Annotations],
) -> None:
    for found in read(case):
        for anchor in filter(None, (found.source, found.cue, found.content)):
            anchor.check(case[0].text)


@given(parsed())
def test_a_parent_is_an_attribution_of_the_same_text(case: tuple[Document, Annotations]) -> None:
    found = read(case)
    by_id = {attribution.id: attribution for attribution in found}
    for attribution in found:
        if attribution.parent is not None:
            parent = by_id[attribution.parent]
            assert parent.content.overlaps(attribution.cue)


@given(parsed())
def test_a_rerun_finds_the_same_in_reading_order(case: tuple[Document, Annotations]) -> None:
    found = read(case)
    assert found == read(case)
    assert [a.cue.start for a in found] == sorted(a.cue.start for a in found)


def test_a_document_without_words_has_no_attributions() -> None:
    document = document_of("")
    tokens = Tokens(
        starts=(), ends=(), words=(), lemmas=(), pos=(), tags=(), relations=(), heads=()
    )
    annotations = Annotations(document_id=document.id, tokens=tokens, sentences=(), mentions=())
    assert read((document, annotations)) == ()

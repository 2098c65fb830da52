"""The stage: parsed documents in, who said what out."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attributions.absences import find_absences
from rashomon.attributions.boundaries import keep_apart
from rashomon.attributions.candidate import Candidate
from rashomon.attributions.lexicon import Lexicon, load_lexicon
from rashomon.attributions.mending import mend
from rashomon.attributions.nouns import find_nouns
from rashomon.attributions.passives import find_passives
from rashomon.attributions.phrases import find_phrases
from rashomon.attributions.predicates import find_predicates
from rashomon.attributions.quotations import Quoted, find_quoted, quotation_of
from rashomon.attributions.ranges import Range
from rashomon.attributions.selection import parents_of, select, without_repeats
from rashomon.attributions.silences import find_silences
from rashomon.attributions.speeches import Speeches
from rashomon.attributions.tree import WordTree
from rashomon.attributions.verbs import find_verbs
from rashomon.model import Anchor, Annotations, Attribution, Document, Polarity, Span

FINDERS = (
    find_predicates,
    find_verbs,
    find_passives,
    find_phrases,
    find_nouns,
    find_silences,
    find_absences,
)
# "Velmora says that" points at words that stand elsewhere: nothing to compare.
POINTERS = frozenset({"it", "so", "that", "these", "this", "those", "what", "which"})
POINTER_CONFIDENCE = 0.1


def attribute(
    documents: Sequence[Document], annotations: Sequence[Annotations]
) -> list[tuple[Attribution, ...]]:
    """Find who said what in parsed documents.

    Every annotated zone is read, the headline too. What is quoted is not read for further
    attributions. A source is None where the text names nobody ("it was reported that").

    Args:
        documents: Documents in English.
        annotations: The layers of each, in the same order.

    Returns:
        One tuple a document, in order; attributions in reading order of their cues. One whose cue
        stands in another's content names it as its parent.
    """
    return [
        _attributions_of(document, layers)
        for document, layers in zip(documents, annotations, strict=True)
    ]


def _attributions_of(document: Document, annotations: Annotations) -> tuple[Attribution, ...]:
    if not annotations.tokens.starts:
        return ()
    lexicon = load_lexicon()
    tree = WordTree(document.text, mend(annotations, lexicon.reporting))
    quoted = find_quoted(document.text, Span(0, len(document.text)))
    candidates = find_candidates(tree, quoted, lexicon)
    parents = parents_of(tree, candidates)
    made = [_made(document, tree, quoted, candidate, lexicon) for candidate in candidates]
    return tuple(
        attribution if parent is None else replace(attribution, parent=made[parent].id)
        for attribution, parent in zip(made, parents, strict=True)
    )


def find_candidates(tree: WordTree, quoted: Sequence[Quoted], lexicon: Lexicon) -> list[Candidate]:
    """Run the rules over one document.

    Args:
        tree: The parsed document.
        quoted: Its quoted stretches, in reading order.
        lexicon: The cue words.

    Returns:
        Links with contents, in reading order of their cues.
    """
    speeches = Speeches(tree, quoted)
    found = [
        candidate
        for find in FINDERS
        for candidate in find(tree, lexicon)
        if not speeches.is_quoted[candidate.head]
    ]
    own = keep_apart(tree, select(tree, found, lexicon), speeches.is_quoted)
    spoken = speeches.give(own)
    links = sorted([*spoken, *speeches.find_colons()], key=lambda c: (c.cue, c.contents))
    return without_repeats(tree, links)


def _made(
    document: Document,
    tree: WordTree,
    quoted: Sequence[Quoted],
    candidate: Candidate,
    lexicon: Lexicon,
) -> Attribution:
    content = _anchor(document, tree, candidate.contents)
    source = None if candidate.source is None else tree.unquoted(candidate.source)
    is_stated = candidate.polarity is Polarity.POSITIVE
    is_pointer = is_stated and content.words.lower() in POINTERS
    return Attribution.of(
        document,
        source=None if source is None else _anchor(document, tree, [source]),
        cue=_anchor(document, tree, [candidate.cue]),
        content=content,
        quotation=quotation_of(content.spans, document.text, quoted),
        polarity=candidate.polarity,
        confidence=(
            POINTER_CONFIDENCE if is_pointer else lexicon.confidence[candidate.construction]
        ),
    )


def _anchor(document: Document, tree: WordTree, ranges: Sequence[Range]) -> Anchor:
    lines = [line for tokens in ranges for line in tree.lines_of(tokens)]
    pieces = [piece for line in lines if (piece := tree.trimmed(line))]
    return Anchor.at(document.text, *(tree.span_of(piece) for piece in pieces or lines))

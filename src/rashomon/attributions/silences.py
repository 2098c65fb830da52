"""Denied speech: did not mention, declined to comment on, stopped short of condemning."""

from collections.abc import Iterator

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.complements import brings_up
from rashomon.attributions.denials import Denial, denial_of
from rashomon.attributions.lexicon import Lexicon, Words
from rashomon.attributions.ranges import Range
from rashomon.attributions.subjects import is_passive, source_of, speaker_of
from rashomon.attributions.tree import WordTree
from rashomon.model import Polarity

# "does not support", "will not accept" is a stand taken, no silence.
STANDING = frozenset({"do", "does", "will", "'ll", "can", "ca", "wo"})
# Denied alone, these leave out whatever was asked: "declined to comment".
ACTS = frozenset({"comment", "elaborate", "respond", "answer", "speak", "clarify"})
DRAWN = "draw"
DETAILS = frozenset({"detail", "particular", "specific", "specifics"})
CONTAINING = frozenset({"in", "from", "by", "of"})


def find_silences(tree: WordTree, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield what denied verbs of speech left unsaid, in reading order.

    The content is what was left out. Where the words name nothing ("declined to comment"), it is
    the act itself: "to comment".
    """
    for verb, part_of_speech in enumerate(tree.tokens.pos):
        if part_of_speech == "VERB":
            candidate = _denied(tree, verb, lexicon)
            if candidate is not None:
                yield candidate


def _denied(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    denial = denial_of(tree, verb, lexicon.silences)
    if denial is None:
        return None
    polarity = _polarity(tree, verb, denial, lexicon)
    lemma = tree.lemma[verb]
    if polarity is None or (lemma == "go" and not _goes_into_words(tree, verb, denial)):
        return None
    is_drawn = lemma == DRAWN
    if is_passive(tree, verb) and not is_drawn:
        return _unmentioned_subject(tree, verb, denial, polarity, lexicon)
    prepositions = lexicon.unmentioned.get(lemma) or lexicon.withheld.get(lemma) or frozenset()
    found = named_by(tree, verb, prepositions)
    if found is not None:
        content, stop = found
    elif lemma in ACTS:
        has_to = tree.lower[verb - 1] == "to"
        content, stop = (verb - has_to, verb + 1), verb - has_to
    else:
        return None
    subject = tree.child(verb, "nsubjpass") if is_drawn else None
    source = source_of(tree, denial.subject_verb) if subject is None else tree.noun_phrase(subject)
    return silence(tree, verb, (denial.first, stop), content, source, polarity, lexicon)


def _polarity(tree: WordTree, verb: int, denial: Denial, lexicon: Lexicon) -> Polarity | None:
    lemma, words = tree.lemma[verb], lexicon.silences
    if lemma == DRAWN:  # "would not be drawn on", but not "the map was not drawn on paper"
        is_asked = denial.subject_verb != verb or "MD" in {
            tree.tokens.tags[child] for child in tree.children[verb]
        }
        return Polarity.SILENT if is_asked and is_passive(tree, verb) else None
    noun = tree.child(verb, "dobj")  # "did not raise the issue of"
    is_issue = noun is not None and brings_up(tree, verb, noun, lexicon)
    if lemma in lexicon.unmentioned or is_issue:
        return Polarity.SILENT
    if lemma in words["texts_mention"]:
        is_missing = is_passive(tree, verb)  # "was not raised in the readout"
        speaker = container_of(tree, verb) if is_missing else speaker_of(tree, denial.subject_verb)
        is_text = speaker is not None and tree.lemma[speaker] in words["texts"]
        return Polarity.SILENT if is_text else None
    is_speech = lemma in lexicon.verbs["object"] or lemma in lexicon.verbs["clause"]
    has_degree = any(tree.lower[c] in words["degrees"] for c in tree.children[verb])
    is_indirect = denial.subject_verb != verb and tree.lower[denial.first] != "without"
    if has_degree and (is_speech or lemma in lexicon.withheld):
        return Polarity.WITHHELD
    if lemma in lexicon.withheld:
        is_stand = not is_indirect and tree.lower[denial.first] in STANDING
        return None if is_stand else Polarity.WITHHELD
    return None


def _goes_into_words(tree: WordTree, verb: int, denial: Denial) -> bool:
    """Read "declined to go into the costs", "did not go into detail"; no town is gone into."""
    into = next((c for c in tree.children[verb] if tree.lower[c] == "into"), None)
    noun = None if into is None else tree.child(into, "pobj")
    is_declined = tree.lemma[denial.first] == "decline"
    return noun is not None and (is_declined or tree.lemma[noun] in DETAILS)


def named_by(tree: WordTree, verb: int, prepositions: Words) -> tuple[Range, int] | None:
    """Find what a verb is about.

    Returns:
        Its tokens, and one past the last word before them that belongs to the cue; or None.
    """
    for child in tree.children[verb]:
        if child > verb and tree.lower[child] in prepositions:
            inner = tree.child(child, "pobj", "pcomp")
            if inner is not None:
                return tree.range_of(inner), child + 1
    inner = tree.child(verb, "dobj", "ccomp")
    if inner is None:
        return None
    if inner < verb:  # "what it did not mention"
        return None
    first, stop = tree.range_of(inner)
    for child in tree.children[verb]:  # "calling the raid a crime"
        if tree.left[child] == stop and tree.tokens.relations[child] in {"oprd", "xcomp"}:
            stop = tree.right[child]
    return (first, stop), verb + 1


def _unmentioned_subject(
    tree: WordTree, verb: int, denial: Denial, polarity: Polarity, lexicon: Lexicon
) -> Candidate | None:
    """Read "the dam was not mentioned in the readout"."""
    subject = tree.child(verb, "nsubjpass")
    if subject is None:
        return None
    place = container_of(tree, verb)
    source = tree.noun_phrase(place) if place is not None else None
    content = tree.range_of(subject)
    is_next = place is not None and tree.tokens.heads[place] == verb + 1
    cue = denial.first, verb + 1 + is_next
    return silence(tree, verb, cue, content, source, polarity, lexicon)


def container_of(tree: WordTree, token: int) -> int | None:
    """Find the text or speaker that something is missing from: "… in the readout", "by X"."""
    for child in tree.children[token]:
        if child > token and tree.lower[child] in CONTAINING:
            place = tree.child(child, "pobj")
            if place is not None:
                return place
        elif child > token and tree.lower[child] == "out":  # "left out of the readout"
            return container_of(tree, child)
    return None


def silence(
    tree: WordTree,
    head: int,
    cue: Range,
    content: Range,
    source: Range | None,
    polarity: Polarity,
    lexicon: Lexicon,
) -> Candidate | None:
    """Make a silence; a text named at the content's end ("… in the readout") is its source."""
    first, stop = content
    for token in range(first + 1, stop):
        if tree.lower[token] in CONTAINING - {"of"}:
            place = tree.child(token, "pobj")
            if place is not None and tree.lemma[place] in lexicon.silences["texts"]:
                source = source or tree.noun_phrase(place)
                stop = token
                break
    if source is not None and cue[0] <= source[0] < cue[1]:  # "nor did he mention"
        cue = min(source[1], cue[1] - 1), cue[1]
    trimmed = tree.trimmed((first, stop))
    if trimmed is None or cue[0] >= cue[1]:
        return None
    return Candidate(
        head=head,
        source=source,
        cue=cue,
        contents=(trimmed,),
        construction=Construction.SILENCE,
        polarity=polarity,
    )

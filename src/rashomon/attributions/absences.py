"""Things missing: no mention of, left out, was silent on, absent from the readout."""

from collections.abc import Iterator

from rashomon.attributions.candidate import Candidate
from rashomon.attributions.denials import denial_of, stopping_verb
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.ranges import Range
from rashomon.attributions.silences import container_of, named_by, silence
from rashomon.attributions.subjects import is_passive, source_of, speaker_of
from rashomon.attributions.tree import WordTree
from rashomon.attributions.verbs import cue_of
from rashomon.model import Polarity

TOPIC_PREPOSITIONS = frozenset(
    {"of", "to", "on", "about", "for", "over", "regarding", "concerning"}
)
OVER = frozenset({"over"})
NONE = frozenset({"no", "little", "scant"})


def find_absences(tree: WordTree, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield what nouns, adjectives and verbs of omission report as left out, in reading order."""
    words = lexicon.silences
    for token, lemma in enumerate(tree.lemma):
        found, word = None, tree.lower[token]
        if lemma in words["mentions"] or lemma in words["withheld_nouns"]:
            found = _no_mention(tree, token, lexicon)
        elif word in {"nothing", "none", "little"}:
            found = _said_nothing(tree, token, lexicon)
        elif word in words["silent_adjectives"]:
            found = _silent(tree, token, lexicon)
        elif word in words["absent_adjectives"] or lemma in words["appearing_verbs"]:
            found = _absent(tree, token, lexicon)
        elif tree.tokens.pos[token] == "VERB":
            found = _left_out(tree, token, lexicon)
        elif word == "of":
            found = _short_of(tree, token, lexicon)
        if found is not None:
            yield found


def _no_mention(tree: WordTree, noun: int, lexicon: Lexicon) -> Candidate | None:
    """Read "made no mention of", "no reference to … appeared in", "without any mention of"."""
    verb = tree.tokens.heads[noun]
    if tree.tokens.pos[noun] != "NOUN" or not _is_missing(tree, noun, verb, lexicon):
        return None
    about = _topic_preposition(tree, noun) or _topic_preposition(tree, verb)
    if about is not None:
        topic = tree.child(about, "pobj", "pcomp")
        content = tree.range_of(about if topic is None else topic)
        cue = _first_of_mention(tree, noun, verb), about + 1
    else:  # "gave no details", "no promise was made": the noun itself is what was left out
        content, cue = tree.range_of(noun), cue_of(tree, verb)
    source = _silent_party(tree, noun, verb, about)
    is_mention = tree.lemma[noun] in lexicon.silences["mentions"]
    polarity = Polarity.SILENT if is_mention else Polarity.WITHHELD
    return silence(tree, noun, cue, content, source, polarity, lexicon)


def _first_of_mention(tree: WordTree, noun: int, verb: int) -> int:
    relation = tree.tokens.relations[noun]
    if relation in {"nsubj", "nsubjpass"}:
        return tree.left[noun]
    if relation == "attr":  # "there was no mention of"
        subject = tree.child(verb, "expl")
        return verb if subject is None else subject
    return cue_of(tree, verb)[0] if tree.is_verb(verb) else verb


def _silent_party(tree: WordTree, noun: int, verb: int, about: int | None) -> Range | None:
    """Find who made no mention: the subject, or the text it is missing from."""
    if tree.lower[verb] == "without":
        return source_of(tree, tree.tokens.heads[verb])
    if tree.tokens.relations[noun] == "dobj":
        return source_of(tree, verb)
    for token in (verb, noun):
        place = container_of(tree, token)
        if place is not None and tree.tokens.heads[place] != about:
            return tree.noun_phrase(place)
    return None


def _is_missing(tree: WordTree, noun: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a mention is said to be missing: "no mention", "omitted any mention"."""
    if tree.lower[verb] == "without":
        return True
    if not tree.is_verb(verb):
        return False
    if any(tree.lower[c] in NONE for c in tree.children[noun]):
        return tree.lemma[verb] in (
            lexicon.silences["making_verbs"] | lexicon.silences["appearing_verbs"]
        )
    if tree.tokens.relations[noun] != "dobj":
        return False
    words = lexicon.silences
    if tree.lemma[verb] in words["leaving_out"] | words["avoiding_verbs"]:
        return True
    is_made = tree.lemma[verb] in words["making_verbs"]
    return is_made and denial_of(tree, verb, words) is not None


def _topic_preposition(tree: WordTree, token: int) -> int | None:
    for child in tree.children[token]:
        if child > token and tree.lower[child] in TOPIC_PREPOSITIONS:
            return child
    return None


def _said_nothing(tree: WordTree, noun: int, lexicon: Lexicon) -> Candidate | None:
    verb = tree.tokens.heads[noun]
    words = lexicon.silences
    saying = words["making_verbs"] | words["texts_mention"] | {*lexicon.unmentioned}
    if tree.tokens.relations[noun] not in {"dobj", "advmod"} or tree.lemma[verb] not in saying:
        return None
    about = _topic_preposition(tree, noun) or _topic_preposition(tree, verb)
    topic = tree.child(about, "pobj", "pcomp") if about is not None else None
    if about is None or topic is None:
        return None
    is_nothing = tree.lower[noun] != "little"
    polarity = Polarity.SILENT if is_nothing else Polarity.WITHHELD
    cue = cue_of(tree, verb)[0], about + 1
    return silence(tree, noun, cue, tree.range_of(topic), source_of(tree, verb), polarity, lexicon)


def _silent(tree: WordTree, adjective: int, lexicon: Lexicon) -> Candidate | None:
    verb = tree.tokens.heads[adjective]
    about = _topic_preposition(tree, adjective) or _topic_preposition(tree, verb)
    topic = tree.child(about, "pobj", "pcomp") if about is not None else None
    if about is None or topic is None or not tree.is_verb(verb) or verb > adjective:
        return None
    cue = cue_of(tree, verb)[0], about + 1
    source, content = source_of(tree, verb), tree.range_of(topic)
    return silence(tree, adjective, cue, content, source, Polarity.SILENT, lexicon)


def _absent(tree: WordTree, token: int, lexicon: Lexicon) -> Candidate | None:
    if tree.lemma[token] in lexicon.silences["appearing_verbs"]:
        denial = denial_of(tree, token, lexicon.silences)
        verb = token
        first = denial.first if denial is not None else -1
    else:
        verb = tree.tokens.heads[token]
        first = cue_of(tree, verb)[0] if tree.is_verb(verb) else -1
    place = container_of(tree, token)
    if place is None:
        place = container_of(tree, verb)
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if (
        first < 0
        or place is None
        or subject is None
        or tree.lemma[place] not in (lexicon.silences["texts"])
    ):
        return None
    cue = first, tree.tokens.heads[place] + 1
    content, source = tree.range_of(subject), tree.noun_phrase(place)
    return silence(tree, token, cue, content, source, Polarity.SILENT, lexicon)


def _left_out(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    words, lemma = lexicon.silences, tree.lemma[verb]
    particles = {tree.lower[child] for child in tree.children[verb]}
    is_leave_out = lemma == "leave" and "out" in particles
    is_pass_over = lemma in words["passing_over"] and "over" in particles
    if not (
        is_leave_out
        or is_pass_over
        or lemma in words["leaving_out"]
        or lemma in words["texts_leave_out"]
    ):
        return None
    if is_passive(tree, verb):
        return _left_out_of(tree, verb, lexicon)
    speaker, named = speaker_of(tree, verb), named_by(tree, verb, OVER)
    if speaker is None or named is None:
        return None
    content, stop = named
    noun = tree.child(verb, "dobj")
    if noun is not None and tree.lemma[noun] in words["mentions"]:
        return None  # "omitted any mention of" is read at the noun
    is_texts = is_pass_over or lemma in words["texts_leave_out"]
    if is_texts and tree.lemma[speaker] not in words["texts"]:
        return None
    cue = cue_of(tree, verb)
    cue = cue[0], max(cue[1], stop)
    return silence(tree, verb, cue, content, source_of(tree, verb), Polarity.SILENT, lexicon)


def _left_out_of(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    """Read "the dam was left out of the readout"."""
    subject, place = tree.child(verb, "nsubjpass"), container_of(tree, verb)
    if subject is None or place is None or tree.lemma[place] not in lexicon.silences["texts"]:
        return None
    cue = cue_of(tree, verb)[0], tree.tokens.heads[place] + 1
    source, content = tree.noun_phrase(place), tree.range_of(subject)
    return silence(tree, verb, cue, content, source, Polarity.SILENT, lexicon)


def _short_of(tree: WordTree, of: int, lexicon: Lexicon) -> Candidate | None:
    verb, noun = stopping_verb(tree, of), tree.child(of, "pobj")
    if verb is None or noun is None or tree.lemma[noun] not in lexicon.silences["withheld_nouns"]:
        return None
    source, content = source_of(tree, verb), tree.range_of(noun)
    return silence(tree, of, (verb, of + 1), content, source, Polarity.WITHHELD, lexicon)

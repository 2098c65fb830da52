"""Things missing: no mention of, left out, was silent on, absent from the readout."""

from collections.abc import Iterator, Sequence

from rashomon.attributions.candidate import Candidate
from rashomon.attributions.denials import NEGATIONS, denial_of, stopping_verb
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
FOUND = frozenset({"find", "see", "come"})  # "nowhere to be found in", "did not come up in"
OVER = frozenset({"over"})
NONE = frozenset({"no", "not", "little", "scant"})  # "not a word about"
ASIDE = frozenset({"out", "aside"})


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
        elif word in words["absent_adjectives"] or lemma in words["appearing_verbs"] | FOUND:
            found = _absent(tree, token, lexicon)
        elif tree.tokens.pos[token] == "VERB":
            found = _dodged(tree, token, lexicon) or _left_out(tree, token, lexicon)
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
    for token in (verb, noun, tree.child(verb, "xcomp")):  # "was to be found in"
        if token is None:
            continue
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
    if any(word in NONE for word in tree.lower[tree.left[noun] : noun]):
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
    verb, relation = tree.tokens.heads[noun], tree.tokens.relations[noun]
    words = lexicon.silences
    saying = words["texts_mention"] | {*lexicon.unmentioned}
    if relation in {"dobj", "advmod", "attr"}:
        saying |= words["making_verbs"]
    elif relation == "nsubj":
        saying = words["appearing_verbs"]
    elif relation != "nsubjpass" or tree.lower[noun] == "none":
        return None  # "none of this was mentioned" is read at the verb
    if tree.lemma[verb] not in saying:
        return None
    is_in_text = relation in {"attr", "nsubj"}
    place = _text_of(tree, (noun, verb), lexicon) if is_in_text else None
    # "had nothing to say on the dam", "nothing in the readout about the dam"
    places = (noun, verb, tree.child(noun, "relcl", "acl"), place)
    abouts = [_topic_preposition(tree, token) for token in places if token is not None]
    abouts.append(_fronted_topic(tree, verb))
    about = next((about for about in abouts if about is not None), None)
    topic = tree.child(about, "pobj", "pcomp") if about is not None else None
    if about is None or topic is None:
        return None
    source = None if is_in_text else source_of(tree, verb)
    if place is not None:
        source = tree.noun_phrase(place)
    if source is not None and source[0] < about < source[1]:
        source = source[0], about
    cue = cue_of(tree, verb)[0], max(noun, about) + 1
    if relation in {"nsubj", "nsubjpass"}:
        cue = tree.left[noun], verb + 1
    elif relation == "attr":
        cue = cue[0], noun + 1
    polarity = Polarity.WITHHELD if tree.lower[noun] == "little" else Polarity.SILENT
    found = silence(tree, noun, cue, tree.range_of(topic), source, polarity, lexicon)
    return None if found is None or (is_in_text and found.source is None) else found


def _fronted_topic(tree: WordTree, verb: int) -> int | None:
    """Find the preposition of "On the dam, Velmora said nothing"."""
    first = tree.sentence_of(verb)[0]
    is_topic = first in tree.children[verb] and tree.lower[first] in TOPIC_PREPOSITIONS
    return first if is_topic else None


def _text_of(tree: WordTree, tokens: Sequence[int], lexicon: Lexicon) -> int | None:
    """Find the text that something is missing from, below one of the tokens."""
    texts = lexicon.silences["texts"] | lexicon.silences["pointers"]
    for token in tokens:
        place = container_of(tree, token)
        if place is not None:
            return place if tree.lemma[place] in texts else None
    return None


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
    head = tree.tokens.heads[token]
    place = _text_of(tree, (token, head), lexicon)
    if place is None:
        return None
    if tree.lemma[token] in FOUND:
        first, verb = _not_found(tree, token, lexicon)
    elif tree.lemma[token] in lexicon.silences["appearing_verbs"]:
        denial = denial_of(tree, token, lexicon.silences)
        first, verb = -1 if denial is None else denial.first, token
    else:
        first, verb = cue_of(tree, head)[0] if tree.is_verb(head) else -1, head
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if token < verb:  # "absent from the readout was the dam"
        first, subject = token, tree.child(verb, "attr")
        subject = tree.child(verb, "nsubj") if subject is None else subject
    if first < 0 or subject is None or subject == token:
        return None
    if tree.lemma[subject] in lexicon.silences["mentions"]:  # "missing was any mention of the dam"
        about = _topic_preposition(tree, subject)
        topic = None if about is None else tree.child(about, "pobj", "pcomp")
        subject = subject if topic is None else topic
    cue = first, tree.tokens.heads[place] + 1
    content, source = tree.range_of(subject), tree.noun_phrase(place)
    return silence(tree, token, cue, content, source, Polarity.SILENT, lexicon)


def _not_found(tree: WordTree, token: int, lexicon: Lexicon) -> Range:
    """Find where "is nowhere to be found", "did not come up" begins, and its main verb."""
    particle = tree.child(token, "prt")
    is_up = particle is not None and tree.lower[particle] == "up"
    if not (is_up if tree.lemma[token] == "come" else is_passive(tree, token)):
        return -1, token
    verb = token
    while tree.tokens.relations[verb] in {"xcomp", "advmod"} and tree.tokens.heads[verb] < verb:
        verb = tree.tokens.heads[verb]
    first = cue_of(tree, verb)[0]
    subject = tree.child(verb, "nsubj", "nsubjpass")
    is_none = (
        subject is not None
        and tree.lower[tree.left[subject]] in {"neither", "no", "none"}
        and tree.lemma[subject] not in lexicon.silences["mentions"]  # read at the noun
    )
    is_denied = not NEGATIONS.isdisjoint(tree.lower[first:token])
    return first if is_denied or is_none else -1, verb


def _left_out(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    words, lemma = lexicon.silences, tree.lemma[verb]
    particles = {tree.lower[child] for child in tree.children[verb]}
    is_leave_out = lemma == "leave" and not ASIDE.isdisjoint(particles)
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
    place = container_of(tree, verb)  # "in silence"
    is_silent = place is not None and tree.lemma[place] == "silence"
    is_named = is_pass_over and (is_silent or tree.tokens.pos[speaker] == "PROPN")  # no plane
    if is_texts and not is_named and tree.lemma[speaker] not in words["texts"]:
        return None
    cue = cue_of(tree, verb)
    cue = cue[0], max(cue[1], stop)
    return silence(tree, verb, cue, content, source_of(tree, verb), Polarity.SILENT, lexicon)


def _dodged(tree: WordTree, verb: int, lexicon: Lexicon) -> Candidate | None:
    """Read "dodged questions on the dam"; the questions, where they have no topic."""
    noun = tree.child(verb, "dobj")
    words = lexicon.silences
    if noun is None or tree.lemma[noun] not in words["questions"]:
        return None
    if tree.lemma[verb] not in words["dodging_verbs"]:
        return None
    about = _topic_preposition(tree, noun) or _topic_preposition(tree, verb)
    topic = None if about is None else tree.child(about, "pobj", "pcomp")
    content = tree.range_of(noun if topic is None else topic)
    cue = cue_of(tree, verb)
    if about is not None and topic is not None:
        cue = cue[0], about + 1
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

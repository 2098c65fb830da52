"""Initiators: who asked for the contact, or came up with a thing."""

from collections.abc import Iterator

from rashomon.accounts.lexicon import load_lexicon, stem
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation, Tokens

NOUNS = frozenset(map(stem, ["initiative", "request", "suggestion", "invitation"]))
VERBS = frozenset(map(stem, ["initiate", "request", "propose", "suggest"]))
MIN_ROOT = 5  # letters that "Velmoran" and "Velmora" share
N_WORDS_AROUND = 6


def compare_initiators(first: Utterance, second: Utterance) -> Finding | None:
    """Find two who are each said to have asked for one thing.

    "At the initiative of X" speaks of the contact itself, and only one side can have asked for it;
    of what somebody proposed, the object has to be the same.
    """
    for matter, name, words in _initiators(first):
        for other_matter, other, other_words in _initiators(second):
            if matter == other_matter and not _may_be_one(name, other):
                quoted = f"{first.side} “{words}”, {second.side} “{other_words}”"
                reason = f"each names another initiator: {quoted}"
                return Finding(Relation.CONTRADICT, reason, 0.7)
    return None


def _may_be_one(name: str, other: str) -> bool:
    return name[:MIN_ROOT] == other[:MIN_ROOT]


def _initiators(utterance: Utterance) -> Iterator[tuple[frozenset[str], str, str]]:
    """Yield what was asked for (empty: the contact), a stem of who asked, and the words."""
    lexicon = load_lexicon()
    contact = lexicon.contact_nouns | lexicon.contact_verbs
    for tokens, i in utterance.tokens():
        root = stem(tokens.lemmas[i])
        if tokens.pos[i] == "NOUN" and root in NOUNS and _is_circumstance(tokens, i):
            for name in _names_at(tokens, i):
                words = sorted((i, name))
                yield frozenset(), stem(tokens.words[name]), _words(tokens, words[0], words[1])
        if tokens.pos[i] == "VERB" and root in VERBS:
            near = range(max(0, i - N_WORDS_AROUND), min(len(tokens), i + N_WORDS_AROUND))
            subjects = [j for j in near if tokens.heads[j] == i and tokens.relations[j] == "nsubj"]
            objects = [j for j in near if tokens.heads[j] == i and tokens.relations[j] == "dobj"]
            for j in subjects:
                matter = frozenset(stem(tokens.words[k]) for k in objects)
                if tokens.pos[j] == "PROPN" and matter:
                    asked = frozenset() if matter & contact else matter
                    yield asked, stem(tokens.words[j]), _words(tokens, j, objects[-1])


def _is_circumstance(tokens: Tokens, i: int) -> bool:
    """Tell whether a noun stands in "at the initiative of"."""
    return tokens.relations[i] == "pobj" and tokens.words[tokens.heads[i]].lower() in {"at", "on"}


def _names_at(tokens: Tokens, i: int) -> Iterator[int]:
    """Yield the name that an initiative is said to be of: "of Velmora", "the Velmoran side's"."""
    for j in range(max(0, i - N_WORDS_AROUND), min(len(tokens), i + N_WORDS_AROUND)):
        path, k = [j], j
        while tokens.heads[k] != k and k != i:
            k = tokens.heads[k]
            path.append(k)
        is_name = tokens.pos[j] == "PROPN" or tokens.words[j][:1].isupper()
        if k == i and j != i and is_name and len(path) <= 4 and tokens.pos[j] != "DET":
            yield j
            return


def _words(tokens: Tokens, first: int, last: int) -> str:
    return " ".join(tokens.words[min(first, last) : max(first, last) + 1])

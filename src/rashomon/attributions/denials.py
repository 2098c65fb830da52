"""How a verb is denied: not, never, declined to, failed to, without, avoided, stopped short of."""

from dataclasses import dataclass

from rashomon.attributions.lexicon import Words
from rashomon.attributions.tree import WordTree

MAX_STEPS = 6  # verbs of a list; longer ones are parsing errors
NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "neither", "nor", "nowhere", "hardly", "barely"}
)
INVERTING = frozenset({"nor", "neither", "never"})
# Subjects that deny what a passive says of them: "nothing was said".
NOTHING = frozenset({"no", "not", "nothing", "none", "little"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Denial:
    """What denies a verb.

    Attributes:
        first: First token of the denying words.
        subject_verb: The verb whose subject is the one who is denied to have spoken.
    """

    first: int
    subject_verb: int


def denial_of(tree: WordTree, verb: int, words: dict[str, Words]) -> Denial | None:
    """Find what denies a verb, or None if nothing does.

    Args:
        tree: The parsed document.
        verb: Token number of the verb.
        words: The word lists of silence, ``Lexicon.silences``.
    """
    for _ in range(MAX_STEPS):
        denial = own_denial(tree, verb) or _from_above(tree, verb, words)
        head = tree.tokens.heads[verb]
        is_second = (
            tree.tokens.relations[verb] == "conj"
            and tree.is_verb(head)
            and tree.child(verb, *SUBJECTS) is None
        )
        if denial is not None or not is_second:
            return denial
        verb = head  # "did not confirm or deny"
    return None


def own_denial(tree: WordTree, verb: int) -> Denial | None:
    """Find a verb's own negation: "did not", "nor did", or a subject such as "neither side"."""
    for child in tree.children[verb]:
        is_subject = tree.tokens.relations[child] in SUBJECTS
        if child < verb and tree.lower[child] in NEGATIONS and not is_subject:
            auxiliaries = [
                c
                for c in tree.children[verb]
                if c < child and tree.tokens.relations[c] in {"aux", "auxpass"}
            ]
            return Denial(min([child, *auxiliaries]), verb)
        if (
            child > 0
            and tree.tokens.relations[child] == "aux"
            and tree.lower[child - 1] in INVERTING
        ):
            return Denial(child - 1, verb)  # "…, nor did he": hung on the verb before
    subject = tree.child(verb, *SUBJECTS)
    if subject is not None and tree.lower[tree.left[subject]] in {"neither", "nobody", "none"}:
        auxiliary = tree.child(verb, "aux", "auxpass")
        return Denial(verb if auxiliary is None else auxiliary, verb)
    return None


def _from_above(tree: WordTree, verb: int, words: dict[str, Words]) -> Denial | None:
    relation, head = tree.tokens.relations[verb], tree.tokens.heads[verb]
    if tree.lower[max(0, verb - 3) : verb] == ["far", "as", "to"]:
        return next(
            (
                own_denial(tree, go)
                for go in range(verb - 4, max(-1, verb - 7), -1)
                if tree.lemma[go] == "go"
            ),
            None,
        )  # "did not go so far as to condemn"
    if relation == "xcomp":
        is_denying = tree.lemma[head] in words["denying_verbs"] | words["avoiding_verbs"]
        is_yet = "yet" in tree.lower[head:verb]  # "has yet to comment"
        return Denial(head, head) if is_denying or is_yet else None
    return _before_gerund(tree, head, words) if relation in {"pcomp", "advcl"} else None


def _before_gerund(tree: WordTree, head: int, words: dict[str, Words]) -> Denial | None:
    if tree.lower[head] == "without":
        return Denial(head, tree.tokens.heads[head])
    if tree.lower[head] != "of" and tree.lower[head] != "from":
        return None
    if (stopped := stopping_verb(tree, head)) is not None:
        return Denial(stopped, stopped)
    above = tree.tokens.heads[head]
    if tree.lower[head] == "from" and tree.lemma[above] in words["avoiding_verbs"] | {
        "shy",
        "hold",
    }:
        return Denial(above, above)
    return None


def stopping_verb(tree: WordTree, of: int) -> int | None:
    """Return the verb of "stopped short of" or "fell short of" before this "of"."""
    if tree.lower[of] != "of" or of < 2 or tree.lower[of - 1] != "short":
        return None
    return of - 2 if tree.lemma[of - 2] in {"stop", "fall", "come", "be"} else None

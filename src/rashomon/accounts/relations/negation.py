"""Which words a side affirms and which it negates, read from the parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.accounts.entries import Entry
from rashomon.accounts.lexicon import load_lexicon, stem
from rashomon.accounts.relations.evidence import Utterance
from rashomon.accounts.wording import Wording
from rashomon.model import Polarity, Tokens

NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "neither"})
NO = frozenset({"no", "neither"})
# "No later than May", "not only" and "no doubt" negate nothing.
AFTER_NO_NEGATION = frozenset({"doubt", "fewer", "later", "less", "more", "only"})
# What follows them is said not to be so, or not to happen.
DENYING = frozenset(map(stem, ["decline", "deny", "fail", "refuse", "reject"]))
# What follows them is wanted, planned or talked about, and need not be so.
UNREAL = frozenset(
    map(
        stem,
        [
            "agree",
            "ask",
            "appeal",
            "call",
            "consider",
            "demand",
            "discuss",
            "hope",
            "insist",
            "intend",
            "invite",
            "need",
            "offer",
            "plan",
            "promise",
            "propose",
            "request",
            "seek",
            "should",
            "threaten",
            "urge",
            "want",
            "warn",
            "wish",
        ],
    )
)
UNREAL_MARKS = frozenset({"if", "once", "unless", "until", "when", "whether"})
REAL_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "pobj"})
OWN_CLAUSE = frozenset({"advcl", "parataxis", "relcl"})  # a negation outside does not reach in
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MAX_WORDS = 6  # between a negation and what it negates, to be quoted whole


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a term: whether it is negated, and whether as a fact."""

    term: str  # of two opposites, the name that both have
    is_negated: bool
    is_fact: bool
    wishes: frozenset[str]  # what makes it no fact, if only verbs do and all is negated or nothing
    is_predicate: bool  # a verb, or one of two opposites
    tokens: Tokens
    place: int
    words: str  # with what negates it


def opposites_in(utterance: Utterance) -> frozenset[str]:
    """Return the pairs of opposites of which a side uses one."""
    found = (_opposite(tokens, i) for tokens, i in utterance.tokens())
    return frozenset(opposite[0] for opposite in found if opposite)


def uses(utterance: Utterance, pairs: frozenset[str]) -> list[Use]:
    """Return how a side uses each term.

    Args:
        utterance: What the side says.
        pairs: The pairs of opposites to mind: the second of two is the first one negated.
    """
    return [
        use
        for entry, wording in zip(utterance.entries, utterance.wordings, strict=True)
        for use in _uses(entry, wording, pairs)
    ]


def _uses(entry: Entry, wording: Wording, pairs: frozenset[str]) -> Iterator[Use]:
    tokens, inside = entry.reading.annotations.tokens, frozenset(wording.tokens)
    terms, negated = dict(wording.terms), set()
    scopes: dict[int, list[int]] = {}
    for i in wording.tokens:
        opposite, scope = _opposite(tokens, i), _scope(tokens, i)
        if opposite and opposite[0] in pairs:
            terms[i] = opposite[0]
            if opposite[1]:
                negated.add(i)
                scope = tokens.heads[i] if tokens.pos[i] == "ADJ" else i
        if scope is not None:
            scopes.setdefault(scope, []).append(i)
    is_denied = entry.claim.polarity is Polarity.NEGATIVE
    wishes, conditional = set(_wishes(tokens, wording)), set(_conditional(tokens, wording))
    for i in sorted(terms):
        path = list(_path(tokens, i, inside))
        negators = [n for node in path for n in scopes.get(node, ()) if n != i]
        above = [node for node in path if node in wishes]
        below = path[: path.index(above[-1])] if above else []
        is_whole = conditional.isdisjoint(path) and scopes.keys().isdisjoint(below)
        yield Use(
            term=terms[i],
            is_negated=(len(negators) + (i in negated) + is_denied) % 2 == 1,
            is_fact=not above and conditional.isdisjoint(path),
            wishes=frozenset(stem(tokens.words[n]) for n in above if is_whole),
            is_predicate=tokens.pos[i] == "VERB" or terms[i] in pairs,
            tokens=tokens,
            place=i,
            words=_words(tokens, negators, i),
        )


def _opposite(tokens: Tokens, i: int) -> tuple[str, bool] | None:
    lexicon, word = load_lexicon(), tokens.words[i].lower()
    if tokens.pos[i] == "ADJ":
        return lexicon.qualities.get(word)
    return lexicon.deeds.get(stem(word)) if tokens.pos[i] in {"NOUN", "VERB"} else None


def _scope(tokens: Tokens, i: int) -> int | None:
    """Return the top of what a token negates; None if it negates nothing."""
    word, head = tokens.words[i].lower(), tokens.heads[i]
    if tokens.pos[i] == "VERB" and stem(word) in DENYING:
        return i
    if word == "without":
        return i
    if word in NOBODY and tokens.relations[i] in ARGUMENTS:
        return head
    if tokens.relations[i] != "neg" and word not in NO | {"never"}:
        return None
    if tokens.words[min(i + 1, len(tokens) - 1)].lower() in AFTER_NO_NEGATION:
        return None
    is_argument = tokens.relations[head] in ARGUMENTS | {"advmod"}
    return tokens.heads[head] if tokens.pos[head] not in {"VERB", "AUX"} and is_argument else head


def _path(tokens: Tokens, i: int, inside: frozenset[int]) -> Iterator[int]:
    """Yield a token and what it depends on, up to the top of its clause."""
    while True:
        yield i
        head = tokens.heads[i]
        if head == i or head not in inside or tokens.relations[i] in OWN_CLAUSE:
            return
        if tokens.relations[i] == "conj" and any(
            tokens.heads[j] == i and tokens.relations[j] in SUBJECTS for j in inside
        ):
            return
        i = head


def _wishes(tokens: Tokens, wording: Wording) -> Iterator[int]:
    """Yield the verbs of what is wanted, planned or promised."""
    for i in wording.tokens:
        if tokens.pos[i] == "VERB" and stem(tokens.words[i]) in UNREAL:
            yield i


def _conditional(tokens: Tokens, wording: Wording) -> Iterator[int]:
    """Yield the tops of what is possible or conditional."""
    for i in wording.tokens:
        word = tokens.words[i].lower()
        if (tokens.tags[i] == "MD" and word not in REAL_MODALS) or word in UNREAL_MARKS:
            yield tokens.heads[i]


def _words(tokens: Tokens, negators: list[int], i: int) -> str:
    """Quote a term with what negates it."""
    first, last = min([*negators, i]), max([*negators, i])
    if last - first <= MAX_WORDS:
        return " ".join(tokens.words[first : last + 1])
    return f"{tokens.words[first]} … {tokens.words[last]}"

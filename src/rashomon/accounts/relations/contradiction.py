"""Negation, denial and opposite words: one side says it, the other says not."""

from collections.abc import Sequence

from rashomon.accounts.lexicon import stem
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.accounts.relations.negation import NOBODY, Use, opposites_in, uses
from rashomon.accounts.wording import SETTING_WEIGHT
from rashomon.model import Relation

# "Not all", "not yet", "some were not": the other side's words can hold all the same.
WEAKENING = frozenset(
    [
        "all",
        "always",
        "another",
        "both",
        "completely",
        "entirely",
        "every",
        "few",
        "fully",
        "many",
        "most",
        "only",
        "other",
        "others",
        "several",
        "some",
        "still",
        "yet",
    ]
)
OWN_VOICE = frozenset({"i", "it", "its", "we"})
MAX_SUBJECT_DISTANCE = 40  # tokens
MIN_CORE = 2  # terms; one shared word may be about anything


def compare_negation(first: Utterance, second: Utterance) -> Finding | None:
    """Find something that one side says and the other denies.

    It is a contradiction if all that is negated stands without negation on the other side, as a
    fact and about the same actor. Else the two differ: they cannot be said to agree.
    """
    pairs = opposites_in(first) & opposites_in(second)
    mine, theirs = uses(first, pairs), uses(second, pairs)
    signs, others, weights = _signs(mine), _signs(theirs), first.weights | second.weights
    opposed = {
        term
        for term, is_negated in signs.items()
        if others.get(term, is_negated) != is_negated and weights.get(term, 1.0) > SETTING_WEIGHT
    }
    if not opposed:
        return None
    use, other = _shown(mine, opposed), _shown(theirs, opposed)
    words = f"{first.side} “{use.words}”, {second.side} “{other.words}”"
    if _denies(first, mine, second, theirs) or _denies(second, theirs, first, mine):
        return Finding(Relation.CONTRADICT, f"one says it, the other says not: {words}", 0.6)
    reason = f"one negates what the other does not, in other words: {words}"
    return Finding(Relation.DIFFER, reason, 0.5)


def _signs(found: Sequence[Use]) -> dict[str, bool]:
    """Return which terms are always negated, and which never."""
    signs = {use.term: use.is_negated for use in found}
    mixed = {use.term for use in found if signs[use.term] != use.is_negated}
    return {term: sign for term, sign in signs.items() if term not in mixed}


def _shown(found: Sequence[Use], opposed: set[str]) -> Use:
    """Choose the use to quote: a verb and the words that negate it tell the most."""
    found = [use for use in found if use.term in opposed]
    return min(found, key=lambda use: (not use.is_predicate, -len(use.words), use.place))


def _denies(
    denier: Utterance, denied: Sequence[Use], other: Utterance, said: Sequence[Use]
) -> bool:
    """Tell whether all that a side negates is what the other says, as a fact."""
    words = {tokens.words[i].lower() for tokens, i in denier.tokens()}
    core = [use for use in denied if use.is_negated and _relation(use) != "nsubj"]
    affirmed = {use.term: use for use in said if not use.is_negated}
    is_counted = any(_relation(use) == "nummod" for use in core)
    if is_counted or words & WEAKENING or not all(use.term in affirmed for use in core):
        return False
    terms = {use.term for use in core}
    is_of_all = bool(words & NOBODY) and any(use.is_predicate for use in core)
    if len(terms) < MIN_CORE and not is_of_all and not _share_actor(core, denier, affirmed, other):
        return False
    return all(
        _is_one_claim(use, affirmed[use.term])
        and _may_share_actor(use, denier, affirmed[use.term], other)
        for use in core
    )


def _is_one_claim(use: Use, affirmed: Use) -> bool:
    """Tell whether both speak of facts, or both of the same promise or demand as a fact."""
    is_wish = bool(use.wishes) and use.wishes == affirmed.wishes
    return is_wish or (use.is_fact and affirmed.is_fact)


def _relation(use: Use) -> str:
    return use.tokens.relations[use.place]


def _share_actor(
    core: Sequence[Use], denier: Utterance, affirmed: dict[str, Use], other: Utterance
) -> bool:
    """Tell whether a deed is surely put down to one actor by both."""
    return any(_actor(use, denier) & _actor(affirmed[use.term], other) for use in core)


def _may_share_actor(use: Use, denier: Utterance, affirmed: Use, other: Utterance) -> bool:
    mine, theirs = _actor(use, denier), _actor(affirmed, other)
    return not mine or not theirs or bool(mine & theirs)


def _actor(use: Use, utterance: Utterance) -> frozenset[str]:
    """Return stems of who does it, or whose state it is; none when only a pronoun tells."""
    tokens, place = use.tokens, use.place
    if tokens.relations[place] in {"acomp", "attr"}:
        place = tokens.heads[place]
    subjects = [
        i
        for i in range(
            max(0, place - MAX_SUBJECT_DISTANCE), min(len(tokens), place + MAX_SUBJECT_DISTANCE)
        )
        if tokens.heads[i] == place and tokens.relations[i] in {"nsubj", "nsubjpass"}
    ]
    is_own = tokens.relations[place] != "ccomp"  # "X denied that it …": not who speaks
    if is_own and any(tokens.words[i].lower() in OWN_VOICE for i in subjects):
        return frozenset(map(stem, utterance.side.split()))
    is_given = any(
        tokens.heads[i] == place and tokens.relations[i] in {"dobj", "dative"}
        for i in range(place, min(len(tokens), place + MAX_SUBJECT_DISTANCE))
    )
    return frozenset(
        stem(tokens.words[i])
        for i in subjects
        if tokens.pos[i] in {"NOUN", "PROPN"}
        and tokens.words[i].lower() not in NOBODY
        and not (is_given and tokens.relations[i] == "nsubjpass")  # "they were given access"
    )

"""Scope: one side says that it is so of this alone, the other of more."""

from rashomon.accounts.lexicon import load_lexicon
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation

AFTER_ONLY = frozenset({"after", "if", "once", "when", "then", "way", "by", "through"})
MIN_SHARE = 0.75  # of what the narrower side says besides, that the wider one says too
MIN_SHARED = 2


def compare_scope(first: Utterance, second: Utterance) -> Finding | None:
    """Find an "only" that the other side's longer list forbids: "A only" against "A and B"."""
    for narrow, wide in ((first, second), (second, first)):
        if not _has_only(narrow) or _has_only(wide):
            continue
        own, theirs = _telling(narrow), _telling(wide)
        shared = own & theirs
        is_one = len(shared) >= MIN_SHARED and len(shared) >= MIN_SHARE * len(own)
        if is_one and (_adds(wide, theirs - own) or _is_of_both(wide)):
            reason = f"{narrow.side} says “only”, {wide.side} says it of more"
            return Finding(Relation.CONTRADICT, reason, 0.6)
    return None


def _telling(utterance: Utterance) -> set[str]:
    return {term for term in utterance.weights if term not in load_lexicon().loose}


def _has_only(utterance: Utterance) -> bool:
    for tokens, i in utterance.tokens():
        after = tokens.words[i + 1].lower() if i + 1 < len(tokens) else ""
        before = tokens.words[i - 1].lower() if i else ""
        if tokens.words[i].lower() == "only" and after not in AFTER_ONLY and before != "not":
            return True
    return False


def _adds(utterance: Utterance, more: set[str]) -> bool:
    """Tell whether a coordinated noun is what one side has and the other has not."""
    return any(
        tokens.relations[i] == "conj"
        and tokens.pos[i] in {"NOUN", "PROPN"}
        and any(wording.terms.get(i) in more for wording in utterance.wordings)
        for tokens, i in utterance.tokens()
    )


def _is_of_both(utterance: Utterance) -> bool:
    return any(tokens.words[i].lower() == "both" for tokens, i in utterance.tokens())

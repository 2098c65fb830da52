"""Speech acts: one side demands what the other only speaks of, or offers what the other asks."""

from rashomon.accounts.lexicon import stem
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation

ACTS = {
    "demand": ["appeal", "ask", "call", "demand", "insist", "request", "urge"],
    "blame": ["accuse", "blame", "condemn", "criticise", "criticize", "denounce", "protest"],
    "refuse": ["decline", "oppose", "refuse", "reject"],
    "offer": ["offer", "propose"],
    "explain": ["clarify", "explain", "justify"],
}
ACT_OF = {stem(word): act for act, words in ACTS.items() for word in words}


def _acts(utterance: Utterance) -> dict[str, str]:
    """Return the speech acts in a side's words, each with the verb that performs it."""
    return {
        ACT_OF[root]: tokens.words[i]
        for tokens, i in utterance.tokens()
        if tokens.pos[i] == "VERB" and (root := stem(tokens.words[i])) in ACT_OF
    }


def compare_acts(first: Utterance, second: Utterance) -> Finding | None:
    """Find a point on which two sides report other speech acts.

    Only acts that a desk would report as a change of emphasis count: to demand, blame, refuse,
    offer or explain something is more than to speak of it.
    """
    mine, theirs = _acts(first), _acts(second)
    if mine.keys() == theirs.keys():
        return None
    own = [f"{first.side} “{word}”" for act, word in mine.items() if act not in theirs]
    other = [f"{second.side} “{word}”" for act, word in theirs.items() if act not in mine]
    return Finding(Relation.DIFFER, f"other speech acts: {', '.join(own + other)}", 0.6)

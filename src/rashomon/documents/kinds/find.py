"""Who speaks in a document: a report's sides through its words, or its publisher itself."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.documents.kinds.features import Wording, load_table, read_wording
from rashomon.documents.kinds.metadata import (
    Evidence,
    weigh_contact,
    weigh_publisher,
    weigh_title,
)
from rashomon.documents.kinds.weights import Weights, load_weights
from rashomon.model import Kind

# One page in eight is taken to be an official's: a report taken for a statement puts all its words
# on one side, the worst of the errors, so wording alone has to be clear.
PRIOR = -math.log(7.0)
EVEN = 0.5
MAX_SCORE = 5.0  # log-odds: counts of words are not surer than that
MAX_READOUT_SCORE = 4.0  # less than a title that names the call
NO_CONTACT = -4.0  # a body without a word for a call or meeting; a title can make up for it
MAX_CONFIDENCE = 0.99  # for what nobody has said in so many words
MIN_TELLING = 1.0  # log-odds; below, the wording is said to leave the kind open
N_FEATURES = 2  # that a reason names
N_WORDS = 2  # of each
MARKS = ' \n*.?!…)»”"'  # around the words that a pattern found


@dataclass(frozen=True, slots=True)
class KindFinding:
    """The kind of a document, how sure that is, and why."""

    kind: Kind
    confidence: float  # in [0, 1]
    reason: str  # in words; quotes those it rests on


def find_kind(
    *, title: str | None, body: str, publisher: str | None, url: str | None
) -> KindFinding:
    """Tell reports, statements and readouts apart by metadata and wording.

    Log-odds of title, publisher and wording are added up: Good 1950, "Probability and the weighing
    of evidence". Whether an official text is a readout is asked second, in the same way.

    Args:
        title: The document's title.
        body: Its body; the beginning is read.
        publisher: Who put it out, as given.
        url: Where it stands.

    Returns:
        The kind with its confidence and reason. A report, unless something speaks against it.
    """
    wording = read_wording(body)
    weights = load_weights()
    told = _limit(weights["official"].score(wording), MAX_SCORE)
    metadata = [each for each in (weigh_title(title), weigh_publisher(publisher, url)) if each]
    p_official = _probability(PRIOR + told + sum(each.score for each in metadata))
    reason = _reason(metadata, told, _name_words(weights["official"], wording, told))
    if p_official < EVEN:
        if told >= MIN_TELLING and sum(each.score for each in metadata) >= 0.0:
            reason += "; that is not clear enough"
        return KindFinding(Kind.REPORT, _round(1.0 - p_official), reason)
    contact = weigh_contact(title)
    told = _limit(weights["readout"].score(wording), MAX_READOUT_SCORE)
    named = 0.0 if "contact" in wording.found else NO_CONTACT
    p_readout = _probability(told + named + (contact.score if contact else 0.0))
    if p_readout < EVEN:
        return KindFinding(Kind.STATEMENT, _round(p_official * (1.0 - p_readout)), reason)
    if contact is not None and contact.score > 0.0:
        why = contact.reason
    else:
        why = f"it tells of a call or meeting{_name_words(weights['readout'], wording, told)}"
    return KindFinding(Kind.READOUT, _round(p_official * p_readout), f"{reason}; {why}")


def _reason(metadata: Sequence[Evidence], told: float, words: str) -> str:
    named = " and ".join(each.reason for each in metadata)
    points_up = sum(each.score for each in metadata) > 0.0
    if abs(told) < MIN_TELLING or not words:
        return named or "nothing shows an official publisher, and the wording leaves it open"
    whose = f"the wording is {'an official’s' if told > 0.0 else 'a report’s'}{words}"
    if not named:
        return f"nothing shows the publisher; {whose}"
    return f"{named}, {'and' if points_up == (told > 0.0) else 'but'} {whose}"


def _name_words(weights: Weights, wording: Wording, told: float) -> str:
    labels = load_table().labels
    sign = 1.0 if told > 0.0 else -1.0
    shares = {name: sign * share for name, share in weights.contributions(wording).items()}
    telling = [
        name for name in sorted(shares, key=lambda name: -shares[name]) if shares[name] > 0.0
    ]
    named = []
    for name in telling[:N_FEATURES]:
        hits = (hit.strip(MARKS) for hit in wording.found.get(name, ()))
        words = list(dict.fromkeys(hits))[:N_WORDS]
        quoted = ", ".join(f'"{word}"' for word in words)
        named.append(f"{labels[name]} ({quoted})" if quoted else labels[name])
    return ": " + ", ".join(named) if named else ""


def _limit(score: float, most: float) -> float:
    return max(-most, min(most, score))


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-log_odds))


def _round(confidence: float) -> float:
    return round(min(confidence, MAX_CONFIDENCE), 3)

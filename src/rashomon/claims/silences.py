"""What a reported silence covers: the claims of others that a side is said not to have taken up."""

from collections.abc import Sequence

from rashomon.claims.layout import Layout, lay_out
from rashomon.model import (
    Annotations,
    Attribution,
    AttributionId,
    Claim,
    ClaimId,
    Document,
    Polarity,
    Zone,
)

PUT_FORWARD = frozenset({Polarity.POSITIVE, Polarity.NEGATIVE})

# "these points", "any of this", "them": words that point back and name nothing themselves.
POINTING = frozenset({"this", "that", "these", "those", "it", "them", "such", "either", "neither"})
# "the matter" points back as well; "a comment" and "any details" do not.
GENERAL_NOUNS = frozenset(
    {"accusation", "agenda", "allegation", "aspect", "assertion", "charge", "claim", "comment",
     "complaint", "concern", "criticism", "demand", "detail", "element", "fact", "information",
     "issue", "item", "matter", "mention", "observation", "part", "passage", "point", "question",
     "reference", "remark", "report", "request", "rest", "statement", "subject", "suggestion",
     "theme", "thing", "thread", "topic", "word"}
)  # fmt: skip

# A sentence with these tells of another contact than the one the article is about.
EARLIER = frozenset({"previous", "previously", "earlier", "prior", "preceding", "last"})
CONTACTS = frozenset(
    {"call", "communication", "consultation", "contact", "conversation", "encounter", "exchange",
     "meeting", "negotiation", "round", "session", "summit", "talk", "visit"}
)  # fmt: skip
MAX_GAP = 3  # words between "last" and "meeting": "last month's first meeting"


def covered(
    document: Document,
    annotations: Annotations,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
) -> dict[ClaimId, tuple[AttributionId, ...]]:
    """Find what every silence covers.

    A silence about "these points" covers what other sides are cited with since the body began, or
    since the silent side last spoke; one about something named covers the claims of other sides
    that share its words, wherever they stand. Claims of an earlier contact are not covered.

    Args:
        document: The document.
        annotations: Its layers.
        attributions: Its attributions.
        claims: The claims of the attributions, in the same order.

    Returns:
        The attributions covered, by claim; a claim that is no silence is left out.
    """
    silences = [i for i, claim in enumerate(claims) if claim.polarity is Polarity.SILENT]
    if not silences:
        return {}
    layout = lay_out(annotations)
    body = document.spans_of(Zone.BODY)
    start = body[0].start if body else 0
    candidates = [
        i
        for i, claim in enumerate(claims)
        if claim.polarity in PUT_FORWARD
        and claim.side is not None
        and attributions[i].parent is None  # covered with the attribution that it is part of
        and attributions[i].cue.start >= start
        and not _is_of_an_earlier_contact(layout, attributions[i])
    ]
    return {claims[i].id: _cover(layout, attributions, claims, i, candidates) for i in silences}


def _cover(
    layout: Layout,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
    silent: int,
    candidates: Sequence[int],
) -> tuple[AttributionId, ...]:
    side = claims[silent].side
    if side is None:
        return ()
    others = [i for i in candidates if claims[i].side != side]
    topic = _topic(layout, attributions[silent])
    if topic:
        chosen = [
            i for i in others if topic & layout.lemmas_in(attributions[i].content, "NOUN", "PROPN")
        ]
    elif not _is_pointing_back(layout, attributions[silent]):
        chosen = []
    else:
        end = attributions[silent].cue.start
        own = [
            attributions[i].cue.start
            for i in candidates
            if claims[i].side == side and attributions[i].cue.start < end
        ]
        begin = max(own, default=-1)
        chosen = [i for i in others if begin < attributions[i].cue.start < end]
    return tuple(attributions[i].id for i in chosen)


def _topic(layout: Layout, silence: Attribution) -> frozenset[str]:
    """Return the nouns for what was passed over, names only where there is nothing else."""
    known = GENERAL_NOUNS | CONTACTS  # the contact is what all of them speak about
    for part_of_speech in ("NOUN", "PROPN"):
        lemmas = layout.lemmas_in(silence.content, part_of_speech) - known
        if lemmas:
            return frozenset(lemmas)
    return frozenset()


def _is_pointing_back(layout: Layout, silence: Attribution) -> bool:
    """Tell whether a silence is about what was said before: "these points", "the matter"."""
    tokens = layout.tokens
    within = layout.tokens_in(silence.content)
    words = [tokens.words[i].lower() for i in within]
    if POINTING & set(words):
        return True
    return any(
        word == "the" and tokens.lemmas[i + 1].lower() in GENERAL_NOUNS
        for i, word in zip(within, words, strict=True)
        if i + 1 < len(tokens)
    )


def _is_of_an_earlier_contact(layout: Layout, attribution: Attribution) -> bool:
    """Tell whether a sentence tells of "a previous call" or "last month's meeting"."""
    words = layout.sentence_lemmas(attribution.cue.start)
    for i, word in enumerate(words):
        if word in EARLIER and any(near in CONTACTS for near in words[i + 1 : i + 2 + MAX_GAP]):
            return True
    return False

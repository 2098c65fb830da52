"""What a reported silence covers: the claims of others that a side is said not to have taken up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]  # ships no stubs

from rashomon.model import (
    Anchor,
    Annotations,
    Attribution,
    AttributionId,
    Claim,
    ClaimId,
    Document,
    Polarity,
    Tree,
    Zone,
)

PUT_FORWARD = frozenset({Polarity.POSITIVE, Polarity.NEGATIVE})

# "these points", "any of this", "them": words that point back and name nothing themselves.
POINTING = frozenset({"this", "that", "these", "those", "it", "them", "such", "either", "neither"})
# What is counted of it names nothing either: "none of this", "all of that".
AMOUNTS = frozenset(
    {"all", "any", "anything", "everything", "half", "more", "most", "much", "none", "nothing",
     "one", "some", "something"}
)  # fmt: skip
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
CONTENT = frozenset({"NOUN", "PROPN", "VERB"})
_STEMMER = snowballstemmer.stemmer("english")
MAX_GAP = 3  # words between "last" and "meeting": "last month's first meeting"

# What a side did is named by a noun, and told by a verb: "their offer", "offered a hotline".
ACTS = {
    "accusation": ("accuse", "blame", "allege"),
    "allegation": ("allege", "accuse"),
    "complaint": ("complain",),
    "criticism": ("criticise", "criticize"),
    "demand": ("demand", "insist"),
    "objection": ("object",),
    "offer": ("offer",),
    "promise": ("promise", "pledge", "vow"),
    "proposal": ("propose", "suggest"),
    "request": ("request", "ask"),
    "threat": ("threaten",),
    "warning": ("warn",),
}


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution that a silence may cover, and who says it."""

    attribution: Attribution
    sides: frozenset[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """Stems of the words for what was passed over."""

    stems: frozenset[str]
    heads: frozenset[str]  # "data" of "the water data"; of "prices or drivers" both

    def is_of(self, stems: frozenset[str], *, is_after: bool) -> bool:
        """Tell whether a claim with some stems is about it; after the silence, only by a head.

        One of three words is no sameness: "the flights as a condition for the markets" are not
        what another says of a market.
        """
        if self.heads & stems:
            return True
        return not is_after and 2 * len(self.stems & stems) >= len(self.stems)


def covered(
    document: Document,
    annotations: Annotations,
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
) -> dict[ClaimId, tuple[AttributionId, ...]]:
    """Find what every silence covers.

    A silence about "these points" covers the latest unbroken run of what other sides are cited
    with; one about something named covers what other sides say in words of the same stems:
    before it by half of them, after it by the head noun. Claims of an earlier contact are not
    covered.

    Args:
        document: The document.
        annotations: Its layers.
        attributions: Its attributions.
        claims: The claims of the attributions: one for each side that says it.

    Returns:
        The attributions covered, by claim; a claim that is no silence is left out.
    """
    silences = [claim for claim in claims if claim.polarity is Polarity.SILENT]
    if not silences:
        return {}
    tree = Tree(annotations)
    sides: dict[AttributionId | None, set[str]] = {}
    sided = {claim.attribution_id for claim in claims if claim.side is not None} - {None}
    for claim in claims:
        if claim.side is not None and claim.polarity in PUT_FORWARD:
            sides.setdefault(claim.attribution_id, set()).add(claim.side)
    body = document.spans_of(Zone.BODY)
    start = body[0].start if body else 0
    candidates = [
        Said(attribution, frozenset(sides[attribution.id]))
        for attribution in sorted(attributions, key=lambda each: each.cue.start)
        if attribution.id in sides
        and attribution.parent not in sided  # covered with the attribution that it is part of
        and attribution.cue.start >= start
        and not _is_of_an_earlier_contact(tree, attribution)
    ]
    by_id = {attribution.id: attribution for attribution in attributions}
    return {
        claim.id: _cover(tree, by_id[claim.attribution_id], claim.side, candidates)
        for claim in silences
        if claim.side is not None and claim.attribution_id is not None
    }


def _cover(
    tree: Tree, silence: Attribution, side: str, candidates: Sequence[Said]
) -> tuple[AttributionId, ...]:
    others = [said for said in candidates if side not in said.sides]
    topic, acts = _topic(tree, silence), _acts(tree, silence)
    if topic:
        start = silence.cue.start
        chosen = [
            said
            for said in others
            if topic.is_of(
                _stems(tree, said.attribution.content), is_after=said.attribution.cue.start > start
            )
        ]
    elif _is_pointing_back(tree, silence):
        chosen = _latest_run(silence, side, candidates)
    else:
        chosen = []
    if acts and (chosen or not topic):
        chosen = [s for s in chosen or others if acts & _stems(tree, s.attribution.cue)] or chosen
    return tuple(said.attribution.id for said in chosen)


def _latest_run(silence: Attribution, side: str, candidates: Sequence[Said]) -> list[Said]:
    """Return what other sides said last before a silence, with no word of its side between."""
    run: list[Said] = []
    for said in reversed(candidates):
        if said.attribution.cue.start >= silence.cue.start:
            continue
        if side not in said.sides:
            run.append(said)
        elif run:
            break
    return run[::-1]


def _topic(tree: Tree, silence: Attribution) -> Topic | None:
    """Return the nouns for what was passed over; the names, or verbs, where none are."""
    # The contact is what all of them speak about.
    known = GENERAL_NOUNS | CONTACTS | ACTS.keys() | POINTING | AMOUNTS
    lemmas, within = tree.tokens.lemmas, _tokens(tree, silence.content)
    for part_of_speech in ("NOUN", "PROPN", "VERB"):
        depths = {
            i: _depth(tree, i)
            for i in within
            if tree.tokens.pos[i] == part_of_speech and lemmas[i].lower() not in known
        }
        if depths:
            stems = {i: _stem(lemmas[i].lower()) for i in depths}
            top = min(depths.values())
            heads = frozenset(stems[i] for i, depth in depths.items() if depth == top)
            return Topic(frozenset(stems.values()), heads)
    return None


def _depth(tree: Tree, index: int) -> int:
    """Count the words that a token hangs on; those of a list are equals."""
    heads, relations = tree.tokens.heads, tree.tokens.relations
    depth, steps = 0, 0
    while heads[index] != index and steps < len(tree.tokens):
        depth += relations[index] != "conj"
        index, steps = heads[index], steps + 1
    return depth


def _acts(tree: Tree, silence: Attribution) -> frozenset[str]:
    """Return stems of the verbs for what was passed over: "threatened" for "the threats"."""
    lemmas = {tree.tokens.lemmas[i].lower() for i in _tokens(tree, silence.content)}
    return frozenset(_stem(verb) for noun in lemmas & ACTS.keys() for verb in ACTS[noun])


def _tokens(tree: Tree, anchor: Anchor) -> list[int]:
    return [i for span in anchor.spans for i in tree.tokens_in(span)]


def _stems(tree: Tree, anchor: Anchor) -> frozenset[str]:
    tokens = tree.tokens
    return frozenset(
        _stem(tokens.lemmas[i].lower()) for i in _tokens(tree, anchor) if tokens.pos[i] in CONTENT
    )


@lru_cache(maxsize=1 << 14)
def _stem(lemma: str) -> str:
    return str(_STEMMER.stemWord(lemma))


def _is_pointing_back(tree: Tree, silence: Attribution) -> bool:
    """Tell whether a silence is about what was said before: "these points", "the matter"."""
    tokens, within = tree.tokens, _tokens(tree, silence.content)
    words = [tokens.words[i].lower() for i in within]
    if POINTING & set(words):
        return True
    return any(
        word == "the" and tokens.lemmas[i + 1].lower() in GENERAL_NOUNS | ACTS.keys()
        for i, word in zip(within, words, strict=True)
        if i + 1 < len(tokens)
    )


def _is_of_an_earlier_contact(tree: Tree, attribution: Attribution) -> bool:
    """Tell whether a sentence tells of "a previous call" or "last month's meeting"."""
    number = tree.sentence_at(attribution.cue.start)
    if number is None:
        return False
    sentence = tree.sentences[number]
    words = [lemma.lower() for lemma in tree.tokens.lemmas[sentence.first : sentence.stop]]
    for i, word in enumerate(words):
        if word in EARLIER and any(near in CONTACTS for near in words[i + 1 : i + 2 + MAX_GAP]):
            return True
    return False

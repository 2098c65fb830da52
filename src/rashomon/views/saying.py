"""Who said what, put under the sides it is said for."""

from dataclasses import dataclass

from rashomon.model import Attribution, AttributionId, Claim, Polarity, Reading
from rashomon.views.wording import one_line

NO_SIDE = "No side"
NOBODY = "(nobody named)"


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution and the claim made of it."""

    attribution: Attribution
    claim: Claim

    @property
    def who(self) -> str:
        """The source in its own words, with the actor when they do not name it."""
        source = one_line(self.attribution.source.words) if self.attribution.source else NOBODY
        actor = one_line(self.claim.actor.name) if self.claim.actor else None
        return f"{source} ({actor})" if actor and actor not in source else source

    @property
    def words(self) -> str:
        """Source, cue and content in one line."""
        mark = "" if self.claim.polarity is Polarity.POSITIVE else f" [{self.claim.polarity}]"
        cue, content = (
            one_line(self.attribution.cue.words),
            one_line(self.attribution.content.words),
        )
        return f"{self.who}{mark} — {cue} — {content}"


def claims_by_attribution(reading: Reading) -> dict[AttributionId, list[Claim]]:
    """Group claims by their attribution: what two sides are said to have said is two claims."""
    groups: dict[AttributionId, list[Claim]] = {}
    for claim in reading.claims:
        if claim.attribution_id is not None:
            groups.setdefault(claim.attribution_id, []).append(claim)
    return groups


def sayings_by_side(reading: Reading) -> list[tuple[str, list[Saying]]]:
    """Put a document's attributions under their sides.

    Returns:
        Sides in the order in which they first speak, those without a side last.
    """
    claims = claims_by_attribution(reading)
    sides: dict[str, list[Saying]] = {}
    for attribution in reading.attributions:
        for claim in claims.get(attribution.id, []):
            sides.setdefault(claim.side or NO_SIDE, []).append(Saying(attribution, claim))
    without = sides.pop(NO_SIDE, [])
    return [*sides.items(), *([(NO_SIDE, without)] if without else [])]

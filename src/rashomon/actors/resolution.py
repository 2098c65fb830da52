"""What words refer to: the actors, why, and how sure that is."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Actor


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who some words refer to; no actor when it cannot be told, and the reason says why."""

    actors: tuple[Actor, ...]  # several for "the two leaders"
    reason: str
    confidence: float  # in [0, 1]
    candidates: tuple[Actor, ...] = ()  # whom the words may mean as well, where that is doubtful
    is_unnamed: bool = False  # a source that the text does not name: "officials", "a source"

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides of the actors, each once, in order."""
        return tuple(dict.fromkeys(actor.side for actor in self.actors if actor.side))

    @property
    def names(self) -> str:
        """The actors' names, for messages."""
        return " and ".join(dict.fromkeys(actor.name for actor in self.actors))


def unresolved(
    reason: str, candidates: Iterable[Actor | None] = (), *, is_unnamed: bool = False
) -> Resolution:
    """Leave words open, and say why and between whom."""
    known = tuple(dict.fromkeys(actor for actor in candidates if actor is not None))
    return Resolution((), reason, 0.0, candidates=known, is_unnamed=is_unnamed)


def united(parts: list[Resolution]) -> Resolution:
    """Join the resolutions of coordinated names: "Putin and Scholz"."""
    if len(parts) == 1:
        return parts[0]
    found = [part for part in parts if part.actors]
    actors = tuple(dict.fromkeys(actor for part in found for actor in part.actors))
    reason = "; ".join(dict.fromkeys(part.reason for part in parts))
    confidence = min((part.confidence for part in found), default=0.0)
    return Resolution(
        actors,
        reason,
        confidence if len(found) == len(parts) else confidence / 2,
        candidates=tuple(dict.fromkeys(one for part in parts for one in part.candidates)),
        is_unnamed=all(part.is_unnamed for part in parts),
    )

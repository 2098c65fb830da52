"""Office holders: who held which office for which side, and when."""

from dataclasses import dataclass

from rashomon.model import Actor, ActorId, ActorKind

# The knowledge base ends here: who holds an office later is not known, only who held it then.
KNOWN_UNTIL = "2026-01-31"


@dataclass(frozen=True, slots=True)
class Period:
    """When something was: ISO 8601 days, the same twice for one day, "" where an end is open."""

    earliest: str = ""
    latest: str = ""

    @property
    def is_known(self) -> bool:
        """Whether both ends are."""
        return bool(self.earliest and self.latest)


ANY_TIME = Period()


@dataclass(frozen=True, slots=True)
class Term:
    """One office, held for a side from a date until another, as exact as they are known."""

    side: str
    role: str
    since: str = ""  # ISO 8601: a day, a month or a year; "" is not known
    until: str = ""  # "": held still

    def is_in(self, period: Period) -> bool:
        """Tell whether some day of the period may lie in the term.

        A term that is known to a month or a year holds for all of it.
        """
        is_begun = not period.latest or self.since <= period.latest
        is_over = bool(self.until and period.earliest)
        return is_begun and not (is_over and period.earliest[: len(self.until)] > self.until)

    def is_before(self, period: Period) -> bool:
        """Tell whether the term was over when the period began."""
        is_over = bool(self.until and period.earliest)
        return is_over and period.earliest[: len(self.until)] > self.until

    @property
    def words(self) -> str:
        """The office with its years, as a reason names it."""
        office = self.role if self.side in self.role else f"{self.role} of {self.side}"
        years = f"{self.since[:4]}–{self.until[:4]}" if self.since or self.until else ""
        return f"{office} ({years})" if years else office


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in the knowledge base, with all terms of office in the order of their start."""

    id: ActorId
    name: str
    first_names: frozenset[str]  # folded, in every spelling
    terms: tuple[Term, ...]

    def terms_in(self, period: Period) -> tuple[Term, ...]:
        """Return the terms that may hold in a period; all of them when it is not known."""
        return tuple(term for term in self.terms if term.is_in(period))

    def term_in(self, period: Period) -> Term | None:
        """Return the term that holds in a period, the latest begun where several do."""
        terms = self.terms_in(period)
        return terms[-1] if terms else None

    def actor(self, term: Term | None) -> Actor:
        """Return the person as the holder of a term, or of nothing: then on no side."""
        return Actor(
            id=self.id,
            name=self.name,
            kind=ActorKind.PERSON,
            side=term.side if term else None,
            role=term.role if term else None,
        )

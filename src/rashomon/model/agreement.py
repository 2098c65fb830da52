"""How far two comparisons of the same documents agree, in figures."""

from dataclasses import dataclass

from rashomon.model.account import Relation


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, and where it lies in 95 of 100 draws of pairs of accounts."""

    value: float | None  # None where nothing was there to count
    low: float | None = None  # None where it cannot be drawn: of a single pair
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two comparisons of each of some pairs of accounts, pooled."""

    pairs: tuple[str, ...]  # names of the pairs of accounts
    n_first: int  # rows of the first comparisons
    n_second: int
    n_matched: int
    row: Figure  # F1 of rows with the same sides and much the same words
    strict: Figure  # the same, where the relation is the same, too
    paired: Figure  # F1 of the rows in which two or more sides speak
    omitted: Figure  # F1 of the rows in which one side speaks
    relation: Figure  # accuracy of the relation, over matched rows in which two or more speak
    alpha: Figure  # Krippendorff's alpha of the same relations
    relations: tuple[tuple[Relation, Relation, int], ...]  # and how often which two met

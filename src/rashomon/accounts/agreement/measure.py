"""From codings to figures, with intervals over the pairs of accounts."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.accounts.agreement.alpha import alpha
from rashomon.accounts.agreement.coding import Coding, on_common_ground
from rashomon.accounts.agreement.matching import match_rows
from rashomon.model import Agreement, Figure, Relation

N_DRAWS = 2_000  # of pairs, with replacement
INTERVAL = (0.025, 0.975)
SEED = 0  # a rerun gives the same intervals


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one pair of accounts, or of several."""

    rows: Counter[bool]  # rows of both codings, by whether two or more sides speak
    matches: Counter[bool]  # rows matched, likewise
    n_strict: int  # rows matched with the same relation
    relations: Counter[tuple[Relation, Relation]]  # of rows matched in which two or more speak


def measure(pairs: Sequence[tuple[str, Coding, Coding]]) -> Agreement:
    """Measure how far two comparisons agree on each of some pairs of accounts, all rows pooled.

    Args:
        pairs: The name of each pair of accounts with its two codings; at least one.

    Raises:
        CodingError: If two codings are of other documents.
    """
    even = [on_common_ground(first, second) for _, first, second in pairs]
    tallies = [count(first, second) for first, second in even]
    total = pooled(tallies)
    draws = _draws(tallies)

    def figure(of: Callable[[Tally], float | None]) -> Figure:
        drawn = [value for tally in draws if (value := of(tally)) is not None]
        low, high = np.quantile(drawn, INTERVAL) if drawn else (None, None)
        return Figure(of(total), *(None if end is None else float(end) for end in (low, high)))

    return Agreement(
        pairs=tuple(name for name, _, _ in pairs),
        n_first=sum(len(first.rows) for first, _ in even),
        n_second=sum(len(second.rows) for _, second in even),
        n_matched=total.matches.total(),
        row=figure(lambda tally: _f1(tally.matches.total(), tally.rows.total())),
        strict=figure(lambda tally: _f1(tally.n_strict, tally.rows.total())),
        paired=figure(lambda tally: _f1(tally.matches[True], tally.rows[True])),
        omitted=figure(lambda tally: _f1(tally.matches[False], tally.rows[False])),
        relation=figure(_accuracy),
        alpha=figure(lambda tally: alpha(tally.relations)),
        relations=tuple((*both, n) for both, n in sorted(total.relations.items())),
    )


def count(first: Coding, second: Coding) -> Tally:
    """Match the rows of two codings in one form, and count."""
    places = match_rows(first.rows, second.rows)
    matched = [(first.rows[i], second.rows[j]) for i, j in places]
    return Tally(
        rows=Counter(row.is_paired for row in (*first.rows, *second.rows)),
        matches=Counter(mine.is_paired for mine, _ in matched),
        n_strict=sum(mine.relation is theirs.relation for mine, theirs in matched),
        relations=Counter(
            (mine.relation, theirs.relation) for mine, theirs in matched if mine.is_paired
        ),
    )


def pooled(tallies: Sequence[Tally]) -> Tally:
    """Add counts up."""
    total = Tally(Counter(), Counter(), sum(tally.n_strict for tally in tallies), Counter())
    for tally in tallies:
        total.rows.update(tally.rows)
        total.matches.update(tally.matches)
        total.relations.update(tally.relations)
    return total


def _draws(tallies: Sequence[Tally]) -> list[Tally]:
    """Draw pairs of accounts anew, as many as there are; none of a single pair."""
    if len(tallies) == 1:
        return []
    chance = np.random.default_rng(SEED)
    drawn = chance.integers(len(tallies), size=(N_DRAWS, len(tallies)))
    return [pooled([tallies[k] for k in draw]) for draw in drawn]


def _f1(n_matched: int, n_rows: int) -> float | None:
    return 2 * n_matched / n_rows if n_rows else None


def _accuracy(tally: Tally) -> float | None:
    n_same = sum(n for (mine, theirs), n in tally.relations.items() if mine is theirs)
    return n_same / tally.relations.total() if tally.relations else None

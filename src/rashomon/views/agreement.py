"""How far two comparisons agree, as text."""

from collections.abc import Iterator

from rashomon.model import Agreement, Figure
from rashomon.views.wording import one_line

MEASURES = (
    ("rows", "row", "F1: the same sides, much the same words"),
    ("rows, strict", "strict", "F1: and the same relation"),
    ("paired rows", "paired", "F1: rows in which two or more sides speak"),
    ("omitted rows", "omitted", "F1: rows in which one side alone speaks"),
    ("relation", "relation", "accuracy, over the {n} matched rows in which two or more speak"),
    ("alpha", "alpha", "Krippendorff's alpha (nominal), of the relation, over the same rows"),
)


def agreement_text(agreement: Agreement) -> str:
    """Word how far two comparisons agree, a line a figure."""
    return "\n".join(_lines(agreement)) + "\n"


def _lines(agreement: Agreement) -> Iterator[str]:
    n_pairs = len(agreement.pairs)
    name = one_line(agreement.pairs[0]) if n_pairs == 1 else f"{n_pairs} pairs of accounts"
    yield (
        f"{name}: {agreement.n_first} rows in the first, {agreement.n_second} in the second, "
        f"{agreement.n_matched} matched"
    )
    n_compared = sum(n for _, _, n in agreement.relations)
    for label, field, meaning in MEASURES:
        figure = _words(getattr(agreement, field))
        yield f"{label:<13} {figure:<22} {meaning.format(n=n_compared)}"
    unlike = [each for each in agreement.relations if each[0] is not each[1]]
    if unlike:
        yield "relations that differ (first, second):"
    for first, second, n in sorted(unlike, key=lambda each: -each[2]):
        yield f"  {first}, {second}: {n}"
    if n_pairs > 1:
        yield "In brackets: 95 % intervals, by bootstrap over the pairs."


def _words(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f}"
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"

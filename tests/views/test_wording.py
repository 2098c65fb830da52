from rashomon.model import Act, Actor, ActorId, ActorKind, Anchor, Cell, CellStatus, Quote, Span
from rashomon.views.wording import acts_words, cell_words

TEXT = "She demanded the return of the lorries and of the drivers"
SOLBERG = Actor(id=ActorId("a"), name="Mette Solberg", kind=ActorKind.PERSON, side="Velmora")


def anchor(words: str) -> Anchor:
    start = TEXT.index(words)
    return Anchor.at(TEXT, Span(start, start + len(words)))


def cell_of(words: str, doer: str | None) -> Cell:
    place = anchor(words)
    act = Act(anchor(doer) if doer else None, anchor("demanded"), (SOLBERG,))
    quotes = tuple(
        Quote("d", span, exact) for span, exact in zip(place.spans, place.exact, strict=True)
    )  # type: ignore[arg-type]
    return Cell(CellStatus.SAYS, quotes, (act,))


def test_who_does_what_stands_before_words_that_do_not_say_it() -> None:
    cell = cell_of("of the drivers", "She")
    assert cell_words(cell, {"d": 1}) == "She (Mette Solberg) demanded: “of the drivers” [1]"


def test_a_pronoun_inside_another_word_is_not_there() -> None:
    assert acts_words(cell_of("the return of the lorries", "She")).startswith("She")


def test_what_the_words_say_is_not_said_again() -> None:
    assert acts_words(cell_of("She demanded the return", "She")) == ""


def test_an_act_of_nobody_is_not_shown() -> None:
    assert acts_words(cell_of("of the drivers", None)) == ""

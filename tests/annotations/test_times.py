from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotations.times import find_times
from rashomon.model import (
    Basis,
    Document,
    DocumentId,
    Kind,
    Span,
    TimeExpression,
    TimeType,
    Zone,
    ZoneSpan,
)

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))


def document(
    text: str, *, published: str | None = None, fetched: str | None = None, zone: Zone = Zone.BODY
) -> Document:
    return Document(
        id=DocumentId("page"),
        text=text,
        zones=(ZoneSpan(zone, Span(0, len(text))),),
        kind=Kind.REPORT,
        kind_reason="",
        sha256="",
        published=published,
        fetched=fetched,
    )


def times(
    text: str, *, published: str | None = None, fetched: str | None = None
) -> tuple[TimeExpression, ...]:
    return find_times(document(text, published=published, fetched=fetched))


@given(days, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %B %d, %Y", "%Y-%m-%d"]))
def test_a_rendered_date_is_found_and_read_back(day: date, form: str) -> None:
    (time,) = times(f"They met on {day.strftime(form)} in Tarn.")
    assert (time.value, time.basis) == (day.isoformat(), Basis.STATED)


@given(days, st.integers(0, 400))
def test_a_weekday_beside_a_date_fixes_the_year(day: date, n_days_later: int) -> None:
    fetched = (day + timedelta(days=n_days_later)).isoformat()
    (time,) = times(f"They met on {day:%A, %B %d}.", fetched=fetched)
    assert time.value == day.isoformat()
    assert time.basis is Basis.INFERRED_FROM_WEEKDAY


@given(days, st.integers(1, 300))
def test_shifting_the_anchor_shifts_what_is_counted_from_it(day: date, shift: int) -> None:
    (before,) = times("They met yesterday.", published=day.isoformat())
    (after,) = times("They met yesterday.", published=(day + timedelta(shift)).isoformat())
    apart = date.fromisoformat(str(after.value)) - date.fromisoformat(str(before.value))
    assert apart.days == shift


def test_the_year_before_it_in_which_the_weekday_fits_is_an_alternative() -> None:
    (time,) = times("They spoke on Tuesday, March 4.", fetched="2026-01-01")
    assert (time.value, time.alternatives) == ("2025-03-04", ("2014-03-04",))
    assert "2026-01-01" in time.reason


def test_a_date_without_year_follows_from_a_date_that_is_known() -> None:
    _, earlier = times(
        "They spoke on Tuesday, March 4. A previous call took place on December 30.",
        fetched="2026-01-01",
    )
    assert (earlier.value, earlier.basis) == ("2024-12-30", Basis.RELATIVE_TO_EVENT)


def test_a_previous_day_never_lies_after_its_anchor() -> None:
    (time,) = times("since their last meeting on March 6", published="2025-03-04")
    assert time.value == "2024-03-06"


@pytest.mark.parametrize("words", ["on Monday", "today", "on March 4", "yesterday"])
def test_what_has_no_anchor_stays_unresolved_with_a_reason(words: str) -> None:
    (time,) = times(f"They met {words}.", fetched="2026-01-01")
    assert (time.value, time.basis) == (None, Basis.UNKNOWN)
    assert time.reason


@pytest.mark.parametrize("words", ["30 February", "31 April 2024", "February 30, 2024"])
def test_an_impossible_date_is_not_guessed(words: str) -> None:
    (time,) = times(f"They met on {words}.", published="2024-05-05")
    assert time.value is None
    assert "there is no day" in time.reason


def test_a_weekday_that_contradicts_the_publication_date_is_told() -> None:
    (time,) = times("They met on Monday, March 4.", published="2025-03-05")
    assert time.value is None
    assert "was a Tuesday" in time.reason


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("a 50-minute call", 50),
        ("an hour-long call", 60),
        ("an hour and a half", 90),
        ("one hour and 20 minutes", 80),
        ("half an hour", 30),
        ("just over two hours", 120),
    ],
)
def test_durations_are_read_in_minutes(words: str, minutes: int) -> None:
    (time,) = times(f"It was {words}.")
    assert (time.type, time.minutes) == (TimeType.DURATION, minutes)


def test_a_full_stop_after_a_whole_month_ends_the_sentence() -> None:
    text = "It reopens on 1 June. Nobody said so on Dec. 10."
    found = [text[time.span.start : time.span.end] for time in times(text)]
    assert found == ["1 June", "Dec. 10"]


def test_an_old_date_in_the_text_does_not_change_the_year_of_a_weekday() -> None:
    _, time = times(
        "The treaty of March 3, 2010. They spoke on Tuesday, March 4.", fetched="2026-01-01"
    )
    assert time.value == "2025-03-04"


def test_an_impossible_date_does_not_hide_the_next_one() -> None:
    time = times("Not February 30, 2020, but 5 May 2021. They met on June 3.")[-1]
    assert (time.value, time.basis) == ("2021-06-03", Basis.RELATIVE_TO_EVENT)


def test_last_tuesday_is_never_the_tuesday_of_publication() -> None:
    (time,) = times("They met last Tuesday.", published="2025-03-04")
    assert time.value == "2025-02-25"


def test_a_whole_date_in_the_date_line_anchors_the_body() -> None:
    line, body = "Tarn, 4 March 2025", "They met on Monday."
    given = Document(
        id=DocumentId("page"),
        text=f"{line}\n{body}",
        zones=(
            ZoneSpan(Zone.DATELINE, Span(0, len(line))),
            ZoneSpan(Zone.BODY, Span(len(line) + 1, len(line) + 1 + len(body))),
        ),
        kind=Kind.REPORT,
        kind_reason="",
        sha256="",
    )
    assert [time.value for time in find_times(given)] == ["2025-03-04", "2025-03-03"]


@pytest.mark.parametrize("words", ["may 10 people leave", "march 4 abreast", "May 5% be enough"])
def test_words_that_only_look_like_months_are_no_dates(words: str) -> None:
    assert times(words, published="2025-03-04") == ()


def test_a_teaser_has_no_dates() -> None:
    teaser = document("Velmora said on 4 March 2025 no.", zone=Zone.TEASER)
    assert find_times(teaser) == ()


def test_ten_thousand_dates_in_one_line_are_read_in_linear_time() -> None:
    assert len(times("4 March 2025, " * 10_000)) == 10_000

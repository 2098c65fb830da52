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
    Modifier,
    Span,
    TimeType,
    Zone,
    ZoneSpan,
)

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))


@given(days, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %B %d, %Y", "%Y-%m-%d"]))
def test_a_rendered_date_is_found_and_read_back(times, day: date, form: str) -> None:
    (time,) = times(f"They met on {day.strftime(form)} in Tarn.")
    assert (time.value, time.basis) == (day.isoformat(), Basis.STATED)


@given(days, st.integers(0, 400))
def test_a_weekday_beside_a_date_fixes_the_year(times, day: date, n_days_later: int) -> None:
    fetched = (day + timedelta(days=n_days_later)).isoformat()
    (time,) = times(f"They met on {day:%A, %B %d}.", fetched=fetched)
    assert time.value == day.isoformat()
    assert time.basis is Basis.INFERRED_FROM_WEEKDAY


@given(days, st.integers(1, 300))
def test_shifting_the_anchor_shifts_what_is_counted_from_it(times, day: date, shift: int) -> None:
    (before,) = times("They met yesterday.", published=day.isoformat())
    (after,) = times("They met yesterday.", published=(day + timedelta(shift)).isoformat())
    apart = date.fromisoformat(str(after.value)) - date.fromisoformat(str(before.value))
    assert apart.days == shift


def test_the_year_before_it_in_which_the_weekday_fits_is_an_alternative(times) -> None:
    (time,) = times("They spoke on Tuesday, March 4.", fetched="2026-01-01")
    assert (time.value, time.alternatives) == ("2025-03-04", ("2014-03-04",))
    assert "2026-01-01" in time.reason


def test_a_date_without_year_follows_from_a_date_that_is_known(times) -> None:
    _, earlier = times(
        "They spoke on Tuesday, March 4. A previous call took place on December 30.",
        fetched="2026-01-01",
    )
    assert (earlier.value, earlier.basis) == ("2024-12-30", Basis.RELATIVE_TO_EVENT)


def test_a_previous_day_never_lies_after_its_anchor(times) -> None:
    (time,) = times("since their last meeting on March 6", published="2025-03-04")
    assert time.value == "2024-03-06"


@pytest.mark.parametrize("words", ["on Monday", "today", "on March 4", "yesterday"])
def test_what_has_no_anchor_stays_unresolved_with_a_reason(times, words: str) -> None:
    (time,) = times(f"They met {words}.", fetched="2026-01-01")
    assert (time.value, time.basis) == (None, Basis.UNKNOWN)
    assert time.reason


@pytest.mark.parametrize("words", ["30 February", "31 April 2024", "February 30, 2024"])
def test_an_impossible_date_is_not_guessed(times, words: str) -> None:
    (time,) = times(f"They met on {words}.", published="2024-05-05")
    assert time.value is None
    assert "there is no day" in time.reason


def test_a_weekday_that_contradicts_the_publication_date_is_told(times) -> None:
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
def test_durations_are_read_in_minutes(times, words: str, minutes: int) -> None:
    (time,) = times(f"It was {words}.")
    assert (time.type, time.minutes) == (TimeType.DURATION, minutes)


def test_a_full_stop_after_a_whole_month_ends_the_sentence(times) -> None:
    text = "It reopens on 1 June. Nobody said so on Dec. 10."
    found = [text[time.span.start : time.span.end] for time in times(text)]
    assert found == ["1 June", "Dec. 10"]


def test_an_old_date_in_the_text_does_not_change_the_year_of_a_weekday(times) -> None:
    _, time = times(
        "The treaty of March 3, 2010. They spoke on Tuesday, March 4.", fetched="2026-01-01"
    )
    assert time.value == "2025-03-04"


def test_an_impossible_date_does_not_hide_the_next_one(times) -> None:
    time = times("Not February 30, 2020, but 5 May 2021. They met on June 3.")[-1]
    assert (time.value, time.basis) == ("2021-06-03", Basis.RELATIVE_TO_EVENT)


def test_last_tuesday_is_never_the_tuesday_of_publication(times) -> None:
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
def test_words_that_only_look_like_months_are_no_dates(times, words: str) -> None:
    assert times(words, published="2025-03-04") == ()


def test_a_teaser_has_no_dates(times) -> None:
    assert times("Velmora said on 4 March 2025 no.", zone=Zone.TEASER) == ()


def test_ten_thousand_dates_in_one_line_are_read_in_linear_time(times) -> None:
    assert len(times("4 March 2025, " * 10_000)) == 10_000


def test_digits_whose_order_is_open_keep_both_readings(times) -> None:
    (time,) = times("They met on 03/04/2024.")
    assert (time.value, time.alternatives) == (None, ("2024-04-03", "2024-03-04"))
    assert time.reason


def test_other_digits_of_the_text_tell_which_comes_first(times) -> None:
    _, time = times("They met on 25/12/2023 and on 03/04/2024.")
    assert (time.value, time.alternatives) == ("2024-04-03", ("2024-03-04",))


def test_of_two_readings_the_one_near_to_publication_is_likely(times) -> None:
    (time,) = times("They met on 03/09/2024.", published="2024-03-12")
    assert (time.value, time.alternatives) == ("2024-03-09", ("2024-09-03",))


@pytest.mark.parametrize(
    "words", ["13/13/2024", "31/04/2024", "0000-01-01", "the year 0", "2024-02-30"]
)
def test_digits_that_can_be_no_date_stay_text_with_a_warning(times, words: str) -> None:
    (time,) = times(f"They met on {words}.", published="2024-05-05")
    assert (time.value, time.basis) == (None, Basis.UNKNOWN)
    assert time.warning


def test_a_time_that_no_clock_shows_has_a_warning(times) -> None:
    (time,) = times("It began at 25:70 GMT.", published="2024-05-05")
    assert (time.type, time.value) == (TimeType.TIME, None)
    assert "25:70" in time.warning


def test_nothing_is_counted_from_a_publication_that_lies_in_the_future(times) -> None:
    next_sunday, stated = times(
        "They will meet next Sunday, as on 5 May 2023.",
        published="2031-01-01",
        fetched="2024-05-05",
    )
    assert next_sunday.value is None
    assert "2031-01-01" in next_sunday.reason
    assert stated.value == "2023-05-05"


def test_a_page_published_the_day_after_its_fetch_is_only_in_another_time_zone(times) -> None:
    (time,) = times("They met today.", published="2024-05-06", fetched="2024-05-05")
    assert time.value == "2024-05-06"


def test_a_weekday_that_no_verb_places_keeps_the_other_one(times) -> None:
    (time,) = times("Talks: Friday.", published="2024-05-15")
    assert (time.value, time.alternatives) == ("2024-05-10", ("2024-05-17",))


@pytest.mark.parametrize(
    ("words", "value", "other"),
    [
        ("Next Friday", "2024-05-17", "2024-05-24"),
        ("Last Monday", "2024-05-13", "2024-05-06"),
        ("Talks: 30 November", "2023-11-30", "2024-11-30"),
        ("Talks: December", "2023-12", "2024-12"),
        ("They spoke of a pact in June.", "2024-06", "2023-06"),
    ],
)
def test_words_with_two_readings_keep_the_other(times, words: str, value: str, other: str) -> None:
    (time,) = times(words, published="2024-05-15")
    assert (time.value, time.alternatives) == (value, (other,))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The premier said on Friday that she was ill.", "2024-05-10"),
        ("The premier plans to resign on Friday.", "2024-05-17"),
        ("The premier has until Friday.", "2024-05-17"),
        ("The premier agreed to resign on Friday.", "2024-05-17"),
        ("The premier agreed on Friday to resign.", "2024-05-10"),
        ("The premier would appeal Friday's ruling.", "2024-05-10"),
        ("On Friday, the premier resigned.", "2024-05-10"),
        ("On Friday, the premier will resign.", "2024-05-17"),
        ("The verdict is to be read on Friday.", "2024-05-17"),
    ],
)
def test_the_verb_of_its_clause_places_a_weekday(times, sentence: str, value: str) -> None:
    (time,) = times(sentence, published="2024-05-15")
    assert time.value == value


def test_a_clock_of_a_place_has_its_offset(times) -> None:
    clock, local = times(
        "He spoke at 2 p.m. Moscow time on 4 March 2024. She spoke at 15:00 local time.",
    )[::2]
    assert (clock.value, clock.zone) == ("2024-03-04T14:00", "+03:00")
    assert (local.value, local.zone) == ("2024-03-04T15:00", "local time")


def test_a_clock_without_any_day_has_only_its_hour(times) -> None:
    (time,) = times("He spoke at 2 p.m. and left.")
    assert (time.value, time.basis, time.day) == ("XXXX-XX-XXT14:00", Basis.UNKNOWN, None)


def test_modifiers_are_told_beside_the_value(times) -> None:
    early, hedged = times("In early March 2024 they sat for at least two hours.")
    assert (early.value, early.modifier) == ("2024-03", Modifier.START)
    assert (hedged.value, hedged.modifier) == ("PT2H", Modifier.EQUAL_OR_MORE)


def test_a_date_that_bounds_a_comparison_is_not_the_one_told_of(times) -> None:
    *_, day_before = times(
        "It fell on 5 May 2024, the first time since 3 June 2019. The day before, it rose."
    )
    assert day_before.value == "2024-05-04"


def test_a_holiday_that_moves_with_the_moon_stays_open(times) -> None:
    (time,) = times("They met during Ramadan.", published="2024-05-15")
    assert (time.value, time.basis) == (None, Basis.UNKNOWN)
    assert time.reason


def test_the_name_of_a_programme_is_no_time(times) -> None:
    assert times("He told “This Week” so.", published="2024-05-15") == ()

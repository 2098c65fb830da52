import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotations.times.words import load_words

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))
PIECES = [
    *("the", "of", "and", "a", "last", "next", "this", "early", "two", "more than", "past", "in"),
    *("Monday", "March", "May", "week", "years", "hour", "quarter", "morning", "ago", "later"),
    *("12", "2024", "1990s", "10:35", "a.m.", "GMT", "3/4/2024", "-", ",", ".", "\n", "  ", "’s"),
    *("half", "first", "every", "Easter", "now", "time", "local", "to", "–", "(", "end", "99"),
]
# Of the processor, for 200 KB: they take one to four; were it not linear, they would take hours.
MAX_SECONDS = 20


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join), st.none() | days)
def test_any_jumble_of_words_gives_expressions_that_fit_the_text(
    times, text: str, published: date | None
) -> None:
    found = times(text, published=published and published.isoformat(), fetched="2061-01-01")
    ends = [0]
    for each in found:
        assert ends[-1] <= each.span.start < each.span.end <= len(text)
        assert each.value or each.reason
        ends.append(each.span.end)


@given(st.integers(0, 90))
def test_no_part_of_a_word_is_taken_for_an_expression(times, n: int) -> None:
    text = f"Since Monday {'x' * n} in Mayoral Marchland, of Augustine"
    assert [text[each.span.start : each.span.end] for each in times(text)] == ["Monday"]


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_read(times, text: str) -> None:
    times(text, published="2024-05-15")


@pytest.mark.parametrize("published", ["1000-01-01", "9998-12-31"])
def test_dates_at_the_ends_of_the_calendar_are_read(times, published: str) -> None:
    words = (
        "a thousand years ago, ten centuries later, last century, next decade, Christmas, "
        "on Monday, in 9999 weeks, 9999 years from now, 5 March, Easter, this quarter, "
        "1000000 days ago"
    )
    assert times(words, published=published, fetched="9998-12-31")


@pytest.mark.parametrize(
    "piece",
    [
        "the last two and a half ",
        "March 4-6 and 7 ",
        "early late mid- ",
        "10:35 a.m. Moscow Standard Daylight ",
        "more than no less than a few ",
        "the end of the beginning of the ",
        "1 1/2 1/2 ",
        "every other two weeks of the ",
        "a\u00a0 \n \t",
        "2024-05-03T14:00:00.000000+",
        "Monday, Monday, ",
        "12/12/",
        "'90s ’80s ",
        "the night of 3 to ",
        "a week from a week ago ",
        "overnight at dawn ",
        "half past a quarter to ",
        "8 to 10 to 12 p.m. ",
        "the small hours of the ",
        "Tuesday (19 March) ",
        "Monday-Friday-",
        "up from 4 in March ",
        "planned headed Tuesday off ",
    ],
)
def test_a_sentence_of_200_kilobytes_is_read_in_seconds(times, piece: str) -> None:
    begin = time.process_time()
    times(piece * (200_000 // len(piece)), published="2024-05-15")
    assert time.process_time() - begin < MAX_SECONDS


@given(days, st.integers(-2000, 2000))
def test_shifting_the_anchor_by_weeks_shifts_weekdays_and_weeks(
    times, day: date, n_weeks: int
) -> None:
    words = "They met on Tuesday and last week."
    moved = day + timedelta(weeks=n_weeks)
    before = times(words, published=day.isoformat())
    after = times(words, published=moved.isoformat())
    apart = [_start(b) - _start(a) for a, b in zip(before, after, strict=True)]
    assert apart == [timedelta(weeks=n_weeks)] * 2


def _start(time) -> date:
    return date.fromisoformat(time.value)  # of a week, its Monday


@given(st.integers(1, 500), st.sampled_from(["minute", "hour", "day", "week", "month", "year"]))
def test_a_rendered_length_is_found_and_read_back(times, n: int, unit: str) -> None:
    (found,) = times(f"It took {n} {unit}s.")
    clock = "T" if unit in ("minute", "hour") else ""
    assert found.value == f"P{clock}{n}{unit[0].upper()}"


@given(st.integers(0, 23), st.integers(0, 59), days)
def test_a_rendered_time_of_day_is_found_and_read_back(
    times, hour: int, minute: int, day: date
) -> None:
    half = "a.m." if hour < 12 else "p.m."
    (found,) = times(
        f"It fell at {hour % 12 or 12}:{minute:02} {half} {day:%A, %B} {day.day}, {day.year}."
    )
    assert found.value == f"{day}T{hour:02}:{minute:02}"


def test_every_holiday_of_the_tables_has_a_day_or_a_reason(times) -> None:
    for name in load_words().holidays:
        found = times(f"They met on {name}.", published="2024-05-15")
        assert found, name
        assert found[0].value or found[0].reason


def test_the_easters_of_both_calendars_are_known(times) -> None:
    found = times("Easter 2024, Easter 2025, Orthodox Easter 2024, Orthodox Easter 2025")
    assert [each.value for each in found] == [
        "2024-03-31",
        "2025-04-20",
        "2024-05-05",
        "2025-04-20",
    ]


def test_a_language_without_tables_has_no_times(times) -> None:
    assert times("Sie trafen sich am 2024-03-04.", language="de") == ()

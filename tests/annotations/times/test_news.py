"""Dates as news pages and statements write them, over invented sentences.

All are published on Wednesday, 15 May 2024, but where a day is given.
"""

import pytest

from rashomon.model import Modifier

CLOCKS = [
    ("The siren went at [half past two].", "2024-05-15T02:30"),
    ("The siren went at [half past two in the afternoon].", "2024-05-15T14:30"),
    ("The siren went at [a quarter to nine].", "2024-05-15T08:45"),
    ("The siren went at [quarter past nine].", "2024-05-15T09:15"),
    ("The siren went at [ten minutes to one].", "2024-05-15T00:50"),
    ("The siren went at [twenty past six in the morning].", "2024-05-15T06:20"),
    ("The siren went at [16h30 GMT] on [Monday].", "2024-05-13T16:30 2024-05-13"),
    ("Polls shut at [11 a.m. EST]/[1600 GMT].", "2024-05-15T11:00 2024-05-15T16:00"),
    ("Updated [2024-05-03 14:05 GMT].", "2024-05-03T14:05"),
    ("[Tue 19 Mar 2024 10.41 GMT].", "2024-03-19T10:41"),
    ("It held from [8] to [10 p.m.]", "2024-05-15T20:00 2024-05-15T22:00"),
    ("It held between [8] and [10 p.m.]", "2024-05-15T20:00 2024-05-15T22:00"),
    ("It held from [11]-[2 p.m.]", "2024-05-15T11:00 2024-05-15T14:00"),
    ("It held from [8] to [10 p.m.] on [Monday].", "2024-05-13T20:00 2024-05-13T22:00 2024-05-13"),
    ("They left at [dawn] on [Monday].", "2024-05-13TMO 2024-05-13"),
    ("It was the dawn of a truce.", ""),
    ("They voted ten to nine, 12 to 9, and left.", ""),
]
NIGHTS = [
    ("Drones hit the port [overnight].", "2024-05-14TNI"),
    ("Guards will stay at the gate [overnight].", "2024-05-15TNI"),
    ("The port burned [overnight Monday].", "2024-05-13TNI"),
    ("Shells fell [overnight] into [Tuesday].", "2024-05-13TNI 2024-05-14"),
    ("They took an overnight train, then the overnight ferry.", ""),
    ("It burned in [the night of 3 to 4 May].", "2024-05-03TNI"),
    ("It burned on the night of [May 3]-[5].", "2024-05-03 2024-05-05"),
    ("It burned on [the night of Sunday to Monday].", "2024-05-12TNI"),
    ("It burned [the night before last].", "2024-05-13TNI"),
    ("Shells fell in [the small hours of Tuesday].", "2024-05-14TMO"),
    ("Shells fell in [the small hours].", "2024-05-15TMO"),
]
DAYS = [
    ("They met [two weeks ago today].", "2024-05-01"),
    ("They met [a year ago today].", "2023-05-15"),
    ("They met [a week ago Monday].", "2024-05-06"),
    ("They will meet [a week from Monday].", "2024-05-27"),
    ("They will meet on [Friday week].", "2024-05-24"),
    ("They will meet [a week on Friday].", "2024-05-24"),
    ("They met on [12 December last year].", "2023-12-12"),
    ("They met on [Tuesday] ([19 March]).", "2024-03-19 2024-03-19"),
    ("They met on [Monday] ([19 March]).", "2024-05-13 2024-03-19"),
    ("They sit [Wednesday] through [Friday].", "2024-05-15 2024-05-17"),
    ("They sit from [May 3] through [7].", "2024-05-03 2024-05-07"),
    ("The [8 May] deadline passed.", "2024-05-08"),
    ("The [Sept. 11] attacks changed the law.", "2001-09-11"),
    ("The [Sept. 11] vote changed the law.", "2024-09-11"),
    ("Since [9/11] the law has changed.", "2001-09-11"),
    ("Guards stand at the gate 24/7.", ""),
]
PERIODS = [
    ("Talks go on in [midweek].", "2024-W20"),
    ("They lost a midweek match.", ""),
    ("They met [the week before last].", "2024-W18"),
    ("They will meet [the week after next].", "2024-W22"),
    ("They met [a fortnight ago].", "2024-W18"),
    ("Prices rose at [the turn of the year].", "2024"),
    ("Prices will rise at [the turn of the year].", "2025"),
    ("It is due by [end-May].", "2024-05"),
    ("Spending rose in [FY2023/24].", "FY2024"),
    ("Spending rose in [FY1999-2000].", "FY2000"),
    ("The club won in the [2022]-[23] season.", "2022 2023"),
    ("Huts of [the 1960s] and [70s] stand.", "196 197"),
    ("A [20th-century] hut stands.", "19"),
    ("Nine died in [the last 24 hours].", "PT24H"),
]


@pytest.mark.parametrize(("sentence", "values"), [*CLOCKS, *NIGHTS, *DAYS, *PERIODS])
def test_words_of_news_have_the_extents_and_values_of_the_guidelines(
    marked, sentence: str, values: str
) -> None:
    found, expected = marked(sentence)
    assert [words for words, _ in found] == expected
    assert [value for _, value in found] == values.split()


def test_overnight_keeps_the_other_night(times) -> None:
    (time,) = times("Drones hit the port overnight.", published="2024-05-15")
    assert time.alternatives == ("2024-05-15TNI",)


def test_the_turn_of_the_year_is_its_start(times) -> None:
    (time,) = times("Prices rose at the turn of the year.", published="2024-05-15")
    assert (time.value, time.modifier) == ("2024", Modifier.START)


def test_a_day_known_by_its_name_does_not_precede_what_made_it_known(times) -> None:
    (time,) = times("The Sept. 11 attacks failed.", published="1999-10-01")
    assert time.value == "1999-09-11"


@pytest.mark.parametrize(
    "words", ["a year ago today", "12 December last year", "overnight", "a week from Monday"]
)
def test_what_is_counted_from_publication_stays_open_without_it(times, words: str) -> None:
    (time,) = times(f"They met {words}.", fetched="2024-05-15")
    assert not (time.value or "").strip("X-TNI")
    assert time.reason


def test_a_count_that_ends_on_no_day_stays_open(times) -> None:
    (time,) = times("They met a year ago today.", published="2024-02-29")
    assert time.value is None


@pytest.mark.parametrize(
    ("published", "sentence", "value"),
    [
        ("2024-05-13", "The envoy headed Tuesday to Tarn.", "2024-05-14"),
        ("2024-05-15", "The envoy headed Tuesday to Tarn.", "2024-05-14"),
        ("2024-05-12", "The march planned for Saturday was called off.", "2024-05-11"),
        ("2024-05-16", "The march planned for Saturday was called off.", "2024-05-18"),
        ("2024-05-12", "The march planned for Saturday will be short.", "2024-05-18"),
    ],
)
def test_a_setting_out_and_a_plan_called_off_are_of_the_nearer_day(
    times, published: str, sentence: str, value: str
) -> None:
    (time,) = times(sentence, published=published)
    assert time.value == value


def test_what_is_compared_with_is_not_told_of(times) -> None:
    *_, time = times(
        "It rose to 9 on 5 May 2024, up from 4 in March 2021. The previous week it fell.",
        published="2024-05-15",
    )
    assert time.value == "2024-W17"

"""Holidays whose day another calendar decides."""

import pytest

from rashomon.annotations.times.anchoring.hebrew import hanukkah, new_year, passover


@pytest.mark.parametrize(
    ("computed", "day"),
    [
        (new_year(2013), "2013-09-05"),
        (new_year(2020), "2020-09-19"),
        (new_year(2024), "2024-10-03"),
        (new_year(1973, 9), "1973-10-06"),
        (passover(2002), "2002-03-28"),
        (passover(2022), "2022-04-16"),
        (passover(2024), "2024-04-23"),
        (passover(2023, -30), "2023-03-07"),
        (hanukkah(2013), "2013-11-28"),
        (hanukkah(2016), "2016-12-25"),
        (hanukkah(2023), "2023-12-08"),
    ],
)
def test_jewish_holidays_are_computed(computed, day: str) -> None:
    assert computed.isoformat() == day


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("Shops shut for Passover.", "2024-04-20", "2024-04-23"),
        ("Shops shut for Yom Kippur 2023.", "2024-04-20", "2023-09-25"),
        ("Shops shut for Lunar New Year.", "2024-02-08", "2024-02-10"),
        ("Shops shut for Diwali.", "2023-11-08", "2023-11-12"),
    ],
)
def test_a_holiday_is_the_one_nearest_to_publication(times, words, published, value) -> None:
    assert [each.value for each in times(words, published=published)] == [value]


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Shops shut for Diwali 2024.", "2024-11-08"),
        ("Shops shut for Diwali.", "2025-10-08"),
        ("Shops shut for Lunar New Year.", "1989-05-15"),
    ],
)
def test_a_holiday_that_no_table_knows_stays_open(times, words: str, published: str) -> None:
    assert [each.value for each in times(words, published=published)] == [None]

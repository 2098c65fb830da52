"""Extents and values as the TimeML and TIDES guidelines ask for them, over invented sentences.

All are published on Wednesday, 15 May 2024.
"""

import pytest

DAYS = [
    ("The envoys landed on [Monday].", "2024-05-13"),
    ("The envoys will land on [Monday].", "2024-05-20"),
    ("The envoys land in Tarn [today] and leave [tomorrow].", "2024-05-15 2024-05-16"),
    ("The pact of [3 May 2023] stands.", "2023-05-03"),
    ("The pact of [May 3, 2023], stands.", "2023-05-03"),
    ("The pact of [the 3rd of May] stands.", "2024-05-03"),
    ("The raid of [Wednesday, May 8], was short.", "2024-05-08"),
    ("They sat from [4] to [6 March] in Tarn.", "2024-03-04 2024-03-06"),
    ("They sat on [March 4]-[6] in Tarn.", "2024-03-04 2024-03-06"),
    ("They sat on [March 4] and [5].", "2024-03-04 2024-03-05"),
    ("The [April 9] blast hurt nobody.", "2024-04-09"),
    ("He left on [2024-02-29].", "2024-02-29"),
    ("He left on [29.02.2024].", "2024-02-29"),
    ("She spoke [the day before yesterday].", "2024-05-13"),
    ("Following [Monday]'s raid, she spoke.", "2024-05-13"),
]
TIMES_OF_DAY = [
    ("Guards fired on [Tuesday night].", "2024-05-14TNI"),
    ("Guards fired [this morning].", "2024-05-15TMO"),
    ("Guards fired [last night].", "2024-05-14TNI"),
    ("Guards fired [yesterday afternoon].", "2024-05-14TAF"),
    ("The two will talk [tonight].", "2024-05-15TNI"),
    ("The shelling began at [10:35 a.m. Monday].", "2024-05-13T10:35"),
    ("The shelling began at [noon] on [Monday].", "2024-05-13T12:00 2024-05-13"),
    ("On [Monday], at [6 p.m.], the shelling began.", "2024-05-13 2024-05-13T18:00"),
    ("It fell silent at [4 in the morning].", "2024-05-15T04:00"),
    ("It fell silent at [1730 GMT] on [Monday].", "2024-05-13T17:30 2024-05-13"),
]
PERIODS = [
    ("The council met [last week].", "2024-W19"),
    ("The council met [earlier this week].", "2024-W20"),
    ("The council meets [early next week].", "2024-W21"),
    ("The council met [last month].", "2024-04"),
    ("Votes are counted in [April].", "2024-04"),
    ("Votes were counted in [December].", "2023-12"),
    ("Votes will be counted in [December].", "2024-12"),
    ("Votes were counted in [early March].", "2024-03"),
    ("Votes were counted in [late October 2019].", "2019-10"),
    ("Votes were counted [last fall].", "2023-FA"),
    ("Votes were counted in [the spring of 1998].", "1998-SP"),
    ("Exports fell in [the first quarter].", "2024-Q1"),
    ("Exports fell in [the third quarter].", "2023-Q3"),
    ("Exports fell in [the second half of 2021].", "2021-H2"),
    ("Exports fell in [the first half].", "2024-H1"),
    ("Exports fell in [fiscal 2022].", "FY2022"),
    ("Exports fell in [the 2021 third quarter].", "2021-Q3"),
    ("Exports rise in [the current quarter].", "2024-Q2"),
    ("Stocks were low at [year-end 2020].", "2020"),
    ("It will end by [the end of the year].", "2024"),
    ("The front moved over [the weekend].", "2024-W19-WE"),
    ("Courts sit in [the week of June 3].", "2024-W23"),
    ("The border of [1921] held until [1938].", "1921 1938"),
    ("He ruled in [the late 1980s].", "198"),
    ("He ruled in [the 1990s].", "199"),
    ("The fort dates from [the 17th century].", "16"),
    ("They sat through [2019]-[21].", "2019 2021"),
    ("Elections are due in [October next year].", "2025-10"),
    ("Mobs burned it [last December].", "2023-12"),
]
COUNTED = [
    ("He fled [two months ago].", "2024-03"),
    ("He fled [three weeks ago].", "2024-W17"),
    ("He fled [10 days ago].", "2024-05-05"),
    ("He fled [almost four years ago].", "2020"),
    ("He fled [a decade ago].", "2014"),
    ("He fled [several years ago].", "PAST_REF"),
    ("It began on [2 May]. [A week later] it was over.", "2024-05-02 2024-W19"),
    ("It began on [2 May]. [The next day] it was over.", "2024-05-02 2024-05-03"),
    ("It began on [2 May]. [Earlier that day], guards left.", "2024-05-02 2024-05-02"),
    ("Output was 7 tons in [2020], up from 5 [a year earlier].", "2020 2019"),
    ("He fled [a year and a half ago].", "2022-11"),
    ("Exports beat [year-earlier] figures by [2023].", "2023 2023"),
]
DURATIONS = [
    ("They held a [50-minute] call.", "PT50M"),
    ("They held an [hour-long] call.", "PT1H"),
    ("They spoke for [just over an hour].", "PT1H"),
    ("They spoke for [an hour and a half].", "PT1H30M"),
    ("They spoke for [two and a half hours].", "PT2H30M"),
    ("The siege took [three weeks].", "P3W"),
    ("The siege took [less than a year].", "P1Y"),
    ("The siege took [more than two decades].", "P20Y"),
    ("The siege went on for [years].", "PXY"),
    ("The siege went on for [several months].", "PXM"),
    ("He has led it for [the past two years].", "P2Y"),
    ("He has led it over [the past decade].", "P10Y"),
    ("Prices rose in [recent weeks].", "PXW"),
    ("It ended [two days] after the vote.", "P2D"),
    ("It ended a [four-month] truce.", "P4M"),
    ("It ended [a quarter of a century] of war.", "P25Y"),
]
SETS = [
    ("Patrols leave [every Monday].", "XXXX-WXX-1"),
    ("Patrols leave on [Mondays].", "XXXX-WXX-1"),
    ("Patrols leave on [Sunday mornings].", "XXXX-WXX-7TMO"),
    ("Patrols leave [every day].", "P1D"),
    ("Patrols leave [daily].", "P1D"),
    ("Patrols leave [twice a week].", "P1W"),
    ("Patrols leave [every two weeks].", "P2W"),
    ("Patrols leave [every other day].", "P2D"),
    ("The chiefs meet [annually].", "P1Y"),
    ("The chiefs meet [every October].", "XXXX-10"),
]
REFERENCES = [
    ("The road is [now] closed.", "PRESENT_REF"),
    ("The road is [currently] closed.", "PRESENT_REF"),
    ("The road was [recently] closed.", "PAST_REF"),
    ("No one knows [the future].", "FUTURE_REF"),
    ("Roads are safe [these days].", "PRESENT_REF"),
]
HOLIDAYS = [
    ("Shops were shut on [Christmas Day].", "2023-12-25"),
    ("Shops were shut on [Good Friday].", "2024-03-29"),
    ("Shops were shut on [Easter Monday 2023].", "2023-04-10"),
    ("Shops were shut [last Thanksgiving].", "2023-11-23"),
    ("Shops will shut on [Election Day].", "2024-11-05"),
]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        *DAYS,
        *TIMES_OF_DAY,
        *PERIODS,
        *COUNTED,
        *DURATIONS,
        *SETS,
        *REFERENCES,
        *HOLIDAYS,
    ],
)
def test_extent_and_value_are_those_of_the_guidelines(marked, sentence: str, values: str) -> None:
    found, words = marked(sentence)
    assert found == list(zip(words, values.split(), strict=True))


@pytest.mark.parametrize(
    "sentence",
    [
        "It may end; many march on.",
        "A 44-year-old guard was hurt.",
        "He paid $1999 for 2000 tons and 1,995 people came.",
        "The Good Friday Agreement holds.",
        "It came first, and in second place.",
        "The fall of the fort was sudden.",
        "Minister Jan Orlik spoke.",
        "They will return some day.",
        "A quarter of the guards left.",
        "They joined the March on Tarn.",
        "The Sunday Herald said so.",
        "The second half of the session was calm.",
        "Tarn won the bid for the Winter Games.",
        "The Daily Courier and Future Now magazine said so.",
        "They won 3-2, and 10.5 percent agreed.",
    ],
)
def test_what_only_looks_like_a_time_is_none(marked, sentence: str) -> None:
    assert marked(sentence)[0] == []

import pytest

from rashomon.actors import identify, load_knowledge
from rashomon.annotations import annotate
from rashomon.attributions import attribute
from rashomon.events import code
from rashomon.model import (
    Basis,
    Channel,
    Document,
    DocumentId,
    Event,
    Kind,
    Span,
    Zone,
    ZoneSpan,
)

LEAD = "Velmoran Prime Minister Mette Solberg spoke with Arrendian President Ana Kos"


def events_of(
    text: str,
    *,
    published: str | None = None,
    fetched: str | None = "2026-01-01",
    zone: Zone = Zone.BODY,
    side: str | None = None,
) -> tuple[Event, ...]:
    document = Document(
        id=DocumentId("page"),
        text=text,
        zones=(ZoneSpan(zone, Span(0, len(text))),),
        kind=Kind.REPORT,
        kind_reason="",
        sha256="",
        published=published,
        fetched=fetched,
        side=side,
    )
    layers = annotate([document])
    cast = identify(document, layers[0], load_knowledge())
    (events,) = code([document], layers, attribute([document]), [cast])
    return events


def people_of(event: Event) -> set[str]:
    return {participant.actor for participant in event.participants}


def test_a_call_has_participants_sides_channel_length_and_date() -> None:
    (call,) = events_of(f"{LEAD} by telephone for 40 minutes on Tuesday, March 4.")
    assert people_of(call) == {"Mette Solberg", "Ana Kos"}
    assert len({participant.side for participant in call.participants}) == 2
    assert (call.channel, call.duration_minutes) == (Channel.TELEPHONE, 40)
    assert (call.date, call.basis) == ("2025-03-04", Basis.INFERRED_FROM_WEEKDAY)
    assert call.alternatives == ("2014-03-04",)
    assert call.is_main


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Mette Solberg and Ana Kos held a video call on Monday.", Channel.VIDEO),
        ("Mette Solberg met Ana Kos in Tarn.", Channel.IN_PERSON),
        ("Mette Solberg had a phone conversation with Ana Kos.", Channel.TELEPHONE),
        ("Mette Solberg engaged in a 40-minute call with Ana Kos.", Channel.TELEPHONE),
        ("A telephone call between Mette Solberg and Ana Kos took place.", Channel.TELEPHONE),
        ("Mette Solberg telephoned Ana Kos.", Channel.TELEPHONE),
    ],
)
def test_contacts_are_told_in_many_ways(text: str, channel: Channel) -> None:
    (event,) = events_of(text)
    assert people_of(event) == {"Mette Solberg", "Ana Kos"}
    assert event.channel is channel


@pytest.mark.parametrize(
    "text",
    [
        "Mette Solberg agreed to meet Ana Kos in June.",
        "Mette Solberg called the decision of Ana Kos a mistake.",
        "Mette Solberg repeated a call for talks.",
        "Mette Solberg said no.",
    ],
)
def test_what_is_planned_or_only_sounds_like_a_contact_is_none(text: str) -> None:
    assert events_of(text) == ()


def test_an_earlier_call_is_an_event_of_its_own_with_what_was_said_in_it() -> None:
    main, earlier = events_of(
        f"{LEAD} on Tuesday, March 4. The talks follow a previous call on January 20, during "
        "which Solberg assured Kos of her support for the treaty."
    )
    assert (main.date, earlier.date) == ("2025-03-04", "2025-01-20")
    assert earlier.basis is Basis.RELATIVE_TO_EVENT
    assert people_of(earlier) == people_of(main)
    assert earlier.attributions
    assert main.attributions == ()


def test_the_two_who_last_spoke_are_those_the_text_is_about() -> None:
    main, earlier = events_of(
        f"{LEAD} on Tuesday, March 4. The two ministers had last spoken on January 20."
    )
    assert earlier.date == "2025-01-20"
    assert people_of(earlier) == people_of(main)


def test_a_video_link_joins_two_people() -> None:
    (call,) = events_of("Mette Solberg spoke by video link with Ana Kos on Monday.")
    assert people_of(call) == {"Mette Solberg", "Ana Kos"}
    assert call.channel is Channel.VIDEO


def test_what_that_call_refers_back_to_is_the_contact_told_of_last() -> None:
    _, earlier = events_of(
        f"{LEAD} on Tuesday, March 4. The two last spoke in a previous call on January 20. "
        "In that call, Solberg told Kos that the treaty would be kept."
    )
    assert len(earlier.attributions) == 1


def test_who_spoke_in_a_call_had_one_contact() -> None:
    (call,) = events_of(f"{LEAD} in a call on Tuesday, March 4.")
    assert call.channel is Channel.TELEPHONE
    assert people_of(call) == {"Mette Solberg", "Ana Kos"}


def test_each_call_in_a_sentence_keeps_its_own_date() -> None:
    main, earlier = events_of(
        "Mette Solberg spoke by telephone with Ana Kos on Tuesday, March 4, after a previous call "
        "between Solberg and Kos on January 20."
    )
    assert (main.date, earlier.date) == ("2025-03-04", "2025-01-20")
    assert main.id != earlier.id


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("an hour-long call", 60),
        ("a two-and-a-half-hour call", 150),
        ("a call of 40 minutes", 40),
        ("a call that lasted an hour and a quarter", 75),
    ],
)
def test_the_length_of_a_call_is_read_in_many_forms(words: str, minutes: int) -> None:
    (call,) = events_of(f"Mette Solberg and Ana Kos held {words}.")
    assert call.duration_minutes == minutes


def test_a_date_without_an_anchor_stays_open_with_the_reason() -> None:
    (call,) = events_of(f"{LEAD} on Monday.")
    assert (call.date, call.basis) == (None, Basis.UNKNOWN)
    assert "publication" in call.reason


def test_a_call_told_by_its_week_has_no_day_but_says_which_week() -> None:
    (call,) = events_of(f"{LEAD} last week.", published="2025-03-04")
    assert call.date is None
    assert "2025-W09" in call.reason


def test_the_month_of_what_they_spoke_about_is_not_the_month_of_the_call() -> None:
    (call,) = events_of(f"{LEAD} about the June summit and the vote planned in December.")
    assert call.date is None


def test_a_day_dates_a_call_better_than_the_week_beside_it() -> None:
    (call,) = events_of(f"{LEAD} earlier this week, on March 3.", published="2025-03-04")
    assert call.date == "2025-03-03"


def test_a_call_told_by_the_hour_has_its_day() -> None:
    (call,) = events_of(f"{LEAD} at 2 p.m. on 3 March 2025.", published="2025-03-04")
    assert call.date == "2025-03-03"


def test_the_year_of_what_they_spoke_about_is_not_the_year_of_the_call() -> None:
    (call,) = events_of(f"{LEAD} about the 1994 treaty.", published="2025-03-04")
    assert call.date is None


def test_today_is_the_day_of_publication() -> None:
    (call,) = events_of(f"{LEAD} today.", published="2025-03-04")
    assert (call.date, call.basis) == ("2025-03-04", Basis.RELATIVE_TO_PUBLICATION)


@pytest.mark.parametrize(
    "words", ["at the Velmoran side's initiative", "at the request of Mette Solberg"]
)
def test_who_initiated_the_call_is_told_when_the_text_says_it(words: str) -> None:
    (call,) = events_of(f"{LEAD} {words}.")
    assert call.initiator


def test_the_leader_whose_state_a_readout_leaves_out_is_its_own() -> None:
    (call,) = events_of(
        "President Ana Kos met Velmoran Prime Minister Mette Solberg.", side="Arrendia"
    )
    sides = {participant.actor: participant.side for participant in call.participants}
    assert sides["Ana Kos"] == "Arrendia"
    assert sides["Mette Solberg"] != "Arrendia"


def test_a_teaser_tells_of_no_event() -> None:
    assert events_of(f"{LEAD} on Tuesday, March 4.", zone=Zone.TEASER) == ()


def test_ids_do_not_depend_on_the_day_a_page_is_read() -> None:
    (first,) = events_of(f"{LEAD} on Tuesday, March 4.", fetched="2025-12-01")
    (second,) = events_of(f"{LEAD} on Tuesday, March 4.", fetched="2026-11-01")
    assert first.id == second.id

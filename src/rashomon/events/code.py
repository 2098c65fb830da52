"""The stage: the contacts that a document tells of, as events with participants and date."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.actors import Cast
from rashomon.events.contacts import Contact, find_contacts
from rashomon.events.starting import initiator_of
from rashomon.events.timing import dates_of, minutes_of
from rashomon.model import (
    Actor,
    ActorKind,
    Anchor,
    Annotations,
    Attribution,
    AttributionId,
    Basis,
    Document,
    Event,
    EventId,
    EventType,
    Participant,
    TimeExpression,
    Tree,
    Zone,
    content_hash,
)

MIN_PARTICIPANTS = 2


@dataclass(frozen=True, slots=True)
class Group:
    """The places of a text that tell of one and the same contact."""

    contacts: list[Contact]
    actors: tuple[Actor, ...]
    is_main: bool


def code(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    attributions: Sequence[tuple[Attribution, ...]],
    casts: Sequence[Cast],
) -> list[tuple[Event, ...]]:
    """Find the calls and meetings that documents tell of.

    The main event is the first contact of at least two participants in the body (or, failing
    that, in the headline or a caption). Contacts told as previous ones are events of their own;
    what was said in them is listed with them, so that nobody takes it for part of the main one.

    Args:
        documents: Read documents.
        annotations: Their layers, in the same order.
        attributions: Their attributions, in the same order.
        casts: Who their words refer to, in the same order.

    Returns:
        Per document, the main event first, then the others in reading order.
    """
    return [
        _events(document, layers, said, cast)
        for document, layers, said, cast in zip(
            documents, annotations, attributions, casts, strict=True
        )
    ]


def _events(
    document: Document, layers: Annotations, said: tuple[Attribution, ...], cast: Cast
) -> tuple[Event, ...]:
    tree = Tree(layers)
    contacts = find_contacts(tree, cast)
    if not contacts:
        return ()
    dates = dates_of(contacts, tree, layers.times)
    return tuple(
        _event(document, layers, tree, cast, group, dates, said)
        for group in _groups(document, tree, contacts, dates)
    )


def _key(actors: tuple[Actor, ...]) -> frozenset[str]:
    """Name participants by their sides: "Moscow" and its president are one party to a call."""
    return frozenset(actor.side or actor.name for actor in actors)


def _groups(
    document: Document,
    tree: Tree,
    contacts: list[Contact],
    dates: dict[Contact, TimeExpression],
) -> list[Group]:
    main = _main(document, tree, contacts)
    if main is None:
        return []
    party, date = _key(main.actors), _day(main, dates)
    mine: list[Contact] = [main]
    others: dict[tuple[frozenset[str], str | None], Group] = {}
    last = mine  # the places of the contact told of last
    for contact in contacts:
        is_own_party = _key(contact.actors) <= party
        if not is_own_party and _is_outside(document, tree, contact):
            continue  # a headline has no event of its own
        day = _day(contact, dates)
        is_other_day = is_own_party and _differ(day, date)
        if contact is main:
            last = mine
        elif contact.refers_back and is_own_party:
            last.append(contact)
        elif is_own_party and not contact.is_earlier and not is_other_day:
            mine.append(contact)
            last = mine
        elif is_own_party or len(_key(contact.actors)) >= MIN_PARTICIPANTS:
            actors = main.actors if is_own_party else contact.actors
            group = others.setdefault((_key(actors), day), Group([], actors, is_main=False))
            group.contacts.append(contact)
            last = group.contacts
    return [Group(mine, main.actors, is_main=True), *others.values()]


def _main(document: Document, tree: Tree, contacts: list[Contact]) -> Contact | None:
    """Return the contact that the document is about."""
    full = [contact for contact in contacts if len(_key(contact.actors)) >= MIN_PARTICIPANTS]
    in_body = [contact for contact in full if not _is_outside(document, tree, contact)]
    now = [contact for contact in (*in_body, *full) if not contact.is_earlier]
    return next(iter(now), None)


def _is_outside(document: Document, tree: Tree, contact: Contact) -> bool:
    """Whether a contact is told of outside the body: in a headline or caption."""
    return document.zone_at(tree.tokens.starts[contact.token]) is not Zone.BODY


def _differ(day: str | None, other: str | None) -> bool:
    """Whether two dates cannot be of one contact; a month holds its days."""
    if day is None or other is None:
        return False
    return not (day.startswith(other) or other.startswith(day))


def _day(contact: Contact, dates: dict[Contact, TimeExpression]) -> str | None:
    time = dates.get(contact)
    return time.calendar if time else None


def _event(
    document: Document,
    layers: Annotations,
    tree: Tree,
    cast: Cast,
    group: Group,
    dates: dict[Contact, TimeExpression],
    said: tuple[Attribution, ...],
) -> Event:
    dated = [dates[contact] for contact in group.contacts if contact in dates]
    date = next((time for time in dated if time.value), dated[0] if dated else None)
    words = _words(document, tree, group.contacts[0])
    starter = initiator_of(group.contacts, tree, cast)
    place = tree.tokens.starts[group.contacts[0].token]
    name = content_hash("event", document.id, document.sha256, EventType.CONSULT, place)
    channels = (contact.channel for contact in group.contacts)
    return Event(
        id=EventId(name),
        document_id=document.id,
        type=EventType.CONSULT,
        channel=next((channel for channel in channels if channel), None),
        participants=_participants(document, cast, group.actors),
        initiator=_name(starter) if starter else None,
        date=date.calendar if date else None,
        basis=date.basis if date else Basis.UNKNOWN,
        alternatives=_days_of(date.alternatives) if date else (),
        reason=_reason(date) if date else "the text gives no date for it",
        duration_minutes=minutes_of(group.contacts, tree, layers.times),
        words=words,
        is_main=group.is_main,
        attributions=() if group.is_main else _said_in(group, tree, dates, said),
    )


def _days_of(values: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out times of day."""
    return tuple(value.partition("T")[0] for value in values)


def _reason(time: TimeExpression) -> str:
    if time.value is not None and time.calendar is None:
        return f"told as {time.value}, a week or a part of a year: {time.reason}"
    return time.reason


def _participants(
    document: Document, cast: Cast, actors: tuple[Actor, ...]
) -> tuple[Participant, ...]:
    """Say who took part; a readout does not say which state its own leader is of."""
    own = document.side and (cast.knowledge.side_named(document.side) or document.side)
    unknown = [actor for actor in actors if actor.side is None]
    is_own_unknown = len(unknown) == 1 and own not in {actor.side for actor in actors}
    return tuple(
        Participant(
            actor=_name(actor),
            side=own if is_own_unknown and actor.side is None else actor.side,
            role=actor.role,
        )
        for actor in actors
    )


def _name(actor: Actor) -> str:
    """Name a person by name, anybody else by the side: "the Velmoran side" is Velmora."""
    return actor.name if actor.kind is ActorKind.PERSON else actor.side or actor.name


def _words(document: Document, tree: Tree, contact: Contact) -> Anchor:
    sentence = tree.sentences[contact.sentence]
    return Anchor.at(document.text, tree.span(sentence.first, sentence.stop))


def _said_in(
    group: Group,
    tree: Tree,
    dates: dict[Contact, TimeExpression],
    said: tuple[Attribution, ...],
) -> tuple[AttributionId, ...]:
    """Return what was said in another contact.

    That is what its own phrase holds ("a previous call on 3 May, in which A assured B of …"; the
    parser may hang the clause on the date), and the clause that it opens ("In that call, A …").
    """
    found = []
    for contact in group.contacts:
        holders = [_clause_opened_by(tree, contact.token) or contact.token]
        if contact in dates:
            holders += tree.tokens_in(dates[contact].span)
        start = tree.tokens.starts[contact.token]
        end = max(tree.subtree(holder).end for holder in holders)
        found += [each.id for each in said if start < each.cue.start < end]
    return tuple(dict.fromkeys(found))


def _clause_opened_by(tree: Tree, noun: int) -> int | None:
    """Return the verb of the clause before which a contact stands: "During that call, …"."""
    preposition = tree.tokens.heads[noun]
    verb = tree.tokens.heads[preposition]
    is_opening = tree.tokens.relations[noun] == "pobj" and verb > noun
    return verb if is_opening else None

"""A person of a document: the names, the titles, and the side that all of it tells."""

from dataclasses import dataclass, field

from rashomon.actors.holders import KNOWN_UNTIL, Holder, Term
from rashomon.actors.names import fold, split_words
from rashomon.actors.resolution import Resolution, unresolved
from rashomon.actors.roles import Role
from rashomon.actors.titles import Title
from rashomon.actors.view import View
from rashomon.model import Actor, ActorId, ActorKind, content_hash


@dataclass(slots=True)
class Person:
    """Somebody the document names, under one or several names."""

    name: str  # the fullest the text has
    keys: tuple[str, ...]  # its words, folded
    first: int  # first token of the first mention
    titles: list[Title] = field(default_factory=list)
    affiliation: Actor | None = None  # the state beside the name: "Nordland's Ana Kos"
    given: Actor | None = None  # as the user's file has them
    holder: Holder | None = None  # as the knowledge base has them
    namesakes: tuple[Holder, ...] = ()  # whom it has of the same surname, where that is doubtful
    actor: Actor | None = None
    reason: str = ""
    confidence: float = 0.95
    gender: str | None = None
    honorifics: set[str] = field(default_factory=set)  # "mr", of any mention

    @property
    def roles(self) -> frozenset[str]:
        """Words of all titles, in lower case, and of the office that a list gives."""
        listed = split_words(self.actor.role or "") if self.actor else ()
        titles = [title.roles for title in self.titles]
        return frozenset().union(map(fold, listed), *titles)


def decide(view: View, person: Person) -> None:
    """Decide a person's side: the text's own title first, then a list, else it stays open."""
    _look_up_surname(view, person)
    speaking = [title for title in person.titles if title.is_speaking]
    silent = [title for title in person.titles if not title.is_speaking]
    owned = next((title for title in speaking if title.owner), None)
    title = owned or next(iter(speaking or silent), None)
    role = title.words if title else None
    term = _term(view, person, title)
    side: str | None = None
    if person.given:
        side, person.reason = person.given.side, "named in the sides file"
    elif owned and owned.owner:
        side = _side_of_owner(view, owned.owner)
        person.reason = f"titled “{owned.words}” in the text"
    elif silent:
        person.reason = f"“{silent[0].words}” speaks for no side"
    elif term:
        side, role = term.side, role or term.role
        person.reason, person.confidence = _reason_of_term(view, person, term)
    elif person.affiliation:
        side, person.confidence = person.affiliation.side, 0.8 if title else 0.7
        person.reason = f"the text puts {side} beside the name"
    elif person.holder:
        person.reason = f"held office at another time: {person.holder.terms[-1].words}"
    elif title and view.home and not _is_of_nobody(view, title):
        side, person.confidence = view.home.side, 0.75
        person.reason = f"titled “{title.words}” in a text of {view.home.name}"
    elif title:
        person.reason = f"the text does not say whose {title.words}"
    else:
        person.reason = "the text gives no title"
    if side is None and not silent and person.namesakes:
        side, person.confidence = _side_of_namesakes(view, person)
    known = person.given or (person.holder.actor(None) if person.holder else None)
    person.gender = _gender(view, person, known)
    name = known.name if known and len(person.keys) == 1 else person.name
    person.actor = Actor(
        id=ActorId(content_hash("person", fold(name))) if not known else known.id,
        name=name,
        kind=ActorKind.PERSON,
        side=side,
        role=role,
    )


def _side_of_owner(view: View, owner: Actor) -> str | None:
    """Return whose a title is: in an official text an agency no list knows is the publisher's."""
    last = fold(owner.name.rsplit(maxsplit=1)[-1])
    is_agency = view.knowledge.roles.by_noun.get(last) is Role.BODY
    is_unknown = owner.side == owner.name and view.knowledge.actor_named(owner.name) is None
    return view.home.side if view.home and is_agency and is_unknown else owner.side


def _is_of_nobody(view: View, title: Title) -> bool:
    """Tell whether a title is none of a state's: "analyst", or of another body the text names."""
    roles = view.knowledge.roles
    is_office = bool(title.roles & roles.offices) and not title.roles & roles.own_voices
    return title.owner is not None or not title.is_speaking or not is_office


def _side_of_namesakes(view: View, person: Person) -> tuple[str | None, float]:
    """Return the side that all of several possible people are on."""
    names = " or ".join(holder.name for holder in person.namesakes)
    person.reason = f"{person.name} may be {names}"
    terms = [holder.term_in(view.period) for holder in person.namesakes]
    sides = {term.side if term else None for term in terms}
    return (sides.pop(), 0.6) if len(sides) == 1 else (None, 0.5)


def _term(view: View, person: Person, title: Title | None) -> Term | None:
    """Return the office that a known person holds when the text was written, or speaks of.

    A title in the text tells of the time: "President NAME" of a former president is a text about
    those years.
    """
    if person.holder is None:
        return None
    term = person.holder.term_in(view.period)
    if term is None and title is not None and title.is_speaking:
        words = title.roles
        past = [one for one in person.holder.terms if one.is_before(view.period)]
        term = next((one for one in past[::-1] if fold(one.role.split()[-1]) in words), None)
    return term


def _reason_of_term(view: View, person: Person, term: Term) -> tuple[str, float]:
    holder = person.holder
    if holder is None:
        return "", 0.0
    offices = {one.side for one in holder.terms_in(view.period)}
    words = f"{term.words} in the knowledge base"
    if len(offices) > 1:
        return f"{words}, at an unknown time", 0.7
    if not term.is_in(view.period):
        return f"{words}, when the text tells of", 0.75
    if view.period.earliest > KNOWN_UNTIL and not term.until:
        return f"{words}, which ends with January 2026", 0.8
    return words, 0.95 if len(person.keys) > 1 else 0.9


def _gender(view: View, person: Person, known: Actor | None) -> str | None:
    words = person.roles | {person.keys[0]}
    if known:
        words |= {fold(known.name.split(maxsplit=1)[0])}
    called = view.knowledge.roles.gender(person.honorifics)
    return called or view.knowledge.roles.gender(words)


def note_honorific(view: View, person: Person, first: int) -> None:
    """Remember what "Ms." before one of a person's names tells."""
    before = view.folded[first - 1].rstrip(".") if first else ""
    if before in view.knowledge.roles.honorifics:
        person.honorifics.add(before)


def _look_up_surname(view: View, person: Person) -> None:
    """Find an office holder for a bare surname, when the text names their state too.

    A surname alone is weak: it counts only if one who bears it held office then, or nobody did and
    one has before, and that one's side is named in the document.
    """
    if len(person.keys) > 1 or person.given or person.holder:
        return
    given = view.knowledge.given_with_surname(person.name)
    if len(given) == 1:
        person.given = given[0]
        return
    known = listed(view, person.name)
    if len(known) == 1:
        person.holder = known[0]
    else:
        person.namesakes = known


def listed(view: View, surname: str) -> tuple[Holder, ...]:
    """Return the office holders whom a surname alone may mean in a text."""
    known = view.knowledge.with_surname(surname)
    if not known:
        return ()
    sided = [one for one in known if {term.side for term in one.terms} & view.sides_named]
    now = [one for one in sided if one.term_in(view.period)]
    before = [one for one in sided if any(term.is_before(view.period) for term in one.terms)]
    return tuple(now or before)


def of_person(person: Person, reason: str = "", most: float = 0.95) -> Resolution:
    """Return the resolution of words that mean a person."""
    if person.actor is None:
        return unresolved(f"{person.name} is named")
    words = reason or f"{person.name}: {person.reason}"
    confidence = min(most, person.confidence if person.actor.side or person.namesakes else 0.8)
    namesakes = tuple(holder.actor(None) for holder in person.namesakes)
    return Resolution((person.actor,), words, confidence, namesakes)

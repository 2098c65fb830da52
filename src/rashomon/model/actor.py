"""An actor: the person, body or state behind many mentions, who claims or acts."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.ids import ActorId


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    BODY = "body"  # a government, ministry, office, parliament, court
    ORGANISATION = "organisation"  # international organisations, companies, unions
    ARMED_GROUP = "armed group"
    PERSON = "person"
    GROUP = "group"  # "officials", "the two leaders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who claims or acts, and the side that he, she or it speaks for."""

    id: ActorId
    name: str
    kind: ActorKind
    side: str | None  # the name of the side; None when it is not known
    role: str | None = None  # "Israeli Prime Minister", as the text or the knowledge base has it

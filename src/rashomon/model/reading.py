"""A reading: everything the stages found in one document."""

from dataclasses import dataclass

from rashomon.model.annotation import Annotations
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document and what was found in it; empty where its language is not read."""

    document: Document
    annotations: Annotations
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    is_read: bool  # False: a language we do not read; kept, and said so

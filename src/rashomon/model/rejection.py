"""A rejection: a document that a stage could not take, and why. The rest goes on."""

from dataclasses import dataclass

from rashomon.errors import RashomonError
from rashomon.model.ids import DocumentId


@dataclass(frozen=True, slots=True)
class Rejection:
    """One input that was left out."""

    document_id: DocumentId
    stage: str
    error: RashomonError

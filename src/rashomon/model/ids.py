"""Ids: what is asserted where, as a hash without a clock or a random number in it."""

from hashlib import sha256
from typing import NewType

DocumentId = NewType("DocumentId", str)
ActorId = NewType("ActorId", str)
AttributionId = NewType("AttributionId", str)
ClaimId = NewType("ClaimId", str)
EventId = NewType("EventId", str)

N_HEX_DIGITS = 20  # 80 bits: a billion records collide with a chance of 4e-7


def content_hash(*parts: object) -> str:
    """Hash parts into an id of 20 hexadecimal digits.

    The same parts give the same id on every machine and in every run. Each part is hashed with its
    length before it, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = sha256()
    for part in parts:
        content = str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()[:N_HEX_DIGITS]

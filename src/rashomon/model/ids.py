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

    The same parts give the same id on every machine and in every run. Parts are joined by a
    separator that no text holds, so that ("ab", "c") and ("a", "bc") differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:N_HEX_DIGITS]

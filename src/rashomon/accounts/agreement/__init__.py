"""How far two comparisons of the same documents agree, made by people or by programs."""

from rashomon.accounts.agreement.coding import (
    Coding,
    on_common_ground,
    read_coding,
    words_left_out,
)
from rashomon.accounts.agreement.measure import measure

__all__ = ["Coding", "measure", "on_common_ground", "read_coding", "words_left_out"]

"""How thoroughly a text is read."""

from enum import StrEnum


class Mode(StrEnum):
    """What reading may cost."""

    FAST = "fast"  # one pass
    ACCURATE = "accurate"  # a second pass for each cue

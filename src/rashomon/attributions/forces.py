"""The forces in the order of the network's outputs."""

from rashomon.model import Force

FORCES = tuple(Force)

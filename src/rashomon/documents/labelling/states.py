"""The states a page is walked through: a zone, and how far the article is.

A page has one article, and an article has a body: what stands above it, its head, the rest from
its first paragraph on, and what stands below are stretches that follow one another. Only furniture
and the headings and items of other stories stand outside of it.
"""

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Zone

AHEAD, HEAD, REST, OVER = range(4)
OUTSIDE = (Zone.SECTION, Zone.TEASER, Zone.FURNITURE)

STATES: tuple[tuple[int, Zone], ...] = (
    *((AHEAD, zone) for zone in OUTSIDE),
    *((HEAD, zone) for zone in Zone if zone is not Zone.BODY),
    *((REST, zone) for zone in Zone),
    *((OVER, zone) for zone in OUTSIDE),
)
N_STATES = len(STATES)
ZONES: tuple[Zone, ...] = tuple(zone for _, zone in STATES)
IS_AHEAD: NDArray[np.bool_] = np.array([stretch == AHEAD for stretch, _ in STATES])
IS_HEAD: NDArray[np.bool_] = np.array(
    [stretch == HEAD and zone not in OUTSIDE for stretch, zone in STATES]
)
IS_BODY: NDArray[np.bool_] = np.array([zone is Zone.BODY for _, zone in STATES])
IMPOSSIBLE = -1e4


def may_follow(before: tuple[int, Zone], after: tuple[int, Zone]) -> bool:
    """Tell whether a state may stand on the line after another's."""
    (stretch, zone), (following, opening) = before, after
    if stretch == following:
        return True
    if following == HEAD:
        return stretch == AHEAD and opening not in OUTSIDE
    if following == REST:
        return stretch < REST and opening is Zone.BODY
    return following == OVER and stretch == REST and zone not in OUTSIDE


def may_start(state: tuple[int, Zone]) -> bool:
    """Tell whether a page may begin in a state."""
    return state[0] == AHEAD or may_follow((AHEAD, Zone.FURNITURE), state)


def may_end(state: tuple[int, Zone]) -> bool:
    """Tell whether a page may end in a state: not before its article has a body."""
    return state[0] != HEAD


def _forbid(is_allowed: list[bool]) -> NDArray[np.float32]:
    return np.where(is_allowed, 0.0, IMPOSSIBLE).astype(np.float32)


CHANGES: NDArray[np.float32] = np.stack(
    [_forbid([may_follow(before, after) for after in STATES]) for before in STATES]
)
STARTS: NDArray[np.float32] = _forbid([may_start(state) for state in STATES])
ENDS: NDArray[np.float32] = _forbid([may_end(state) for state in STATES])


def states_of(zones: list[Zone]) -> list[int]:
    """Tell the states of a page whose zones are known; without a body all of it is ahead."""
    own = [index for index, zone in enumerate(zones) if zone not in OUTSIDE]
    if Zone.BODY not in zones:
        return [
            STATES.index((AHEAD, zone if zone in OUTSIDE else Zone.FURNITURE)) for zone in zones
        ]
    first, body, last = own[0], zones.index(Zone.BODY), own[-1]
    return [
        STATES.index((_stretch(index, first, body, last), zone)) for index, zone in enumerate(zones)
    ]


def _stretch(index: int, first: int, body: int, last: int) -> int:
    if index < body:
        return AHEAD if index < first else HEAD
    return REST if index <= last else OVER

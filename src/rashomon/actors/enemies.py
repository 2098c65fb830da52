"""The enemy of an official text: against whom its state was at war when it was written."""

from rashomon.actors.known import named_actor
from rashomon.actors.resolution import Resolution
from rashomon.actors.view import View
from rashomon.model import ActorKind

ENEMIES = frozenset({"enemy", "invader", "occupier", "aggressor", "occupant"})
HOSTILE = frozenset({"aggressor", "terrorist", "enemy", "occupying"})
STATES = frozenset({"state", "country"})
CONFIDENCE = 0.7


def enemy_of(view: View, head: int) -> Resolution | None:
    """Resolve "the enemy" or "the aggressor state" of a text of a state at war.

    Args:
        view: The document.
        head: The noun.

    Returns:
        None for other nouns, and where the knowledge has no one enemy at the time of the text.
    """
    words = [view.folded[i] for i in range(view.left_edge(head), head)]
    is_enemy = view.lemmas[head] in ENEMIES and words in ([], ["the"], ["these"], ["those"])
    is_state = view.lemmas[head] in STATES and words[-1:] and words[-1] in HOSTILE
    home = view.home
    if home is None or not (is_enemy or is_state) or view.prepositions(head):
        return None
    enemies = view.knowledge.enemies(home.name, view.period)
    if len(enemies) != 1:
        return None
    enemy, phrase = enemies[0], view.text(view.left_edge(head), head + 1)
    reason = f"“{phrase}” in a text of {home.name}, then at war with {enemy.name}"
    actor = enemy if is_state else named_actor(ActorKind.GROUP, phrase, enemy)
    return Resolution((actor,), reason, CONFIDENCE, is_unnamed=not is_state)

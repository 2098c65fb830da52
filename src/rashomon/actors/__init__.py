"""Who is who: the knowledge base of states, bodies and people, and who a document names."""

from rashomon.actors.cast import Cast
from rashomon.actors.identify import identify
from rashomon.actors.knowledge import KnowledgeBase, load_knowledge
from rashomon.actors.labels import odd_labels, under_one_label
from rashomon.actors.resolution import Resolution

__all__ = [
    "Cast",
    "KnowledgeBase",
    "Resolution",
    "identify",
    "load_knowledge",
    "odd_labels",
    "under_one_label",
]

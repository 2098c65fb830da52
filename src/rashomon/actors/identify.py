"""Identification: everybody that a document names."""

from rashomon.actors.cast import Cast
from rashomon.actors.knowledge import KnowledgeBase
from rashomon.actors.layout import lay_out
from rashomon.model import Annotations, Document


def identify(document: Document, annotations: Annotations, knowledge: KnowledgeBase) -> Cast:
    """Find everybody that a document names, and what its words refer to.

    The whole document counts: a name whose title stands only in a caption, or only later, has it
    everywhere. The text's own titles go before the knowledge base, and the user's sides file
    before both. Nothing is guessed: what cannot be told stays open, with the reason.

    Args:
        document: The document.
        annotations: Its sentences, tokens and mentions.
        knowledge: Who is known before the text is read.
    """
    return Cast(lay_out(document, annotations, knowledge))

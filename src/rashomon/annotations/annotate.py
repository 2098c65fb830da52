"""The stage: documents in, their layers out."""

from collections.abc import Sequence

from rashomon.annotations.parse import parse
from rashomon.annotations.times import find_times
from rashomon.model import Annotations, Document


def annotate(documents: Sequence[Document]) -> list[Annotations]:
    """Annotate documents with sentences, tokens, mentions and time expressions.

    Only what belongs to a document's own story is annotated: headline, dateline, captions and
    body. Teasers are other stories, and a layer that does not hold them cannot leak them.

    Args:
        documents: Documents in a language of the parser (English).

    Returns:
        One record a document, in order.
    """
    return [
        Annotations(
            document_id=document.id,
            tokens=layers.tokens,
            sentences=layers.sentences,
            mentions=layers.mentions,
            times=find_times(document),
        )
        for document, layers in zip(documents, parse(documents), strict=True)
    ]

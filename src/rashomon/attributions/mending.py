"""Repairs of one common parsing error, made before the rules read the tree.

In "said the delays were technical and accused Omeland of exaggerating" the parser often hangs
"accused" on "were", inside what was said. A second reporting verb in the tense of the first,
without a subject of its own, is put back beside the first.
"""

from dataclasses import replace

from rashomon.attributions.lexicon import Words
from rashomon.model import Annotations

FINITE = {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass", "mark"})


def mend(annotations: Annotations, reporting: Words) -> Annotations:
    """Put reporting verbs that were hung on what was said beside the verb that said it.

    Args:
        annotations: The layers of a document.
        reporting: Lemmas of reporting verbs.

    Returns:
        The same layers, with other heads where a verb was moved.
    """
    tokens = annotations.tokens
    relations, heads = tokens.relations, tokens.heads
    is_dependent = [False] * len(tokens)
    for token, relation in enumerate(relations):
        if relation in SUBJECTS or relation in AUXILIARIES:
            is_dependent[heads[token]] = True
    mended = list(heads)
    for verb, relation in enumerate(relations):
        said = heads[verb]
        if relation != "conj" or relations[said] != "ccomp" or is_dependent[verb]:
            continue
        saying = heads[said]
        tense = FINITE.get(tokens.tags[verb])
        is_second = tense is not None and tense == FINITE.get(tokens.tags[saying])
        if is_second and saying < said and tokens.lemmas[verb].lower() in reporting:
            mended[verb] = saying
    if mended == list(heads):
        return annotations
    return replace(annotations, tokens=replace(tokens, heads=tuple(mended)))

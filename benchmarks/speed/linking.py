"""Measure the linking of names: words per CPU second beyond the parse, and what knowledge costs.

    python benchmarks/speed/linking.py INPUT.jsonl

Prints one JSON object: words, CPU seconds (the best of three), seconds and megabytes of loading.
"""

import json
import resource
import sys
import time
from pathlib import Path

from rashomon.actors import identify, load_knowledge
from rashomon.annotations import annotate
from rashomon.documents import extract
from rashomon.model import Document, DocumentId, Page, PageForm

N_BATCH = 16  # documents annotated at once
N_RUNS = 3


def megabytes() -> float:
    """Return the peak resident memory so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(path: Path) -> None:
    """Load, parse, then link all documents three times."""
    before, started = megabytes(), time.process_time()
    knowledge = load_knowledge()
    found = {"load_s": time.process_time() - started, "load_mb": megabytes() - before}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pages = [
        Page(
            id=DocumentId(line["id"]),
            path=str(path),
            form=PageForm.RECORD,
            content=json.dumps({**line, "published": "2016-09-15"}).encode(),
        )
        for line in lines
    ]
    documents = [each for each in extract(pages) if isinstance(each, Document)]
    layers = [
        layer
        for start in range(0, len(documents), N_BATCH)
        for layer in annotate(documents[start : start + N_BATCH])
    ]
    seconds = []
    for _ in range(N_RUNS):
        started = time.process_time()
        for document, layer in zip(documents, layers, strict=True):
            identify(document, layer, knowledge)
        seconds.append(time.process_time() - started)
    words = sum(len(document.text.split()) for document in documents)
    print(json.dumps({"words": words, "cpu_s": min(seconds), **found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

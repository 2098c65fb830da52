"""Measure pages per CPU second and memory over many pages; `run.py` starts it.

    python benchmarks/speed/pages.py text|html|trafilatura made|evaluation [--memory]

Prints one line of JSON. Pages are made here from a seed, over invented states and people, or are
the evaluation's. HTML goes through the worker that contains it: its CPU seconds, start included,
and its memory are counted. With --memory, 10,000 pages are read, and resident memory is sampled.
"""

import argparse
import gzip
import json
import os
import random
import resource
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from rashomon.documents import extract
from rashomon.documents.containment import close_idle_workers
from rashomon.model import DocumentId, Page, PageForm, Rejection

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = Path(os.environ.get("RASHOMON_EVALUATION", ROOT.parent / "shared/evaluation"))
SEED = 20_241_106
N_MADE = 300
MIN_PAGES = 600  # to a measurement: a few seconds of plain text, half a minute of HTML
N_FOR_MEMORY, SAMPLE_EVERY = 10_000, 500
BATCH = 32  # pages, as in the pipeline
STATES = ["Velmora", "Ostania", "Kessand", "Brunmark", "Tarvia", "Nordkai", "Lowmark", "Halvania"]
PEOPLE = ["Mette Solberg", "Anton Keller", "Ida Lund", "Per Kos", "Zoë Brandt", "Jon Arnesen"]
BODIES = ["foreign ministry", "president's office", "border guard", "port authority", "parliament"]
ACTS = ["reopen the pass", "close the harbour", "release the crew", "meet again in spring"]
TEMPLATE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline} - The \
{state} Courier</title><meta property="og:title" content="{headline}"><meta \
property="article:published_time" content="{date}T08:00:00Z"><script type="application/ld+json">\
{{"@type": "NewsArticle", "headline": "{headline}", "datePublished": "{date}"}}</script><style>\
{style}</style></head><body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>\
{headline}</h1><p class="byline">By {person}</p><time datetime="{date}">{date}</time><figure><img \
src="pass.jpg"><figcaption>{caption}</figcaption></figure>{body}</article><aside><h2>In World</h2>\
<ul>{teasers}</ul></aside></main><footer>{menu}<p>All rights reserved.</p></footer><script>{script}\
</script></body></html>"""


def make_page(seed: int, form: PageForm) -> Page:
    """Make a news page: menu, headline, byline, caption, body, teasers, footer."""
    chance = random.Random(seed)  # no secret
    state, person = chance.choice(STATES), chance.choice(PEOPLE)
    headline = _sentence(chance).removesuffix(".")
    caption = f"{person} (left) and {chance.choice(PEOPLE)} (right). Photo: A. Berg/VNA"
    body = [" ".join(_sentence(chance) for _ in range(chance.randint(2, 5))) for _ in range(14)]
    teasers = [_sentence(chance).removesuffix(".") for _ in range(30)]
    menu = ["Home", "World", *STATES, "Sport", "Weather", "Log in", "Subscribe"]
    if form is PageForm.TEXT:
        opening = [*menu, caption, headline, f"By {person}", "November 6, 2024"]
        content = "\n".join([*opening, *body, "In World", *teasers, "All rights reserved."])
    else:
        content = TEMPLATE.format(
            headline=headline,
            state=state,
            person=person,
            date="2024-11-06",
            caption=caption,
            style=".story p{margin:0 auto}\n" * 600,
            script="window.queue=window.queue||[];\n" * 900,
            menu=_list(menu),
            body="".join(f"<p>{paragraph}</p>" for paragraph in body),
            teasers=_list(teasers),
        )
    return Page(id=DocumentId(str(seed)), form=form, content=content.encode(), path=str(seed))


def _sentence(chance: random.Random) -> str:
    one, other = chance.sample(STATES, 2)
    who = chance.choice([f"{chance.choice(PEOPLE)} of {one}", f"The {one} {chance.choice(BODIES)}"])
    return (
        f"{who} said on Sunday that {other} had promised to {chance.choice(ACTS)}, and that "
        f"{chance.randint(2, 900)} people were waiting at the border."
    )


def _list(items: list[str]) -> str:
    return "".join(
        f'<li class="item"><a href="/{i}">{item}</a></li>' for i, item in enumerate(items)
    )


def evaluation_pages(form: PageForm) -> list[Page]:
    """Read the pages of the evaluation; none when it is not there."""
    folder = EVALUATION / "zones"
    if form is PageForm.HTML:
        contents = [gzip.decompress(file.read_bytes()) for file in sorted(folder.glob("html/*.gz"))]
    else:
        file = folder / "dev.input.jsonl"
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        contents = [json.loads(line)["text"].encode() for line in lines]
    return [
        Page(id=DocumentId(str(i)), form=form, content=content, path=str(i))
        for i, content in enumerate(contents)
    ]


def batches(pages: list[Page], n_pages: int) -> Iterator[list[Page]]:
    """Go through the pages again and again, until there were so many."""
    stream = islice(cycle(pages), n_pages)
    while batch := list(islice(stream, BATCH)):
        yield batch


def cpu_seconds() -> float:
    """Return the CPU seconds of this process and of those it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def peer(pages: list[Page]) -> list[object]:
    """Let trafilatura alone find the bodies."""
    import trafilatura  # noqa: PLC0415  # the worker's, not ours, otherwise

    return [trafilatura.bare_extraction(page.content, favor_precision=True) for page in pages]


def measure(stage: Callable[[list[Page]], list[object]], pages: list[Page]) -> dict[str, float]:
    """Count pages and CPU seconds."""
    stage(pages[:1])  # imports, tables
    close_idle_workers()
    n_pages = max(MIN_PAGES, len(pages))
    start, n_rejected = cpu_seconds(), 0
    for batch in batches(pages, n_pages):
        n_rejected += sum(isinstance(result, Rejection) for result in stage(batch))
    close_idle_workers()
    return {"pages": n_pages, "rejected": n_rejected, "cpu_s": cpu_seconds() - start}


def measure_memory(pages: list[Page]) -> dict[str, list[float]]:
    """Sample resident memory, in MB of 10^6 bytes: our own, and the worker's."""
    ours, workers = [], []
    for number, batch in enumerate(batches(pages, N_FOR_MEMORY)):
        extract(batch)
        if number % (SAMPLE_EVERY // BATCH) == 0:
            ours.append(resident(os.getpid()))
            workers.append(sum(resident(pid) for pid in children()))
    return {"this process": ours, "its worker": workers}


def resident(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    n_pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return round(n_pages * resource.getpagesize() / 1e6, 1)


def children() -> list[int]:
    """Find the processes that this one has started."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        status = file.read_text("utf-8") if file.exists() else ""
        if status.rpartition(")")[2].split()[1:2] == [str(os.getpid())]:
            found.append(int(file.parent.name))
    return found


def main() -> None:
    """Measure one thing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stage", choices=("text", "html", "trafilatura"))
    parser.add_argument("pages", choices=("made", "evaluation"))
    parser.add_argument("--memory", action="store_true")
    arguments = parser.parse_args()
    form = PageForm.TEXT if arguments.stage == "text" else PageForm.HTML
    if arguments.pages == "made":
        pages = [make_page(SEED + i, form) for i in range(N_MADE)]
    else:
        pages = evaluation_pages(form)
    if arguments.memory:
        print(json.dumps(measure_memory(pages)))
    elif pages:
        print(json.dumps(measure(peer if arguments.stage == "trafilatura" else extract, pages)))


if __name__ == "__main__":
    main()

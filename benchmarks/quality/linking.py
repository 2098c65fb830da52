"""Measure linking and coreference against our own labels: who is meant, and on whose side.

    python benchmarks/quality/linking.py [--split tuning|more|final] [--half first|second]
        [--errors N]

The labels are in `linking/`, with their guide; the texts are not. They are read from
RASHOMON_EVALUATION (default ../shared/evaluation) and the corpora beside it; where these are not
there, nothing is measured. A text that is not the one labelled ends the run.
"""

import argparse
import gzip
import hashlib
import json
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from rashomon.actors import Cast, KnowledgeBase, Resolution, identify, load_knowledge
from rashomon.actors.names import fold, split_words
from rashomon.annotations import annotate
from rashomon.documents import extract
from rashomon.model import Actor, ActorId, ActorKind, Document, DocumentId, Page, PageForm, Span

HERE = Path(__file__).resolve().parent
LABELS = HERE / "linking"
DATA = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation"))
STATEMENTS = DATA.parent / "corpora/statements.jsonl.gz"
NEWS = DATA / "attribution/dev.input.jsonl"
MORE_NEWS = DATA / "attribution/train.jsonl.gz"  # of the reports of the third split
N_RESAMPLES = 2000
N_BATCH = 16  # documents annotated at once
STANDING_FOR_STATES = frozenset({ActorKind.STATE, ActorKind.BODY})
ANNOTATED = frozenset({"annotator", "attributions"})  # of reports: none of the linker's business
HALVES = {"first": "01234567", "second": "89abcdef"}  # how the texts' digests begin
SHOWN = 60  # characters on either side of a mention that is printed

Label: TypeAlias = dict[str, Any]  # a line of the files of labels; the guide tells what it holds
Counts: TypeAlias = tuple[int, int]  # right, and asked


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was labelled, and who its words refer to."""

    document: Document
    cast: Cast

    def ask(self, start: int, end: int) -> Resolution:
        """Return who the words at these offsets are."""
        return self.cast.actor_of(Span(start, end))

    def words(self, label: Label) -> str:
        """Return the words that a label is about."""
        return self.document.text[label["start"] : label["end"]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one label."""

    label: Label
    resolution: Resolution
    is_right: bool  # the actors, or the antecedents
    is_side_right: bool


def read_lines(path: Path) -> list[Label]:
    """Read records of JSON lines."""
    content = path.read_bytes()
    content = gzip.decompress(content) if path.suffix == ".gz" else content
    return [json.loads(line) for line in content.splitlines()]


def read_texts(labels: Sequence[Label], path: Path, knowledge: KnowledgeBase) -> dict[str, Read]:
    """Read the documents that labels are about, as any record is read, by their texts' digests.

    Raises:
        SystemExit: If a text is missing, or not the one that was labelled.
    """
    wanted = {label["sha256"]: label["id"] for label in labels}
    pages = []
    for line in read_lines(path):
        record = {key: value for key, value in line.items() if key not in ANNOTATED}
        digest = hashlib.sha256(record["text"].encode()).hexdigest()
        if record["id"].startswith(wanted.get(digest, "\0")):
            del wanted[digest]
            content = json.dumps({"published": record.get("date")} | record | {"id": digest})
            form, name = PageForm.RECORD, record["id"]
            pages.append(Page(id=DocumentId(name), form=form, content=content.encode(), path=name))
    if wanted:
        missing = ", ".join(wanted.values())
        sys.exit(f"linking: {path} lacks these texts, or they are not those labelled: {missing}")
    documents = [found for found in extract(pages) if isinstance(found, Document)]
    reads = {}
    for first in range(0, len(documents), N_BATCH):
        batch = documents[first : first + N_BATCH]
        for document, layers in zip(batch, annotate(batch), strict=True):
            reads[str(document.id)] = Read(document, identify(document, layers, knowledge))
    return reads


def words_of(name: str) -> list[str]:
    """Return the words of a name, folded, articles left out."""
    return [word for word in map(fold, split_words(name)) if word not in {"", "the", "a", "an"}]


def is_name_of(name: str, actor: Actor) -> bool:
    """Tell whether an actor has a name, the whole of it or a part that ends alike."""
    wanted, found = words_of(name), words_of(actor.name)
    if not wanted or not found:
        return False
    return wanted[-1] == found[-1] and (set(wanted) <= set(found) or set(found) <= set(wanted))


class Judge:
    """Compares resolutions with labels; sides count by state, whatever they are called."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        """Take the knowledge that names the states."""
        self._knowledge = knowledge

    def judge_link(self, label: Label, read: Read) -> Answer:
        """Judge whom a name or a phrase was taken for."""
        found = read.ask(label["start"], label["end"])
        wanted = label["actors"]
        if not wanted:
            is_right = not found.actors
            return Answer(label, found, is_right, is_right)
        own = read.words(label) if label["kind"] == "ministry or body" else None
        people = {actor.id for _, actor in read.cast.people}
        pairs = [
            [self._is_meant(one, actor, own, people) for actor in found.actors] for one in wanted
        ]
        is_every_one_found = all(
            any(row) or (not found.actors and not one["names"] and None in one["sides"])
            for one, row in zip(wanted, pairs, strict=True)
        )
        is_none_added = all(any(column) for column in zip(*pairs, strict=True))
        is_right = is_every_one_found and is_none_added
        return Answer(label, found, is_right, self._are_sides_right(wanted, found))

    def judge_antecedent(self, label: Label, read: Read) -> Answer:
        """Judge what a pronoun or a role noun was taken to refer back to."""
        found = read.ask(label["start"], label["end"])
        if label["none"]:
            given = [
                actor
                for actor in found.actors
                if not any(self._is_called(name, actor) for name in label["known"])
                and not set(words_of(read.words(label))[-1:]) & set(words_of(actor.name))
            ]
            return Answer(label, found, not given, not given)
        pairs = [
            [self._is_antecedent(one, actor, read) for actor in found.actors]
            for one in label["antecedents"]
        ]
        is_right = all(any(row) for row in pairs) and all(map(any, zip(*pairs, strict=True)))
        return Answer(label, found, is_right, is_right)

    def _is_meant(self, one: Label, actor: Actor, own: str | None, people: set[ActorId]) -> bool:
        is_on_side = self._is_on(actor.side, one)
        if not one["names"]:
            return is_on_side and actor.id not in people
        # The UN Security Council is not the Russian one; of whose side nothing is told may be it.
        if not (is_on_side or actor.side in {None, actor.name}):
            return False
        names = [*one["names"], own] if own else one["names"]
        # A state speaks through its bodies: "Moscow" may be Russia or the Kremlin.
        is_for_state = actor.kind in STANDING_FOR_STATES and actor.side in one["names"]
        return is_for_state or any(self._is_called(name, actor) for name in names)

    def _is_called(self, name: str, actor: Actor) -> bool:
        """Tell whether an actor has a name in the text, or in the knowledge base."""
        known = self._knowledge.find(name)
        return is_name_of(name, actor) or (known is not None and known.id == actor.id)

    def _is_antecedent(self, one: Label, actor: Actor, read: Read) -> bool:
        if one["name"] and self._is_called(one["name"], actor):
            return True
        earlier = (read.ask(*mention) for mention in one["mentions"])
        return any(each.actors == (actor,) for each in earlier)

    def _are_sides_right(self, wanted: Sequence[Label], found: Resolution) -> bool:
        sides = [actor.side for actor in found.actors] or [None]
        is_none_added = all(any(self._is_on(side, one) for one in wanted) for side in sides)
        return is_none_added and all(
            None in one["sides"] or any(self._is_on(side, one) for side in sides) for one in wanted
        )

    def _is_on(self, side: str | None, one: Label) -> bool:
        if side is None:
            return None in one["sides"]
        return self._state(side) in {self._state(each) for each in one["sides"] if each}

    def _state(self, name: str) -> str:
        known = self._knowledge.find(name)
        return (known.side if known else None) or " ".join(words_of(name))


def interval(answers: Sequence[Answer], count: Callable[[Answer], Counts]) -> str:
    """Word a share with its 95 % interval: a bootstrap over documents."""
    by_document: dict[str, list[Counts]] = defaultdict(list)
    for answer in answers:
        by_document[answer.label["sha256"]].append(count(answer))
    sums = [tuple(map(sum, zip(*counts, strict=True))) for counts in by_document.values()]
    n_right, n = map(sum, zip(*sums, strict=True)) if sums else (0, 0)
    if n == 0:
        return "none asked"
    dice = random.Random(0)  # no secrets: the same figures in every run
    shares = []
    for _ in range(N_RESAMPLES):
        drawn = dice.choices(sums, k=len(sums))
        n_drawn = sum(asked for _, asked in drawn)
        shares.append(sum(right for right, _ in drawn) / n_drawn if n_drawn else 0.0)
    shares.sort()
    low, high = shares[int(0.025 * N_RESAMPLES)], shares[int(0.975 * N_RESAMPLES) - 1]
    return f"{n_right / n:.3f} [{low:.3f}, {high:.3f}], n = {n}"


def right_actor(answer: Answer) -> Counts:
    """Count a label whose actors, or antecedents, are right."""
    return int(answer.is_right), 1


def right_side(answer: Answer) -> Counts:
    """Count a label whose sides are right."""
    return int(answer.is_side_right), 1


def right_both(answer: Answer) -> Counts:
    """Count a label whose actors and sides are right."""
    return int(answer.is_right and answer.is_side_right), 1


def answered(answer: Answer) -> Counts:
    """Count a label that got any actor."""
    return int(bool(answer.resolution.actors)), 1


def right_if_answered(answer: Answer) -> Counts:
    """Count a label that got any actor, and the right one."""
    return int(answer.is_right and bool(answer.resolution.actors)), int(
        bool(answer.resolution.actors)
    )


def report_links(answers: Sequence[Answer]) -> None:
    """Print the figures of linking."""
    somebody = [answer for answer in answers if answer.label["actors"]]
    nobody = [answer for answer in answers if not answer.label["actors"]]
    print(f"linking, actor: {interval(answers, right_actor)}")
    print(f"linking, side: {interval(answers, right_side)}")
    print(f"linking, both: {interval(answers, right_both)}")
    print(f"  somebody meant, actor: {interval(somebody, right_actor)}")
    print(f"  somebody meant, side: {interval(somebody, right_side)}")
    print(f"  coverage, of somebody meant: {interval(somebody, answered)}")
    print(f"  precision of what is answered: {interval(answers, right_if_answered)}")
    places = [answer for answer in nobody if answer.label["place"]]
    others = [answer for answer in nobody if not answer.label["place"]]
    print(f"  a place, nobody speaks, left alone: {interval(places, right_actor)}")
    print(f"  part of another name, left alone: {interval(others, right_actor)}")
    for kind, group in by_kind(answers).items():
        side = interval(group, right_side).split(",")[0].split()[0]
        print(f"    {kind}: actor {interval(group, right_actor)}; side {side}")


def report_antecedents(answers: Sequence[Answer]) -> None:
    """Print the figures of coreference."""
    there = [answer for answer in answers if not answer.label["none"]]
    named = [a for a in there if all(one["name"] for one in a.label["antecedents"])]
    things = [answer for answer in there if answer.label["thing"]]
    unnamed = [a for a in there if a not in named and a not in things]
    none = [answer for answer in answers if answer.label["none"]]
    print(f"coreference, where an antecedent exists: {interval(there, right_actor)}")
    print(f"  it can act: {interval(named + unnamed, right_actor)}")
    print(f"  it has a name: {interval(named, right_actor)}")
    print(f"    coverage: {interval(named, answered)}")
    print(f"    precision of what is answered: {interval(named, right_if_answered)}")
    print(f"  it is people or a body without a name: {interval(unnamed, right_actor)}")
    print(f"  it is a thing, nobody who acts: {interval(things, right_actor)}")
    for kind, group in by_kind(there).items():
        print(f"    {kind}: {interval(group, right_actor)}")
    n_given = sum(not answer.is_right for answer in none)
    print(f"  an antecedent given where none exists: {n_given} of {len(none)}")


def by_kind(answers: Sequence[Answer]) -> Mapping[str, list[Answer]]:
    """Group answers by the kind of mention, in alphabetical order."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in sorted(answers, key=lambda answer: str(answer.label["kind"])):
        groups[answer.label["kind"]].append(answer)
    return groups


def show_errors(answers: Sequence[Answer], reads: Mapping[str, Read], n_most: int) -> None:
    """Print mentions that are wrong, with a few words around: to be read at a terminal only."""
    wrong = [answer for answer in answers if not (answer.is_right and answer.is_side_right)]
    for answer in wrong[:n_most]:
        label, found = answer.label, answer.resolution
        text, start, end = reads[label["sha256"]].document.text, label["start"], label["end"]
        around = f"{text[max(0, start - SHOWN) : start]}[[{text[start:end]}]]"
        around = (around + text[end : end + SHOWN]).replace("\n", " ")
        meant = label["actors"] if "actors" in label else label["antecedents"]
        names = "; ".join(str((one.get("names") or one.get("name")) or "unnamed") for one in meant)
        sides = " ".join(str(one["sides"]) for one in meant if "sides" in one)
        given = ", ".join(f"{actor.name} ({actor.side})" for actor in found.actors)
        print(f"- {label['id']} {label['kind']}: …{around}…")
        print(f"    meant: {names or 'nobody'} {sides}")
        print(f"    given: {given or 'nobody'}: {found.reason}")


def main() -> int:
    """Measure one split of the labels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=["tuning", "more", "final"], default="tuning")
    parser.add_argument("--half", choices=list(HALVES), help="only these of the documents")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N that are wrong")
    arguments = parser.parse_args()
    if not STATEMENTS.is_file() or not NEWS.is_file():
        print(f"linking: no evaluation data in {DATA}, or no corpora beside it; nothing measured")
        return 0
    knowledge = load_knowledge()
    judge = Judge(knowledge)
    news = MORE_NEWS if arguments.split == "more" else NEWS
    for stem, path, ask, report in (
        ("", STATEMENTS, judge.judge_link, report_links),
        ("coreference-", news, judge.judge_antecedent, report_antecedents),
    ):
        labels = read_lines(LABELS / f"{stem}{arguments.split}.jsonl")
        if arguments.half:
            labels = [one for one in labels if one["sha256"][0] in HALVES[arguments.half]]
        reads = read_texts(labels, path, knowledge)
        answers = [ask(label, reads[label["sha256"]]) for label in labels]
        print(f"{arguments.split}, {len(reads)} documents")
        report(answers)
        show_errors(answers, reads, arguments.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())

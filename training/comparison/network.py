"""The network that tells what points are about: MiniLM, and what it is taught with.

The layers are those of the attribution reader (`training/attributions/model.py`); the weights it
starts from are all-MiniLM-L6-v2 (Wang et al. 2020, Apache 2.0).
"""

import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training/attributions"))
from model import DROP, N_LAYERS, N_PLACES, N_WORDS, TIE, WIDTH, Layer, load_base  # noqa: E402

TOKENIZER = ROOT / "src/rashomon/encoders/wordpiece.json"
MAX_BATCH = 4096  # word pieces, padding with them, that are read at once
NEVER = -1e4
SMOOTHED = 0.03  # taken from what is sure about two pieces being one point
TIES_WEIGHT = 0.3  # of that second task in the loss
PARTS = ("words", "places", "norm", "layers")

Place = tuple[int, list[int]]  # a text of a lesson, and word pieces in it


@dataclass(frozen=True, slots=True)
class Choice:
    """Points of which each may take points of other voices that are about its issue, or none."""

    places: list[Place]
    issues: Tensor  # one number a point; the same in two voices is one issue
    voices: Tensor


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts in word pieces, and what is told of the points in them."""

    texts: list[list[int]]
    choices: list[Choice]
    pieces: list[Place]  # as a text is cut
    ties: list[tuple[int, int, float]]  # of pieces that follow one another, whether they are one
    weight: float = 1.0


class Network(nn.Module):
    """The encoder, a layer for issues, and one for the second task, which is not exported."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(N_WORDS, WIDTH)
        self.places = nn.Embedding(N_PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(N_LAYERS))
        self.drop = DROP
        self.issue = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.issue.weight)
        nn.init.zeros_(self.issue.bias)
        self.looks, self.shows = nn.Linear(WIDTH, TIE), nn.Linear(WIDTH, TIE)
        self.joint, self.first, self.second = (nn.Linear(WIDTH, 1) for _ in range(3))
        self.scale = nn.Parameter(torch.tensor(2.7))  # logarithm of what cosines are multiplied by
        self.nobody = nn.Parameter(torch.tensor(6.0))  # what stands for taking none

    def states(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Read texts, shape (n_texts, n_pieces); returns (n_texts, n_pieces, WIDTH)."""
        states = self.words(ids) + self.places(torch.arange(ids.shape[1]))
        states = self.drop(self.norm(states))
        keys = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            states = layer(states, keys)
        return states

    def forward(self, ids: Tensor) -> Tensor:
        """Return what each piece of texts is about: the mean over a point's is the point's."""
        issues: Tensor = self.issue(self.states(ids))
        return issues

    def means(self, texts: Sequence[list[int]], places: Sequence[Place]) -> Tensor:
        """Return the mean state of the pieces of each place, (n_places, WIDTH)."""
        found: dict[int, Tensor] = {}
        for batch in _batches(texts):
            longest = max(len(texts[i]) for i in batch)
            ids = torch.zeros(len(batch), longest, dtype=torch.long)
            for row, i in enumerate(batch):
                ids[row, : len(texts[i])] = torch.tensor(texts[i])
            states = self.states(ids, ids > 0)
            found |= {i: states[row] for row, i in enumerate(batch)}
        return torch.stack([found[text][pieces].mean(0) for text, pieces in places]).float()

    def loss(self, lessons: Sequence[Lesson]) -> Tensor:
        """Return what is to be made small: wrong choices, and wrong ties."""
        texts: list[list[int]] = []
        places: list[Place] = []
        for each in lessons:
            base = len(texts)
            texts += each.texts
            joints = [_joint(each.pieces[i], each.pieces[j]) for i, j, _ in each.ties]
            own = [p for choice in each.choices for p in choice.places] + each.pieces + joints
            places += [(base + text, pieces) for text, pieces in own]
        states, at = self.means(texts, places), 0
        wrong, weight = torch.zeros(()), 0.0
        ties: list[Tensor] = []
        for each in lessons:
            for choice in each.choices:
                n_points = len(choice.places)
                wrong = wrong + each.weight * self._wrong(states[at : at + n_points], choice)
                weight += each.weight * n_points
                at += n_points
            pieces = states[at : at + len(each.pieces)]
            at += len(each.pieces)
            if each.ties:
                before = pieces[[i for i, _, _ in each.ties]]
                after = pieces[[j for _, j, _ in each.ties]]
                ties.append(self._tie(before, after, states[at : at + len(each.ties)]))
            at += len(each.ties)
        loss = wrong / max(1.0, weight)
        if not ties:
            return loss
        wanted = torch.tensor([tied for each in lessons for _, _, tied in each.ties])
        smoothed = wanted * (1 - 2 * SMOOTHED) + SMOOTHED
        missed = functional.binary_cross_entropy_with_logits(torch.cat(ties), smoothed)
        return loss + TIES_WEIGHT * missed

    def _wrong(self, states: Tensor, choice: Choice) -> Tensor:
        """Return the surprise at what points take, summed: one of their issue, or nobody."""
        issues = functional.normalize(self.issue(states), dim=-1)
        scores = self.scale.exp() * (issues @ issues.T)
        is_other = choice.voices[:, None] != choice.voices[None]
        is_same = (choice.issues[:, None] == choice.issues[None]) & is_other
        scores = scores.masked_fill(~is_other, NEVER)
        nobody = self.nobody.expand(len(states), 1)
        all_of_them = torch.logsumexp(torch.cat([scores, nobody], 1), 1)
        right = torch.logsumexp(scores.masked_fill(~is_same, NEVER), 1)
        return (all_of_them - torch.where(is_same.any(1), right, nobody[:, 0])).sum()

    def _tie(self, before: Tensor, after: Tensor, joint: Tensor) -> Tensor:
        looked_for = (self.looks(before) * self.shows(after)).sum(-1) / TIE**0.5
        own = self.joint(joint) + self.first(before) + self.second(after)
        return looked_for + own.squeeze(-1)


def _batches(texts: Sequence[list[int]]) -> list[list[int]]:
    """Put texts of like length together."""
    batches: list[list[int]] = [[]]
    for i in sorted(range(len(texts)), key=lambda i: len(texts[i])):
        if batches[-1] and len(texts[i]) * (len(batches[-1]) + 1) > MAX_BATCH:
            batches.append([])
        batches[-1].append(i)
    return batches


def _joint(before: Place, after: Place) -> Place:
    """Return the pieces between two places, and the first of the second."""
    start = max(before[1]) + 1 if before[0] == after[0] else 1
    first = min(after[1])
    return after[0], [*range(start, first), first]


def load_network(folder: Path) -> Network:
    """Make a network that starts from all-MiniLM-L6-v2 in a folder with model.safetensors."""
    network, base = Network(), load_base(folder).state_dict()
    own = network.state_dict()
    own |= {name: base[name] for name in own if name.split(".")[0] in PARTS}
    network.load_state_dict(own)
    for embedding in (network.words, network.places):
        embedding.weight.requires_grad_(requires_grad=False)
    return network


def export(network: Network, folder: Path) -> None:
    """Write issues.onnx, in eight bits, and issues.json, which names it and its tokenizer."""
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work) / "issues.onnx"
        torch.onnx.export(
            network.eval(),
            (torch.ones((1, 24), dtype=torch.int64),),
            str(plain),
            input_names=["input_ids"],
            output_names=["issues"],
            dynamic_axes={"input_ids": {1: "pieces"}, "issues": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain, folder / "issues.onnx", weight_type=QuantType.QInt8, per_channel=True
        )
    card = json.loads((folder / "issues.json").read_text("utf-8"))
    card["model"]["sha256"] = hashlib.sha256((folder / "issues.onnx").read_bytes()).hexdigest()
    (folder / "issues.json").write_text(json.dumps(card, indent=2) + "\n", "utf-8")

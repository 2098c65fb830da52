"""The zone labeller while it learns: the network of `rashomon.documents.labelling` in PyTorch.

Several teachers learn from the labels: first the lines alone (cross-entropy, few epochs), then
whole stretches of pages (the likelihood of a linear-chain conditional random field). Of each the
average of the weights over the last steps is kept (Polyak and Juditsky 1992). One pupil then learns
the mean of their scores (Ba and Caruana 2014, "Do deep nets really need to be deep?"), also on
pages put together from parts of several, and has the mean of their changes.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rashomon.documents.labelling.features import describe
from rashomon.documents.labelling.pages import Pages
from rashomon.documents.labelling.states import CHANGES, ENDS, N_STATES, STARTS, STATES, states_of
from rashomon.documents.labelling.words import N_ROWS
from rashomon.model import Zone

N_HIDDEN, N_EMBEDDED = 48, 16
N_LINE_EPOCHS, N_STRETCH_EPOCHS = 8, 22
STRETCH = 128  # lines
BATCH = 16
RATE, DECAY = 4e-3, 0.1
N_PUPIL_EPOCHS, PUPIL_DROPOUT = 30, 0.1
DROPOUT, FEATURE_DROPOUT, WORD_DROPOUT = 0.4, 0.1, 0.3
SMOOTHING = 0.03  # of labels: some are wrong
MIN_DEVIATION = 0.05  # a feature that hardly varies is not blown up
AVERAGED, AVERAGING = 0.7, 0.97  # from that part of the training on; weight of what was before


@dataclass(frozen=True, slots=True)
class Example:
    """A page, or a stretch of one."""

    dense: np.ndarray
    words: np.ndarray
    n_tokens: np.ndarray
    states: np.ndarray
    is_start: bool = True
    is_end: bool = True

    @classmethod
    def of(cls, lines: Sequence[str], zones: Sequence[Zone]) -> "Example":
        """Describe a page."""
        features = describe(Pages.of([lines]))
        states = np.array(states_of(list(zones)))
        return cls(features.dense.T, features.rows, features.n_weighed, states)

    def cut(self, start: int, end: int) -> "Example":
        """Cut a stretch out of a page."""
        before = np.concatenate(([0], np.cumsum(self.n_tokens)))
        return Example(
            self.dense[start:end],
            self.words[before[start] : before[end]],
            self.n_tokens[start:end],
            self.states[start:end],
            start == 0,
            end == len(self.states),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Stretches side by side, filled up to the longest."""

    dense: Tensor
    words: Tensor
    n_tokens: Tensor
    states: Tensor
    is_line: Tensor
    is_start: Tensor
    is_end: Tensor


def _sharing() -> Tensor:
    """Tell which zone and which part of a page each state is of: states share their weights."""
    zones = list(Zone)
    shared = torch.zeros(len(zones) + 4, N_STATES)
    for number, (stretch, zone) in enumerate(STATES):
        shared[zones.index(zone), number] = 1
        shared[len(zones) + stretch, number] = 1
    return shared


class Learner(nn.Module):
    """The network, its weights still floating."""

    def __init__(self, mean: np.ndarray, deviation: np.ndarray) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("scale", torch.tensor(1 / deviation))
        self.register_buffer("sharing", _sharing())
        self.words = nn.Parameter(torch.randn(N_ROWS, N_EMBEDDED) * 0.1)
        self.first_words = nn.Parameter(torch.randn(N_ROWS, N_EMBEDDED) * 0.1)
        self.input = nn.Linear(len(mean) + 2 * N_EMBEDDED, N_HIDDEN)
        self.near = nn.Conv1d(N_HIDDEN, N_HIDDEN, 5, padding=2)
        self.far = nn.Conv1d(N_HIDDEN, N_HIDDEN, 5, padding=8, dilation=4)
        self.output = nn.Linear(2 * N_HIDDEN, N_STATES)
        self.shared = nn.Linear(2 * N_HIDDEN, len(self.sharing))
        self.changes = nn.Parameter(torch.zeros(N_STATES, N_STATES))
        self.start = nn.Parameter(torch.zeros(N_STATES))
        self.end = nn.Parameter(torch.zeros(N_STATES))
        self.dropout = nn.Dropout(DROPOUT)

    def _kept(self, *shape: int, share: float) -> Tensor:
        return (torch.rand(*shape) >= share).float() if self.training else torch.ones(*shape)

    def _embed(self, batch: Batch) -> Tensor:
        sizes = batch.n_tokens
        line = torch.repeat_interleave(torch.arange(len(sizes)), sizes)
        kept = self._kept(len(batch.words), 1, share=WORD_DROPOUT)
        sums = torch.zeros(len(sizes), N_EMBEDDED)
        sums = sums.index_add(0, line, self.words[batch.words] * kept)
        first = torch.cumsum(sizes, 0) - sizes
        opening = self.first_words[batch.words[first]] * kept[first]
        both = torch.cat([sums / sizes.unsqueeze(1).float().sqrt(), opening], 1)
        return both * self._kept(len(sizes), 1, share=WORD_DROPOUT)

    def score(self, batch: Batch) -> Tensor:
        """Score the states of every line, shape (n_stretches, n_lines, n_states)."""
        is_line = batch.is_line.unsqueeze(2).float()
        dense = (batch.dense - self.mean) * self.scale
        dense = dense * self._kept(len(dense), 1, dense.shape[2], share=FEATURE_DROPOUT)
        words = torch.zeros(*dense.shape[:2], 2 * N_EMBEDDED)
        words[batch.is_line] = self._embed(batch)
        line = functional.relu(self.input(torch.cat([dense, words], 2))) * is_line
        around = line
        for layer in (self.near, self.far):
            seen = layer(self.dropout(around).transpose(1, 2)).transpose(1, 2)
            around = (functional.relu(seen) + around) * is_line
        hidden = self.dropout(torch.cat([line, around], 2))
        return self.output(hidden) + self.shared(hidden) @ self.sharing

    def lose_lines(self, batch: Batch) -> Tensor:
        """Cross-entropy of each stretch's lines."""
        scores = self.score(batch).transpose(1, 2)
        losses = functional.cross_entropy(
            scores, batch.states, reduction="none", label_smoothing=SMOOTHING
        )
        return (losses * batch.is_line).sum(1)

    def lose_stretches(self, batch: Batch) -> Tensor:
        """Negative log-likelihood of each stretch's walk; ends count where a page's ends are."""
        scores = self.score(batch)
        changes = self.changes + torch.tensor(CHANGES)
        start = (self.start + torch.tensor(STARTS)) * batch.is_start.unsqueeze(1)
        end = (self.end + torch.tensor(ENDS)) * batch.is_end.unsqueeze(1)
        states = batch.states
        total = start + scores[:, 0]
        gold = total.gather(1, states[:, :1]).squeeze(1)
        for step in range(1, scores.shape[1]):
            now, goes_on = states[:, step], batch.is_line[:, step]
            stepped = torch.logsumexp(total.unsqueeze(2) + changes, 1) + scores[:, step]
            total = torch.where(goes_on.unsqueeze(1), stepped, total)
            gained = scores[:, step].gather(1, now.unsqueeze(1)).squeeze(1)
            gold = gold + (changes[states[:, step - 1], now] + gained) * goes_on
        last = states.gather(1, batch.is_line.sum(1, keepdim=True) - 1)
        return torch.logsumexp(total + end, 1) - gold - end.gather(1, last).squeeze(1)

    def export(self) -> dict[str, np.ndarray]:
        """Return the weights as `rashomon.documents.labelling.network` has them."""
        output = self.output.weight + self.sharing.T @ self.shared.weight
        output_bias = self.output.bias + self.sharing.T @ self.shared.bias
        arrays = {
            "mean": self.mean,
            "scale": self.scale,
            "words": self.words,
            "first_words": self.first_words,
            "input": self.input.weight.T,
            "input_bias": self.input.bias,
            "near": self.near.weight.permute(2, 1, 0),
            "near_bias": self.near.bias,
            "far": self.far.weight.permute(2, 1, 0),
            "far_bias": self.far.bias,
            "output": output.T,
            "output_bias": output_bias,
            "changes": self.changes,
            "start": self.start,
            "end": self.end,
        }
        return {name: array.detach().numpy().copy() for name, array in arrays.items()}


def _put_together(examples: Sequence[Example]) -> Batch:
    longest = max(len(example.states) for example in examples)
    shape = (len(examples), longest)
    dense = np.zeros((*shape, examples[0].dense.shape[1]), np.float32)
    states, is_line = np.zeros(shape, np.int64), np.zeros(shape, bool)
    for row, example in enumerate(examples):
        n_lines = len(example.states)
        dense[row, :n_lines], states[row, :n_lines] = example.dense, example.states
        is_line[row, :n_lines] = True
    return Batch(
        torch.tensor(dense),
        torch.tensor(np.concatenate([example.words for example in examples])),
        torch.tensor(np.concatenate([example.n_tokens for example in examples])),
        torch.tensor(states),
        torch.tensor(is_line),
        torch.tensor([float(example.is_start) for example in examples]),
        torch.tensor([float(example.is_end) for example in examples]),
    )


def _cut_stretches(examples: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Cut pages at random places into stretches, and put those of one length into batches."""
    stretches: list[Example] = []
    for example in examples:
        n_lines = len(example.states)
        n_parts = max(1, round(n_lines / STRETCH + chance.uniform(-0.3, 0.3)))
        step = n_lines / n_parts
        cuts = [round(step * (part + chance.uniform(-0.3, 0.3))) for part in range(1, n_parts)]
        bounds = [0, *cuts, n_lines]
        stretches += [example.cut(start, end) for start, end in pairwise(bounds) if end > start]
    stretches.sort(key=lambda each: len(each.states) + chance.random() * 20)
    batches = [stretches[start : start + BATCH] for start in range(0, len(stretches), BATCH)]
    chance.shuffle(batches)
    return batches


def learn(examples: Sequence[Example], seed: int) -> Learner:
    """Train a teacher on pages; the same seed gives the same weights on the same machine."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # not for secrets
    learner = _begin(examples)
    n_epochs = N_LINE_EPOCHS + N_STRETCH_EPOCHS
    epochs = [_cut_stretches(examples, chance) for _ in range(n_epochs)]

    def lose(epoch: int, batch: Batch) -> Tensor:
        of = learner.lose_lines if epoch < N_LINE_EPOCHS else learner.lose_stretches
        return (of(batch) / batch.is_line.sum(1).sqrt()).mean()

    return _descend(learner, epochs, lose)


def teach(teachers: Sequence[Learner], examples: Sequence[Example], seed: int) -> Learner:
    """Train a pupil on the teachers' scores; what the examples are labelled is not looked at."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # not for secrets
    pupil = _begin(examples)
    pupil.dropout = nn.Dropout(PUPIL_DROPOUT)
    epochs = [_cut_stretches(examples, chance) for _ in range(N_PUPIL_EPOCHS)]

    def lose(_epoch: int, batch: Batch) -> Tensor:
        with torch.no_grad():
            wanted = torch.stack([teacher.score(batch) for teacher in teachers]).mean(0)
        error = _centre(pupil.score(batch)) - _centre(wanted)
        return (error[batch.is_line] ** 2).mean()

    pupil = _descend(pupil, epochs, lose)
    for name in ("changes", "start", "end"):
        mean = torch.stack([getattr(teacher, name).data for teacher in teachers]).mean(0)
        getattr(pupil, name).data = mean
    return pupil


def _centre(scores: Tensor) -> Tensor:
    """Take off what all states of a line have in common: no walk depends on it."""
    return scores - scores.mean(2, keepdim=True)


def _begin(examples: Sequence[Example]) -> Learner:
    torch.set_num_threads(1)
    dense = np.concatenate([example.dense for example in examples])
    return Learner(dense.mean(0), np.maximum(dense.std(0), MIN_DEVIATION))


def _descend(
    learner: Learner, epochs: Sequence[list[list[Example]]], lose: Callable[[int, Batch], Tensor]
) -> Learner:
    """Go down a loss; return the average of the last weights."""
    n_steps = sum(map(len, epochs))
    optimizer = torch.optim.AdamW(learner.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=n_steps, pct_start=0.15
    )
    averaged = torch.optim.swa_utils.AveragedModel(
        learner, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGING)
    )
    step = 0
    for epoch, batches in enumerate(epochs):
        learner.train()
        for stretches in batches:
            loss = lose(epoch, _put_together(stretches))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step >= AVERAGED * n_steps:
                averaged.update_parameters(learner)
    return averaged.module.eval()

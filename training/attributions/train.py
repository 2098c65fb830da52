"""Train the reader on PolNeAR's training articles and our own sentences.

    python training/attributions/train.py BASE OUT [--epochs 3] [--seed 0] [--start EPOCH.pt]

BASE holds all-MiniLM-L6-v2 (model.safetensors). Writes OUT/epoch1.pt and so on, and goes on from
the last of them when run again. Articles named by `data.split` are left out: thresholds and
calibration are set on them.
"""

import argparse
import json
import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import data
import learner
import numpy as np
import torch
from tokenizers import Tokenizer

from model import Reader, load_base
from rashomon.attributions.forces import FORCES

HERE = Path(__file__).resolve().parent
EVALUATION = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation"))
N_HELD_OUT = 42
N_TRAPS = 0.5  # a link
LIMIT = 4096  # padded pieces a batch
RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM = 0.06


def main() -> None:
    """Train; print losses as it goes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=Path, help="an epoch of another seed to go on from")
    parser.add_argument(
        "--own", type=Path, default=HERE / "register", help="folder of our sentences"
    )
    parser.add_argument("--own-from", type=int, default=1, help="first epoch that has them")
    parser.add_argument("--own-times", type=int, default=4, help="how often an epoch has each")
    parser.add_argument("--articles", type=int, default=None, help="use fewer, to try things")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = data.load_tokenizer()
    articles = data.read_polnear(EVALUATION / "attribution/train.jsonl.gz", tokenizer)
    articles, _ = data.split(articles, N_HELD_OUT)
    articles = articles[: args.articles]
    torch.manual_seed(args.seed)
    train(articles, tokenizer, args)


def train(articles: list[data.Text], tokenizer: Tokenizer, args: argparse.Namespace) -> None:
    """Run the epochs that are left."""
    model = load_base(args.base)
    torch.manual_seed(args.seed)
    for head in heads_of(model):
        head.reset_parameters()
    optimizer = optimizer_of(model)
    done = 0
    kept = max(
        args.out.glob("epoch*.pt"), key=lambda place: int(place.stem[5:]), default=args.start
    )
    if kept is not None:
        state = torch.load(kept, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["epoch"]
    for epoch in range(done, args.epochs):
        rng = random.Random(f"{args.seed} {epoch}")
        torch.manual_seed(1000 * args.seed + epoch)
        own = []
        if epoch >= args.own_from and args.own.is_dir():
            own = data.read_own(sorted(args.own.glob("*.jsonl")), tokenizer)
        data.set_traps([*articles, *own])
        if epoch:
            learner.note_traps(model, [*articles, *own], LIMIT)
            n_taken = sum(len(text.taken) for text in [*articles, *own])
            print(json.dumps({"epoch": epoch, "taken": n_taken}), flush=True)
        examples = learner.examples_of(articles, N_TRAPS, rng)
        for _ in range(args.own_times if own else 0):
            examples += learner.examples_of(own, N_TRAPS, rng)
        run_epoch(model, optimizer, examples, rng, args, epoch)
        torch.save(
            {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1},
            args.out / f"epoch{epoch + 1}.pt",
        )


def heads_of(model: Reader) -> list[torch.nn.Linear]:
    """The layers that MiniLM does not bring."""
    return [
        model.first, model.cue_tie, model.word_tie, model.near_forces,
        model.second, model.pool, model.judged, model.forces,
    ]  # fmt: skip


def optimizer_of(model: Reader) -> torch.optim.Optimizer:
    """AdamW, quicker on what starts from nothing."""
    new = {id(p) for head in heads_of(model) for p in head.parameters()}
    old = [p for p in model.parameters() if p.requires_grad and id(p) not in new]
    heads = [p for p in model.parameters() if id(p) in new]
    return torch.optim.AdamW(
        [
            {"params": old, "lr": RATE, "rate": RATE},
            {"params": heads, "lr": HEAD_RATE, "rate": HEAD_RATE},
        ],
        weight_decay=0.01,
    )


def run_epoch(
    model: Reader,
    optimizer: torch.optim.Optimizer,
    examples: Sequence[learner.Example],
    rng: random.Random,
    args: argparse.Namespace,
    epoch: int,
) -> None:
    """One pass over the examples, in batches of like length, both passes mixed."""
    passes = [[e for e in examples if e.cue is None], [e for e in examples if e.cue is not None]]
    groups = [
        group
        for items in passes
        for group in data.batches(items, [len(e) for e in items], LIMIT, rng)
    ]
    rng.shuffle(groups)
    weights = force_weights(examples)
    model.train()
    begun, used, sums, counts = time.time(), time.process_time(), Counter(), Counter()
    for number, group in enumerate(groups):
        share = (epoch + number / len(groups)) / args.epochs
        scale = min(share / WARM, 1.0, (1 - share) / (1 - WARM))
        for parameters in optimizer.param_groups:
            parameters["lr"] = parameters["rate"] * max(scale, 1e-3)
        with torch.autocast("cpu", torch.bfloat16):
            is_second = group[0].cue is not None
            loss = (
                learner.second_loss(model, group, weights)
                if is_second
                else learner.first_loss(model, group)
            )
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 1.0)
        optimizer.step()
        sums[is_second] += float(loss.detach())
        counts[is_second] += 1
        if number % 50 == 49 or number + 1 == len(groups):
            passed = time.time() - begun
            print(json.dumps({
                "epoch": epoch, "batch": number + 1, "of": len(groups),
                "first": round(sums[False] / max(counts[False], 1), 4),
                "second": round(sums[True] / max(counts[True], 1), 4),
                "minutes": round(passed / 60, 1),
                "left": round(passed / 60 * (len(groups) / (number + 1) - 1), 1),
                "cpu_s": round(time.process_time() - used),
            }), flush=True)  # fmt: skip
            sums.clear(), counts.clear()


def force_weights(examples: Sequence[learner.Example]) -> torch.Tensor:
    """Weigh rare forces up by the root of how rare they are."""
    seen = Counter(e.link.force for e in examples if e.link is not None)
    n = np.array([max(seen[number], 20) for number in range(len(FORCES))], dtype=float)
    weights = (n.mean() / n) ** 0.5
    return torch.tensor(weights / weights.mean(), dtype=torch.float32)


if __name__ == "__main__":
    main()

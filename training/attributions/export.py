"""Write trained readers as one int8 ONNX network, with its card.

    python training/attributions/export.py OUT READER.pt [READER.pt]

With two readers the second pass answers with the mean of both; the first pass is the first one's.
They share the table of words, which training leaves as it was.
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from data import TOKENIZER
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from model import OUTPUTS, Reader

INPUTS = ("input_ids", "token_type_ids")


class Readers(nn.Module):
    """Several readers that answer as one."""

    def __init__(self, readers: list[Reader]) -> None:
        super().__init__()
        self.readers = nn.ModuleList(readers)

    def forward(self, input_ids: Tensor, token_type_ids: Tensor) -> tuple[Tensor, ...]:
        """The first reader's first pass, and the mean of all second passes."""
        answers = [reader(input_ids, token_type_ids) for reader in self.readers]
        near = answers[0][:4]
        far = [torch.stack(parts).mean(0) for parts in zip(*(a[4:] for a in answers), strict=True)]
        return (*near, *far)


def sha256(path: Path) -> str:
    """The digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Export, quantise, write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("readers", type=Path, nargs="+")
    args = parser.parse_args()
    readers = []
    for place in args.readers:
        reader = Reader()
        reader.load_state_dict(torch.load(place, weights_only=True)["model"])
        if readers:
            reader.words = readers[0].words
        readers.append(reader)
    export(Readers(readers).eval(), args.out)


def export(model: nn.Module, out: Path) -> None:
    """Write reader.onnx, and reader.json, which names it and its tokenizer."""
    out.mkdir(parents=True, exist_ok=True)
    example = torch.ones((1, 24), dtype=torch.int64)
    features = torch.zeros_like(example)
    features[0, 3:5] = 6
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "reader.onnx"
        torch.onnx.export(
            model,
            (example, features),
            str(plain),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={
                name: {1: "pieces"} for name in ("input_ids", "token_type_ids", *OUTPUTS[:5])
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, out / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True)
    card = {
        "model": {"file": "reader.onnx", "sha256": sha256(out / "reader.onnx")},
        "tokenizer": {
            "package": "rashomon.encoders",
            "file": TOKENIZER.name,
            "sha256": sha256(TOKENIZER),
        },
    }
    (out / "reader.json").write_text(json.dumps(card, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()

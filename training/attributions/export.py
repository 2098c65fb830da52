"""Write trained readers as one int8 ONNX network, with its digest.

    python training/attributions/export.py OUT EPOCH.pt [EPOCH.pt ...]

Of several readers that share their first epochs, the mean of the weights is written: it reads as
well as the mean of their answers, at the price of one (Wortsman et al. 2022, model soups).
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from data import TOKENIZER
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import OUTPUTS, Reader
from rashomon.attributions.forces import FORCES
from rashomon.model import Force

INPUTS = ("input_ids", "token_type_ids")
# Log odds given back to `says`: training weighs rare forces up, and our own sentences have each
# force as often as any other. In news six links of ten say; chosen on the labelled training links.
SAYS = 1.0


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
    states = [torch.load(place, weights_only=True)["model"] for place in args.readers]
    reader = Reader()
    reader.load_state_dict(
        {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    )
    with torch.no_grad():
        reader.forces.bias[FORCES.index(Force.SAYS)] += SAYS
        reader.near_forces.bias[FORCES.index(Force.SAYS)] += SAYS / 2  # of cue and of content
    export(reader.eval(), args.out)


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

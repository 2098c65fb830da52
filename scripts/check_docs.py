"""Check that the README and the docs are true.

    python scripts/check_docs.py DEMO_OUTPUT

The table in the README is what `make demo` printed (DEMO_OUTPUT); its Python runs; links in the
docs lead somewhere; every dependency has its line in docs/dependencies.md.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def shown_but_not_printed(demo: str) -> Iterator[str]:
    """Compare the README's demo block with the demo, line by line."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- demo -->\n```text\n(.*?)```", readme, re.DOTALL)
    if block is None or not block[1].strip():
        yield "README.md: no demo output after <!-- demo -->"
        return
    printed = {line.rstrip() for line in demo.splitlines()}
    for line in block[1].splitlines():
        if line.rstrip() and line.rstrip() not in printed:
            yield f"README.md shows what make demo does not print: {line!r}"


def failing_examples() -> Iterator[str]:
    """Run the Python of the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for code in re.findall(r"```python\n(.*?)```", readme, re.DOTALL):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            yield f"README.md: its Python fails: {done.stderr.splitlines()[-1]}"


def broken_links() -> Iterator[str]:
    """Find links to files that are not there."""
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/**/*.md")):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                yield f"{page.relative_to(ROOT)}: link to {target}, which is not there"


def unargued_dependencies() -> Iterator[str]:
    """Find dependencies without a line in docs/dependencies.md."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    argued = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    extras = project["optional-dependencies"].values()
    for line in [*project["dependencies"], *(line for extra in extras for line in extra)]:
        name = re.split(r"[\[<>=!~ ]", line)[0]
        if name not in argued:
            yield f"docs/dependencies.md: no line about {name}"


def main() -> int:
    """Print what is wrong."""
    demo = Path(sys.argv[1]).read_text(encoding="utf-8")
    problems = [
        *shown_but_not_printed(demo),
        *failing_examples(),
        *broken_links(),
        *unargued_dependencies(),
    ]
    print("\n".join(problems) or "README and docs are true")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())

import re
from importlib.resources import files

import pytest

CSS = files("rashomon.views.report").joinpath("report.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
)
AA_TEXT, AA_LINES = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
TEXTS = [
    ("ink", "paper"),
    ("ink", "sheet"),
    ("quiet", "paper"),
    ("quiet", "sheet"),
    ("link", "paper"),
    ("link", "sheet"),
    ("on-mark", "mark"),
    ("on-mark", "current"),
    ("paper", "ink"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(palette: dict[str, str], text: str, ground: str) -> None:
    assert contrast(palette[text], palette[ground]) >= AA_TEXT


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("line", ["rule", "link"])
def test_lines_that_mean_something_can_be_seen(palette: dict[str, str], line: str) -> None:
    assert contrast(palette[line], palette["paper"]) >= AA_LINES


def test_no_side_and_no_relation_has_a_colour_of_its_own() -> None:
    for rule in re.findall(
        r"[^{}]*(?:\.side|\.relation|\.agree|\.contradict)[^{}]*\{[^{}]*\}", CSS
    ):
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl|\b(red|green)\b", rule.split("{")[1]), rule

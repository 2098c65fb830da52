"""Templates, style sheet and script of a report, and the policy that lets nothing else in."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from rashomon.views.report.characters import printed

POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; "
    "form-action 'none'"
)


def render(**parts: object) -> str:
    """Fill the template of a report.

    Args:
        parts: What the template names.
    """
    style, script = _resource("report.css"), _resource("report.js")
    policy = POLICY.format(style=_digest(style), script=_digest(script))
    return _template().render(style=style, script=script, policy=policy, **parts)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("rashomon.views.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


@cache
def _resource(name: str) -> str:
    return files("rashomon.views.report").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """Name an inline block for the policy, by its content: CSP Level 3, section 2.3.1."""
    digest = b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"

"""What a user sets, read once at the edge and handed on as arguments."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rashomon.attributions import Mode
from rashomon.documents import LIMITS, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one run."""

    published: date | None = None
    fetched: date | None = None  # None: today
    sides: Path | None = None
    mode: Mode = Mode.ACCURATE
    min_confidence: float | None = None  # None: the best balance
    n_jobs: int = 1
    page_timeout_s: int = LIMITS.cpu_s

    @property
    def limits(self) -> Limits:
        """What a page of HTML may cost."""
        return Limits(cpu_s=self.page_timeout_s)

    @property
    def published_on(self) -> str | None:
        """The publication date in ISO 8601, when it is given."""
        return self.published.isoformat() if self.published else None

    @property
    def is_fetch_assumed(self) -> bool:
        """Whether the fetch date is not given."""
        return self.fetched is None

    @property
    def fetched_on(self) -> str:
        """The fetch date in ISO 8601: the one given, else today's (UTC)."""
        return (self.fetched or datetime.now(UTC).date()).isoformat()

"""What a check says: findings with their fixes, what is right already, what could not be judged."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

LEVELS = ("error", "warning", "suggestion")


@dataclass(frozen=True)
class Fix:
    """Replace the code points start:end of the pasted text with `replacement`."""

    label: str
    start: int
    end: int
    replacement: str

    def apply(self, text: str) -> str:
        return text[: self.start] + self.replacement + text[self.end :]


@dataclass(frozen=True)
class Finding:
    """`start` and `end` are code points of the pasted text, both None where the finding has no place."""

    rule: str
    level: str
    start: int | None
    end: int | None
    text: str | None
    message: str
    why: str
    page: str
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True)
class NotChecked:
    """A rule that could not be judged, and the facts that it needs (paths of the situation)."""

    rule: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    version: str
    findings: tuple[Finding, ...]
    passed: tuple[str, ...]
    not_checked: tuple[NotChecked, ...]

    @property
    def verdict(self) -> str:
        """fix: something is wrong; improve: a careful editor would change something; ready: at most suggestions."""
        levels = {finding.level for finding in self.findings}
        return "fix" if "error" in levels else "improve" if "warning" in levels else "ready"

    def as_dict(self) -> dict[str, Any]:
        """The report as the contract writes it."""
        return {
            "version": self.version,
            "verdict": self.verdict,
            "findings": [asdict(finding) for finding in self.findings],
            "passed": list(self.passed),
            "not_checked": [asdict(entry) for entry in self.not_checked],
        }

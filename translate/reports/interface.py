"""What every report is made from, and the formats there are."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from translate.records import Finding, Level

FORMATS = ("text", "json", "sarif", "junit", "github")
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a report names it."""

    name: str
    level: Level
    """Its own, which a finding may differ from."""
    help: str
    """Its docstring: a sentence, and below it what it fires on and what passes."""

    @property
    def summary(self) -> str:
        """The first sentence of the help."""
        return self.help.strip().partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check."""

    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    """All that were asked, whether or not they found something."""
    checked: int
    """How many things were looked at."""
    unit: tuple[str, str] = ("segment", "segments")
    """What they are called, one and many."""
    fail_on: Level = "error"
    """Findings of this level, and of graver ones, are failures."""
    root: str = ""
    """The folder that paths are told from where they lie in it; paths stay as they are without one."""

    @property
    def failures(self) -> tuple[Finding, ...]:
        """The findings for which a run fails."""
        return tuple(finding for finding in self.findings if self.fails(finding))

    def fails(self, finding: Finding) -> bool:
        """Whether a run fails for `finding`."""
        return LEVELS.index(finding.level) <= LEVELS.index(self.fail_on)

    def path(self, finding: Finding) -> str:
        """Where `finding` stands, with forward slashes, relative to `root` where that holds it."""
        path = PurePath(finding.place.path)
        if self.root and path.is_absolute() and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return path.as_posix()


def render(report: Report, format: str) -> str:
    """`report` in one of `FORMATS`, with a line break at its end unless it is empty."""
    renderer: Callable[[Report], str] = import_module(f"translate.reports.{format}").render
    return renderer(report)


def fingerprints(findings: Sequence[Finding], path: Callable[[Finding], str]) -> list[str]:
    """What tells each finding from others, and stays the same where only lines above it change.

    Two findings that say the same of the same text are numbered.
    """
    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        parts = (finding.rule, path(finding), finding.entry, finding.message, finding.source, finding.target)
        base = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
        seen[base] += 1
        prints.append(f"{base}:{seen[base]}")
    return prints


def tally(report: Report) -> str:
    """The outcome in a line: `2 errors and 1 warning in 120 entries`."""
    counts = Counter(finding.level for finding in report.findings)
    names: dict[Level, tuple[str, str]] = {
        "error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")}
    found = [count(counts[level], names[level]) for level in LEVELS if counts[level]]
    parts = " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]])) or "nothing to report"
    return f"{parts} in {count(report.checked, report.unit)}"


def count(number: int, names: tuple[str, str]) -> str:
    """`1 entry`, `1,200 entries`."""
    return f"{number:,} {names[number != 1]}"

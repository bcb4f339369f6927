"""What every report is made from, and the formats there are."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import PurePath

from translate.records import Finding, Level

FORMATS = ("text", "json", "sarif", "junit", "github")
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""The gravest first."""
_VARIES = re.compile(r"\S+:\d+:\d+|\d+")
"""What differs in a message as other articles change: places, and how often something stands there."""


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
    prints: tuple[str, ...] = ()
    """The fingerprint of each finding, where the run has worked them out itself."""
    totals: Mapping[tuple[str, Level], int] = field(default_factory=dict)
    """How many findings there are by rule and level, where that is more than `findings` shows."""
    asides: tuple[str, ...] = ()
    """What else belongs to the outcome, each in a few words: `3 waived`."""
    by_rule: bool = False
    """Whether a report for people ends in a table of the rules."""

    @property
    def counts(self) -> Mapping[tuple[str, Level], int]:
        """How many findings there are by rule and level."""
        return self.totals or Counter((finding.rule, finding.level) for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether the run fails."""
        grave = LEVELS[:LEVELS.index(self.fail_on) + 1]
        return any(count for (_, level), count in self.counts.items() if level in grave)

    @property
    def fingerprints(self) -> Sequence[str]:
        """The fingerprint of each finding."""
        return self.prints or fingerprints(self.findings, self.path)

    @property
    def failures(self) -> tuple[Finding, ...]:
        """The findings that are shown and for which a run fails."""
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


def advice(finding: Finding) -> str:
    """What to write instead, in words; nothing where the message says it already."""
    if not finding.fix or f"write {finding.fix}" in finding.message:
        return ""
    return f"write: {finding.fix if finding.fix.strip() == finding.fix else repr(finding.fix)}"


class Fingerprints:
    """Gives each finding what tells it from others, and stays the same where only lines above it change.

    Numbers and places in a message count for nothing, since a message may tell how often and where something
    stands elsewhere; what it is about, the texts, count. Findings that say the same of the same text are
    numbered.
    """

    def __init__(self, path: Callable[[Finding], str]) -> None:
        self.path = path
        self.seen: Counter[bytes] = Counter()

    def of(self, finding: Finding) -> str:
        """The fingerprint of the next finding."""
        parts = (finding.rule, self.path(finding), finding.entry, _VARIES.sub("", finding.message),
                 finding.source, finding.target)
        base = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()[:16]
        self.seen[base] += 1
        return f"{base.hex()}:{self.seen[base]}"


def fingerprints(findings: Sequence[Finding], path: Callable[[Finding], str]) -> list[str]:
    """The fingerprint of each of `findings`, as `Fingerprints` gives it."""
    prints = Fingerprints(path)
    return [prints.of(finding) for finding in findings]


def tally(report: Report) -> str:
    """The outcome in a line: `2 errors and 1 warning in 120 entries; 3 waived`."""
    counts: Counter[Level] = Counter()
    for (_, level), number in report.counts.items():
        counts[level] += number
    names: dict[Level, tuple[str, str]] = {
        "error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")}
    found = [count(counts[level], names[level]) for level in LEVELS if counts[level]]
    parts = " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]])) or "nothing to report"
    return "; ".join([f"{parts} in {count(report.checked, report.unit)}", *report.asides])


def count(number: int, names: tuple[str, str]) -> str:
    """`1 entry`, `1,200 entries`."""
    return f"{number:,} {names[number != 1]}"

"""Collects what was found: counts all of it, keeps what a report shows, and concludes across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from translate.checks.interface import Tally
from translate.checks.registry import CheckRule
from translate.checks.run import SHOWN, Found, Noted, Outcome
from translate.records import Finding, Level
from translate.reports.interface import Fingerprints

LIMIT = 1000
"""Findings of a rule that a report shows unless told otherwise."""
_Counts = Counter[tuple[str, Level]]


@dataclass(slots=True)
class Ledger:
    """What a run has found so far."""

    fingerprints: Fingerprints
    silence: Callable[[Found], bool] = lambda found: False
    """Whether a waiver covers it."""
    known: frozenset[str] = frozenset()
    """Fingerprints of the baseline."""
    limit: int = LIMIT
    findings: list[tuple[Finding, str]] = field(default_factory=list)
    """With their fingerprints."""
    counts: _Counts = field(default_factory=Counter)
    """Of all that is new, by rule and level; also of what is more than `limit`."""
    waived: int = 0
    met: dict[str, Finding] = field(default_factory=dict)
    """Every finding that no waiver covers, by fingerprint, where a baseline is kept."""
    keeps: bool = False
    """Whether a baseline is kept."""
    checked: int = 0
    noted: dict[tuple[str, str, str, str], Noted] = field(default_factory=dict)
    """By language, rule, subject and value."""

    def add(self, outcome: Outcome, language: str = "") -> None:
        """Take in the outcome of the next piece, whose translations are in `language`."""
        self.checked += outcome.checked
        for found in outcome.found:
            self.file(found)
        for key, seen in outcome.noted.items():
            noted = self.noted.setdefault((language, *key), Noted())
            noted.count += seen.count
            noted.articles += seen.articles
            noted.first += seen.first[:SHOWN - len(noted.first)]

    def conclude(self, rules: Sequence[CheckRule]) -> None:
        """Compare what was noted in all articles."""
        subjects: defaultdict[tuple[str, str, str], dict[str, Noted]] = defaultdict(dict)
        for (language, name, subject, value), noted in self.noted.items():
            subjects[language, name, subject][value] = noted
        by_name = {rule.name: rule for rule in rules}
        for (_, name, subject), values in subjects.items():
            if len(values) > 1:
                for found in _concluded(by_name[name], subject, values):
                    self.file(found)

    def file(self, found: Found) -> None:
        """Count a finding, and keep it if it is new and there is room."""
        if self.silence(found):
            self.waived += 1
            return
        finding = found.finding
        fingerprint = self.fingerprints.of(finding)
        if self.keeps:
            self.met[fingerprint] = replace(finding, source="", target="")
        if fingerprint in self.known:
            return
        key = finding.rule, finding.level
        self.counts[key] += 1
        if sum(self.counts[finding.rule, level] for level in ("error", "warning", "info")) <= self.limit:
            self.findings.append((finding, fingerprint))


def _concluded(rule: CheckRule, subject: str, values: dict[str, Noted]) -> Iterator[Found]:
    """What a rule says of the values of a subject, at the places where each was seen first."""
    tallies = [Tally(value, noted.count, noted.articles, noted.first[0].finding.place)
               for value, noted in values.items()]
    tallies.sort(key=lambda tally: -tally.count)
    for value, flaw in rule.conclude(subject, tallies) if rule.conclude else ():
        for found in values[value].first:
            yield replace(found, finding=replace(
                found.finding, level=flaw.level or rule.level, message=flaw.message, entry=flaw.entry,
                fix=flaw.fix))

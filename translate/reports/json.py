"""A report as data."""

from __future__ import annotations

import json
from typing import Any

from translate import __version__
from translate.records import Finding, Span
from translate.reports.interface import LEVELS, Report


def render(report: Report) -> str:
    """`report` as an object: program, counts by level and by rule, findings."""
    counts = {level: sum(number for (_, own), number in report.counts.items() if own == level)
              for level in LEVELS}
    rules: dict[str, int] = {}
    for (rule, _), number in report.counts.items():
        rules[rule] = rules.get(rule, 0) + number
    content = {"program": f"glosswire {__version__}", "checked": report.checked, "counts": counts,
               "rules": dict(sorted(rules.items())), "failed": report.failed,
               "findings": [_finding(finding, report.path(finding), print_)
                            for finding, print_ in zip(report.findings, report.fingerprints)]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding, path: str, fingerprint: str) -> dict[str, Any]:
    """One finding; keys without content are left out."""
    content = {"rule": finding.rule, "level": finding.level, "message": finding.message, "path": path,
               "line": finding.place.line, "column": finding.place.column, "entry": finding.entry,
               "source": finding.source, "source_span": _span(finding.source_span),
               "target": finding.target, "target_span": _span(finding.target_span), "fix": finding.fix,
               "fingerprint": fingerprint}
    return {key: value for key, value in content.items() if value not in ("", None)}


def _span(span: Span | None) -> list[int] | None:
    """[first code point, first behind the stretch]."""
    return [span.start, span.end] if span else None

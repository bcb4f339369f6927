"""A report as data."""

from __future__ import annotations

import json
from typing import Any

from translate import __version__
from translate.records import Finding, Span
from translate.reports.interface import LEVELS, Report, fingerprints


def render(report: Report) -> str:
    """`report` as an object: program, counts by level, findings."""
    prints = fingerprints(report.findings, report.path)
    counts = {level: sum(finding.level == level for finding in report.findings) for level in LEVELS}
    content = {"program": f"glosswire {__version__}", "checked": report.checked, "counts": counts,
               "failed": bool(report.failures),
               "findings": [_finding(finding, report.path(finding), print_)
                            for finding, print_ in zip(report.findings, prints)]}
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

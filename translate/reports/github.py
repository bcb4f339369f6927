"""A report as annotations of a GitHub workflow.

Source: GitHub, "Workflow commands for GitHub Actions", setting an error message; escapes as in
actions/toolkit `packages/core/src/command.ts`.
"""

from __future__ import annotations

from translate.records import Finding
from translate.reports.interface import Report, advice

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One line for each finding."""
    return "".join(f"{_annotation(finding, report.path(finding))}\n" for finding in report.findings)


def _annotation(finding: Finding, path: str) -> str:
    properties = {"file": path, "line": str(finding.place.line), "col": str(finding.place.column),
                  "title": finding.rule}
    joined = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join(filter(None, [finding.message, advice(finding)]))
    return f"::{_COMMANDS[finding.level]} {joined}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""A report as SARIF, which code hosts show beside the lines of a change.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from translate import __version__
from translate.records import Finding, Level
from translate.reports.interface import Report, Rule, advice

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """`report` as a log with one run."""
    index = {rule.name: number for number, rule in enumerate(report.rules)}
    run = {
        "tool": {"driver": {"name": "glosswire", "version": __version__, "semanticVersion": __version__,
                            "rules": [_rule(rule) for rule in report.rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, report.path(finding), index, print_)
                    for finding, print_ in zip(report.findings, report.fingerprints)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    name = "".join(word.capitalize() for word in rule.name.split("-"))
    return {"id": rule.name, "name": name, "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.help.strip()}, "help": {"text": rule.help.strip()},
            "defaultConfiguration": {"level": _LEVELS[rule.level]}}


def _result(finding: Finding, path: str, index: dict[str, int], fingerprint: str) -> dict[str, Any]:
    text = "\n".join(filter(None, [finding.message, advice(finding)]))
    result: dict[str, Any] = {
        "ruleId": finding.rule, "level": _LEVELS[finding.level], "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path),
                                            "region": _region(finding)}}],
        "partialFingerprints": {"glosswire/v1": fingerprint},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    if finding.entry:
        result["properties"] = {"entry": finding.entry}
    return result


def _region(finding: Finding) -> dict[str, Any]:
    """Where it begins, and where it ends on the same line if that is known."""
    region: dict[str, Any] = {"startLine": finding.place.line, "startColumn": finding.place.column}
    if finding.target_span:
        region["endColumn"] = finding.place.column + len(finding.target_span)
    if finding.target:
        region["snippet"] = {"text": finding.target}
    return region


def _artifact(path: str) -> dict[str, str]:
    """A relative path is told from the root of the sources, wherever they lie."""
    if PurePosixPath(path).is_absolute():
        return {"uri": PurePosixPath(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}

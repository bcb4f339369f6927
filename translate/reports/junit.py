"""A report as JUnit XML: a suite for each file, a case for each finding.

Source: the schema that Jenkins and GitLab read (windyroad/JUnit-Schema, `JUnit.xsd`). What does not
fail a run is a case that passes and tells its message as output; a clean run is one passing case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from translate.records import Finding
from translate.reports.interface import Report, advice, tally

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def render(report: Report) -> str:
    """`report` as a document."""
    failed = len(report.failures)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<testsuites name="glosswire" tests="{len(report.findings) or 1}" failures="{failed}">']
    if not report.findings:
        lines += ['  <testsuite name="glosswire" tests="1" failures="0">',
                  f'    <testcase classname="glosswire" name={_attribute(tally(report))}/>',
                  "  </testsuite>"]
    by_path = sorted(report.findings, key=report.path)
    for path, group in groupby(by_path, key=report.path):
        lines += _suite(path, list(group), report)
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(path: str, findings: Sequence[Finding], report: Report) -> Iterator[str]:
    failed = sum(map(report.fails, findings))
    yield f'  <testsuite name={_attribute(path)} tests="{len(findings)}" failures="{failed}">'
    for finding in findings:
        name = f"{finding.rule} {finding.place.line}:{finding.place.column}"
        yield f"    <testcase classname={_attribute(path)} name={_attribute(name)}>"
        detail = "\n".join(filter(None, [
            f"{path}:{finding.place.line}:{finding.place.column}: {finding.message}",
            finding.source, finding.target, advice(finding)]))
        if report.fails(finding):
            yield f"      <failure type={_attribute(finding.level)} message={_attribute(finding.message)}>" \
                  f"{_text(detail)}</failure>"
        else:
            yield f"      <system-out>{_text(f'{finding.level}: {detail}')}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", text))

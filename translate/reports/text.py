"""A report for people: each finding with its place, and the text it stands in with a mark below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.records import Finding, Level, Span
from translate.reports.interface import LEVELS, Report, advice, tally

WIDTH = 100
"""Columns of an excerpt; a Korean or Japanese character takes two."""
_COLORS: dict[Level, str] = {"error": "31", "warning": "33", "info": "36"}


def render(report: Report, color: bool = False) -> str:
    """`report`, with its level in colour where the output is a terminal."""
    blocks = ["\n".join(_finding(finding, report.path(finding), color)) for finding in report.findings]
    table = list(_table(report)) if report.by_rule else []
    return "\n".join([*blocks, *table, tally(report)]) + "\n"


def _table(report: Report) -> Iterator[str]:
    """How many findings each rule has, by level, the gravest rules first."""
    shown = Counter((finding.rule, finding.level) for finding in report.findings)
    rows = sorted(report.counts.items(), key=lambda row: (LEVELS.index(row[0][1]), -row[1], row[0]))
    name = max((len(rule) for (rule, _), _ in rows), default=0)
    for (rule, level), number in rows:
        left = number - shown[rule, level]
        yield f"{rule:{name}}  {level:7}  {number:7,}{f'  ({left:,} not shown)' if left else ''}"


def _finding(finding: Finding, path: str, color: bool) -> Iterator[str]:
    level = f"\033[{_COLORS[finding.level]}m{finding.level}\033[0m" if color else finding.level
    entry = f" ({finding.entry})" if finding.entry else ""
    place = f"{path}:{finding.place.line}:{finding.place.column}"
    yield f"{place}: {level}: {' '.join(finding.message.split())} [{finding.rule}]{entry}"
    if finding.source and (finding.source_span or not finding.target):
        yield from _excerpt(finding.source, finding.source_span)
    if finding.target:
        yield from _excerpt(finding.target, finding.target_span)
    if advice(finding):
        yield f"    {advice(finding)}"


def _excerpt(text: str, span: Span | None) -> Iterator[str]:
    """`text` on a line, as much of it as fits around `span`, and a mark below the span unless that is all."""
    start, end = _window(text, span or Span(0, 0))
    before, behind = "…" if start else "", "…" if end < len(text) else ""
    yield f"    {before}{_plain(text[start:end])}{behind}"
    if span and len(span) < len(text):
        marked = _plain(text[max(span.start, start):min(span.end, end)])
        pad = " " * (width(before) + width(_plain(text[start:span.start])))
        yield f"    {pad}{'^' * max(1, width(marked))}"


def _window(text: str, span: Span) -> tuple[int, int]:
    """The part of `text` to show: all of it, or what fits with a third of the room before `span`."""
    if width(text) <= WIDTH:
        return 0, len(text)
    start = span.start
    while start and width(text[start - 1:span.start]) <= WIDTH // 3:
        start -= 1
    end = start
    while end < len(text) and width(text[start:end + 1]) <= WIDTH:
        end += 1
    while start and width(text[start - 1:end]) <= WIDTH:
        start -= 1
    return start, end


def width(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    from wcwidth import wcswidth
    columns = int(wcswidth(text))
    return columns if columns >= 0 else len(text)


def _plain(text: str) -> str:
    """`text` without what would move the cursor."""
    return "".join(char if char.isprintable() else " " for char in text)

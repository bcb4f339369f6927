"""One report in every format, held to a file; and what must hold of each format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from translate.records import Finding, Place, Span
from translate.reports.interface import FORMATS, Report, Rule, fingerprints, render, tally
from translate.reports.text import render as render_text
from translate.reports.text import width

CASES = Path(__file__).parents[1] / "cases" / "reports"
RULES = (
    Rule("term-missing", "error",
         "A listed term reaches the translation.\n\nFires:  KCNA said. -> 통신은 전했다."),
    Rule("width", "warning", "Digits are half-width."),
    Rule("term-count", "info", "As many as in the source."),
)
FINDINGS = (
    Finding("term-missing", "error", "KCNA is not 조선중앙통신 here", Place("out/ko/a b,c:100%.md", 3, 15),
            "KCNA said, “50%”.", "한국중앙통신은 “50%”라고 전했다.", Span(0, 4), Span(0, 6), "kcna", "조선중앙통신"),
    Finding("width", "warning", "５０ is full-width", Place("out/ja/x.md", 1, 9), "", "朝鮮中央通信は５０人と伝えた。",
            None, Span(7, 9)),
    Finding("term-missing", "error", "two\nlines", Place("/src/out/ko/y.md"), "", "긴 글 " * 40 + "끝", None,
            Span(80, 81)),
    Finding("term-count", "info", "2 in the source, 1 here", Place("out/ko/z.md", 7, 1), "Kim met Kim."),
    Finding("term-count", "info", "2 in the source, 1 here", Place("out/ko/z.md", 9, 1), "Kim met Kim."),
)
REPORT = Report(FINDINGS, RULES, 1200, root="/src")
CLEAN = Report((), RULES, 1, ("entry", "entries"))


@pytest.mark.parametrize("format", FORMATS)
def test_formats(format: str) -> None:
    assert render(REPORT, format) == (CASES / f"findings.{format}").read_text("utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_a_clean_report(format: str) -> None:
    assert render(CLEAN, format) == (CASES / f"clean.{format}").read_text("utf-8")


def test_the_mark_stands_below_what_it_marks() -> None:
    lines = render(REPORT, "text").splitlines()
    for number, line in enumerate(lines):
        if set(line.strip()) == {"^"}:
            pad, mark = line.split("^")[0], line.strip()
            excerpt = lines[number - 1]
            shown = [char for at, char in enumerate(excerpt)
                     if width(pad) <= width(excerpt[:at]) < width(pad) + len(mark)]
            assert "".join(shown) in {"KCNA", "한국중앙통신", "５０", "긴"}
            assert width(excerpt) <= 106


def test_levels_are_coloured_on_a_terminal() -> None:
    assert "\033[31merror\033[0m" in render_text(REPORT, color=True)
    assert "\033" not in render_text(REPORT)


@pytest.mark.parametrize(("level", "failures"), [("error", 2), ("warning", 3), ("info", 5)])
def test_what_fails_a_run(level: str, failures: int) -> None:
    report = replace(REPORT, fail_on=level)  # type: ignore[arg-type]
    assert len(report.failures) == failures
    assert json.loads(render(report, "json"))["failed"] is True
    assert len(ElementTree.fromstring(render(report, "junit")).findall(".//failure")) == failures


def test_fingerprints_outlive_new_lines_and_tell_twins_apart() -> None:
    moved = [replace(finding, place=replace(finding.place, line=finding.place.line + 10))
             for finding in FINDINGS]
    path: Callable[[Finding], str] = REPORT.path
    assert fingerprints(moved, path) == fingerprints(FINDINGS, path)
    assert len(set(fingerprints(FINDINGS, path))) == len(FINDINGS)


def test_paths_are_told_from_the_root() -> None:
    assert [REPORT.path(finding) for finding in FINDINGS][:3] == [
        "out/ko/a b,c:100%.md", "out/ja/x.md", "out/ko/y.md"]
    assert replace(REPORT, root="/other").path(FINDINGS[2]) == "/src/out/ko/y.md"


def test_the_outcome_in_a_line() -> None:
    assert tally(REPORT) == "2 errors, 1 warning and 2 remarks in 1,200 segments"
    assert tally(replace(REPORT, findings=FINDINGS[1:2])) == "1 warning in 1,200 segments"
    assert tally(CLEAN) == "nothing to report in 1 entry"


def test_sarif_has_what_the_standard_requires() -> None:
    schema = json.loads((CASES / "sarif.schema.json").read_text("utf-8"))
    for report in (REPORT, CLEAN):
        log = json.loads(render(report, "sarif"))
        jsonschema.Draft202012Validator(schema).validate(log)
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        for result in log["runs"][0]["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_github_annotations_are_one_line_each() -> None:
    lines = render(REPORT, "github").splitlines()
    assert len(lines) == len(FINDINGS)
    assert lines[0].startswith("::error file=out/ko/a b%2Cc%3A100%25.md,line=3,col=15,title=term-missing::")


def test_junit_holds_what_xml_can_hold() -> None:
    odd = replace(FINDINGS[0], message="a\x00b <&> \"'")
    suites = ElementTree.fromstring(render(replace(REPORT, findings=(odd,)), "junit"))
    failure = suites.find(".//failure")
    assert failure is not None and failure.get("message") == "a\ufffdb <&> \"'"

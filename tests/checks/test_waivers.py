"""Waivers: what they cover, when they end, and how a wrong one is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from translate.checks.registry import choose
from translate.checks.run import Found
from translate.checks.waivers import Waivers, glossary_waivers, read_waivers
from translate.errors import ConfigError
from translate.glossary.load import load
from translate.records import Finding, Place

TODAY = date(2026, 6, 1)


def waivers(tmp_path: Path, text: str) -> Waivers:
    path = tmp_path / "waivers.yml"
    path.write_text(text, "utf-8")
    return Waivers(read_waivers(path), TODAY)


def found(rule: str = "width", entry: str = "", source: str = "", target: str = "", article: str = "") -> Found:
    return Found(Finding(rule, "error", "m", Place("out/ko/a.xlf"), source, target, entry=entry), article)


@pytest.mark.parametrize(("fields", "covers"), [
    ("rule: width", True), ("rule: [spacing, width]", True), ("rule: spacing", False), ("rule: S02", True),
    ("rule: width, path: 'out/ko/*'", True), ("rule: width, path: 'out/ja/*'", False),
    ("rule: width, entry: kcna", True), ("rule: width, entry: un", False),
    ("rule: width, text: 5만", True), ("rule: width, text: KCNA", True), ("rule: width, text: 6만", False),
    ("rule: width, article: x.md", True), ("rule: width, article: y.md", False),
])
def test_what_a_waiver_covers(tmp_path: Path, fields: str, covers: bool) -> None:
    known = waivers(tmp_path, f"waivers:\n  - {{{fields}, until: 2026-06-01, reason: so}}\n")
    assert known.cover(found("width", "kcna", "KCNA", "5만", "x.md"), "out/ko/a.xlf") is covers


def test_an_expired_waiver_silences_nothing_and_is_told(tmp_path: Path) -> None:
    known = waivers(tmp_path, "waivers:\n- rule: width\n  until: 2026-05-31\n  reason: until spring\n")
    assert not known.cover(found(), "a")
    told = list(known.findings(choose()))
    assert [(one.rule, one.place.line, one.place.column) for one in told] == [("waiver-expired", 2, 3)]
    assert "2026-05-31" in told[0].message and "until spring" in told[0].message


def test_a_waiver_that_silences_nothing_is_told(tmp_path: Path) -> None:
    known = waivers(tmp_path, "waivers: [{rule: width, until: 2026-12-31, reason: so}]")
    assert [one.rule for one in known.findings(choose())] == ["waiver-unused"]
    assert not list(known.findings(choose(("spacing", "waiver-unused"))))
    known.cover(found(), "a")
    assert not list(known.findings(choose()))


@pytest.mark.parametrize(("text", "message"), [
    ("a: b", "no list of waivers"),
    ("waivers: []\nwaver: 1", "something beside it"),
    ("- a", "waivers.yml:1:3: no waiver"),
    ("waivers: [", "waivers.yml:1:11: no YAML"),
    ("waivers:\n- {rule: width, until: 2026-12-31}", "waivers.yml:2:3: a waiver needs its reason"),
    ("waivers:\n- {rule: width, until: 2026-12-31, reason: ''}", "waivers.yml:2:3: a waiver needs its reason"),
    ("waivers:\n- {until: 2026-12-31, reason: x}", "needs its rule"),
    ("waivers:\n- {rule: width, reason: x}", "needs its until"),
    ("waivers:\n- {rule: width, reason: [x], until: 2026-12-31}", "reason is one text"),
    ("waivers: [{rule: width, until: soon, reason: x}]", "'soon' is no day; write it as 2026-12-31"),
    ("waivers: [{rule: width, until: 2026-12-31, reason: x, pat: y}]", "did you mean path"),
    ("waivers: [{rule: widht, until: 2026-12-31, reason: x}]", "did you mean width"),
    ("waivers: [{rule: width, until: 2026-12-31, reason: x, file: y}]", "no 'file'"),
])
def test_a_wrong_waiver_is_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        waivers(tmp_path, text)


def in_glossary(tmp_path: Path, comment: str) -> list[tuple[str, tuple[str, ...]]]:
    path = tmp_path / "g.yml"
    path.write_text("glossary: g\nsource: en\nentries:\n  - id: kcna\n    en: KCNA\n    ko: 조선중앙통신\n"
                    f"  - id: un\n    {comment}\n    en: UN\n    ko: 유엔\n", "utf-8")
    glossary = load([path])
    return [(one.entry, one.rules) for one in glossary_waivers(map(Path, glossary.files), glossary.entries)]


def test_a_comment_is_about_the_entry_it_stands_in(tmp_path: Path) -> None:
    assert in_glossary(tmp_path, "# an ordinary comment") == []
    assert in_glossary(tmp_path, "# translate: ignore[term-missing, G04] until 2026-12-31: written out") == [
        ("un", ("term-missing", "term-count"))]


@pytest.mark.parametrize("comment", ["# translate: ignore", "# translate: ignore[term-missing]: why",
                                     "# translate: ignore[term-missing] until 2026-12-31:"])
def test_a_comment_says_until_when_and_why(tmp_path: Path, comment: str) -> None:
    with pytest.raises(ConfigError, match=r"g.yml:8:5: a waiver needs"):
        in_glossary(tmp_path, comment)

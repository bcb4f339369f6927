"""`translate check` and `translate rules` end to end: codes, reports, baselines, and where findings point."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
from junitparser import JUnitXml

from tests.checks.test_inputs import XLIFF
from tests.cli.running import Shell

CASES = Path(__file__).parents[1] / "cases" / "reports"
GLOSSARY = """glossary: x
source: en
entries:
  - id: kcna
    kind: organization
    en: KCNA
    ko: {use: 조선중앙통신, avoid: [한국중앙통신]}
"""
TABLE = ("It rained.\t비가 왔다.\r\n"
         "\n"
         "KCNA said 3 died.\t한국중앙통신은 4명이 숨졌다고 전했다.\n"
         "e\u0301 (x)\te\u0301\u0301 אבג (가\n")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in a folder with a glossary and a table."""
    monkeypatch.chdir(tmp_path)
    put("glossaries/x.yml", GLOSSARY)
    put("a.tsv", TABLE)
    return Shell(capsys)


def put(name: str, content: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode())
    return path


def test_nothing_to_report(shell: Shell) -> None:
    put("b.tsv", "It rained.\t비가 왔다.\n")
    done = shell("check", "b.tsv", "--to", "ko")
    assert (done.code, done.out) == (0, "nothing to report in 1 segment\n")


def test_findings_with_marks_below_them(shell: Shell) -> None:
    done = shell("check", "a.tsv", "--to", "ko", "--select", "term-avoided,number-mismatch")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("a.tsv:3:19: error: ") and "[term-avoided] (kcna)" in lines[0]
    assert lines[1:5] == ["    KCNA said 3 died.", "    ^^^^", "    한국중앙통신은 4명이 숨졌다고 전했다.", "    ^^^^^^^^^^^^"]
    assert lines[-1] == "2 errors in 3 segments"
    assert any(re.fullmatch(r"number-mismatch +error +1", line) for line in lines)


def test_combining_and_rtl_signs_shift_no_column(shell: Shell) -> None:
    done = shell("check", "a.tsv", "--to", "ko", "--select", "bracket-balance", "--json")
    (found,) = json.loads(done.out)["findings"]
    line = Path("a.tsv").read_text("utf-8").split("\n")[found["line"] - 1]
    assert line[found["column"] - 1] == "(" and found["column"] == len(line) - 1


@pytest.mark.parametrize("name", ["a.tsv", "a.xlf", "a.jsonl", "a.tmx"])
def test_annotations_point_at_the_fault(shell: Shell, name: str) -> None:
    put("a.xlf", XLIFF.replace("큰 승리다.", "큰 승리다 ."))
    put("a.jsonl", '\n{"ko": "큰 승리다 .", "en": "A big win."}\n')
    put("a.tsv", "\nA big win.\t큰 승리다 .\r\n")
    put("a.tmx", '<tmx><body>\n<tu><tuv xml:lang="en"><seg>A big win.</seg></tuv>\n<tuv xml:lang="ko"><seg>큰 승리다 .'
                 "</seg></tuv></tu></body></tmx>")
    done = shell("check", name, "--to", "ko", "--select", "spacing", "--format", "github", "--fail-on", "info")
    found = re.match(rf"::\w+ file={name},line=(\d+),col=(\d+),title=spacing::", done.out)
    assert found and done.code == 1
    line = Path(name).read_text("utf-8").split("\n")[int(found[1]) - 1]
    assert line[int(found[2]) - 1:].startswith(" .")


def test_sarif_and_junit_hold(shell: Shell) -> None:
    schema = json.loads((CASES / "sarif.schema.json").read_text("utf-8"))
    shell("check", "a.tsv", "--to", "ko", "--format", "sarif", "-o", "a.sarif")
    log = json.loads(Path("a.sarif").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] for rule in rules)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} >= {"term-avoided", "number-mismatch"}
    shell("check", "a.tsv", "--to", "ko", "--format", "junit", "-o", "a.xml")
    suites = JUnitXml.fromfile("a.xml")
    assert suites.failures == sum(result["level"] == "error" for result in log["runs"][0]["results"])


def test_a_baseline_outlives_moved_lines(shell: Shell) -> None:
    shell("check", "a.tsv", "--to", "ko", "--baseline", "known.json", "--write-baseline")
    put("a.tsv", "Rain fell on Monday.\t월요일에 비가 내렸다.\n" + TABLE + "2 left.\t3명이 떠났다.\n")
    done = shell("check", "a.tsv", "--to", "ko", "--baseline", "known.json", "--json")
    content = json.loads(done.out)
    assert [one["line"] for one in content["findings"]] == [6] and done.code == 1
    put("a.tsv", TABLE)
    before = Path("known.json").read_bytes()
    assert shell("check", "a.tsv", "--to", "ko", "--baseline", "known.json").code == 0
    shell("check", "a.tsv", "--to", "ko", "--baseline", "known.json", "--write-baseline")
    assert Path("known.json").read_bytes() == before


def test_fingerprints_of_reports_are_those_of_the_run(shell: Shell) -> None:
    put("a.tsv", "2 left.\t3명이 떠났다.\n" * 2)
    both = json.loads(shell("check", "a.tsv", "--to", "ko", "--json").out)["findings"]
    put("known.json", json.dumps({"known": [{"fingerprint": both[0]["fingerprint"]}]}))
    done = shell("check", "a.tsv", "--to", "ko", "--json", "--baseline", "known.json")
    assert json.loads(done.out)["findings"] == both[1:]


def test_waivers_silence_and_are_counted(shell: Shell) -> None:
    put("w.yml", "waivers:\n- {rule: [term-avoided, number-mismatch], text: 숨졌다고, until: 2999-01-01, "
                 "reason: known}\n")
    done = shell("check", "a.tsv", "--to", "ko", "--waivers", "w.yml", "--select", "F01,G02")
    assert (done.code, done.out) == (0, "nothing to report in 3 segments; 2 waived\n")
    put("glossaries/x.yml", GLOSSARY + "    # translate: ignore[term-avoided] until 2001-01-01: the desk\n")
    done = shell("check", "a.tsv", "--to", "ko", "--select", "G02,waiver-expired", "--fail-on", "warning")
    assert "glossaries/x.yml:8:5: warning: expired on 2001-01-01" in done.out and "[term-avoided]" in done.out


def test_a_broken_line_is_named_and_the_rest_checked(shell: Shell) -> None:
    put("a.jsonl", '{"en": "2 left."\n{"en": "2 left.", "ko": "3명이 떠났다."}\n')
    done = shell("check", "a.jsonl", "--to", "ko")
    assert done.code == 1
    assert "a.jsonl:1:1: error: no JSON" in done.out and "a.jsonl:2:26: error: " in done.out
    put("a.jsonl", '{"en": "2 left."\n')
    done = shell("check", "a.jsonl", "--to", "ko")
    assert done.code == 2 and done.err.count("\n") == 1


@pytest.mark.parametrize(("content", "place"), [
    (TABLE, "3:19"),
    ('\ufeff{"en": "KCNA said.", "ko": "한국중앙통신이 전했다."}', "1:29"),
    ('<tmx><body><tu><tuv xml:lang="en"><seg>KCNA</seg></tuv><tuv xml:lang="ko"><seg>한국중앙통신</seg></tuv></tu>'
     "</body></tmx>", "1:80"),
    (XLIFF.replace("big<", "KCNA<").replace("큰 승리다.", "한국중앙통신이다."), "6:13"),
])
def test_standard_input(shell: Shell, monkeypatch: pytest.MonkeyPatch, content: str, place: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    done = shell("check", "-", "--to", "ko", "--select", "term-avoided")
    assert done.code == 1 and done.out.startswith(f"<stdin>:{place}: error")


def test_a_limit_shows_some_and_counts_all(shell: Shell) -> None:
    put("a.tsv", "It rained.\t\n" * 5)
    done = shell("check", "a.tsv", "--to", "ko", "--limit", "2")
    assert done.out.count("[missing-segment]") == 2 and "(3 not shown)" in done.out
    assert done.out.endswith("5 errors in 5 segments\n")


def test_an_unsure_alignment_is_told(shell: Shell) -> None:
    put("en/a.txt", "Three people died in Seoul in 2024.\n\nIt rained for nine days.\n")
    put("ko/a.txt", "2024년 서울에서 세 명이 숨졌다.\n")
    done = shell("check", "ko", "--source", "en", "--to", "ko")
    assert "ko/a.txt:1:1: warning: nothing here seems to translate line 3 of en/a.txt" in done.out
    assert "[unaligned]" in done.out and done.code == 0


@pytest.mark.parametrize(("arguments", "message"), [
    (("a.tsv",), "--to ko"),
    (("a.tsv", "--to", "en"), "already in this language"),
    (("a.tsv", "--to", "ko", "--select", "numbers"), "no rule is called"),
    (("a.tsv", "--to", "ko", "--write-baseline"), "--baseline FILE"),
    (("a.tsv", "--to", "ko", "--baseline", "none.json"), "no baseline yet"),
    (("a.tsv", "--to", "ko", "--baseline", "a.tsv"), "this is no baseline"),
    (("none.tsv", "--to", "ko"), "no such file"),
    (("a.xlf", "--to", "ja"), "but in ko; name that: --to ko"),
])
def test_errors_are_one_line(shell: Shell, arguments: tuple[str, ...], message: str) -> None:
    put("a.xlf", XLIFF)
    done = shell("check", *arguments)
    assert done.code == 2 and message in done.err and done.err.count("\n") == 1 and not done.out


def test_settings_name_rules_for_check_alone(shell: Shell) -> None:
    put("translate.toml", 'to = "ko"\nselect = "term-avoided"\nfail-on = "info"\n')
    assert "[term-avoided]" in shell("check", "a.tsv").out
    assert shell("glossary", "lint", "glossaries").code == 0


def test_rules_are_told(shell: Shell) -> None:
    assert re.search(r"^F01  number-mismatch +error ", shell("rules").out, re.MULTILINE)
    assert "Fires:" in shell("rules", "number-mismatch").out
    assert shell("check", "a.tsv", "--to", "ko", "--ignore", "glossary,F,surface,I01").code == 0
    assert json.loads(shell("rules", "F01", "--json").out)[0]["name"] == "number-mismatch"
    assert shell("rules", "nothing").code == 2

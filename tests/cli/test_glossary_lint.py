"""`translate glossary lint` and `test`: formats, exit codes, and what is said of a broken glossary."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from translate.cli import run_guarded

CASES = Path(__file__).parents[1] / "cases" / "glossary"
GLOSSARY = """glossary: g
entries:
  - id: kcna
    en: KCNA
    ko: {use: 조선중앙통신, avoid: [중앙통신]}
    tests: [{en: "KCNA said.", ko: "조선중앙통신은 전했다."}, {en: "KCNA.", ko: "중앙통신은 전했다."}]
  - id: march
    en: March
    ko: 3월
"""


@pytest.fixture(autouse=True)
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A glossary with an error and a warning."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "g.yml"
    path.write_text(GLOSSARY, "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = run_guarded(["glossary", *args])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_clean_glossary_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(CASES / "lint" / "clean.yml")
    assert run(capsys, "lint", path) == (0, "nothing to report in 6 entries\n", "")
    assert run(capsys, "test", path) == (0, "nothing to report in 3 tests\n", "")


def test_findings_are_printed_with_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "lint", "g.yml")
    assert code == 1 and out == """\
g.yml:5:31: error: '중앙통신' is avoided, and stands in '조선중앙통신', which is wanted; take it out \
[avoids-itself] (kcna)
    ko: {use: 조선중앙통신, avoid: [중앙통신]}
                                    ^^^^^^^^
g.yml:6:71: error: the test's translation has '중앙통신', which is avoided [test-fails] (kcna)
    tests: [{en: "KCNA said.", ko: "조선중앙통신은 전했다."}, {en: "KCNA.", ko: "중앙통신은 전했다."}]
                                                                                ^^^^^^^^^^^^^^^^^^^^
g.yml:8:9: warning: 'March' is an everyday word too; say with only_with, not_before or not_after when it is \
meant [everyday-word] (march)
    en: March
        ^^^^^
2 errors and 1 warning in 2 entries
"""


@pytest.mark.parametrize(("args", "code"), [
    ([], 1), (["--select", "everyday-word"], 0), (["--select", "everyday-word", "--fail-on", "warning"], 1),
    (["--ignore", "avoids-itself,test-fails"], 0), (["--ignore", "avoids-itself, test-fails,everyday-word",
                                                     "--fail-on", "info"], 0),
    (["--select", "nonsense"], 2), (["missing.yml"], 2), (["--format", "yaml"], 2),
])
def test_exit_codes(capsys: pytest.CaptureFixture[str], args: list[str], code: int) -> None:
    assert run(capsys, "lint", "g.yml", *args)[0] == code


def test_formats(capsys: pytest.CaptureFixture[str], glossary: Path) -> None:
    found = json.loads(run(capsys, "lint", "g.yml", "--format", "json")[1])
    assert [finding["rule"] for finding in found["findings"]] == [
        "avoids-itself", "test-fails", "everyday-word"]
    assert found["counts"] == {"error": 2, "warning": 1, "info": 0} and found["failed"] is True
    log = json.loads(run(capsys, "lint", str(glossary), "--format", "sarif")[1])
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "g.yml", "uriBaseId": "%SRCROOT%"}
    assert location["region"]["startLine"] == 5 and location["region"]["endColumn"] == 35
    github = run(capsys, "lint", "g.yml", "--format", "github")[1].splitlines()
    assert github[2].startswith("::warning file=g.yml,line=8,col=9,title=everyday-word::'March' is")
    junit = ElementTree.fromstring(run(capsys, "lint", "g.yml", "--format", "junit")[1])
    assert [suite.get("failures") for suite in junit] == ["2"]


def test_a_report_goes_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "lint", "g.yml", "--output", "out/report.txt") == (1, "", "")
    assert Path("out/report.txt").read_text("utf-8").endswith("2 errors and 1 warning in 2 entries\n")


def test_a_broken_glossary_is_an_error_for_people_and_a_report_for_machines(
        capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.yml").write_text("glossary: b\nentries: [{id: x, en: NO}, {id: y, xx: Y}]\n")
    code, out, err = run(capsys, "lint", "b.yml")
    assert (code, out) == (2, "")
    assert err.startswith("translate: b.yml:2:23: entry x: NO is read as false here")
    code, out, err = run(capsys, "lint", "b.yml", "--format", "github")
    assert code == 2 and out.splitlines()[0] == (
        "::error file=b.yml,line=2,col=23,title=format::"
        'entry x: NO is read as false here; write "NO" in quotes')
    code, out, _ = run(capsys, "lint", "b.yml", "--format", "json")
    assert code == 2 and [finding["line"] for finding in json.loads(out)["findings"]] == [2, 2, 2]


def test_tests_are_run(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "test", "g.yml")
    assert code == 1
    assert out.splitlines()[0].startswith("g.yml:6:71: error: the test's translation has '중앙통신'")
    assert out.splitlines()[-1] == "1 error in 2 tests"
    assert run(capsys, "test", "g.yml", "--id", "march") == (0, "nothing to report in 0 tests\n", "")
    assert run(capsys, "test", "g.yml", "--id", "mars")[0] == 2
    assert json.loads(run(capsys, "test", "g.yml", "--json")[1])["checked"] == 2


def test_a_rule_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "lint", "--rules", "everyday-word")
    assert code == 0 and out.startswith("everyday-word (warning)\n\nA term is an everyday word as well")
    code, out, _ = run(capsys, "lint", "--rules", "all")
    assert code == 0 and out.splitlines()[0].split()[:2] == ["term-twice", "error"]
    assert run(capsys, "lint", "--rules", "nonsense")[0] == 2

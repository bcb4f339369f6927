"""Each rule fires and passes on the entries of its own docstring, and says where."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from translate.errors import ConfigError
from translate.glossary.lint import NAMES, lint, rules
from translate.glossary.load import load, parse
from translate.glossary.model import Glossary
from translate.records import Span

CASES = Path(__file__).parents[1] / "cases" / "glossary"
FOLDER = Path(__file__).parents[2] / "translate" / "glossary" / "rules"


def samples(help: str) -> tuple[list[str], list[str]]:
    """The entries that fire, and those that pass, of a docstring."""
    fires, passes = help.split("Fires:\n")[1].split("Passes:\n")
    return dedent(fires).strip().splitlines(), dedent(passes).strip().splitlines()


def glossary(entries: list[str]) -> Glossary:
    """A glossary of entries, each on its line."""
    return parse("glossary: g\nentries:\n" + "\n".join(f"  {entry}" for entry in entries), "g.yml")


def test_every_rule_is_listed() -> None:
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")}
    assert files - {"--init--", "interface"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_rules_fire(name: str) -> None:
    (rule,) = rules([name])
    fires, _ = samples(rule.help)
    found = list(rule.check(glossary(fires)))
    assert found
    if name not in ("term-twice", "twins", "avoided-elsewhere", "missing-language"):
        assert {fault.entry.id for fault in found} == {entry.id for entry in glossary(fires).entries}


@pytest.mark.parametrize("name", NAMES)
def test_rules_pass(name: str) -> None:
    (rule,) = rules([name])
    _, passes = samples(rule.help)
    assert list(rule.check(glossary(passes))) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_a_rule_says_begins_with_a_sentence(name: str) -> None:
    (rule,) = rules([name])
    first, blank = rule.help.splitlines()[:2]
    assert first.endswith(".") and not blank


def test_findings_stand_where_the_form_stands() -> None:
    findings = lint(load([CASES / "lint" / "doubtful.yml"]), rules())
    rows = [(finding.rule, f"{finding.place.line}:{finding.place.column}", finding.entry,
             finding.target_span.of(finding.target) if finding.target_span else "", finding.fix)
            for finding in findings]
    expected = (CASES / "lint" / "doubtful.tsv").read_text("utf-8").splitlines()
    assert ["\t".join(row) for row in rows] == expected


def test_a_clean_glossary_has_no_findings() -> None:
    assert lint(load([CASES / "lint" / "clean.yml"]), rules()) == ()


def test_a_glossary_that_is_no_file_has_places_without_lines() -> None:
    (finding,) = lint(glossary(["- {id: a, en: 'A ', ko: 가}"]), rules(["spaces"]))
    assert (str(finding.place), finding.target, finding.target_span) == ("g.yml:3:5", "", None)


def test_what_is_shown_is_a_line_without_its_indentation(tmp_path: Path) -> None:
    path = tmp_path / "g.yml"
    path.write_text("glossary: g\nentries:\n  - id: a\n    en: 'A '\n", "utf-8")
    (finding,) = lint(load([path]), rules(["spaces"]))
    assert (finding.target, finding.target_span) == ("en: 'A '", Span(4, 8))


def test_rules_are_selected_and_ignored() -> None:
    assert [rule.name for rule in rules(["twins", "term-twice"], ["twins"])] == ["term-twice"]
    assert [rule.name for rule in rules()] == list(NAMES)
    with pytest.raises(ConfigError, match="no rule is called 'twin'; known: term-twice, "):
        rules(["twin"])

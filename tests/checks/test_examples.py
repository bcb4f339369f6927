"""The manual of a rule is true: it fires on what its docstring says, and passes the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from translate.checks.interface import Pair
from translate.checks.registry import ABOUT_INPUT, CheckRule, all_rules
from translate.checks.run import Checker, Terms
from translate.glossary.load import parse
from translate.glossary.match import Matcher
from translate.records import Place

RULES = tuple(rule for rule in all_rules() if rule not in ABOUT_INPUT)
_OPTION = re.compile(r"\[(\w+)=([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """A line of a docstring."""

    language: str
    pairs: list[tuple[str, str]]
    entry: str = ""
    """A glossary entry as YAML."""
    options: dict[str, str] = field(default_factory=dict)


def examples(rule: CheckRule, heading: str) -> list[Example]:
    """The lines below `Fires:` or `Passes:`."""
    found = re.search(rf"^{heading}:\n((?:    .*\n?)+)", rule.help, re.MULTILINE)
    return [read(line.strip()) for line in found[1].splitlines()] if found else []


def read(line: str) -> Example:
    """An example; a glossary entry ends at the last bracket before the colon that ends the context."""
    language, context, rest = split(line)
    options = dict(_OPTION.findall(context))
    entry = context[:context.rindex("}") + 1] if "}" in context else ""
    pairs = [tuple(part.strip() for part in pair.split("=>")) for pair in re.split(r" / ", rest)]
    assert all(len(pair) == 2 for pair in pairs), f"{line}: write - ko: source => translation"
    return Example(language, pairs, entry.strip(), options)  # type: ignore[arg-type]


def split(line: str) -> tuple[str, str, str]:
    """Language, context and pairs: the context ends at the first `: ` outside of its brackets."""
    depth = 0
    for at, char in enumerate(line):
        depth += (char in "{[") - (char in "}]")
        if char == ":" and not depth:
            return line[2:4], line[4:at].strip(), line[at + 1:].strip()
    raise AssertionError(f"{line}: write - ko: source => translation")


def fires(rule: CheckRule, example: Example) -> int:
    """How many findings the rule has for an example."""
    before, state = example.options.get("before", ""), example.options.get("state", "")
    sides = (example.options.get("codes", "|").split("|") + [""])[:2]
    codes = tuple(sides[0].split()), tuple(sides[1].split())
    pairs = [Pair(source, target, Place("x", number), "x", before=before, state=state, codes=codes)
             for number, (source, target) in enumerate(example.pairs, 1)]
    terms = None
    if example.entry:
        glossary = parse(f"glossary: x\nsource: en\nentries:\n  - {example.entry}\n", "x.yml")
        terms = Terms(Matcher(glossary, "en"), Matcher(glossary, example.language, source=False))
    return len(Checker((rule,), "en", example.language, terms).check(pairs).found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_a_rule(rule: CheckRule) -> None:
    firing, passing = (examples(rule, heading) for heading in ("Fires", "Passes"))
    assert firing and passing, f"{rule.name} needs examples under Fires: and Passes:"
    for example in firing:
        assert fires(rule, example), example
    for example in passing:
        assert not fires(rule, example), example


def test_rules_have_what_a_manual_needs() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules) == len({rule.name for rule in rules})
    for rule in rules:
        assert rule.level in ("error", "warning", "info")
        assert re.fullmatch(r"[GFSI]\d\d", rule.code)
        assert re.match(r"[^\n]{10,110}[.:]\n", rule.help), f"{rule.name}: begin with a sentence on one line"

"""What is doubtful in a glossary that loads: each rule in a file of its own, run over all entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from translate.errors import ConfigError
from translate.glossary.model import Glossary
from translate.glossary.places import Locator
from translate.glossary.rules.interface import Fault
from translate.records import Finding, Level

NAMES = (
    "term-twice", "avoids-itself", "never-matched", "test-fails", "not-nfc", "script", "kept-without-term",
    "avoided-elsewhere", "twins", "form-twice", "everyday-word", "no-short", "no-reading", "reading",
    "missing-language", "halfwidth", "spaces",
)
"""Every rule, errors first."""


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule, from the module of its name."""

    name: str
    level: Level
    help: str
    """The module's docstring: what, fires, passes."""
    check: Callable[[Glossary], Iterator[Fault]]


def rules(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[LintRule, ...]:
    """The rules called `select`, or all, without those called `ignore`.

    Raises:
        ConfigError: There is no such rule.
    """
    for name in (*select, *ignore):
        if name not in NAMES:
            raise ConfigError(f"no rule is called {name!r}; known: {', '.join(NAMES)}")
    return tuple(_rule(name) for name in NAMES if name in (select or NAMES) and name not in ignore)


def lint(glossary: Glossary, asked: Sequence[LintRule]) -> tuple[Finding, ...]:
    """What `asked` find, in the order of the files."""
    locator = Locator()
    findings = {_finding(rule, fault, locator): None for rule in asked for fault in rule.check(glossary)}
    return tuple(sorted(findings, key=lambda one: (one.place, one.rule, one.message)))


def _rule(name: str) -> LintRule:
    module = import_module(f"translate.glossary.rules.{name.replace('-', '_')}")
    return LintRule(name, module.LEVEL, module.__doc__ or "", module.check)


def _finding(rule: LintRule, fault: Fault, locator: Locator) -> Finding:
    spot = locator.find(fault.entry, fault.language, fault.text, again=fault.again)
    return Finding(rule.name, fault.level or rule.level, fault.message, spot.place, target=spot.line,
                   target_span=spot.span, entry=fault.entry.id, fix=fault.fix)

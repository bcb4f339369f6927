"""A rule asked about one article, written down as in its examples."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from translate.checks.interface import Pair, Unit
from translate.glossary.load import parse
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary
from translate.glossary.plan import survey
from translate.records import Flaw, Place


def flaws(rule: ModuleType, language: str, *pairs: tuple[str, str],
          entries: str = "") -> list[tuple[str, str, str]]:
    """(stretch of the translation, level, fix) of each flaw; `entries` are lines of a glossary."""
    found = []
    units = _units(language, pairs, entries)
    for index, flaw in _judged(rule, units):
        where = flaw.target.of(units[index].target) if flaw.target else ""
        found.append((where, flaw.level or rule.LEVEL, flaw.fix))
    return found


def _units(language: str, pairs: tuple[tuple[str, str], ...], entries: str) -> list[Unit]:
    lines = "\n".join(f"  - {line}" for line in entries.splitlines())
    glossary = parse(f"glossary: x\nsource: en\nentries:\n{lines}\n", "x.yml") if entries else Glossary()
    plan = survey([source for source, _ in pairs], Matcher(glossary, "en"), language)
    names = Matcher(glossary, language, source=False) if entries else None
    return [Unit(Pair(source, target, Place("x", number), "x"), ("en", language), mentions, open, names)
            for number, ((source, target), mentions, open) in
            enumerate(zip(pairs, plan.mentions, plan.unresolved), 1)]


def _judged(rule: ModuleType, units: list[Unit]) -> Iterator[tuple[int, Flaw]]:
    if hasattr(rule, "check"):
        yield from ((index, flaw) for index, unit in enumerate(units) for flaw in rule.check(unit))
    if hasattr(rule, "check_article"):
        yield from rule.check_article(units)

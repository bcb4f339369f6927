"""Faults planted by program in good translations are found, with the span on the fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from tests.checks import planting
from translate.checks import rules as package
from translate.checks.interface import Unit
from translate.records import Flaw, Span

KINDS = (
    ("ko", "other_name", 98), ("ko", "lost_number", 97), ("ko", "other_number", 98), ("ko", "lost_clause", 93),
    ("ko", "untranslated", 100), ("ko", "wrong_particle", 98), ("ko", "latin_left", 100),
    ("ko", "lost_bracket", 100), ("ko", "repeated", 100), ("ko", "second_rendering", 95),
    ("ja", "other_name", 97), ("ja", "lost_number", 87), ("ja", "other_number", 96), ("ja", "lost_clause", 98),
    ("ja", "untranslated", 100), ("ja", "latin_left", 100), ("ja", "ascii_comma", 100),
    ("ja", "lost_bracket", 100), ("ja", "repeated", 100), ("ja", "second_rendering", 100),
)
"""(language, kind, share of the planted faults that have a finding of their own on them)."""


@cache
def articles(language: str) -> planting.Articles:
    return planting.Articles(language, planting.glossary())


@cache
def modules() -> dict[str, object]:
    from importlib import import_module
    from pkgutil import iter_modules
    names = (found.name for found in iter_modules(package.__path__))
    return {name: import_module(f"{package.__name__}.{name}") for name in names}


def flaws(units: Sequence[Unit]) -> Iterator[tuple[str, int, Flaw]]:
    for name, rule in modules().items():
        for index, unit in enumerate(units):
            yield from ((name, index, flaw) for flaw in getattr(rule, "check", lambda unit: ())(unit))
        yield from ((name, *one) for one in getattr(rule, "check_article", lambda units: ())(units))


@cache
def usual(language: str) -> frozenset[tuple[str, str, int, str]]:
    """What the rules say of the references as they are."""
    return frozenset((rule, units[0].pair.article, index, flaw.message)
                     for units in articles(language).articles for rule, index, flaw in flaws(units))


def is_found(language: str, fault: planting.Planted, kind: str) -> bool:
    article = fault.units[0].pair.article
    own = [flaw for rule, index, flaw in flaws(fault.units) if index == fault.index
           and (rule, article, index, flaw.message) not in usual(language)]
    return any(kind == "lost_clause" or on_it(flaw, fault) for flaw in own)


def on_it(flaw: Flaw, fault: planting.Planted) -> bool:
    """Whether the finding touches the fault, or, where nothing is left of it, its source."""
    if flaw.target is not None:
        return touches(flaw.target, fault.target)
    return bool(flaw.source and fault.source and touches(flaw.source, fault.source))


def touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


@pytest.mark.parametrize("language, kind, share", KINDS, ids=[f"{one[0]}-{one[1]}" for one in KINDS])
def test_a_planted_fault_is_found_where_it_is(language: str, kind: str, share: float) -> None:
    planted = list(articles(language).plant(getattr(planting, kind)))
    found = sum(is_found(language, fault, kind) for fault in planted)
    assert planted and 100 * found / len(planted) >= share, f"{found} of {len(planted)}"

"""A term is an everyday word as well, and no condition says when it is meant.

Every March and every may, will or bill that begins a sentence would be taken for the term. Say what
stands beside it when it is one (`only_with`), or what rules it out (`not_before`, `not_after`).

Fires:
    - {id: march-month, en: March, ko: 3월}
    - {id: un, en: {use: us, case: ignore}, ko: 미국}
Passes:
    - {id: march-month, en: {use: March, not_before: ["on", through]}, ko: 3월}
    - {id: us, en: {use: US, case: exact}, ko: 미국}
    - {id: bush, kind: person, en: {use: George W. Bush, short: Bush}, ko: 부시}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from translate.glossary.model import TITLE, Glossary
from translate.glossary.rules.interface import Fault, Form, forms
from translate.records import Condition

LEVEL = "warning"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each English term without a condition that is listed in `everyday.txt`."""
    for form in forms(glossary):
        if form.language == "en" == form.entry.source and form.entry.kind != TITLE \
                and form.role in ("use", "also") and not form.profile \
                and form.rendering.condition == Condition() and _is_everyday(form):
            yield Fault(form.entry, f"{form.text!r} is an everyday word too; say with only_with, not_before "
                        "or not_after when it is meant", form.language, form.text)


def _is_everyday(form: Form) -> bool:
    """Whether ordinary text has the word, in a case that the term matches."""
    if form.text.isupper() and len(form.text) > 1:
        return form.rendering.case == "ignore" and form.text.lower() in _words()
    return form.text.lower() in _words()


@cache
def _words() -> frozenset[str]:
    lines = Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

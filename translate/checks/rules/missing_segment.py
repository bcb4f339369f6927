"""Every segment has a translation.

Fires:
    - ko: Three people died. =>
Passes:
    - ko: Three people died. => 세 명이 숨졌다.
    - ko: *** =>
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Span

LEVEL = "error"
CODE = "F09"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield a flaw where something is to be said and the translation is empty."""
    if unit.target and not unit.target.isspace():
        return
    if any(sign.isalnum() for sign in unit.source):
        yield Flaw("not translated: the segment has no target", source=Span(0, len(unit.source)))

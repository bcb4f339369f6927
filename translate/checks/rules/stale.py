"""The source still says what it said when it was translated.

Known for inputs that remember the source of a translation: run folders and their .xlf files.

Fires:
    - ko [before=Three people died.]: Four people died. => 세 명이 숨졌다.
Passes:
    - ko [before=Three people died.]: Three people died. => 세 명이 숨졌다.
    - ko [before=Three  people died.]: Three people died. => 세 명이 숨졌다.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Span

LEVEL = "error"
CODE = "F07"
_LONGEST = 40
"""Code points of an old text that a message shows."""


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield what has changed since."""
    before, now = unit.pair.before, unit.source
    if not before or before == now or before.split() == now.split():
        return
    start = _common(before, now)
    behind = _common(before[start:][::-1], now[start:][::-1])
    old = before[start:len(before) - behind].strip()
    said = f'it said "{old[:_LONGEST]}{"…" if len(old) > _LONGEST else ""}"' if old else "this is new"
    yield Flaw(f"the source has changed since it was translated: {said}; translate it again",
               source=Span(start, len(now) - behind))


def _common(one: str, other: str) -> int:
    """How many code points two texts begin alike."""
    for place, (left, right) in enumerate(zip(one, other)):
        if left != right:
            return place
    return min(len(one), len(other))

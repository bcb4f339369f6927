"""A surname or short form that may mean several, or nobody the article names: nothing tells which.

It is not checked then: name the person in full once, or give the glossary a title that tells them apart.

Fires:
    - ko {id: k, kind: person, en: {use: Kim Jong Un, short: Kim}, ko: 김정은}: Kim left. => 김은 떠났다.
Passes:
    - ko {id: k, kind: person, en: {use: Kim Jong Un, short: Kim}, ko: 김정은}: Kim Jong Un left. => 김정은이 떠났다.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw

LEVEL = "info"
CODE = "G05"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield what the source may mean by several names."""
    for one in unit.open:
        written = one.span.of(unit.source)
        names = " or ".join(entry.id for entry in one.entries[:3])
        yield Flaw(f"{written} may be {names}: {one.reason}; not checked", source=one.span,
                   entry=one.entries[0].id if len(one.entries) == 1 else "")

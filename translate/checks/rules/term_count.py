"""An entry is rendered as often as the source names it.

Good translations leave a repeated name out, or write it for a pronoun: this is a note for who compares.

Fires:
    - ko {id: un, en: UN, ko: 유엔}: UN staff left the UN. => 유엔 직원들이 떠났다.
Passes:
    - ko {id: un, en: UN, ko: 유엔}: UN staff left the UN. => 유엔 직원들이 유엔을 떠났다.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw

LEVEL = "info"
CODE = "G04"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each entry that is rendered, but less often than it is named."""
    if len(unit.mentions) < 2 or unit.assignment.complete:
        return
    named = Counter(mention.entry.id for mention in unit.mentions)
    for index in unit.assignment.missing:
        mention = unit.mentions[index]
        id = mention.entry.id
        rendered = sum(found is not None and one.entry.id == id
                       for one, found in zip(unit.mentions, unit.assignment.served))
        times = named.pop(id, 0)
        if rendered and times:
            yield Flaw(f"{mention.span.of(unit.source)} is named {times} times and rendered {rendered}; look "
                       "whether one is lost", source=mention.span, entry=id)

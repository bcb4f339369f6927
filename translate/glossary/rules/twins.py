"""Two entries are rendered alike in every language that both have.

They are most likely one thing under two names: one entry with both English forms is easier to keep.

Fires:
    - {id: kcna, en: KCNA, ko: 조선중앙통신, ja: 朝鮮中央通信}
    - {id: agency, en: Korean Central News Agency, ko: 조선중앙통신, ja: 朝鮮中央通信}
Passes:
    - {id: representatives, en: House of Representatives, ko: 하원, ja: 衆議院}
    - {id: us-house, en: House, ko: 하원, ja: 下院}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from translate.glossary.model import TITLE, Glossary
from translate.glossary.rules.interface import Fault, listed
from translate.records import Entry

LEVEL = "warning"
_ENOUGH = 2
"""Languages that must agree: one word of Korean often stands for two things."""


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield every entry but the first of those that agree."""
    alike: dict[tuple[tuple[str, str], ...], list[Entry]] = defaultdict(list)
    for entry in glossary.entries:
        used = tuple(sorted((language, found.use) for language, found in entry.renderings.items()
                            if language != entry.source and found.use))
        if len(used) >= _ENOUGH and entry.kind != TITLE:
            alike[used].append(entry)
    for used, entries in alike.items():
        for entry in entries[1:]:
            rendered = " and ".join(text for _, text in used)
            yield Fault(entry, f"is {rendered} as {listed(entries[:1])} is; one entry may have both names")

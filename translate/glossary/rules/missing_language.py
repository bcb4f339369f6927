"""An entry lacks a language that most entries of its glossary have.

Fires:
    - {id: seoul, en: Seoul, ko: 서울, ja: ソウル}
    - {id: busan, en: Busan, ko: 부산, ja: 釜山}
    - {id: daegu, en: Daegu, ko: 대구}
Passes:
    - {id: seoul, en: Seoul, ko: 서울, ja: ソウル}
    - {id: iphone, en: iPhone, keep: true}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault
from translate.records import Entry

LEVEL = "warning"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each entry that lacks a language of more than half of its glossary."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in glossary.entries:
        groups[entry.glossary].append(entry)
    for entries in groups.values():
        counts = Counter(language for entry in entries for language, found in entry.renderings.items()
                         if found.use)
        usual = sorted(language for language, count in counts.items() if 2 * count > len(entries))
        for entry in entries:
            lacking = [code for code in usual if code not in entry.renderings]
            if lacking and not entry.keep:
                yield Fault(entry, f"has no term in {', '.join(lacking)}, as most entries of "
                            f"{entry.glossary} have")

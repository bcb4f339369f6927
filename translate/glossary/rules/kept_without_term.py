"""An entry is never translated, but has no term in the language that is translated from.

Fires:
    - {id: iphone, ko: 아이폰, keep: true}
Passes:
    - {id: iphone, en: iPhone, keep: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault

LEVEL = "error"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each kept entry that has nothing to keep."""
    for entry in glossary.entries:
        if entry.keep and entry.source not in entry.renderings:
            yield Fault(entry, f"is kept as it is, but has no {entry.source} term; add "
                        f"'{entry.source}: TERM'")

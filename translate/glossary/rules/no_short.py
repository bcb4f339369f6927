"""A person has no short form, so that every mention has the full name.

`short` is what later mentions say: Kim, 김 위원장, 金氏. With none in any language it is but a remark: some
are always named in full.

Fires:
    - {id: ishiba, kind: person, en: {use: Shigeru Ishiba, short: Ishiba}, ko: 이시바 시게루}
    - {id: sejong, kind: person, en: Sejong the Great, ko: 세종대왕}
Passes:
    - {id: ishiba, kind: person, en: {use: Shigeru Ishiba, short: Ishiba}, ko: {use: 이시바 시게루, short: 이시바}}
    - {id: pele, kind: person, en: Pele, ko: 펠레}
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault

LEVEL = "warning"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each person with a name of several words and a language without a short form."""
    for entry in glossary.entries:
        name = entry.renderings.get(entry.source)
        if entry.kind != "person" or entry.keep or name is None or " " not in name.use:
            continue
        lacking = [language for language, found in entry.renderings.items() if found.use and not found.short]
        if lacking:
            some = any(found.short for found in entry.renderings.values())
            yield Fault(entry, f"has no short form in {', '.join(lacking)}; add 'short:' (김 위원장, 金氏)",
                        lacking[0], entry.renderings[lacking[0]].use, level=None if some else "info")

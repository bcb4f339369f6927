"""A form that is avoided is one that is wanted, or stands inside one.

A translation that has the wanted form would be found at fault. The other way round is fine: 조선중앙통신사
may be avoided where 조선중앙통신 is wanted.

Fires:
    - {id: kcna, en: KCNA, ko: {use: 조선중앙통신, avoid: [중앙통신]}}
    - {id: kcna-2, en: Kcna, ko: {use: 조선중앙통신, also: [조통], avoid: [조통]}}
Passes:
    - {id: kcna, en: KCNA, ko: {use: 조선중앙통신, avoid: [조선중앙통신사]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.glossary.model import Glossary, rendering
from translate.glossary.rules.interface import Fault
from translate.records import Entry
from translate.text.normalize import normalize

LEVEL = "error"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each avoided form that a wanted one holds, as the entry is read in each house style."""
    for entry in glossary.entries:
        found = {fault: None for profile in ("", *entry.profiles)
                 for language in entry.renderings for fault in _clashes(entry, language, profile)}
        for language, avoided, wanted in found:
            yield Fault(entry, f"{avoided!r} is avoided, and stands in {wanted!r}, which is wanted; take it "
                        "out", language, avoided)


def _clashes(entry: Entry, language: str, profile: str) -> Iterator[tuple[str, str, str]]:
    forms = rendering(entry, language, profile)
    for avoided in forms.avoid:
        plain = normalize(avoided).text
        wanted = next((form for form in (forms.use, *forms.also, forms.short, forms.first)
                       if plain in normalize(form).text), "")
        if wanted:
            yield language, avoided, wanted

"""A form that one entry wants is one that another avoids.

Where both are spoken of, a translation cannot be right for the two.

Fires:
    - {id: north-korea, en: North Korea, ko: {use: 북한, avoid: [조선]}}
    - {id: joseon, en: Joseon, ko: 조선}
Passes:
    - {id: north-korea, en: North Korea, ko: {use: 북한, avoid: [북조선]}}
    - {id: joseon, en: Joseon, ko: 조선}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import WANTED, Fault, forms, listed
from translate.records import Entry
from translate.text.normalize import normalize

LEVEL = "warning"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each form that is avoided elsewhere, within one house style."""
    avoiding: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for form in forms(glossary):
        if form.role == "avoid":
            avoiding[form.profile, form.language, normalize(form.text).text].append(form.entry)
    for form in forms(glossary):
        key = (form.profile, form.language, normalize(form.text).text)
        others = [entry for entry in avoiding.get(key, ()) if entry.id != form.entry.id]
        if form.role in WANTED and form.language != form.entry.source and others:
            yield Fault(form.entry, f"{form.text!r} is avoided by {listed(others)}; take it out there, or "
                        "choose another form here", form.language, form.text)

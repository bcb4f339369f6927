"""A reading is not in hangul, or is that of a form which the entry does not have.

Readings decide Korean particles; one that belongs to nothing was left behind by a rename.

Fires:
    - {id: un, en: [United Nations, UN], ko: 유엔, reading: {UN: U.N.}}
    - {id: nato, en: NATO, ko: 나토, reading: {NAATO: 나토}}
Passes:
    - {id: un, en: [United Nations, UN], ko: 유엔, reading: {UN: 유엔}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault, forms_of

LEVEL = "warning"
_HANGUL = re.compile("[가-힣 ]+")


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each reading that is of no use."""
    for entry in glossary.entries:
        known = [form.text.replace(" ", "") for form in forms_of(entry)]
        for written in entry.readings:
            plain = written.replace(" ", "")
            if not any(plain in form or form in plain for form in known):
                yield Fault(entry, f"has a reading for {written!r}, but no such form; delete it", "",
                            written)
        readings = [*entry.readings.values(), *(found.reading for language, found in entry.renderings.items()
                                                if language == "ko" and found.reading)]
        for spoken in dict.fromkeys(readings):
            if not _HANGUL.fullmatch(spoken):
                yield Fault(entry, f"the reading {spoken!r} is not in hangul; write how it is said", "",
                            spoken)

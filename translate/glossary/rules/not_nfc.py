"""A form is not in the composed form of Unicode (NFC).

It looks right and equals nothing that is typed: names copied from file names on a Mac are like this.

Fires:
    - {id: seoul, en: Seoul, ko: "\\u1109\\u1165\\u110b\\u116e\\u11af"}
Passes:
    - {id: seoul, en: Seoul, ko: 서울}
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault, forms

LEVEL = "error"


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each form that composing changes."""
    for form in forms(glossary):
        composed = unicodedata.normalize("NFC", form.text)
        if composed != form.text:
            yield Fault(form.entry, f"{composed!r} is not in the composed form of Unicode (NFC)",
                        form.language, form.text, composed)

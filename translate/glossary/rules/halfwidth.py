"""A form has half-width katakana, or full-width Latin letters or digits.

Both come from old keyboards and tables; newspapers write katakana full-width, letters half-width.

Fires:
    - {id: seoul, en: Seoul, ja: ｿｳﾙ}
    - {id: g7, en: G7, ja: Ｇ７}
Passes:
    - {id: seoul, en: Seoul, ja: ソウル}
    - {id: g7, en: G7, ja: {use: G7, avoid: [Ｇ７]}}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import WANTED, Fault, forms

LEVEL = "warning"
_ODD = re.compile("[･-ﾟ０-９Ａ-Ｚａ-ｚ]+")


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each wanted form with characters of the other width."""
    for form in forms(glossary):
        if form.role in WANTED and _ODD.search(form.text):
            fixed = _ODD.sub(lambda odd: unicodedata.normalize("NFKC", odd[0]), form.text)
            yield Fault(form.entry, f"{form.text!r} has characters of the wrong width", form.language,
                        form.text, fixed)

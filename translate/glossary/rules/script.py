"""A form is written in the script of another language.

Fires:
    - {id: seoul, en: Seoul, ko: ソウル, ja: 서울}
Passes:
    - {id: seoul, en: Seoul, ko: 서울, ja: ソウル}
    - {id: asahi, en: Asahi, ko: 아사히(朝日)신문, ja: 朝日新聞}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import WANTED, Fault, forms

LEVEL = "error"
_KANA, _HANGUL, _HAN = re.compile("[ぁ-ゖァ-ヺ]"), re.compile("[가-힣]"), re.compile("[一-鿿]")


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield Japanese and Chinese in Korean, and Korean in Japanese, Chinese and English."""
    for form in forms(glossary):
        if form.role not in WANTED:
            continue
        if form.language == "ko":
            chinese = _HAN.search(form.text) and not _HANGUL.search(form.text)
            foreign = bool(_KANA.search(form.text) or chinese)
        else:
            foreign = form.language in ("en", "ja", "zh") and bool(_HANGUL.search(form.text))
        if foreign:
            yield Fault(form.entry, f"{form.text!r} is not written as {form.language} is", form.language,
                        form.text)

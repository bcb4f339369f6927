"""A form has spaces at its ends, two in a row, or characters that are not seen.

The matcher looks past them, but what is written into a translation has them.

Fires:
    - {id: seoul, en: "Seoul ", ko: 서울}
    - {id: un, en: United  Nations, ko: "유엔\\u200b"}
Passes:
    - {id: un, en: United Nations, ko: 유엔}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import Fault, forms
from translate.text.normalize import INVISIBLE

LEVEL = "warning"
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SPACES = re.compile(r"\s+")


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each form that is spaced oddly."""
    for form in forms(glossary):
        fixed = _SPACES.sub(" ", _UNSEEN.sub("", form.text)).strip()
        if fixed != form.text:
            unseen = "characters that are not seen" if _UNSEEN.search(form.text) else \
                "spaces at its ends, two in a row, or odd ones"
            yield Fault(form.entry, f"{form.text!r} has {unseen}", form.language, form.text, fixed)

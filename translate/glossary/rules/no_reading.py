"""A Korean form ends in Latin letters, and nothing says how they are read.

The particle behind it hangs on that: THAAD is 사드가, letter by letter it would be 디가. A number that
ends in zero may be read 십 or 공.

Fires:
    - {id: thaad, en: THAAD, ko: THAAD}
    - {id: b-1, en: Route 100, ko: 도로 100}
Passes:
    - {id: thaad, en: THAAD, ko: THAAD, reading: 사드}
    - {id: kcna, en: KCNA, ko: {use: 조선중앙통신, first: 조선중앙통신(KCNA)}}
    - {id: f-16, en: F-16, ko: F-16}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.glossary.model import Glossary
from translate.glossary.rules.interface import WANTED, Fault, Form, forms
from translate.text.korean_latin import listed_sound
from translate.text.korean_silence import sounding_end
from translate.text.korean_syllables import Sound

LEVEL = "warning"
_OPEN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]$|[0０]$")


def check(glossary: Glossary) -> Iterator[Fault]:
    """Yield each Korean form whose end can be read in more ways than one."""
    for form in forms(glossary):
        sounding = form.text[:sounding_end(form.text)]
        if form.language == "ko" and form.role in WANTED and _OPEN.search(sounding) \
                and not _is_read(form) and listed_sound(sounding) is Sound.UNKNOWN:
            yield Fault(form.entry, f"{form.text!r} may be read in more ways than one; add for example "
                        f"'reading: {{{form.text}: ...}}' in hangul", form.language, form.text)


def _is_read(form: Form) -> bool:
    return form.text in form.entry.readings or (form.role == "use" and bool(form.rendering.reading))

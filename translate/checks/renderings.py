"""Whether a translation renders a mention in some way that a careful translator may choose.

Enforcement writes the one agreed form. A check reads what people wrote: with other spaces, a title or
a bracket inside the name, the surname alone, the short form of a country, the form of another house.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translate.checks.interface import Unit
from translate.glossary.surnames import surname
from translate.records import Entry, Mention, Rendering, Span
from translate.text import korean
from translate.text.normalize import normalize

_LOOSE = re.compile(r"[\s·・･=＝゠\-‐‑–—'’\"“”「」『』.,]+")
_NAME_ENDS = re.compile("(?![一-鿿々])|氏|総書記|委員長|首相|大統領|国家|主席|外相|外務|国防|国務|夫人|議員|会長|社長|長官|政権|家")


def squeeze(text: str) -> str:
    """`text` without spaces, joints, quotes and letter case.

    >>> squeeze("ドナルド・トランプ"), squeeze("합동 군사훈련"), squeeze("U.S.")
    ('ドナルドトランプ', '합동군사훈련', 'us')
    """
    return _LOOSE.sub("", normalize(text).text).lower()


def missing(unit: Unit) -> list[int]:
    """The mentions of `unit` that its translation renders in no way at all."""
    unserved = unit.assignment.missing
    if not unserved:
        return []
    text = squeeze(unit.target)
    avoided = {one.form for one in unit.assignment.faults}
    return [index for index in unserved
            if not avoided.intersection(unit.mentions[index].avoided)
            and not is_rendered(unit.mentions[index], unit.target, text, unit.languages[1])]


def is_rendered(mention: Mention, text: str, squeezed: str, language: str) -> bool:
    """Whether `text` (`squeezed`: without spaces and joints) has some form of the mention."""
    for form in (mention.wanted, *mention.admitted, *entry_forms(mention.entry, language)):
        if form in mention.avoided:
            continue
        loose = squeeze(form)
        if len(loose) > 1 and loose in squeezed or len(loose) == 1 and _stands(form, text, language):
            return True
    return False


def entry_forms(entry: Entry, language: str) -> tuple[str, ...]:
    """All that an entry is called in `language`, in whatever house style, and what people shorten it to."""
    stated = [entry.renderings.get(language), *(styles.get(language) for styles in entry.profiles.values())]
    return _forms(tuple(found for found in stated if found), entry.kind == "person", language)


@lru_cache(maxsize=8192)
def _forms(stated: tuple[Rendering, ...], person: bool, language: str) -> tuple[str, ...]:
    forms = [form for found in stated for form in (found.use, *found.also, found.short, found.first) if form]
    if person:
        forms += [part for found in stated for part in _parts(found, language)]
    return tuple(dict.fromkeys(forms))


def _parts(found: Rendering, language: str) -> Iterator[str]:
    """What people call a person by: the surname, the given name."""
    family = surname(found)
    for form in (found.use, *found.also):
        yield from re.split("[ ・]", form)
    if family:
        yield family
        rest = found.use.replace(family, "", 1).strip(" ・")
        if len(rest) > 1:
            yield rest
    elif language == "ko" and len(found.use) == 3:
        yield from (found.use[:1], found.use[1:])


def _stands(form: str, text: str, language: str) -> bool:
    """Whether a form of one sign stands in `text` as a word, or as what newspapers shorten it to."""
    start = text.find(form)
    while start >= 0:
        if language == "ko" and korean.stands(text, Span(start, start + 1)):
            return True
        if language != "ko" and _NAME_ENDS.match(text, start + 1):
            return True
        start = text.find(form, start + 1)
    return False

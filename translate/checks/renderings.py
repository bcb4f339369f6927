"""Whether a translation renders a mention in some way that a careful translator may choose.

Enforcement writes the one agreed form. A check reads what people wrote: with other spaces, a title or
a bracket inside the name, the surname alone, the short form of a country, the form of another house.
"""

from __future__ import annotations

import re
from functools import lru_cache

from translate.checks.interface import Unit
from translate.glossary.surnames import surname
from translate.records import Entry, Mention, Rendering, Span
from translate.text import korean
from translate.text.korean_boundaries import words
from translate.text.normalize import normalize

_LOOSE = re.compile(r"[\s·・･=＝゠\-‐‑–—'’\"“”「」『』.,]+")
_JOINTS = frozenset("・＝=")
_NAME_ENDS = re.compile("(?![一-鿿々])|氏|総書記|委員長|首相|大統領|国家|主席|外相|外務|国防|国務|夫人|議員|会長|社長|長官|政権|家")


def squeeze(text: str) -> str:
    """`text` without spaces, joints, quotes and letter case.

    >>> squeeze("ドナルド・トランプ"), squeeze("합동 군사훈련"), squeeze("U.S.")
    ('ドナルドトランプ', '합동군사훈련', 'us')
    """
    return _LOOSE.sub("", normalize(text).text).lower()


def missing(unit: Unit) -> list[int]:
    """The mentions of `unit` that its translation renders in no way at all."""
    text = squeeze(unit.target) if unit.assignment.missing else ""
    return [index for index in unserved(unit)
            if not is_rendered(unit.mentions[index], unit.target, text, unit.languages[1])]


def shared(unit: Unit) -> list[int]:
    """The mentions that only what renders another one may render too, as where a name is not repeated."""
    found = unserved(unit)
    if not found:
        return []
    free = unit.target
    for one in unit.assignment.served:
        if one:
            free = free[:one.span.start] + "\n" * len(one.span) + free[one.span.end:]
    text = squeeze(free)
    return [index for index in found
            if not is_rendered(unit.mentions[index], free, text, unit.languages[1])]


def unserved(unit: Unit) -> list[int]:
    """The mentions that nothing renders as agreed and that no avoided form stands for."""
    avoided = {one.form for one in unit.assignment.faults}
    return [index for index in unit.assignment.missing
            if not avoided.intersection(unit.mentions[index].avoided)]


def is_rendered(mention: Mention, text: str, squeezed: str, language: str) -> bool:
    """Whether `text` (`squeezed`: without spaces and joints) has some form of the mention."""
    forms = [form for form in (mention.wanted, *mention.admitted, *entry_forms(mention.entry, language))
             if form not in mention.avoided]
    if any(len(form) > 1 and squeeze(form) in squeezed for form in forms):
        return True
    if any(len(form) == 1 and _stands(form, text, language) for form in forms):
        return True
    return mention.entry.kind == "person" and any(
        _is_called(part, text, language) for part in name_parts(mention.entry, language))


def entry_forms(entry: Entry, language: str) -> tuple[str, ...]:
    """All that an entry is called in `language`, in whatever house style."""
    return _forms(_stated(entry, language))


def name_parts(entry: Entry, language: str) -> tuple[str, ...]:
    """What a person may be called by: the surname, the given name."""
    return _parts(_stated(entry, language), language)


def _stated(entry: Entry, language: str) -> tuple[Rendering, ...]:
    found = (entry.renderings.get(language), *(styles.get(language) for styles in entry.profiles.values()))
    return tuple(one for one in found if one)


@lru_cache(maxsize=8192)
def _forms(stated: tuple[Rendering, ...]) -> tuple[str, ...]:
    forms = (form for found in stated for form in (found.use, *found.also, found.short, found.first))
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=8192)
def _parts(stated: tuple[Rendering, ...], language: str) -> tuple[str, ...]:
    parts: list[str] = []
    for found in stated:
        parts += re.split("[ ・]", found.use)
        parts += (part for form in found.also if "・" in form for part in form.split("・"))
        family = surname(found) or (found.use[:1] if language == "ko" and len(found.use) == 3 else "")
        parts += (family, found.use.removeprefix(family))
    return tuple(dict.fromkeys(part for part in parts if part and part not in words("title")))


def _is_called(part: str, text: str, language: str) -> bool:
    """Whether `text` calls a person by that part of the name alone, not inside another name."""
    if language == "ko" and len(part) == 1:
        return re.search(rf"(?<![가-힣]){part} ?(?:\S+ )?(?:{_titles()})", text) is not None
    start = text.find(part)
    while start >= 0:
        around = text[start - 1:start] if start else "", text[start + len(part):start + len(part) + 1]
        if len(part) == 1:
            if _stands(part, text, language):
                return True
        elif not _JOINTS.intersection(around):
            return True
        start = text.find(part, start + 1)
    return False


@lru_cache(maxsize=1)
def _titles() -> str:
    return "|".join(sorted(map(re.escape, words("title")), key=len, reverse=True))


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

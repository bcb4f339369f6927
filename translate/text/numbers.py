"""The numbers of a text, with their values, so that two languages can be compared.

English, Korean and Japanese are read with their units, dates and numerals in words, Chinese like
Japanese; of any other language the plain digits are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from re import Match

from translate.text import numbers_english, numbers_japanese, numbers_korean
from translate.text.number import Number
from translate.text.numbers_cjk import WIDE
from translate.text.numbers_reading import Reading, in_one, scan

_Matches = Callable[[str], Iterable[Match[str]]]
_SCANS: dict[str, tuple[_Matches, dict[str, Reading]]] = {
    "en": (numbers_english.matches, numbers_english.READINGS),
    "ko": (numbers_korean.PATTERN.finditer, numbers_korean.READINGS),
    "ja": (numbers_japanese.PATTERN.finditer, numbers_japanese.READINGS),
    "zh": (numbers_japanese.PATTERN.finditer, numbers_japanese.READINGS),
}


def numbers(text: str, language: str, names: bool = False) -> tuple[Number, ...]:
    """The numbers of `text`, in order; with `names`, those inside names (Hwasong-17) too.

    Comparisons want the names: 火星17 and "Hwasong-17" excuse each other.
    """
    matches, readings = _SCANS.get(language, _SCANS["en"])
    level = text.translate(WIDE)
    found: Iterable[Number] = in_one(scan(matches(level), readings), level)
    if level != text:
        found = (replace(number, text=number.span.of(text)) for number in found)
    return tuple(number for number in found if names or number.kind != "name")

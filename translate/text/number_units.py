"""Units of measure, money and time, from `number_units.tsv`.

The table's columns: code, kind, family, factor to the family's base unit where one can be converted
to another, written forms in English, Korean and Japanese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import cast

from translate.text.number import Kind

_LANGUAGES = ("en", "ko", "ja")
_ALIKE = ({"km", "kg"}, {"GBP", "lb"}, {"%", "pp"}, {"C", "degree"}, {"km", "kmh"},
          {"mile", "mph"})
"""Units that are written alike in one of the languages: キロ, 파운드, ポイント, 時速60キロ."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the table."""

    code: str
    kind: Kind
    family: str
    """Empty for a unit that stands alone."""
    factor: Fraction | None
    """How many of the family's base unit it is."""
    forms: tuple[tuple[str, ...], ...]
    """For each language."""


@cache
def table() -> dict[str, Unit]:
    """All units by code."""
    text = files("translate.text").joinpath("number_units.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return {code: Unit(code, cast(Kind, kind), family, Fraction(factor) if factor else None,
                       tuple(tuple(filter(None, column.split("|"))) for column in forms))
            for code, kind, family, factor, *forms in rows}


@cache
def units(language: str) -> dict[str, Unit]:
    """The unit of every written form in `language`; the table's first where two share a form."""
    column = _LANGUAGES.index(language)
    forms: dict[str, Unit] = {}
    for unit in table().values():
        for form in unit.forms[column]:
            forms.setdefault(form, unit)
    return forms


@cache
def unit_pattern(language: str) -> str:
    """A pattern that matches any written form, the longest first, and words in capitals as well."""
    forms = sorted(units(language), key=len, reverse=True)
    words = [form for form in forms if len(form) > 2 and form.isascii() and form.islower()]
    others = "|".join(re.escape(form) for form in forms if form not in words)
    return rf"(?i:{'|'.join(map(re.escape, words))})|{others}" if words else others


def form_of(form: str, language: str) -> tuple[str, Kind]:
    """Code and kind of the unit that is written `form`; a plain cardinal where it is none."""
    unit = units(language).get(form) or units(language).get(form.lower())
    return (unit.code, unit.kind) if unit else ("", "cardinal")


def same_amount(value: Fraction, unit: str, other: Fraction, other_unit: str) -> bool:
    """Whether two amounts are equal; a number without a unit goes with any unit."""
    if unit == other_unit or not unit or not other_unit or {unit, other_unit} in _ALIKE:
        return value == other
    one, two = table()[unit], table()[other_unit]
    if one.family != two.family or one.factor is None or two.factor is None:
        return False
    return value * one.factor == other * two.factor

"""A number as a text states it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from translate.records import Span

Kind = Literal["cardinal", "ordinal", "percent", "money", "date", "time", "year", "score",
               "measure", "fraction", "name"]


@dataclass(frozen=True, slots=True)
class Number:
    """A value that a text states in digits or in words."""

    span: Span
    """In code points, with the unit that stands right beside it."""
    value: Fraction
    """The plain value: 20억 and "2 billion" are both 2,000,000,000; 5 for 5 %; a time of day in
    hours from midnight."""
    kind: Kind
    """`name` is a number inside a name (Hwasong-17), which no translation has to render."""
    unit: str = ""
    """A code that is the same in every language (USD, km, %, `month` and `day` of a date); empty
    for mere counters and where there is none."""
    text: str = ""
    """What stands at the span."""
    sure: bool = True
    """False where the words may count nothing or are rendered in many ways: one, both, second, 한,
    一つ."""
    half_day: bool = False
    """A time of day that does not say which half of the day it belongs to."""

"""What the scans of all languages share: from a match of a pattern to numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from translate.records import Span
from translate.text.number import Kind, Number

Reading = Callable[["re.Match[str]"], Iterator[Number]]
"""Makes numbers of a match."""
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,9}|\d{1,30})(?:\.\d{1,30})?"
"""Longer runs are no amounts, and Python refuses to read some."""
_JOINED = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
           ("minute", "second"): 60, ("hour", "second"): 3600,
           ("JPY", "sen"): 100}
_BETWEEN = re.compile(r"(?P<comma>,)?\s?(?:and\s)?")


def scan(matches: Iterable[re.Match[str]], readings: Mapping[str, Reading]) -> Iterator[Number]:
    """Every number in `matches`: each is read by the reading of its outermost named group."""
    for found in matches:
        yield from readings[found.lastgroup or ""](found)


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds, for who knows where alone a match may start."""
    done = 0
    for start in starts:
        found = pattern.match(text, start) if start >= done else None
        if found:
            done = found.end()
            yield found


def number(found: re.Match[str], group: str | int, value: Fraction | int, kind: Kind,
           unit: str = "", sure: bool = True, half_day: bool = False) -> Number:
    """A number that stands at `group` of the match."""
    return at(found.string, Span(*found.span(group)), value, kind, unit, sure, half_day)


def at(text: str, span: Span, value: Fraction | int, kind: Kind, unit: str = "",
       sure: bool = True, half_day: bool = False) -> Number:
    """A number that stands at `span` of `text`."""
    exact = value if isinstance(value, Fraction) else Fraction(value)
    return Number(span, exact, kind, unit, span.of(text), sure, half_day)


def skip(found: re.Match[str]) -> Iterator[Number]:
    """What holds digits but no number: an address, a version; or numerals that count nothing."""
    yield from ()


def inside(found: re.Match[str]) -> Iterator[Number]:
    """The numbers in a name."""
    for digits in re.finditer(r"\d{1,30}(?:\.\d{1,30})?", found[0]):
        start, end = digits.span()
        yield Number(Span(found.start() + start, found.start() + end), Fraction(digits[0]), "name",
                     "", digits[0], False)


def date(found: re.Match[str]) -> Iterator[Number]:
    """Year, month and day of a date in digits."""
    yield number(found, "y", int(found["y"]), "year")
    yield number(found, "m", int(found["m"]), "date", "month")
    yield number(found, "d", int(found["d"]), "date", "day")


def ratio(found: re.Match[str]) -> Iterator[Number]:
    """3/4 and 1 1/2."""
    if int(found["below"]):
        value = int(found["whole"] or 0) + Fraction(int(found["above"]), int(found["below"]))
        yield number(found, 0, value, "fraction")


def in_one(numbers: Iterable[Number], text: str) -> Iterator[Number]:
    """`numbers` with two that make one measure put together: seven years and six months."""
    waiting: Number | None = None
    for following in numbers:
        if waiting and _joins(waiting, following, text):
            waiting = _joined(waiting, following, text)
            continue
        if waiting:
            yield waiting
        waiting = following
    if waiting:
        yield waiting


def _joins(one: Number, other: Number, text: str) -> bool:
    pair = one.unit, other.unit
    if pair not in _JOINED or one.kind != other.kind or other.value >= _JOINED[pair]:
        return False
    between = _BETWEEN.fullmatch(text, one.span.end, other.span.start)
    return between is not None and not (between["comma"] and one.unit == "year")


def _joined(one: Number, other: Number, text: str) -> Number:
    span = Span(one.span.start, other.span.end)
    value = one.value + other.value / _JOINED[one.unit, other.unit]
    return Number(span, value, one.kind, one.unit, span.of(text), one.sure and other.sure)

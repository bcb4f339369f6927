"""Numbers as Korean and Japanese write them: digits with large units, then a counter or unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from translate.text.number import Kind, Number
from translate.text.number_units import form_of
from translate.text.numbers_reading import DIGITS, Reading, date, inside, number, ratio, skip

_UNITS = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12,
          "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12}
_READ = {char: value for numerals in ("〇一二三四五六七八九", "영일이삼사오육칠팔구")
         for value, char in enumerate(numerals)}
_SCORED = re.compile(r"(?<!\d)\d{1,3}(?:[-–―]|\s?대\s?|対)\Z")
_SHORT_YEARS = re.compile(r"(?<![\d和成正治])\d{1,2}年\Z")
_HALF = Fraction(1, 2)
_TOKEN = re.compile(rf"{DIGITS}|\S")
WIDE = str.maketrans("０１２３４５６７８９．，％：／－＄￥", "0123456789.,%:/-$¥")
"""Full-width signs become plain ones, one by one: places stay."""
SKIP = r"""(?P<skip> https?://\S+ | www\.\S+ | (?<!\S)\S{1,64}@\S+
    | (?<!\d)\d+(?:\.\d+){3,} | (?<!\d)\d{31,} )"""
COMMON = r"""
    (?P<date> (?P<y> (?:19|20)\d\d)[./-]\s?(?P<m> \d{1,2})[./-]\s?(?P<d> \d{1,2})\b(?:\.(?!\d))? )
  | (?P<ratio> (?<![\d/.])(?P<whole> \d{1,9}\s)?
        (?P<above> \d{1,2})/(?P<below> \d{1,2})(?![\d/]) )"""
"""Forms that both languages write alike."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What differs between the two languages."""

    code: str
    afternoon: tuple[str, ...]
    """Words before an hour that put it behind noon."""
    night: tuple[str, ...]
    """Words that go with the hours up to midnight and the first ones of the day."""
    morning: tuple[str, ...]
    about: str
    """Letters between a number and its unit (10여 명)."""
    day: str
    """The sign for days of the month."""
    ordinal: re.Pattern[str]
    """What follows an ordinal."""
    score: re.Pattern[str]
    """What follows the first number of a score."""
    uncounted: re.Pattern[str]
    """What follows a number that counts nothing: 14世."""
    loose: Mapping[str, tuple[Fraction | int, str]]
    """Words that hold a number, with value and unit."""


def amount(small: str, large: str, gap: str) -> str:
    """A pattern for digits with units, of which `small` go up to a thousand.

    `gap` may stand before a unit, and a space behind a large one when what follows is long enough
    to belong to it.
    """
    group = rf"{DIGITS}(?:{gap}[{small}]\d{{0,4}})*"
    more = (rf"(?:\s?(?=\d{{3,4}}(?![\d,.년年])|[\d,]+{gap}[{small}{large}]){group}"
            r"|\d{1,2}(?![\d,.년年월月일日]))?")
    return (rf"{group}(?:{gap}[{large}]{more})*"
            rf"|[{small}]{{1,2}}[{large}]|(?<![가-힣一-鿿])[{small}{large}](?=\s[가-힣])")


def beginnings(*words: str) -> str:
    """A look at the first sign of what a scan looks for: digits, Latin letters and `words`, each
    a list parted by bars."""
    first = {word.strip()[0] for group in words for word in group.split("|")}
    return rf"(?=[\dA-Za-z$¥€£‑–\-{''.join(sorted(first))}])"


def value(text: str) -> Fraction:
    """The value of digits and units, or of numerals in words."""
    if text.isdecimal() and text.isascii():
        return Fraction(int(text))
    total: Fraction | int = 0
    group: Fraction | int = 0
    current: Fraction | int = 0
    read = False
    for token in _TOKEN.findall(text):
        unit = _UNITS.get(token)
        if unit is None:
            digit = _READ.get(token)
            current = _plain(token) if digit is None else current * 10 + digit
            read = True
        elif unit < 10**4:
            group, current, read = group + (current if read else 1) * unit, 0, False
        else:
            group += current if read or group else 1
            total, group, current, read = total + group * unit, 0, 0, False
    return Fraction(total + group + current)


def _plain(digits: str) -> Fraction | int:
    """Whole numbers as such: fractions are slow."""
    digits = digits.replace(",", "")
    return Fraction(digits) if "." in digits else int(digits)


def readings(facts: Facts) -> dict[str, Reading]:
    """The readings of the groups that the patterns of both languages name alike."""
    own = {name: partial(read, facts) for name, read in (
        ("time", _time), ("amount", _amount), ("loose", _loose))}
    return {"skip": skip, "inside": inside, "date": date, "ratio": ratio, "part": _part,
            "month": _month, "quarter": _quarter, "decade": _decade, **own}


def _time(facts: Facts, found: re.Match[str]) -> Iterator[Number]:
    hour = Fraction(found["hour"] or found["hour2"])
    hour += Fraction(int(found["minute"] or found["minute2"] or 0), 60)
    hour += Fraction(bool(found["mid"]), 2)
    half = found["half"]
    if hour < 12 and (half in facts.afternoon or (half in facts.night and hour > 4)):
        hour += 12
    elif half in facts.morning and hour >= 12:
        hour -= 12
    told = hour >= 13 or half in (*facts.afternoon, *facts.night, *facts.morning)
    yield number(found, 0, hour, "time", half_day=not told)


def _part(found: re.Match[str]) -> Iterator[Number]:
    below = value(found["below2"])
    if below:
        yield number(found, 0, value(found["above2"]) / below, "fraction")
        yield number(found, "below2", below, "cardinal", sure=False)
        yield number(found, "above2", value(found["above2"]), "cardinal", sure=False)


def _month(found: re.Match[str]) -> Iterator[Number]:
    """A month of the year, or of a term: 懲役3年6月."""
    before = found.string[max(0, found.start() - 4):found.start()]
    kind: Kind = "measure" if _SHORT_YEARS.search(before) else "date"
    first = int(found["mdigits"])
    yield number(found, 0, first, kind, "month")
    for between in range(first + 1, int(found["mlast"] or 0)):
        yield number(found, 0, between, kind, "month", sure=False)


def _quarter(found: re.Match[str]) -> Iterator[Number]:
    """A quarter of the year, whose months the other text may name."""
    order = int(found["order"])
    yield number(found, 0, order, "ordinal", sure=False)
    for month in range(3 * order - 2, 3 * order + 1):
        yield number(found, 0, month, "date", "month", sure=False)


def _decade(found: re.Match[str]) -> Iterator[Number]:
    if found["years"]:
        yield number(found, 0, int(found["years"]), "year")
    else:
        yield number(found, 0, int(found["ages"]), "cardinal", sure=found["ages"] != "10")


def _amount(facts: Facts, found: re.Match[str]) -> Iterator[Number]:
    digits = found["digits"]
    form = (found["unit"] or "").lstrip(facts.about)
    unit, kind = form_of(form, facts.code)
    total = value(digits) + _HALF if found["more"] else value(digits)
    if unit == "year" and digits.isdigit() and len(digits) == 4:
        kind, unit = "year", ""
    elif form == facts.day and digits.isdigit() and total <= 31:
        kind = "date"
    elif not form:
        kind = _kind(facts, found)
    sure = digits[0].isdigit() and not facts.uncounted.match(found.string, found.end())
    yield number(found, 0, total, kind, unit, sure)


def _kind(facts: Facts, found: re.Match[str]) -> Kind:
    before = found.string[max(0, found.start() - 6):found.start()]
    if before.endswith(("제", "第")) or facts.ordinal.match(found.string, found.end()):
        return "ordinal"
    scored = _SCORED.search(before) or facts.score.match(found.string, found.end())
    return "score" if scored else "cardinal"


def _loose(facts: Facts, found: re.Match[str]) -> Iterator[Number]:
    total, unit = facts.loose[found[0]]
    if unit == "time":
        yield number(found, 0, total, "time", sure=False)
    else:
        yield number(found, 0, total, "measure" if unit else "cardinal", unit, sure=False)

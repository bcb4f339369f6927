"""Numbers in English text: digits with scale and unit, dates, times, decades, number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from translate.records import Span
from translate.text import numbers_english_words as words
from translate.text.number import Kind, Number
from translate.text.number_units import form_of, table, unit_pattern
from translate.text.numbers_reading import DIGITS, Reading, at, inside, matches_at, number, ratio, skip

_MONTHS = {name: place for place, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₽": "RUB",
          "₹": "INR"}
_SCALES = {**words.SCALES, "k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9,
           "tn": 10**12}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SIGN = "(?:US|A|C|S|NZ|HK|NT|R)?[$€£¥₩₽₹]"
_SCALE = rf"(?:[\s-]?(?i:{'|'.join(words.SCALES)})(?:th)?|(?<=\d)(?:k|mn|bn|tn))\b"
_MONTHS_IN_FULL = ("January|February|March|April|May|June|July|August|September|October|November"
                   "|December")
_MONTH = rf"(?:{_MONTHS_IN_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_CHANCE = r"[\s-](?:in|out\sof)(?:\severy)?[\s-]"
_NO_CHANCE = (r"(?!,?\d|\s(?:million|billion|percent|(?:decade|year|month|day|week|hour|minute)s?)"
              r"\b)")
_UNIT = rf"(?:[\s-]?(?:U\.?S\.?\s|American\s|full\s)?(?:{unit_pattern('en')})(?![\w%]))"
PATTERN = re.compile(rf"""
    (?: \b(?=\d) | (?=[$€£¥₩₽₹'’]) ) (?:
        (?P<skip> \b\d+(?:\.\d+){{2,}} | \b\d{{31,}} | \b24/7\b )
      | (?P<name> \b9/11\b | \b7-Eleven )
      | (?P<date> \b(?P<day> \d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month> {_MONTH})
            (?:,?\s(?P<year> \d{{4}})\b)? )
      | (?P<time> \b(?P<hour> \d{{1,2}})(?:[:.](?P<minute> \d\d))?\s?(?P<half> [ap])\.?m\b\.?
          | \b(?P<hour2> \d{{1,2}}):(?P<minute2> \d\d)(?![\d:]) )
      | (?P<decade> \b(?:1[5-9]|20)\d0s\b | ['’]\d0s\b | \b[1-9]0s\b )
      | (?P<ratio> (?<![/.])\b(?P<whole> \d{{1,9}}\s)?
            (?P<above> \d{{1,2}})/(?P<below> \d{{1,2}})(?![\d/]) )
      | (?P<ordinal> \b(?P<rank> \d[\d,]{{0,20}})(?:st|nd|rd|th)\b )
      | (?P<chance> \b(?P<few> \d{{1,9}}){_CHANCE}(?P<many> {DIGITS}|(?i:{words.RUN})){_NO_CHANCE} )
      | (?P<range> (?P<sign1> {_SIGN})?(?P<low> \b{DIGITS})\s?(?:-|–|to|or|and)\s?
            (?P<sign2> {_SIGN})?(?P<high> {DIGITS})(?P<scales> {_SCALE})(?P<units> {_UNIT})? )
      | (?P<amount> (?:(?P<sign> {_SIGN})\s?)?(?<![\w.])(?P<digits> {DIGITS})
            (?P<scale> {_SCALE}|(?(sign)[mb]\b|(?!)))?(?P<more> \sand\sa\shalf\b)?
            (?P<unit> {_UNIT})?(?![A-Za-z\d]) )
      | (?P<model> \b\d+[A-Za-z][\w-]* ) )
  | \b(?=[A-Za-z]) (?: (?:
        (?P<address> https?://\S+ | www\.\S+ | (?<!\S)\S{{1,64}}@\S+ | v\d+(?:\.\d+)+ )
      | (?P<money> (?P<sign3> {_SIGN})\s?(?P<digits3> {DIGITS})(?P<scale3> {_SCALE}|[mb]\b)? )
      | (?P<inside> (?!(?:Mid|Pre|Post|Early|Late|Top|Under|Over|Sub|Non|Age|Number)-)
            [A-Z][\w.]{{0,32}}(?:[-‑–][A-Z]\w{{0,32}}){{0,3}}[-‑–]\d[\w-]*
          | [A-Za-z]{{1,32}}\d[\w.-]*\b ) )
      | (?: (?P<index> (?:Nikkei|FTSE|CSI|S&P)\s\d+ )
      | (?P<date2> (?P<month2> {_MONTH})\s(?P<day2> \d{{1,2}})(?:st|nd|rd|th)?
            (?![\d:%]|[,.]\d|\s(?:million|percent|billion))
            (?:\s?(?:-|–|to|and|or)\s?(?P<until> \d{{1,2}})(?![\d:%]|[,.-]\d|\s?[ap]\.?m))?
            (?:,?\s(?P<year2> \d{{4}})\b)?
          | (?P<month3> (?:{_MONTHS_IN_FULL})\b|{_MONTH}(?<=\.))(?:,?\s(?P<year3> \d{{4}})\b)?
            (?![A-Za-z]) )
      | (?P<noon> noon|midday|midnight )\b
      | (?P<chance2> (?P<few2> (?i:{words.PLAIN})){_CHANCE}(?P<many2> {DIGITS}|(?i:{words.RUN}))
            {_NO_CHANCE} )
      | (?P<loose> (?i:{words.LOOSE_PATTERN})\b )
      | (?P<quarter> (?P<which> (?i:first|second|third|fourth|final|last))[\s-]quarter\b )
      | (?P<part> (?i:{words.FRACTION})(?!-) )
      | (?P<words> (?P<run> (?i:{words.RUN}))(?P<wmore> [\s-]and[\s-]a[\s-]half\b)?
            (?P<wunit> {_UNIT})? )
      | (?P<roman> (?<=[a-z]\s)(?:II|III|IV|VI{{0,3}}|IX|XI{{0,3}}|XI?V|XVI{{0,3}})\b(?!-) ) ) )
    """, re.VERBOSE)
_SIGNED = r"\b\d|[$€£¥₩₽₹](?=\s?\d)|['’](?=\d)"
_BEFORE_UNIT = re.compile(r"\A[\s-]?(?:U\.?S\.?\s|American\s|full\s)?")
_START = re.compile(rf"{_SIGNED}|\b(?=[A-Za-z])(?:S&P|[aA]n?\s(?=(?i:{words.AFTER_A}))|{words.BEGINNINGS})")
_WORD_OR_SIGN = re.compile(rf"{_SIGNED}|\b[A-Za-z]")
_JOINED = re.compile(r"[A-Za-z]\.?(?:\d|[‑–-]\d|[$€£¥₩₽₹]\s?\d)|@|://|www\.")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|by|from|last|next|this|that|early|late|mid|of|through|between|and|every|"
    r"each|following|both|as|during|before|after|to|for|till|a|the)[\s-]\Z", re.IGNORECASE)
_FOR_SURE = re.compile(r"\b(?:in|since|until|early|late|mid|last|next)[\s-]\Z", re.IGNORECASE)
"""Behind these May and March are months."""
_COUNTED = rf"(?!\s(?:people|{unit_pattern('en')}))"
_SCORE_AFTER = re.compile(rf"[-–]\d{{1,3}}(?![\d–-]){_COUNTED}")
_NOT_COUNTED = re.compile(_COUNTED)
_SCORE_BEFORE = re.compile(r"(?<![\d–-])\d{1,3}[-–]\Z")


def matches(text: str) -> Iterator[re.Match[str]]:
    """What may be numbers in `text`.

    Most words begin none, and `PATTERN` is slow to find that out: it is asked where a number may start,
    and at every word only where digits are joined to letters.
    """
    start = _WORD_OR_SIGN if _JOINED.search(text) else _START
    return matches_at(PATTERN, text, (found.start() for found in start.finditer(text)))


def _date(found: re.Match[str]) -> Iterator[Number]:
    for name in ("day", "month", "year", "month2", "day2", "until", "year2", "month3", "year3"):
        if found[name]:
            yield from _date_part(found, name)


def _date_part(found: re.Match[str], name: str) -> Iterator[Number]:
    if name.startswith("month"):
        before = found.string[max(0, found.start() - 12):found.start()]
        doubtful = found[0] in ("March", "May")
        if not doubtful or _BEFORE_MONTH.search(before):
            month = _MONTHS[found[name][:3].lower()]
            sure = bool(_FOR_SURE.search(before)) if doubtful else not _is_cut(found, name)
            yield number(found, name, month, "date", "month", sure)
    elif name.startswith("year"):
        yield number(found, name, int(found[name]), "year")
    else:
        yield number(found, name, int(found[name]), "date", "day")


def _is_cut(found: re.Match[str], name: str) -> bool:
    """Whether a text ends in the middle of a date: `on Oct.`, which a bad split leaves."""
    return found[name].endswith(".") and found.string.endswith(found[name])


def _noon(found: re.Match[str]) -> Iterator[Number]:
    yield number(found, 0, 0 if found[0] == "midnight" else 12, "time", sure=False)


def _time(found: re.Match[str]) -> Iterator[Number]:
    hour = Fraction(found["hour"] or found["hour2"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    hour += Fraction(int(found["minute"] or found["minute2"] or 0), 60)
    yield number(found, 0, hour, "time", half_day=not found["half"] and hour < 13)


def _decade(found: re.Match[str]) -> Iterator[Number]:
    value = int(found[0].strip("'’s"))
    ages = value < 100 and found[0][0].isdigit()
    yield number(found, 0, value, "cardinal" if ages else "year")


def _ordinal(found: re.Match[str]) -> Iterator[Number]:
    yield number(found, 0, _value(found["rank"]), "ordinal")


def _chance(found: re.Match[str]) -> Iterator[Number]:
    """Four in five: as a fraction, a percentage or two numbers."""
    one, all_ = ("few", "many") if found["few"] else ("few2", "many2")
    few, many = _any_value(found[one]), _any_value(found[all_])
    yield number(found, one, few, "cardinal", sure=False)
    if 0 < few < many:
        yield number(found, 0, few / many, "fraction", sure=False)
    yield number(found, all_, many, "cardinal", sure=False)


def _range(found: re.Match[str]) -> Iterator[Number]:
    sign = found["sign1"] or found["sign2"]
    unit, kind = _unit(found["units"], sign)
    scale = _scale(found["scales"])
    yield number(found, "low", _value(found["low"]) * scale, kind, unit)
    yield number(found, "high", _value(found["high"]) * scale, kind, unit)


def _amount(found: re.Match[str]) -> Iterator[Number]:
    digits, sign = found["digits"], found["sign"]
    value = _value(digits)
    if found["scale"]:
        value *= _scale(found["scale"])
    if found["more"]:
        value += Fraction(1, 2)
    unit, kind = _unit(found["unit"], sign)
    if found[0] == digits and digits.isdigit():
        kind = _plain_kind(found, int(digits))
    yield number(found, 0, value, kind, unit)


def _money(found: re.Match[str]) -> Iterator[Number]:
    value = _value(found["digits3"]) * _scale(found["scale3"])
    yield number(found, 0, value, "money", _SIGNS.get(found["sign3"], ""))


def _plain_kind(found: re.Match[str], value: int) -> Kind:
    if len(found[0]) == 4 and 1500 <= value < 2100:
        return "year"
    before = found.string[max(0, found.start() - 5):found.start()]
    after = _SCORE_BEFORE.search(before) and _NOT_COUNTED.match(found.string, found.end())
    return "score" if after or _SCORE_AFTER.match(found.string, found.end()) else "cardinal"


def _part(found: re.Match[str]) -> Iterator[Number]:
    value = words.fraction(found[0])
    sure = value < Fraction(1, 2) and found.string.startswith(" of", found.end())
    yield number(found, 0, value, "fraction", sure=sure)


def _words(found: re.Match[str]) -> Iterator[Number]:
    *earlier, last = words.parse(found["run"])
    for start, end, value, ordinal in earlier:
        span = Span(found.start() + start, found.start() + end)
        yield at(found.string, span, value, "ordinal" if ordinal else "cardinal", "", value > 2)
    start, _, value, ordinal = last
    unit, kind = _unit(found["wunit"])
    if not unit and found["run"].lower().endswith("dozen"):
        unit = "dozen"
    if found["wmore"]:
        value += Fraction(1, 2)
    sure = value > (3 if ordinal else 1 if unit else 2) and "dozen" not in found["run"].lower()
    yield at(found.string, Span(found.start() + start, found.end()), value,
             "ordinal" if ordinal else kind, unit, sure)


def _loose(found: re.Match[str]) -> Iterator[Number]:
    value, unit = words.LOOSE[found[0].lower()]
    yield number(found, 0, value, table()[unit].kind if unit else "cardinal", unit, sure=False)


def _quarter(found: re.Match[str]) -> Iterator[Number]:
    """The first quarter is 1분기, 第1四半期 or 1～3月."""
    order = _QUARTERS[found["which"].lower()]
    yield number(found, "which", order, "ordinal", sure=False)
    yield number(found, 0, 3 * order - 2, "date", "month", sure=False)
    yield number(found, 0, 3 * order, "date", "month", sure=False)


def _roman(found: re.Match[str]) -> Iterator[Number]:
    values = [_ROMAN[letter] for letter in found[0]]
    signed = [-one if one < two else one for one, two in zip(values, (*values[1:], 0))]
    yield number(found, 0, sum(signed), "ordinal", sure=False)


def _value(digits: str) -> Fraction:
    digits = digits.replace(",", "")
    return Fraction(digits) if "." in digits else Fraction(int(digits))


def _any_value(text: str) -> Fraction:
    return _value(text) if text[0].isdigit() else next(words.parse(text))[2]


def _scale(form: str | None) -> int:
    return _SCALES[form.strip("- \n\u00a0").lower().removesuffix("th")] if form else 1


def _unit(form: str | None, sign: str | None = None) -> tuple[str, Kind]:
    """Code and kind of a unit as it stands in the text, or of a currency sign."""
    if sign:
        return _SIGNS.get(sign, ""), "money"
    return form_of(_BEFORE_UNIT.sub("", form), "en") if form else ("", "cardinal")


READINGS: dict[str, Reading] = {
    "skip": skip, "address": skip, "name": inside, "inside": inside, "model": inside,
    "index": inside, "date": _date, "date2": _date, "noon": _noon, "time": _time,
    "decade": _decade, "ratio": ratio, "ordinal": _ordinal, "chance": _chance, "chance2": _chance,
    "range": _range, "amount": _amount, "money": _money, "loose": _loose, "quarter": _quarter,
    "part": _part, "words": _words, "roman": _roman,
}

"""Numbers that English writes in words: twenty-one, half a million, two-thirds, third, twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

_UNITS = dict(zip(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen".split(), range(1, 20)))
_TENS = dict(zip(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10)))
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
          "trillion": 10**12, "dozen": 12}
_ORDINALS = dict(zip(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(), range(1, 20)))
_ORDINALS |= {tens[:-1] + "ieth": value for tens, value in _TENS.items()} | {"hundredth": 100}
_WORDS = {**_UNITS, **_TENS, **_ORDINALS}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "halves": 2}
_PARTS |= {part + "s": value for part, value in _PARTS.items() if not part.startswith("hal")}
_LOOSE_GROUPS = (
    ("0", "", "zero"), ("1", "", "once single sole lone"),
    ("2", "", "twice both pair couple double doubled doubling doubles duo twin twins bilateral "
              "runner-up"),
    ("3", "", "thrice triple tripled trio trilateral three-way"),
    ("4", "", "quadruple quadrupled quartet semifinal semifinals"),
    ("8", "", "quarterfinal quarterfinals"),
    ("10", "", "teen teens teenager teenagers teenage"),
    ("1/2", "year", "half-year"), ("3/2", "year", "year_and_a_half"), ("10", "year", "decade"),
    ("25", "year", "quarter-century"), ("50", "year", "half-century half_a_century"),
    ("100", "year", "century centenary centennial"), ("2", "week", "fortnight"),
    ("24", "hour", "around_the_clock round-the-clock"),
    ("30", "minute", "half_an_hour half-hour half_hour"),
    ("15", "minute", "a_quarter_of_an_hour quarter_of_an_hour quarter-hour"),
    ("1/4", "pp", "quarter-point quarter_point quarter_percentage_point"),
    ("1/2", "pp", "half-point half_point half_percentage_point"),
)
LOOSE = {word.replace("_", " "): (Fraction(value), unit)
         for value, unit, words in _LOOSE_GROUPS for word in words.split()}
LOOSE |= {f"{word}fold": (Fraction(value), "") for word, value in {**_UNITS, **_TENS}.items()}
LOOSE |= {f"{word[:-1]}ies": (Fraction(value), "") for word, value in _TENS.items()}
"""Words that may be rendered with a number, with its value and unit."""


def _any(*words: str) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


LOOSE_PATTERN = _any(*LOOSE).replace(" ", r"\s")
PLAIN, _SCALE, _PART = _any(*_UNITS, *_TENS), _any(*SCALES), _any(*_PARTS)
_PLURAL_PART = _any(*(part for part in _PARTS if part.endswith("s")))
_AFTER_PART = (
    r"(?=\s*[.,;:)]|\s*\Z|\s(?:of|in|from|since|more|less|fewer|higher|lower|to|below|above|as|is|"
    r"are|was|were|and|or|than|on|this|last|after|by|when|while|with|a|an|its|their|the)\b)")
FRACTION = (rf"half(?!\s(?:an?\s)?(?:{_SCALE}))\b|(?:an?|{PLAIN})[\s-](?:{_PART}){_AFTER_PART}"
            rf"|(?:{PLAIN})(?:-(?:{_PART})|\s(?:{_PLURAL_PART}))\b")
RUN = (rf"(?:(?:half\s)?an?\s(?:{_SCALE})|(?:{PLAIN}))\b"
       rf"(?:[\s-](?:and\s)?(?:{_any(*_WORDS)}|{_SCALE})\b){{0,12}}|(?:{_any(*_ORDINALS)})\b")
"""A run of number words; `parse` cuts it where two numbers stand side by side."""
_OTHERS = """jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august
    september october november december noon midday midnight last final nikkei ftse csi ii iii iv v vi
    vii viii ix x xi xii xiii xiv xv xvi xvii xviii"""
_TOKEN = re.compile(r"[A-Za-z]+")
AFTER_A = _any(*SCALES, *_PARTS)


def _beginnings(words: Iterable[str]) -> str:
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(re.escape(word[1:]))
    return "|".join(f"[{first}{first.upper()}](?i:{_any(*rests[first])})\\b" for first in sorted(rests))


BEGINNINGS = _beginnings({found[0] for word in (*_WORDS, *SCALES, *_PARTS, *LOOSE, *_OTHERS.split())
                          if (found := _TOKEN.match(word))})
"""A pattern for the first words of whatever a scan looks for among the words, by their first letters."""


def fraction(text: str) -> Fraction:
    """The value of what `FRACTION` matched."""
    *above, below = _TOKEN.findall(text.lower())
    return Fraction(_WORDS.get(above[0], 1) if above else 1, _PARTS[below])


def parse(run: str) -> Iterator[tuple[int, int, Fraction, bool]]:
    """(start, end, value, ordinal) of each number in what `RUN` matched."""
    group: list[re.Match[str]] = []
    for token in _TOKEN.finditer(run):
        if group and not _continues(group[-1][0].lower(), token[0].lower()):
            yield _read(group)
            group = []
        if group or token[0].lower() != "and":
            group.append(token)
    yield _read(group)


def _continues(word: str, following: str) -> bool:
    """Whether two number words can stand side by side in one number."""
    if following == "and":
        return word in SCALES
    if following in SCALES or word in ("half", "a", "an", "and") or following in ("a", "an"):
        return word not in _ORDINALS
    if word in SCALES:
        return SCALES[word] != 12 and (SCALES[word] > 100 or _WORDS[following] < 100)
    return word in _TENS and _WORDS[following] < 10


def _read(group: list[re.Match[str]]) -> tuple[int, int, Fraction, bool]:
    total, current, word = Fraction(0), Fraction(0), ""
    for token in group:
        word = token[0].lower()
        if word == "half":
            current = Fraction(1, 2)
        elif word in SCALES:
            current = (current or Fraction(1)) * SCALES[word]
            if SCALES[word] >= 10**3:
                total, current = total + current, Fraction(0)
        else:
            current += _WORDS.get(word, 0)
    return group[0].start(), group[-1].end(), total + current, word in _ORDINALS

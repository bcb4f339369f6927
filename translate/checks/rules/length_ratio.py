"""The translation is about as long as good translations of such a source are.

The length to expect is that of human-quality news translations: by letters, words and digits of the source
(the, of and to add little), a kanji counting for more than a kana, a headline shorter. What is far too short
is an error, what is rather short a warning, and sooner one where numbers or names of the source are missing
too: something was left out. Known between English and Korean or Japanese; for other languages only what is
five times as long as it should be, or a fifth, is told.

Fires:
    - ko: North Korea fired a missile from Pyongyang on Monday, the military said. => 밝혔다.
    - ja: He left. => 彼はその日の朝早くに車で空港に向かい、そこから飛行機に乗って国を出たと伝えられている。
Passes:
    - ko: Three people died in the fire. => 화재로 세 명이 숨졌다.
    - ja: North Korea Shows Off Uranium Enrichment Plant for First Time => 北朝鮮、ウラン濃縮施設を初公開
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Level, Span
from translate.text.lengths import stray
from translate.text.number_matching import differences

LEVEL = "warning"
CODE = "F06"
_FAR_SHORT = -2.8
"""In deviations, as the figures below; of human translations 2 in 1,000 are shorter."""
_SHORT = {"ko": -1.2, "ja": -1.5}
"""By the language beside English."""
_SHORT_AND_LOST = -0.7
_LONG = 4.5
_LETTERS = 40
"""Texts of languages that nothing is known of are compared from here on."""
_TIMES = 5


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield a flaw for a translation that is too short or far too long, with what it seems to lack."""
    if not unit.target.strip() or not any(map(str.isalpha, unit.source)):
        return
    far = stray(unit.source, unit.target, unit.languages)
    if far is None:
        yield from _crude(unit)
    elif far > _LONG:
        yield Flaw("far longer than translations of such a source are: is something added?",
                   Span(0, len(unit.target)))
    elif far < _SHORT_AND_LOST:
        yield from _short(unit, far)


def _short(unit: Unit, far: float) -> Iterator[Flaw]:
    lost = _lost(unit)
    other = unit.languages[unit.languages[0] == "en"]
    if far >= _SHORT[other] and not lost:
        return
    level: Level | None = "error" if far < _FAR_SHORT else None
    span = Span(min(lost).start, max(lost).end) if lost else Span(0, len(unit.source))
    told = f', and "{span.of(unit.source)[:60]}" is not in it' if lost else ""
    yield Flaw(f"shorter than translations of such a source are{told}: is something left out?",
               Span(0, len(unit.target)), span, level)


def _lost(unit: Unit) -> list[Span]:
    """Where the source says something that can be told to be missing: names and numbers."""
    names = [unit.mentions[index].span for index in unit.assignment.missing]
    numbers = differences(unit.source_numbers, unit.target_numbers).missing
    return [*names, *(number.span for number in numbers)]


def _crude(unit: Unit) -> Iterator[Flaw]:
    source, target = (sum(map(str.isalnum, text)) for text in (unit.source, unit.target))
    if max(source, target) >= _LETTERS and not source <= target * _TIMES <= source * _TIMES ** 2:
        much = "shorter" if target < source else "longer"
        yield Flaw(f"more than {_TIMES} times {much} than the source", Span(0, len(unit.target)))

"""The translation has the marks of its language: 、 and 。 in Japanese, comma and full stop in Korean.

An ASCII mark is looked at where it follows or precedes Japanese; in numbers, addresses and Latin names
it is right. Full-width ， and ． are a style of their own, so they are a warning.

Fires:
    - ja: He came, and left. => 彼は来て,去った。
    - ja: He left. => 彼は去った.
    - ko: He came, and left. => 그는 왔다、그리고 떠났다.
Passes:
    - ja: He came, and left. => 彼は来て、去った。
    - ja: It costs 1,200 yen. => 1,200円だ。
    - ko: He came, and left. => 그는 왔다, 그리고 떠났다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Level, Span
from translate.text.words import KANA, KANJI

LEVEL = "error"
CODE = "S01"
_JA = f"[{KANA}{KANJI}」』）】〉》]"
_IN_JAPANESE = re.compile(rf"(?<={_JA})(?:,|[.;:](?![\d/.]))|(?<=[\w)%]),(?= ?[{KANA}{KANJI}「『])"
                          r"|[，．；]|[。、][.,、。]+")
_IN_KOREAN = re.compile(r"[、。，．；：！？､｡]")
_JAPANESE_MARK = {",": "、", ".": "。", ";": "。", ":": "：", "，": "、", "．": "。", "；": "。"}
_KOREAN_MARK = {"、": ",", "。": ".", "，": ",", "．": ".", "；": ";", "：": ":", "！": "!", "？": "?",
                "､": ",", "｡": "."}
_MILD = frozenset(";；，．：！？")


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each mark that belongs to another language."""
    language = unit.languages[1]
    if language == "ja":
        yield from _flaws(unit.target, _IN_JAPANESE, _JAPANESE_MARK, "Japanese")
    elif language == "ko":
        yield from _flaws(unit.target, _IN_KOREAN, _KOREAN_MARK, "Korean")


def _flaws(text: str, wrong: re.Pattern[str], right: dict[str, str], language: str) -> Iterator[Flaw]:
    for found in wrong.finditer(text):
        mark = found.group()
        fix = right.get(mark, mark[0])
        level: Level | None = "warning" if mark in _MILD or len(mark) > 1 else None
        if mark == ":":
            level = "info"
        yield Flaw(f"{mark} is no mark of {language}; write {fix}", Span(*found.span()), level=level, fix=fix)

"""Quotations have the marks of the language: 「」 in Japanese, “” or straight ones in Korean, of one kind.

Fires:
    - ja: "Go," he said. => "行け"と彼は言った。
    - ko: "Go," he said. => 「가라」고 그는 말했다.
    - ko: "Go," he said. => “가라"고 그는 말했다.
Passes:
    - ja: "Go," he said. => 「行け」と彼は言った。
    - ko: "Go," he said. => “가라”고 그는 말했다.
    - ko: "Go," he said. => "가라"고 그는 말했다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Level, Span
from translate.text.words import KANA, KANJI

LEVEL = "warning"
CODE = "S06"
_JAPANESE = re.compile(rf"(?P<open>[\"“”])(?=[^\"“”]*[{KANA}{KANJI}])(?P<text>[^\"“”]*)[\"“”]")
_KOREAN = re.compile(r"[「『](?P<text>[^」』]*)[」』]|“[^“”\"]*(?P<straight>\")|\"[^“”\"]*(?P<curly>”)")


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each quotation in the marks of another language, or in two kinds of marks."""
    if unit.languages[1] == "ja":
        for found in _JAPANESE.finditer(unit.target):
            fix = f"「{found.group('text')}」"
            yield Flaw(f"quotation in the marks of another language; write {_short(fix)}",
                       Span(*found.span()), fix=fix)
    elif unit.languages[1] == "ko":
        yield from _in_korean(unit.target)


def _in_korean(text: str) -> Iterator[Flaw]:
    for found in _KOREAN.finditer(text):
        inside = found.group("text")
        if inside is not None:
            level: Level = "info" if found.group()[0] == "『" or len(inside) < 2 else "warning"
            fix = f"“{inside}”"
            yield Flaw(f"quotation in the marks of another language; write {_short(fix)}",
                       Span(*found.span()), level=level, fix=fix)
            continue
        kind = "straight" if found.group("straight") else "curly"
        fix = "”" if kind == "straight" else '"'
        yield Flaw(f"the quotation was opened in the other style; write {fix}", Span(*found.span(kind)),
                   level="info", fix=fix)


def _short(text: str) -> str:
    return text if len(text) < 16 else f"{text[:7]}…{text[-7:]}"

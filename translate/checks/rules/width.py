"""Japanese has full-width kana and, as the house writes them, half-width Latin letters and digits.

A bracket pair has one width: （ is closed by ）. Source: JTF日本語標準スタイルガイド 3.0.

Fires:
    - ja: Trump spoke. => ﾄﾗﾝﾌﾟが語った。
    - ja: He is 25. => 彼は２５歳だ。
    - ja: North Korea (DPRK) fired. => 北朝鮮（DPRK)が発射した。
Passes:
    - ja: Trump spoke. => トランプが語った。
    - ja: North Korea (DPRK) fired. => 北朝鮮（DPRK）が発射した。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Span
from translate.text.japanese import house_width

LEVEL = "warning"
CODE = "S02"
_WRONG = re.compile(r"(?P<kana>[ｦ-ﾟ]+)|(?P<latin>[Ａ-Ｚａ-ｚ０-９]+)"
                    r"|（[^()（）]*(?P<narrow>\))|\([^()（）]*(?P<wide>）)")


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each stretch of the wrong width in a Japanese translation."""
    if unit.languages[1] != "ja":
        return
    for found in _WRONG.finditer(unit.target):
        kind = found.lastgroup or ""
        span, written = Span(*found.span(kind)), found.group(kind)
        if kind in ("narrow", "wide"):
            other = "）" if kind == "narrow" else ")"
            yield Flaw(f"the bracket was opened in the other width; write {other}", span, fix=other)
        elif kind == "kana":
            fix = house_width(written)
            yield Flaw(f"{written} is half-width; write {fix}", span, level="error", fix=fix)
        elif written not in unit.source:
            fix = house_width(written)
            yield Flaw(f"{written} is full-width; write {fix}", span, level="info", fix=fix)

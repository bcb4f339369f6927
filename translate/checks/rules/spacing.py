"""Spaces stand where the language has them: none inside Japanese, none before a Korean mark.

Fires:
    - ko: He came, and left. => 그는 왔다 , 그리고 떠났다.
    - ko: He left. She stayed. => 그는 떠났다.그녀는 남았다.
    - ja: Talks opened in Tokyo. => 東京で 協議が始まった。
    - ko: Talks opened. => 회담이  열렸다.
Passes:
    - ko: He came, and left. => 그는 왔다, 그리고 떠났다.
    - ja: Talks opened in Tokyo. => 東京で協議が始まった。
    - ja: Russian Grand Prix => ロシア　グランプリ
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Level, Span
from translate.text.words import KANA, KANJI

LEVEL = "warning"
CODE = "S03"
_JA = rf"[{KANA}{KANJI}]"
_KOREAN = re.compile(r"(?P<mark>(?<=[가-힣\w)\"'”’]) +(?=[,.!?;)\]”’](?![.\w])))"
                     r"|(?P<inside>(?<=[(\[]) +(?=\S))"
                     r"|(?P<glued>(?<=[가-힣])(?P<at>[.,!?])(?=[가-힣]))"
                     r"|(?P<twice>(?<=\S) {2,}(?=\S))")
_JAPANESE = re.compile(rf"(?P<mark> +(?=[、。，．！？」』）】])|(?<=[、。「『（【]) +(?=\S))"
                       r"|(?P<twice>(?<=\S) {2,}(?=\S))"
                       rf"|(?P<kana>(?<=[ァ-ヺー]) (?=[ァ-ヺー]))"
                       rf"|(?P<within>(?<={_JA}) (?={_JA}))")
_QUICK = re.compile(r"  | [,.!?;)\]”’、。，．！？」』）】]|[(\[、。「『（【] |[가-힣][.,!?][가-힣]|[ぁ-ヿ一-鿿] [ぁ-ヿ一-鿿]")
_SAID = {
    "mark": ("a space beside the mark", "leave it out", ""),
    "inside": ("a space inside the bracket", "leave it out", ""),
    "twice": ("more than one space", "write one", " "),
    "kana": ("a space inside a name", "write ・ or nothing", "・"),
    "within": ("a space inside Japanese", "leave it out", ""),
}
_MILD = frozenset(("kana", "twice"))


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each space too many or too few in a Korean or Japanese translation."""
    language = unit.languages[1]
    if language not in ("ko", "ja") or not _QUICK.search(unit.target):
        return
    for found in (_KOREAN if language == "ko" else _JAPANESE).finditer(unit.target):
        kind = found.lastgroup or ""
        if found.groupdict().get("glued"):
            mark = found.group("at")
            yield Flaw(f"no space behind the mark; write “{mark} ”", Span(*found.span()), fix=f"{mark} ")
            continue
        what, to_do, fix = _SAID[kind]
        level: Level | None = "info" if kind in _MILD else None
        yield Flaw(f"{what}; {to_do}", Span(*found.span()), level=level, fix=fix)

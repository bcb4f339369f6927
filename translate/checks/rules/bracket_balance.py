"""Every bracket of the translation has its partner.

A bracket that the source leaves open too (a quotation over several sentences) may stay open, and the
bracket of a list mark, `1)` or `a)`, has no partner anywhere.

Fires:
    - ko: North Korea (DPRK) fired. => 북한(DPRK이 발사했다.
    - ja: He said "we will go". => 彼は「行く」」と述べた。
Passes:
    - ko: North Korea (DPRK) fired. => 북한(DPRK)이 발사했다.
    - ja: He said "we will go. => 彼は「行く。
    - ko: 1) Talks => 1) 회담
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Span

LEVEL = "error"
CODE = "S05"
_OPENING = {"(": "()", "（": "()", "[": "[]", "［": "[]", "〔": "〔〕", "【": "【】", "「": "「」", "『": "『』",
            "〈": "〈〉", "《": "《》", "“": "“”"}
_CLOSING = {")": "()", "）": "()", "]": "[]", "］": "[]", "〕": "〔〕", "】": "【】", "」": "「」", "』": "『』",
            "〉": "〈〉", "》": "《》", "”": "“”"}
_QUOTES = {"「」", "『』", "“”"}
_BRACKET = re.compile("[" + re.escape("".join((*_OPENING, *_CLOSING))) + "]")
_LIST_MARK = re.compile(r"(?:^|(?<=[\s;,、。]))(?:\d{1,2}|[A-Za-z가-하ア-ンivx]{1,4})[)）]")
_SINGLE_OPENING = re.compile(r"(?:^|(?<=[\s(]))['‘](?=\w)")
_SINGLE_CLOSING = re.compile(r"(?<=[.,!?])['’](?=\s|$)")
_FACE = re.compile(r"[:;=]-?[()]")


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each bracket without a partner that the source does not leave open as well."""
    if not _BRACKET.search(unit.target):
        return
    alone = _alone(unit.target)
    if not alone:
        return
    left_open = {_kind(unit.source[place]) for place in _alone(unit.source)}
    quoting = bool(left_open & _QUOTES) or _is_mid_quotation(unit.source)
    for place in alone:
        bracket = unit.target[place]
        kind = _kind(bracket)
        if kind in left_open or (kind in _QUOTES and (quoting or _is_half_straight(unit.target))):
            continue
        side = "opened" if bracket in _CLOSING else "closed"
        yield Flaw(f"{bracket} is never {side}; write both of the pair, or neither",
                   Span(place, place + 1), level="warning" if kind in _QUOTES else None)


def _is_mid_quotation(source: str) -> bool:
    """Whether a quotation of the source begins or ends in another segment."""
    opened, closed = len(_SINGLE_OPENING.findall(source)), len(_SINGLE_CLOSING.findall(source))
    return source.count('"') % 2 == 1 or (opened == 0) != (closed == 0)


def _is_half_straight(text: str) -> bool:
    """Whether a straight mark may be the partner of a curly one: that is the style of the marks."""
    return text.count('"') % 2 == 1


def _kind(bracket: str) -> str:
    return _OPENING.get(bracket) or _CLOSING[bracket]


def _alone(text: str) -> list[int]:
    """The places of brackets that have no partner."""
    marks = {found.end() - 1 for pattern in (_LIST_MARK, _FACE) for found in pattern.finditer(text)}
    waiting: list[int] = []
    alone: list[int] = []
    for found in _BRACKET.finditer(text):
        place, bracket = found.start(), found.group()
        if bracket in _OPENING:
            waiting.append(place)
            continue
        partner = next((one for one in reversed(waiting) if _kind(text[one]) == _kind(bracket)), None)
        if partner is not None:
            alone += waiting[waiting.index(partner) + 1:]
            del waiting[waiting.index(partner):]
        elif place not in marks:
            alone.append(place)
    return sorted(place for place in (*alone, *waiting) if place not in marks)

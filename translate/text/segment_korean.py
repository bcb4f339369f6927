"""Where a Korean sentence ends: a quotation stays with the clause that reports it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.text.segment_english import is_short
from translate.text.stops import Stop, enclosures, ends

_FINAL = "다요까죠지네나군걸야라자가냐니오음함됨임"
"""Syllables that end sentences."""
_MARKS = re.compile(r"""(?<![.!?…。！？])[.!?…。！？]+["'”’」』)\]》〉]*(?!\S)"""
                    r"""|(?<=[다요까죠])[.!?](?=[“‘「『(]?[가-힣])""")
_REPORTING = re.compile(r"(?:이?라고|이?라며|이?라는|이?라면서|하고|하며|고|며|는|란|라)(?:도|는|만)?"
                        r"(?=[\s,.]|\Z)")
_ASKED = re.compile(r"[^.?!\"“”'‘’]{1,30}(?:묻|물었|말했|답했|외쳤|소리쳤|반문했|덧붙였)다[.]")
_DATE = re.compile(r"(?:\d{4}|['’]\d\d)\.\s?\d{1,2}(?:\.\s?\d{1,2})?\Z")
_BRACKETS = ("()", "[]", "“”", "‘’", "「」", "『』", "《》", "〈〉", "<>")


def boundaries(text: str) -> Iterator[int]:
    """Where the sentences of a Korean paragraph end, the last one excepted."""
    return ends(text, _MARKS, _RULES, enclosures(text, _BRACKETS, "\"'"))


def _glued(stop: Stop) -> bool | None:
    """`했다.그는` is a lost space, `했다.라고` is not."""
    return not _REPORTING.match(stop.rest) if stop.glued else None


def _quoted(stop: Stop) -> bool | None:
    """What a clause goes around is not cut, nor what a particle takes up."""
    if stop.around is None:
        return False if stop.credited else None
    if not stop.inside:
        return False if stop.marks[-1] == ")" and stop.led not in _FINAL else None
    behind = stop.text[stop.around.end:stop.around.end + 8]
    reported = re.match(r"[가-힣]", behind) or _REPORTING.match(behind.lstrip())
    return False if reported or stop.led else None


def _goes_on(stop: Stop) -> bool | None:
    """Behind the mark stands what no sentence begins with."""
    if stop.rest[0] in ",;:.)]}…–—-”’»%&」』":
        return False
    if stop.marks[-1] not in "\"'”’」』":
        return None
    asked = set(stop.marks) & set("?!") and _ASKED.match(stop.rest)
    return False if asked or _REPORTING.match(stop.rest) else None


def _numbering(stop: Stop) -> bool | None:
    """`1. 개요`, `가. 목적`, `... 그리고` are beginnings."""
    return False if stop.opens(r"[가나다라마바사아자차카타파하]") else None


def _dated(stop: Stop) -> bool | None:
    """`2025. 1. 6. 회의`: no stop in a date ends a sentence, nor does one between two numbers."""
    before = stop.before
    if stop.marks != "." or not before[-1:].isdigit():
        return None
    return False if stop.rest[0].isdigit() or _DATE.search(before) else None


def _abbreviated(stop: Stop) -> bool | None:
    """`조지 W. 부시`, `No. 1`: Latin letters that stand for a longer word."""
    return False if stop.marks == "." and is_short(stop) else None


def _trailing_off(stop: Stop) -> bool | None:
    """`…` parts the two halves of a headline; a sentence ends behind a verb alone."""
    if not re.match(r"\.\.|…", stop.marks):
        return None
    return stop.before[-1:] in _FINAL and not stop.headline


_RULES = (_glued, _quoted, _goes_on, _numbering, _dated, _abbreviated, _trailing_off)

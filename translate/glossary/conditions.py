"""Whether what stands around a match lets it count: not_before, not_after, only_with."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from translate.records import Condition, Term
from translate.text.normalize import normalize

_FREE = Condition()
_REACH = 100
"""How many code points before a match are read."""
_PLACES = {"behind": "[ -]*{}", "before": r"{}[ -]*\Z", "around": "{}"}


def refusal(term: Term, text: str, start: int, end: int, spaced: bool) -> str:
    """Which condition of `term` the text around `text[start:end]` breaks, in words, if any.

    Words are compared as words (where spaces part them: `spaced`), in their normal form; letter
    case counts only where the term says `case: exact`.
    """
    condition = term.condition
    if condition == _FREE:
        return ""
    exact = term.case == "exact"
    if condition.not_before:
        found = _pattern("behind", condition.not_before, exact, spaced).match(text, end)
        if found:
            return f"stands before “{found['found']}” (not_before)"
    if condition.not_after:
        before = text[max(0, start - _REACH):start]
        found = _pattern("before", condition.not_after, exact, spaced).search(before)
        if found:
            return f"stands behind “{found['found']}” (not_after)"
    if condition.only_with:
        if not _pattern("around", condition.only_with, exact, spaced).search(text):
            return f"nowhere beside “{'” or “'.join(condition.only_with)}” (only_with)"
    return ""


@cache
def _pattern(where: Literal["behind", "before", "around"], phrases: tuple[str, ...],
             exact: bool, spaced: bool) -> re.Pattern[str]:
    """One pattern for all `phrases`, the longest first."""
    plain = [normalize(phrase).text.strip() for phrase in phrases]
    found = f"(?P<found>{'|'.join(map(re.escape, sorted(plain, key=len, reverse=True)))})"
    whole = rf"(?<!\w){found}(?!\w)" if spaced else found
    return re.compile(_PLACES[where].format(whole), 0 if exact else re.IGNORECASE)

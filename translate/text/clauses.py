"""Pieces of a sentence that is longer than the decoder takes, cut where it hurts least."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from translate.records import Span

_STRONG = (r"""(?:(?<=[!?…;:；：])|(?<=[!?]["”’)])|(?<=[a-z]{4}[.])|(?<=[다요][.]))\s"""
           r"""|(?<=[；：。！？])(?=[^\s」』）])|\s[—–-]+(?=\s)|(?<=—)(?=\w)""")
_COMMA = r"(?<=[,、，،])\s|(?<=[、，])(?=\S)"
_JOINT = {
    "en": r"\s(?=(?:and|but|or|so|while|because|although|though|which|who|where|when|after|before|"
          r"since|if|as|that|than|including|according)\s)",
    "ko": r"(?<=[가-힣][고며])\s|(?<=지만|면서|는데|으나|[아어해]서|도록)\s",
    "ja": r"(?<=[ぁ-ん])(?=[^\sぁ-んー、。，．）」』])",
}
"""Conjunctions, connective endings, the end of a phrase."""
_KINDS = {code: tuple(map(re.compile, (_STRONG, _COMMA, joint, r"\s")))
          for code, joint in _JOINT.items()}
_OTHER = tuple(map(re.compile, (_STRONG, _COMMA, r"\s")))
_QUICK = 8
"""Guesses by proportion before halving takes over."""


def clauses(text: str, limit: int, measure: Callable[[str], int],
            language: str) -> tuple[Span, ...]:
    """Cut `text` into pieces at most `limit` long; white space between them is dropped.

    A piece ends at the last strong mark (; : —) of its second half, else at a comma, a conjunction
    or connective ending, a space, and without any of these anywhere between two characters.

    Args:
        text: One sentence.
        limit: The greatest length of a piece, as `measure` counts; one character may exceed it.
        measure: The length of a text, for example in tokens; it must grow with the text.
        language: Of the text.
    """
    pieces: list[Span] = []
    start, end, size = _behind_space(text, 0), len(text.rstrip()), limit
    while start < end:
        size = _fit(text, start, end, size, limit, measure)
        cut = start + size if start + size == end else _cut(text, start, start + size, language)
        pieces.append(Span(start, start + len(text[start:cut].rstrip())))
        start = _behind_space(text, cut)
    return tuple(pieces)


def _behind_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _fit(text: str, start: int, end: int, guess: int, limit: int,
         measure: Callable[[str], int]) -> int:
    """How many characters from `start` fit: at least nine tenths of the limit, unless all do."""
    fits, fails = 0, end - start + 1
    for tries in range(len(text)):
        guess = min(max(guess, fits + 1), fails - 1)
        length = measure(text[start:start + guess])
        if length > limit:
            fails = guess
        else:
            fits = guess
        if fits + 1 >= fails or 0.9 * limit <= length <= limit:
            break
        guess = guess * limit // max(length, 1) if tries < _QUICK else (fits + fails) // 2
    return max(fits, 1)


def _cut(text: str, start: int, end: int, language: str) -> int:
    """The best place for a cut in the second half of a stretch."""
    for kind in _KINDS.get(language, _OTHER):
        found = None
        for found in kind.finditer(text, start + (end - start + 1) // 2, end + 1):
            pass
        if found:
            return found.start()
    while end > start + 1 and unicodedata.combining(text[end]):
        end -= 1
    return end

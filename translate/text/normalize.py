"""One spelling for text that only looks different, with the way back to the original.

Matching and checking compare texts that were typed on different keyboards: `’` and `'`, a no-break
space, a soft hyphen inside a word, decomposed Hangul from a file system, half-width katakana.
`normalize` removes those differences and nothing else; letter case and wording stay.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from translate.records import Span

APOSTROPHES = "‘’‚‛ʼ′＇"
DOUBLE_QUOTES = "“”„‟″＂"
HYPHENS = "‐‑‒–−﹣－"
"""The em dash is no hyphen: it parts clauses, not words."""
MIDDLE_DOTS = "ㆍ‧∙⋅"
"""Stand-ins for the Korean middle dot `·`; the Japanese `・` keeps its own character."""
_LOOK_ALIKES = ((APOSTROPHES, "'"), (DOUBLE_QUOTES, '"'), (HYPHENS, "-"), (MIDDLE_DOTS, "·"))
INVISIBLE = ("\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
             "\U000e0100-\U000e01ef")
"""Soft hyphen, zero-width characters, writing direction and variation selectors (a regex class)."""

_UNEVEN = re.compile(f"[ {INVISIBLE}]{{2,}}|[{INVISIBLE}]")
_UNCOMMON = re.compile("[^ -~가-힣ぁ-ゖァ-ー一-鿿、。「」]|  ")
"""What a Korean or Japanese text may hold that is not normal; most hold nothing of it."""
_ASCII_UNEVEN = re.compile(r"  |[\t\n\v\f\r\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Normalized:
    """A normalised text and where each of its characters comes from."""

    text: str
    breaks: tuple[int, ...] = ()
    """Indexes in `text` after which characters no longer map one to one; empty when all do."""
    origins: tuple[Span, ...] = ()
    """For each break, what its character stands for in the original text."""

    def span_back(self, start: int, end: int) -> Span:
        """The stretch of the original that `text[start:end]` stands for."""
        if not self.breaks:
            return Span(start, end)
        first = self._origin(start)
        return Span(first.start, self._origin(end - 1).end if end > start else first.start)

    def _origin(self, index: int) -> Span:
        known = bisect_right(self.breaks, index) - 1
        if known < 0:
            return Span(index, index + 1)
        origin, behind = self.origins[known], index - self.breaks[known]
        return Span(origin.end + behind - 1, origin.end + behind) if behind else origin


class _Even(dict[int, int]):
    """Replacements of one character by one character, worked out when a character is first met."""

    def __missing__(self, code: int) -> int:
        self[code] = new = ord(_replacement(chr(code)))
        return new


def _replacement(char: str) -> str:
    for look_alikes, plain in _LOOK_ALIKES:
        if char in look_alikes:
            return plain
    if char.isspace():
        return " "
    if "！" <= char <= "～":
        return chr(ord(char) - 0xFEE0)
    halfwidth = "･" <= char <= "ﾟ"
    composed = unicodedata.normalize("NFKC" if halfwidth else "NFC", char)
    return composed if len(composed) == 1 else char


_EVEN = _Even()


def normalize(text: str) -> Normalized:
    """`text` in NFC with straight quotes, plain hyphens, single spaces and nothing invisible.

    Full-width Latin becomes half-width and half-width katakana full-width. ASCII without odd white
    space comes back as it is. Sources: Unicode Standard Annex 15 (normalisation forms); Unicode
    chapters 6.2 (dashes, spaces) and 23.2 (format characters).

    >>> normalize("Kim’s  visit").text
    "Kim's visit"
    """
    if text.isascii() and not _ASCII_UNEVEN.search(text):
        return Normalized(text)
    if not _UNCOMMON.search(text):
        return Normalized(text)
    even = text.translate(_EVEN)
    single = _single_spaced(even) if _UNEVEN.search(even) else Normalized(even)
    return single if unicodedata.is_normalized("NFC", single.text) else _composed(even, single)


def _single_spaced(even: str) -> Normalized:
    """`even` without what is invisible, each run of spaces as one."""
    pieces: list[tuple[str, Span]] = []
    last = 0
    for run in _UNEVEN.finditer(even):
        pieces.append((even[last:run.start()], Span(last, run.start())))
        pieces.append((" " if " " in run[0] else "", Span(*run.span())))
        last = run.end()
    pieces.append((even[last:], Span(last, len(even))))
    return _joined(even, pieces)


def _composed(even: str, single: Normalized) -> Normalized:
    """`single`, made from `even`, in NFC: letters join with their marks, jamo to syllables."""
    pieces: list[tuple[str, Span]] = []
    start, text = 0, single.text
    for end in range(1, len(text) + 1):
        if end == len(text) or not _continues(text[start:end], text[end]):
            composed = unicodedata.normalize("NFC", text[start:end])
            pieces.append((composed, single.span_back(start, end)))
            start = end
    return _joined(even, pieces)


def _continues(cluster: str, char: str) -> bool:
    """Whether `char` may compose with `cluster` or move among the marks there."""
    if char < "\u0300" or "㄀" <= char <= "ꀀ" or "가" <= char <= "힣":
        return False
    if unicodedata.combining(char):
        return True
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", cluster + char) != apart


def _joined(even: str, pieces: list[tuple[str, Span]]) -> Normalized:
    """Put pieces together; those that stand in `even` as they are map one to one."""
    breaks: list[int] = []
    origins: list[Span] = []
    length = expected = 0
    for text, origin in pieces:
        if text != origin.of(even):
            breaks.extend(range(length, length + len(text)))
            origins.extend([origin] * len(text))
        elif text and origin.start != expected:
            breaks.append(length)
            origins.append(Span(origin.start, origin.start + 1))
        expected = origin.end if text else expected
        length += len(text)
    return Normalized("".join(text for text, _ in pieces), tuple(breaks), tuple(origins))

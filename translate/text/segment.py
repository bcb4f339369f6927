"""Sentences of a block.

English, Korean and Japanese have rules of their own, all other languages go through sentencex. For
these three it is a hindrance: it takes `2025. 1. 6.` apart, misses 。 before a digit, cuts between
「…。」 and と述べた, and keeps an English quotation of six sentences in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translate.records import Span
from translate.text import segment_english, segment_japanese, segment_korean, segment_others

_BOUNDARIES: dict[str, Callable[[str], Iterator[int]]] = {
    "en": segment_english.boundaries,
    "ko": segment_korean.boundaries,
    "ja": segment_japanese.boundaries,
}
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r|\u2029")
_BULLET = re.compile(r"(?<=\s)[•‣⁃▪◦●■◆▶►※]|(?<=\n)[^\S\n]*[・○□◇▷·](?=.)")
_DASHED = re.compile(r"(?:\A|(?<=\n))[^\S\n]*(?:[-*–—]|\d{1,2}[.)])[^\S\n]")


def split(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a block's text, in order; white space between them belongs to none.

    A line break is no boundary, a blank line and a bullet are. What holds neither letter nor digit
    goes with its neighbour.
    """
    spans: list[Span] = []
    start = 0
    for gap in (*_BLANK_LINE.finditer(text), None):
        end = gap.start() if gap else len(text)
        spans += _sentences(text, start, end, language)
        start = gap.end() if gap else end
    return tuple(spans)


def _sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of one paragraph."""
    paragraph = text[start:end]
    cuts = [0, *_items(paragraph), len(paragraph)]
    spans: list[Span] = []
    for first, last in zip(cuts, cuts[1:]):
        ends = [0, *_ends(paragraph[first:last], language), last - first]
        spans += [_stripped(text, start + first + one, start + first + two)
                  for one, two in zip(ends, ends[1:])]
    return _merged(text, [span for span in spans if len(span)])


def _items(paragraph: str) -> list[int]:
    """Where list items begin: at a bullet, and in a list of dashes or numbers at each of these."""
    starts = {found.start() for found in _BULLET.finditer(paragraph)}
    if _DASHED.match(paragraph):
        starts |= {found.start() for found in _DASHED.finditer(paragraph)}
    return sorted(starts - {0})


def _ends(text: str, language: str) -> Iterator[int]:
    own = _BOUNDARIES.get(language)
    return own(text) if own else segment_others.boundaries(text, language)


def _stripped(text: str, start: int, end: int) -> Span:
    """A stretch without the white space at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _merged(text: str, spans: list[Span]) -> list[Span]:
    """No span is punctuation alone, unless there is nothing else."""
    merged: list[Span] = []
    worded = False
    for span in spans:
        has_word = any(char.isalnum() for char in span.of(text))
        if merged and not (worded and has_word):
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
        worded = worded or has_word
    return merged

"""How a subtitle's text is dealt out to cues and broken into lines.

A line holds what the eye takes in at once: 16 full-width characters in Korean and Japanese, 42 letters
elsewhere, two lines at most (the guides of Netflix's partner help centre give 16, 13 to 16 and 42). A
longer text keeps to two lines and makes them longer. Lines break between words; in Japanese behind a
sign, or where a word begins after kana.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.records import Mark, Span
from translate.text.words import is_unspaced

_WIDTHS = {"ko": 32, "ja": 32, "zh": 32}
"""Columns, of which a full-width character takes two."""
_WIDTH = 42
_JOINT = re.compile(r"(?<=[、。，！？…」』）])(?![、。，！？…」』）])|(?<=[ぁ-ん])(?=[一-鿿ァ-ヶ「『（A-Za-z0-9])")
_NO_BREAK_BEFORE = re.compile(r"[)\]}」』）、。，．！？!?.,:;%]")


def deal(text: str, shares: Sequence[int]) -> list[Span]:
    """A stretch of `text` for each of `shares`, as long as its share, none of which breaks a word.

    >>> [span.of("하나 둘 셋 넷") for span in deal("하나 둘 셋 넷", (10, 10))]
    ['하나 둘', '셋 넷']
    """
    whole, done, start = sum(shares) or 1, 0, 0
    spans: list[Span] = []
    places = break_places(text)
    for number, share in enumerate(shares[:-1]):
        done += share
        left = len(shares) - 1 - number
        free = [place for place in places if place.start > start]
        # The last cues get a word each while there are any: an empty cue is a flicker.
        free = free[:len(free) - left + 1] if len(free) >= left else free[:0]
        if not free:
            spans.append(Span(start, start))
            continue
        best = min(free, key=lambda place: abs(place.start - len(text) * done / whole))
        spans.append(Span(start, best.start))
        start = best.end
    spans.append(Span(start, len(text)))
    return spans


def wrap(text: str, marks: Sequence[Mark], language: str) -> tuple[str, list[Mark]]:
    """`text` in two lines where one is too long for `language`, and its marks.

    >>> wrap("북한은 일요일 동해상으로 탄도미사일 여러 발을 발사했다.", (), "ko")[0]
    '북한은 일요일 동해상으로\\n탄도미사일 여러 발을 발사했다.'
    """
    from wcwidth import wcswidth

    places = break_places(text)
    if wcswidth(text) <= _WIDTHS.get(language, _WIDTH) or not places:
        return text, list(marks)
    place = min(places, key=lambda each: max(wcswidth(text[:each.start]), wcswidth(text[each.end:])))
    moved = 1 - len(place)
    broken = text[:place.start] + "\n" + text[place.end:]

    def shift(position: int) -> int:
        return position + moved if position > place.start else position

    return broken, [replace(mark, span=Span(shift(mark.span.start), shift(mark.span.end)))
                    if len(mark.span) or mark.span.start != place.end
                    else replace(mark, span=Span(place.start + 1, place.start + 1)) for mark in marks]


def break_places(text: str) -> list[Span]:
    """The spaces between words, and the joints of Japanese, where a line may end."""
    spaces = [Span(match.start(), match.end()) for match in re.finditer(r"(?<=\S)[ \n]+(?=\S)", text)
              if not _NO_BREAK_BEFORE.match(text, match.end())]
    if sum(map(is_unspaced, text)) * 2 < len(text):
        return spaces
    joints = [Span(match.start(), match.start()) for match in _JOINT.finditer(text)
              if 0 < match.start() < len(text) and not _NO_BREAK_BEFORE.match(text, match.start())]
    return sorted([*spaces, *(joint for joint in joints
                              if not any(joint.start in (space.start, space.end) for space in spaces))])

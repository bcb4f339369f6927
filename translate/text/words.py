"""Where a word begins and ends, for putting markup on whole words in any language."""

from __future__ import annotations

import re
import unicodedata

from translate.records import Span

KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
KANJI = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Regex classes, as escapes: compatibility ideographs would not survive a normalised file."""
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_KATAKANA = "\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"
"""With the middle dot, which parts the words of a foreign name but not the name."""

_RUN_ON = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, which write no spaces between words either."""

_WORD = re.compile(rf"[{_KATAKANA}]+|[{KANJI}]+|[{_HIRAGANA}]+|[{_RUN_ON}]+"
                   rf"|(?:(?![{KANA}{KANJI}{_RUN_ON}])\w)+")
"""A run of one script in Japanese and Chinese; elsewhere what stands between spaces and signs, so
that a Korean word has its particle with it."""
_UNSPACED = re.compile(f"[{KANA}{KANJI}{_RUN_ON}]")
_IN_KATAKANA = re.compile(f"[{_KATAKANA}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_CLOSING = re.compile(r"[)\]}）］｝〕〉》」』】’”]|(?<=[^\s(\[{（「『‘“])['\"]")
"""A straight quotation mark closes where something stands before it."""
_LONGEST_WORD = 60
"""Code points; what goes on for longer is no word, and not worth looking for its end."""


def words(text: str) -> list[Span]:
    """The words of `text` in order, without the signs around them.

    >>> [span.of("조선중앙통신은 3일, 새") for span in words("조선중앙통신은 3일, 새")]
    ['조선중앙통신은', '3일', '새']
    """
    return [Span(match.start(), match.end()) for match in _WORD.finditer(text)]


def is_unspaced(character: str) -> bool:
    """Whether it belongs to a script that writes no spaces between words (kana, kanji, Thai)."""
    return bool(_UNSPACED.match(character))


def is_edge(text: str, index: int) -> bool:
    """Whether markup may begin or end before `text[index]` without cutting a word.

    Letters and digits hang together, a decimal or thousands mark with its digits, a katakana run,
    and a Korean particle with the bracket before it; two kanji may be parted, as only a tokenizer
    knows better.
    """
    if not 0 < index < len(text):
        return True
    before, after = text[index - 1], text[index]
    if unicodedata.category(after).startswith("M"):
        return False
    if _HANGUL.match(after) and _CLOSING.match(text, index - 1):
        return False
    if _IN_KATAKANA.match(before) and _IN_KATAKANA.match(after):
        return False
    return not (_inside_word(text, index - 1) and _inside_word(text, index))


def seek_edge(text: str, index: int, step: int, limit: int) -> int:
    """The first edge from `index` on, going `step` (1 or -1) at a time and not past `limit`."""
    place = index
    while place != limit and not is_edge(text, place):
        place += step
        if abs(place - index) > _LONGEST_WORD:
            return index
    return place


def _inside_word(text: str, index: int) -> bool:
    character = text[index]
    if character.isalnum():
        return not is_unspaced(character)
    between = text[max(index - 1, 0):index + 2]
    if character in ".,":
        return len(between) == 3 and between[0].isdigit() and between[2].isdigit()
    if character in "'’":
        return len(between) == 3 and between[0].isalnum() and bool(_LATIN.match(between[2]))
    return False

"""Whether a word is a misspelling of a name: by the jamo of hangul, by kana, by one kanji of a person."""

from __future__ import annotations

import re
import unicodedata

SOUNDS = 80.0
"""Share (0 to 100) of its sounds that a misspelled name has in common with the right one."""
SHORT = 85.0
"""The same for a name of three syllables, where one sound tells two persons apart."""
_HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")
_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*")
_KANJI = re.compile(r"[一-鿿々〆]+")


def misspelled(word: str, name: str, person: bool) -> bool:
    """Whether `word` is `name` written wrong, and no other word: not a part of it, nor more than it.

    Args:
        person: `name` is a person's; of kanji only these may differ in a sign, since elsewhere it makes
            another word (第一次, 第二次).

    >>> misspelled("애틀란타", "애틀랜타", False), misspelled("멕시코", "뉴멕시코", False)
    (True, False)
    >>> misspelled("ルクセンブルグ", "ルクセンブルク", False), misspelled("石場茂", "石破茂", True)
    (True, True)
    """
    if word in name or name in word:
        return False
    if _HANGUL.fullmatch(word) and _HANGUL.fullmatch(name):
        return _sounds_alike(word, name, 3)
    if _KATAKANA.fullmatch(word) and _KATAKANA.fullmatch(name):
        return _sounds_alike(word, name, 4)
    if person and _KANJI.fullmatch(word) and _KANJI.fullmatch(name):
        return _one_apart(word, name)
    return False


def _sounds_alike(word: str, name: str, least: int) -> bool:
    from rapidfuzz.fuzz import ratio, token_sort_ratio
    if min(len(word), len(name)) < least or abs(len(word) - len(name)) > 1:
        return False
    one, other = (unicodedata.normalize("NFD", text) for text in (word, name))
    wanted = SHORT if len(name) <= 3 else SOUNDS
    return max(ratio(one, other), token_sort_ratio(one, other)) >= wanted


def _one_apart(word: str, name: str) -> bool:
    """Whether two names of three signs or more differ in one."""
    return len(word) == len(name) > 2 and sum(a != b for a, b in zip(word, name)) == 1

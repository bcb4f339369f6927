"""The sound at the end of a hangul syllable or letter, by arithmetic on its code point.

The Unicode Standard, section 3.12: a syllable is 0xAC00 + (lead * 21 + vowel) * 28 + tail, and
tail 0 means that there is none.
"""

from __future__ import annotations

from enum import Enum

_FIRST, _LAST, _TAILS, _RIEUL = 0xAC00, 0xD7A3, 28, 8


class Sound(Enum):
    """What a word ends in, as far as particles care."""

    VOWEL = "vowel"
    RIEUL = "ㄹ"
    CONSONANT = "consonant"
    UNKNOWN = "unknown"


def is_hangul(character: str) -> bool:
    """Whether `character` is a hangul syllable, or a letter that stands alone (ㄱ, ㅏ)."""
    return "가" <= character <= "힣" or "ㄱ" <= character <= "ㅣ"


def syllable_sound(character: str) -> Sound:
    """The last sound of a hangul syllable, or of the name of a letter (ㄱ 기역, ㄹ 리을, ㅏ 아)."""
    code = ord(character)
    if _FIRST <= code <= _LAST:
        tail = (code - _FIRST) % _TAILS
        if tail == 0:
            return Sound.VOWEL
        return Sound.RIEUL if tail == _RIEUL else Sound.CONSONANT
    if character >= "ㅏ":
        return Sound.VOWEL
    return Sound.RIEUL if character == "ㄹ" else Sound.CONSONANT

"""How a Korean text sounds where a particle is attached: the last sound of what stands before it.

Agreement is a matter of sound, not of letters: a closing bracket or quotation mark is looked
through (조선중앙통신(KCNA)은), and digits, Latin letters, units and Chinese characters count as they
are read aloud (10은 "십은", KCNA는 "케이시엔에이는", 30㎞를, 北은). Rules: National Institute of Korean
Language, Korean Orthography (한글 맞춤법) and Loanword Orthography (외래어 표기법).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

from translate.text.korean_latin import latin_sound, listed_sound
from translate.text.korean_numbers import number_sound, unit_sound
from translate.text.korean_silence import sounding_end
from translate.text.korean_syllables import Sound, is_hangul, syllable_sound

_SYMBOLS = {
    "%": "퍼센트", "‰": "퍼밀", "°": "도", "$": "달러", "€": "유로", "£": "파운드", "¥": "엔",
    "₩": "원", "₽": "루블", "₹": "루피", "₿": "비트코인", "¢": "센트", "&": "앤드", "+": "플러스",
    "#": "샤프", "@": "골뱅이", "∞": "무한대", "Ω": "옴",
}
_GREEK_IN_N = frozenset("EPSILON UPSILON OMICRON".split())


def final_sound(word: str, reading: str | None = None) -> Sound:
    """The last sound of `word`, or of `reading` (how it is read aloud) where one is given.

    `word` may be a whole text up to the place of the particle. `Sound.UNKNOWN` is a real answer: a
    script without a Korean reading, or nothing that is pronounced.

    >>> final_sound("조선중앙통신(KCNA)").name, final_sound("1,000").name, final_sound("서울").name
    ('CONSONANT', 'CONSONANT', 'RIEUL')
    """
    spoken = reading or word
    spoken = spoken[:sounding_end(spoken)]
    if not spoken:
        return Sound.UNKNOWN
    last = spoken[-1]
    if is_hangul(last):
        return syllable_sound(last)
    folded = unicodedata.normalize("NFKC", last)
    vulgar_fraction = "\N{FRACTION SLASH}" in folded
    return _foreign_sound(folded if vulgar_fraction
                          else unicodedata.normalize("NFKC", " ".join(spoken.split()[-2:])))


def _foreign_sound(token: str) -> Sound:
    """The last sound of a word that does not end in hangul; `token` is in NFKC.

    The word before it belongs to `token` as well: a unit may stand apart from its number (몇 m를).
    """
    last = token[-1]
    if is_hangul(last):
        return syllable_sound(last)
    if last.isdecimal():
        listed = listed_sound(token)
        return number_sound(token) if listed is Sound.UNKNOWN else listed
    if last in _SYMBOLS:
        return syllable_sound(_SYMBOLS[last][-1])
    name = unicodedata.name(last, "")
    if name.startswith("LATIN"):
        measured = unit_sound(token)
        return latin_sound(token) if measured is Sound.UNKNOWN else measured
    if name.startswith("GREEK"):
        return Sound.CONSONANT if name.split()[-1] in _GREEK_IN_N else Sound.VOWEL
    if name.startswith(("HIRAGANA", "KATAKANA")):
        return _kana_sound(last)
    reading = _hanja().get(last)
    return syllable_sound(reading) if reading else Sound.UNKNOWN


def _kana_sound(kana: str) -> Sound:
    """ん is read ㄴ and a final っ closes the syllable; all other kana end in a vowel."""
    return Sound.CONSONANT if kana in "んンっッ" else Sound.VOWEL


@cache
def _hanja() -> dict[str, str]:
    """The Korean reading of each Chinese character of the table beside this file."""
    table = files("translate.text").joinpath("korean_hanja.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {character: syllable for syllable, characters in rows for character in characters}

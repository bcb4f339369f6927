"""The last sound of a Latin word in Korean: letters by their names, words by how they are spelt.

KCNA는 "케이시엔에이는", LG를 "엘지를", Google은 "구글은", Microsoft는 "마이크로소프트는". Words
whose spelling does not tell their reading (OPEC, NAVER, MP3, Chile) are listed in
`korean_latin.tsv`; the rest follows the Loanword Orthography (외래어 표기법) for English, chapter 3:
a final p, t, k closes the syllable after a short vowel (Facebook 북, market 켓) and takes 으 elsewhere
(Park 크, Street 트), b, d, g and the hissing sounds take 으 or 이, l, m, n, ng always close.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from translate.text.korean_syllables import Sound, syllable_sound

_LETTERS = {"L": Sound.RIEUL, "R": Sound.RIEUL, "M": Sound.CONSONANT, "N": Sound.CONSONANT}
_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:[.&'’+][^\W_]+)*\Z")
_PART = re.compile(r"(?:[A-Z]{2,}s?|[A-Z]?[a-z]+|[A-Z])\d*\Z")
_ROMAN = re.compile(r"(?=[IVX]{2})(X{0,3})(IX|IV|V?I{0,3})\Z")
_ROMAN_UNITS = {"": "십", "I": "일", "II": "이", "III": "삼", "IV": "사", "V": "오", "VI": "육",
                "VII": "칠", "VIII": "팔", "IX": "구"}
_LONGEST_ACRONYM = 5
_SPELT = tuple((re.compile(pattern), sound) for pattern, sound in (
    (r"ll?e?\Z", Sound.RIEUL),
    (r"(me?|ne?|mb|ng)\Z", Sound.CONSONANT),
    (r"[^kptcb]\Z", Sound.VOWEL),
    (r"(ook|oup|out)\Z", Sound.CONSONANT),
    (r"(ea|ee|oa|oo|ai|oi|ou|au|ei|ie|ui)[kpt]\Z", Sound.VOWEL),
    (r"[aeiouy](c|ck|cq|k|p|pp|t|tt|b)\Z", Sound.CONSONANT),
))


def latin_sound(token: str) -> Sound:
    """The last sound of the Latin word that ends `token`, its plural s and digits included."""
    found = _TOKEN.search(token)
    if not found:
        return Sound.UNKNOWN
    word = found.group()
    if unicodedata.decomposition(word[-1]) and word[-1].casefold() not in "ñńň":
        return Sound.VOWEL  # é, ü, ş, č: a vowel, or a hissing sound that takes 으 or 이
    plain = _strip_accents(word)
    return _listed(plain) or _spelt(plain)


def listed_sound(token: str) -> Sound:
    """The last sound of a listed word with digits (MP3 "엠피스리"), else unknown."""
    found = _TOKEN.search(token)
    return found and _listed(found.group()) or Sound.UNKNOWN


def _listed(word: str) -> Sound | None:
    """The sound that the table gives for `word`, or for its last part (LiverpoolFC.com: com)."""
    table = _readings()
    reading = table.get(word) or table.get(word.lower()) or table.get(_last_part(word).lower())
    return syllable_sound(reading[-1]) if reading else None


def _last_part(word: str) -> str:
    """What counts at the end of a compound: YouTube: Tube, OpenAI: AI, U.S: S, AT&T: T."""
    tail = re.split(r"[.&'’+]", word)[-1]
    found = _PART.search(tail)
    return found.group() if found else tail


def _spelt(word: str) -> Sound:
    """The sound by letter names for abbreviations, by spelling for words."""
    part = _last_part(word)
    if part == word and _ROMAN.match(word):
        return syllable_sound(_ROMAN_UNITS[word.lstrip("X")])
    if part[:-1].isupper() and part.endswith("s"):
        return Sound.VOWEL
    if _is_abbreviation(part):
        return _LETTERS.get(part[-1].upper(), Sound.VOWEL)
    lower = part.lower()
    return next((sound for pattern, sound in _SPELT if pattern.search(lower)), Sound.VOWEL)


def _is_abbreviation(part: str) -> bool:
    """Whether `part` is read letter by letter: short capitals, or nothing that could be a vowel."""
    if len(part) == 1 or part.isupper() and len(part) <= _LONGEST_ACRONYM:
        return True
    return not re.search("[aeiouy]", part.lower())


def _strip_accents(word: str) -> str:
    """`word` in plain Latin letters: Erdoğan: Erdogan, Jørgen: Jorgen."""
    plain = unicodedata.normalize("NFD", word.translate(str.maketrans("øØłŁđĐıßæ", "oOlLdDise")))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _readings() -> dict[str, str]:
    """The readings of the table beside this file, by word."""
    table = files("translate.text").joinpath("korean_latin.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {word: reading for word, reading in rows}

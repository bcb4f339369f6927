"""Where a Korean term begins and ends inside a word.

A word of Korean is a noun with particles, and nouns compound without a space: 북한 stands in 북한은,
북한군, 대북한 and 남북한, yet 평양 does not stand in 태평양, 한국 is not meant in 한국은행, and 열 is no
part of 배열. The script does not tell them apart, so lists do (`korean_nouns.tsv`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from translate.records import Span
from translate.text.korean_particles import is_chain, read
from translate.text.korean_sounds import final_sound
from translate.text.korean_syllables import is_hangul

_HANGUL_BEHIND = re.compile("[가-힣]*")
_HANGUL_BEFORE = re.compile("[가-힣]*\\Z")
_NUMBER_BEFORE = re.compile(r"(?<![A-Za-z\d.,-])\d[\d.,]*\Z")
_LONGEST_WORD = 40
_LAST_SOUNDS = 8
"""How much of a term tells what may follow it: its last sound, or the currency at its end."""


def stands(text: str, span: Span) -> bool:
    """Whether the Korean term at `span` stands there as itself, not inside another word.

    A term of one syllable has to begin its word: 열 is a term in 열이, and none in 배열 or 신열.
    """
    if len(span) == 1 and span.start and is_hangul(text[span.start - 1]):
        return False
    return may_begin(text, span.start) and may_end(text, span.end)


def may_begin(text: str, start: int) -> bool:
    """Whether a term may begin at `start`: at a word's start, or behind a prefix or a modifier.

    >>> [may_begin(word, word.index(term)) for word, term in
    ...  (("주한미군", "미군"), ("대북제재", "제재"), ("태평양", "평양"), ("배열", "열"))]
    [True, True, False, False]
    """
    if not 0 < start < len(text):
        return True
    before, first = text[start - 1], text[start]
    if not is_hangul(before) or not is_hangul(first):
        return not _same_word(before, first) or _is_measure(text, start)
    found = _HANGUL_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return found is not None and _modifies(found.group())


def may_end(text: str, end: int) -> bool:
    """Whether a term may end at `end`: before anything but hangul, or what may be attached to it.

    >>> [may_end(word, len("북한")) for word in ("북한", "북한은", "북한군의", "북한에서였다", "북한산성")]
    [True, True, True, True, False]
    """
    if not 0 < end < len(text):
        return True
    last, behind = text[end - 1], text[end]
    if not is_hangul(last) or not is_hangul(behind):
        return not _same_word(last, behind)
    rest = _hangul_at(text, end)
    return _may_follow(rest, text[max(0, end - _LAST_SOUNDS):end])


def split_particle(word: str) -> tuple[str, str]:
    """`word` without the longest chain of particles at its end, and that chain.

    No dictionary is asked: a noun that ends like a particle (회의) is split too.

    >>> split_particle("평양에서는"), split_particle("KCNA가"), split_particle("미국")
    (('평양', '에서는'), ('KCNA', '가'), ('미국', ''))
    """
    first = len(word) - len(_HANGUL_BEFORE.search(word).group())  # type: ignore[union-attr]
    for cut in range(max(first, 1), len(word)):
        if _is_particle(word[cut:], word[:cut]):
            return word[:cut], word[cut:]
    return word, ""


def is_apart(rest: str) -> bool:
    """Whether `rest`, attached to a term, is a title or a dependent noun that is written apart."""
    return any(rest.startswith(noun) and (len(rest) == len(noun) or is_chain(rest[len(noun):]))
               for noun in words("title") | words("dependent"))


def _same_word(one: str, other: str) -> bool:
    """Whether two neighbours, not both hangul, belong to one word: both Latin letters or digits."""
    return all(character.isascii() and character.isalnum() for character in (one, other))


def _is_measure(text: str, start: int) -> bool:
    """Whether a number that is no part of a name, and then a letter, meet at `start` (50bp)."""
    number = _NUMBER_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return number is not None and text[start].isalpha()


def _hangul_at(text: str, start: int) -> str:
    found = _HANGUL_BEHIND.match(text, start, start + _LONGEST_WORD)
    return found.group() if found else ""


@lru_cache(maxsize=65536)
def _may_follow(rest: str, stem: str) -> bool:
    return _attaches(rest, stem, _followers())


def _attaches(rest: str, stem: str, followers: frozenset[str]) -> bool:
    """Whether `rest` is what may follow `stem`: some of `followers`, and then particles."""
    if not rest or _is_particle(rest, stem):
        return True
    if rest[0] == "화" and any(stem.endswith(money) for money in words("currency")):
        return _attaches(rest[1:], rest[:1], frozenset())
    return any(_attaches(rest[size:], rest[:size], _later_followers())
               for size in range(1, len(rest) + 1) if rest[:size] in followers)


def _is_particle(rest: str, stem: str) -> bool:
    """Whether `rest` is a chain of particles; a lone 아, 다 or 고 has to agree with `stem` as well."""
    if not is_chain(rest):
        return False
    particle = read(rest)
    if particle is None or particle.family.vowel in ("는", "가", "를", "와", "로"):
        return True
    return particle.family.agrees(particle.shape, final_sound(stem))


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind of the table beside this file: prefix, suffix, head, title ..."""
    table = files("translate.text").joinpath("korean_nouns.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return frozenset(word for name, listed in rows if name == kind for word in listed.split())


@cache
def _followers() -> frozenset[str]:
    return words("suffix") | words("head") | words("title")


@cache
def _later_followers() -> frozenset[str]:
    """What may follow a suffix: of the bound syllables few do, or 북한산성 would be 북한, 산 and 성."""
    return words("last") | words("head") | words("title")


@lru_cache(maxsize=65536)
def _modifies(before: str) -> bool:
    """Whether all of `before` is made of what may stand before a term."""
    if before in words("prefix") or before in words("modifier"):
        return True
    if len(before) > 1 and before[0] in words("prefix") | words("country") and all(
            syllable in words("country") for syllable in before[1:]):
        return True
    return any(before.endswith(noun) and _modifies(before[:-len(noun)])
               for noun in words("modifier") if len(noun) < len(before))

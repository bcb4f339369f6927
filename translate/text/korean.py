"""Korean particles that agree with the word before them, and the words around a term.

A term put in the place of another leaves the particle of the other behind: 평양은 becomes 도쿄은, where
도쿄는 is right. `repair` mends that one particle and touches nothing else; where the sound of the term
is not known it leaves the text as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate.records import Span
from translate.text.korean_boundaries import is_apart, may_begin, may_end, split_particle, stands
from translate.text.korean_particles import Particle, family_of, read
from translate.text.korean_silence import particle_start, sounding_end
from translate.text.korean_sounds import final_sound
from translate.text.korean_syllables import Sound

__all__ = [
    "Repair", "Sound", "final_sound", "find_repair", "may_begin", "may_end", "particle", "repair",
    "resolve_two_way", "respace", "split_particle", "stands", "titled",
]

_HANGUL = re.compile("[가-힣]+")
_WORD_END = re.compile(r"[가-힣]+(?!-?[^\W_])")
_REACH = 400
"""How many code points before a particle are read to find the sound that decides it."""
_BOTH = "|".join(rf"{one}(?:[(（]{other}[)）]|/{other})" for one, other in (
    ("은", "는"), ("는", "은"), ("이", "가"), ("가", "이"), ("을", "를"), ("를", "을"), ("과", "와"),
    ("와", "과")))
_TWO_WAY = re.compile(rf"(?P<one>{_BOTH})(?![가-힣])|[(（](?P<two>[이으])[)）](?P<rest>[가-힣]+)")
_SPACED_PARTICLE = re.compile(
    r" (?P<particle>(?:은|는|를|을|와|의|에|에서|에게|으로|라고|이라고|까지|부터|처럼|보다)"
    r"(?:는|도|의|만)?)(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Repair:
    """A particle that does not agree, and the one that does."""

    span: Span
    """Where the particle stands; what is attached to it (부터 in 으로부터) is not part of it."""
    before: str
    after: str

    def apply(self, text: str) -> str:
        """`text`, in which the repair was found, with the particle that agrees."""
        return text[:self.span.start] + self.after + text[self.span.end:]


def particle(word: str, kind: str, reading: str | None = None) -> str:
    """The particle `kind` as it is written behind `word`.

    `kind` is either shape or both (`은`, `은/는`, `(으)로`), with what is attached to it (`으로부터`).
    One that has a single shape (에서) is returned as it is. `reading` is how `word` is read aloud,
    where its letters do not tell. Behind a word whose sound is unknown the shape for vowels is
    returned, never both.

    >>> particle("조선중앙통신(KCNA)", "은/는"), particle("서울", "으로"), particle("UN", "이", "유엔")
    ('은', '로', '이')
    """
    found = family_of(kind)
    if found is None:
        return kind
    family, tail = found
    return family.form(final_sound(word, reading)) + tail


def repair(text: str, span: Span, reading: str | None = None) -> str:
    """`text` with the particle behind the term at `span` in the shape that the term asks for.

    >>> repair("도쿄은 평양으로부터", Span(0, 2)), repair("러시아은행", Span(0, 3))
    ('도쿄는 평양으로부터', '러시아은행')
    """
    found = find_repair(text, span, reading)
    return found.apply(text) if found else text


def find_repair(text: str, span: Span, reading: str | None = None) -> Repair | None:
    """What is wrong with the particle behind the term at `span`, read `reading`, if anything is.

    Closing brackets and quotation marks between the term and the particle are looked through, and
    the particle of 조선중앙통신(KCNA) is decided by 통신 whichever of the two the span holds.
    """
    start = particle_start(text, span.end)
    written = _particle_at(text, start)
    if written is None:
        return None
    found, length = written
    sound = _sound_before(text, start, span, reading)
    two_way = length != len(found.shape)
    if not two_way and (found.family.agrees(found.shape, sound) or _proves_nothing(found)):
        return None
    place = Span(start, start + length)
    return Repair(place, place.of(text), found.family.form(sound))


def resolve_two_way(text: str) -> str:
    """`text` with every two-way particle, 은(는) or (으)로, as the one that agrees.

    >>> resolve_two_way("평양은(는) 도쿄(으)로 KCNA이(가)")
    '평양은 도쿄로 KCNA가'
    """
    position = 0
    while found := _TWO_WAY.search(text, position):
        position = found.end()
        written = _particle_at(text, found.start())
        if written and found.start() and not text[found.start() - 1].isspace():
            shape = written[0].family.form(final_sound(text[:found.start()][-_REACH:]))
            text = text[:found.start()] + shape + text[found.start() + written[1]:]
            position = found.start() + len(shape)
    return text


def respace(text: str, span: Span) -> str:
    """`text` with the spacing that Seoul's orthography wants behind the term at `span`.

    A title or a dependent noun is written apart (이시바 총리, 미국 등), a particle is attached.

    >>> respace("이시바총리는", Span(0, 3)), respace("평양 에서는", Span(0, 2)), respace("북한군", Span(0, 2))
    ('이시바 총리는', '평양에서는', '북한군')
    """
    end = span.end
    apart = _HANGUL.match(text, end)
    if apart and is_apart(apart.group()):
        return f"{text[:end]} {text[end:]}"
    alone = _SPACED_PARTICLE.match(text, end)
    return text[:end] + text[alone.start("particle"):] if alone else text


def titled(name: str, title: str, country: str = "") -> str:
    """A person with the title behind the name, and the country before the title.

    >>> titled("이시바 시게루", "총리", "일본"), titled("이시바", "총리")
    ('이시바 시게루 일본 총리', '이시바 총리')
    """
    return " ".join(word for word in (name, country, title) if word)


def _particle_at(text: str, start: int) -> tuple[Particle, int] | None:
    """The particle that begins at `start`, and how many code points its own shape takes."""
    two_way = _TWO_WAY.match(text, start)
    if two_way:
        one, two, rest = two_way.group("one", "two", "rest")
        found = read(one[0] if one else two + rest)
        length = len(one) if one else len("(이)") + len(found.family.vowel) if found else 0
        return (found, length) if found else None
    hangul = _WORD_END.match(text, start)
    found = read(hangul.group()) if hangul else None
    return (found, len(found.shape)) if found else None


def _sound_before(text: str, start: int, span: Span, reading: str | None) -> Sound:
    """The sound that decides the particle at `start`; `reading` tells it where it is the term's."""
    before = text[max(0, start - _REACH):start]
    end = start - len(before) + sounding_end(before)
    return final_sound(before, reading if span.start < end <= span.end else None)


def _proves_nothing(found: Particle) -> bool:
    """Whether the shape may as well be a noun: 고 in 부산고, 면 in 냉면."""
    return found.family.vague and found.shape == found.family.vowel

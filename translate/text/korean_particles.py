"""The particles of Korean: which change with the sound before them, and what may follow them.

`FAMILIES` holds the particles and the forms of the copula 이다 that have two shapes, `FIXED` those
that have one. Beside each stands what may be attached to it up to the end of the word (에서는), so
that the 은 of 은행, the 이 of 이후 and the 로 of 로봇 are told from particles: with what follows
them they make no such chain.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from translate.text.korean_syllables import Sound, syllable_sound


@dataclass(frozen=True, slots=True)
class Family:
    """A particle, or a form of the copula, that has two shapes."""

    consonant: str
    """The shape behind a consonant."""
    vowel: str
    """The shape behind a vowel."""
    tails: frozenset[str]
    """What may be attached to it up to the end of the word; `""` where nothing need be."""
    rieul: bool = False
    """Whether ㄹ counts as a vowel (서울로)."""
    copula: bool = False
    """Whether `consonant` is right behind a vowel too (나라이다 beside 나라다)."""
    vague: bool = False
    """Whether `vowel` proves nothing: 고 may be a school, 면 a township, 자 a person, 론 a theory."""

    def form(self, sound: Sound) -> str:
        """The shape that agrees with `sound`; an unknown sound counts as a vowel."""
        closed = sound is Sound.CONSONANT or (sound is Sound.RIEUL and not self.rieul)
        return self.consonant if closed else self.vowel

    def agrees(self, shape: str, sound: Sound) -> bool:
        """Whether `shape` may stand behind `sound`; behind an unknown one any shape may."""
        if sound is Sound.UNKNOWN or shape == self.form(sound):
            return True
        return self.copula and shape == self.consonant


@dataclass(frozen=True, slots=True)
class Particle:
    """A particle as a text writes it."""

    family: Family
    shape: str
    """The shape that is written, `family.consonant` or `family.vowel`."""
    tail: str
    """What is attached to it; empty where nothing is."""


def _tails(words: str) -> frozenset[str]:
    """The words listed; a dash among them stands for nothing at all."""
    return frozenset(words.replace("-", " ").split()) | ({""} if "-" in words else frozenset())


def _family(shapes: str, tails: str = "-", marks: str = "") -> Family:
    """A family from one line of the table; marks: r(ieul), c(opula), v(ague)."""
    consonant, vowel = shapes.split("/")
    return Family(consonant, vowel, _tails(tails), *(mark in marks for mark in "rcv"))


_PAST = """다 다고 다고도 다고는 다는 다는데 다며 다면 다면서 다던 다지만 다거나 다가 다니 단 으며 으면 으면서 으나 으니
    으니까 으므로 으리라 을 을까 을지 을지도 을지는 을 음 음을 음이 음은 음에도 고 고요 던 던가 던지 던데 지 지만 지요 죠
    는데 는데도 는데요 는지 는지도 는지는 는지를 는가 느냐 느냐고 느냐는 기 기에 기는 기도 기를 기만 거나 거든 더라도
    더라면 습니다 습니까 습니다만 어 어요 어도 어야 었다 네 네요 구나 군 군요 노라 노라고 건만"""
_QUOTED = """- 고 고는 고도 고만 고까지 고까지는 고까지도 고조차 고밖에 고요 고나 곤 는 는데 는데도 는지 며 면 면서 면서도
    면은 면야 던 던데 던가 던지 니 니까 니요 서 서가 서요 서인지 지만 지 지요 죠 거나 든가 든지 든 기보다 기보다는 기보다도
    기보단 기에 기에는 기엔 도 도요 야 야만 야지 더니 더라도 하더라도 할 느니 오 네"""

FAMILIES = (
    _family("은/는"),
    _family("은커녕/는커녕"),
    _family("은요/는요"),
    _family("이/가"),
    _family("을/를"),
    _family("과/와", """- 의 는 는커녕 도 만 만은 만의 만이 만도 까지 까지도 까지는 조차 조차도 마저 마저도 라도 나 든
        같은 같이 같다 같아 함께 달리 더불어 마찬가지로"""),
    _family("으로/로", """- 는 도 만 만은 만도 만의 만이 만으로는 의 까지 까지는 까지도 까지의 까지만 부터 부터는 부터도 부터의
        부터만 부터가 서 서는 서도 서의 서만 서야 서가 서라도 서뿐 선 써 써는 써도 써만 써의 써야 나 나마 라도 라면 든 든지
        든가 밖에 밖에는 조차 조차도 야 야말로 뿐만 부턴 까진 하여금 하여 인하여 인해 인한 요""", "r"),
    _family("으론/론", "-", "rv"),
    _family("이나/나", "- 마 마도"),
    _family("이든/든", "- 지 지간에 가 가에"),
    _family("이랑/랑", "- 은 도 만 의"),
    _family("이야말로/야말로"),
    _family("아/야", "-", "v"),
    _family("이야/야", "-", "v"),
    _family("이여/여", "-", "v"),
    _family("이시여/시여", "-"),
    _family("이란/란", "- 다 답니다"),
    _family("이라/라", _QUOTED),
    _family("이랄/랄", "- 까 지 수"),
    _family("이랍니다/랍니다"),
    _family("이래/래", "- 요 도", "cv"),
    _family("이다/다", "-", "c"),
    _family("이었/였", _PAST, "c"),
    _family("이며/며", "-", "c"),
    _family("이면서/면서", "- 도 는", "c"),
    _family("이지만/지만", "- 은", "c"),
    _family("이지요/지요", "-", "c"),
    _family("이죠/죠", "-", "c"),
    _family("이니까/니까", "- 요 는", "c"),
    _family("이거나/거나", "-", "c"),
    _family("이거든/거든", "- 요", "c"),
    _family("이더라도/더라도", "-", "c"),
    _family("이므로/므로", "-", "c"),
    _family("이던/던", "- 가 지 데", "c"),
    _family("이냐/냐", "- 고 는 며 면 에 를", "c"),
    _family("이어/여", "서 서는 서도 서야 야 야만 야지 야할 야한다 도 요", "c"),
    _family("이에요/예요", "-", "c"),
    _family("이고/고", "- 도 요 서는 서야", "cv"),
    _family("이면/면", "- 은", "cv"),
    _family("이지/지", "- 는 도 를", "cv"),
    _family("이자/자", "-", "cv"),
    _family("이니/니", "- 만큼", "cv"),
    _family("이네/네", "- 요", "cv"),
    _family("이건/건", "-", "cv"),
    _family("이군/군", "- 요", "cv"),
)

_DELIMITERS = "- 는 도 만 만은 만이 만의 만도 만큼 만큼은 조차 조차도 마저 마저도 라도 나 나마 든 든지 야 야말로 커녕 요"
FIXED = {
    "의": _tails("-"),
    "에": _tails(_DELIMITERS + " 의 까지 까지는 까지도 부터 서부터 로 로의 로는 다 다가 대한 대해 대하여 의한 의해 의하여 따라 따른 따르면"),
    "엔": _tails("-"),
    "에서": _tails(_DELIMITERS + """ 의 와 와의 와는 와도 까지 까지는 까지도 부터 부터는 부터의 처럼 처럼은 보다 보다는 보다도 밖에
        밖에는 같은"""),
    "에선": _tails("-"),
    "에게": _tails(_DELIMITERS + " 의 서 서는 서도 서의 서만 선 까지 까지는 까지도 로 로의 로까지 처럼 보다 보다는 보다도 밖에 부터"),
    "에겐": _tails("-"),
    "한테": _tails(_DELIMITERS + " 서 서는 서도 까지 로 처럼 보다"),
    "께": _tails("- 서 서는 서도 서만 서의 서와 는 도 만"),
    "더러": _tails("- 는"),
    "도": _tails("- 요"),
    "만": _tails("- 은 이 을 의 도 으로 으로는 으로도 으로의 이라도 의 큼 큼은 큼이나 큼이 큼을 큼도 큼의 큼만 에 한 해도"),
    "까지": _tails("- 는 도 의 만 만은 가 를 로 로는 로의 라도 나 조차 진 와 와의 에 에는"),
    "까진": _tails("-"),
    "부터": _tails("- 는 도 의 만 가 를 라도 나 까지 까지의 까지는 까지도"),
    "부턴": _tails("-"),
    "조차": _tails("- 도 가 를 는 에"),
    "마저": _tails("- 도 가 를 는"),
    "마다": _tails("- 의 는 도 가 를"),
    "밖에": _tails("- 는 도 의 야"),
    "뿐": _tails("- 만 만이 만은 만도 이 은 이랴 더러 이라 아니라 만아니라 만이아니라"),
    "처럼": _tails("- 은 도 만 의 만은 이라도"),
    "보다": _tails("- 는 도 야 만 더"),
    "보단": _tails("-"),
    "대로": _tails("- 는 의 만 라면 도 가 를 에"),
    "같이": _tails("- 도 만"),
    "하고": _tails("- 는 도 의 만 나"),
    "치고": _tails("- 는 도 서는"),
    "커녕": _tails("-"),
    "씩": _tails("- 이 을 은 의 이나 만 도"),
    "끼리": _tails("- 는 도 의 만 라도"),
    "서": _tails("- 는 도 의 만 부터 까지"),
    "인": _tails("- 데 데도 데다 데요 지 지도 지는 지를 지라 가 가를 가는 들 즉 양 만큼 바 이상 듯 듯한 셈"),
    "일": _tails("- 까 지 지도 지는 지를 지라도 뿐 뿐이다 뿐이며 뿐이고 때 수 수도 수밖에 리 텐데 테니"),
    "임": _tails("- 을 이 은 에도 과 에 으로 의"),
    "입": _tails("니다 니까 니다만"),
    "이기": _tails("- 도 는 에 를 만 때문 때문에 때문이다 까지 에는"),
    "이긴": _tails("- 하지만 해도 하다 한데"),
    "이길": _tails("-"),
    "이시": _tails("다 며 고 여 었다 었으며 자 기에 라고"),
    "이신": _tails("- 데"),
    "이십": _tails("니다 니까"),
}


@lru_cache(maxsize=4096)
def read(rest: str) -> Particle | None:
    """The two-shaped particle that `rest`, the hangul behind a word, begins with, if it is one.

    >>> read("은").family.vowel, read("으로부터는").tail, read("은행"), read("에서는")
    ('는', '부터는', None, None)
    """
    readings = (Particle(family, shape, rest[len(shape):])
                for family in FAMILIES for shape in (family.consonant, family.vowel)
                if rest.startswith(shape) and _follows(rest[len(shape):], family))
    return next(readings, None)


@lru_cache(maxsize=4096)
def is_chain(rest: str) -> bool:
    """Whether `rest` is a particle or several, or the copula, and nothing else.

    >>> is_chain("에서는"), is_chain("뿐이었다"), is_chain("은행")
    (True, True, False)
    """
    return read(rest) is not None or any(
        rest.startswith(fixed) and (rest[len(fixed):] in tails
                                    or _is_copula(rest[len(fixed):], syllable_sound(fixed[-1])))
        for fixed, tails in FIXED.items())


def _follows(tail: str, family: Family) -> bool:
    """Whether `tail` may be attached to `family`.

    The orthography of North Korea also attaches 것 (이라는것을), which Seoul writes apart.
    """
    if tail in family.tails:
        return True
    stem, thing, rest = tail.partition("것")
    return bool(thing) and stem in ("는", "던", "을") and stem in family.tails and (
        not rest or is_chain(rest))


def _is_copula(rest: str, sound: Sound) -> bool:
    """Whether `rest` is a form of 이다 as it stands behind another particle (에서였다)."""
    particle = read(rest)
    return particle is not None and (particle.family.copula or particle.shape in ("이라", "라")) and (
        particle.family.agrees(particle.shape, sound))


@lru_cache(maxsize=4096)
def family_of(kind: str) -> tuple[Family, str] | None:
    """The family that `kind` names, by either shape or both, and what is attached to it.

    >>> [family_of(kind)[0].vowel for kind in ("은/는", "은(는)", "(으)로부터", "이라고")]
    ['는', '는', '로', '라']
    """
    written = kind.partition("/")[0]
    if written.startswith(("(이)", "(으)")):
        written = written[1] + written[3:]
    written = written.partition("(")[0]
    particle = read(written)
    if particle:
        return particle.family, particle.tail
    return next(((family, "") for family in FAMILIES
                 if written in (family.consonant, family.vowel)), None)

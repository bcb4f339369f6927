"""Particles of a Korean text that do not agree with the word before them, found without a dictionary.

Behind a term that is known, a digit, a Latin letter or a bracket every particle is one. Behind any other
word of hangul only those shapes are looked at that a word hardly ever has by itself: 를 behind a consonant,
으로 behind a vowel, 는 behind a consonant that no verb stem ends in. What may be a noun as well (국가, 도로,
아이, 효과) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from translate.records import Span
from translate.text.korean import Repair, find_repair
from translate.text.korean_boundaries import words
from translate.text.korean_silence import particle_start, sounding_end
from translate.text.korean_syllables import Sound, is_hangul, syllable_sound


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A particle that is wrong, and how sure that is."""

    repair: Repair
    sure: bool
    """Not behind a Latin word, whose sound its spelling only suggests."""


_CLOSED = r"(?:(?<=[^\W가-힣])|(?<=[)）\]］」』〉》’”%℃°㎞㎏㎡*])|(?<=\S['\"]))"
"""Behind a letter or digit of another script, or a mark that closes something."""
_TWO_WAY = re.compile(r"(?:은|는|이|가|을|를|과|와)[(（/](?:은|는|이|가|을|를|과|와)[)）]?(?![가-힣])"
                      r"|[(（][이으][)）](?=[가-힣])")
_BEHIND_OTHERS = re.compile(rf"{_CLOSED}(?:(?:은|는|이|가|을|를|과|와|으로|로)(?:부터|의|는|도|써|서)?|이?라고|이?라는"
                            r"|이?라며)(?![가-힣])")
_BEHIND_HANGUL = re.compile(
    r"(?<=[가-힣]{2})(?:[를을는은](?![가-힣])|와(?=(?:의|는|도)?(?![가-힣]))"
    r"|으로(?=(?:부터|의|는|도|써|서|만)*(?![가-힣]))|로(?=부터|써)|라(?=[고는며](?![가-힣])))")
_BEHIND_TITLE = re.compile(r"(?<=[가-힣]{2})[이가과로](?=(?:부터|의|는|도|서)?(?![가-힣]))")
_STEMS = frozenset("""있없않먹받잡찾믿읽걷듣묻갖맞웃찍입씻낳넣놓닿쌓뽑꼽접업집씹굽눕돕줍엮섞깎닦묶볶꺾겪낚솟뺏벗긋짓잇붓낫꽂맺찢늦잊젖
    짖맡뱉붙같얕짙덮엎갚깊높싶좋싫많않끊앓잃옳닳뚫꿇끓쫓좇빻찧땋앉얹밟넓얇짧떫젊삶닮굶옮핥훑읊값겠었았였했됐갔왔봤섰졌쳤켰렸겼녔꼈폈랐났찼샀팠
    웠쐈똑녹식썩막죽속박적작익묵숙꺽녘륙넘남참담숨품심뿜안신쏟닫굳돋뜯
    얻딛싣뻗앗긷곧""")
"""Last syllables of verbs and endings behind which 는 and 은 belong to the verb (먹는, 있는, 좋은)."""
_NOUNS_IN_EUL = re.compile(r"(?:가을|마을|노을|고을|서울|방울|겨울|하을|개을|[지이나부그저주]을)\Z")
_NOUNS_IN_EUN = re.compile(r"(?:[지이나부그저주고하다가조시수]은)\Z")
_REACH = 40


def disagreements(text: str, known: Iterable[tuple[Span, str]] = ()) -> Iterator[Disagreement]:
    """The wrong particles of `text`, each once; `known` are terms with their readings (or "").

    >>> [one.repair.after for one in disagreements("평양는 도쿄을 서울으로 3를")]
    ['은', '를', '로', '을']
    """
    found: dict[int, Disagreement] = {}
    clear: set[int] = set()
    for span, reading in known:
        place = particle_start(text, span.end)
        repair = find_repair(text, span, reading or None)
        if repair:
            found[repair.span.start] = Disagreement(repair, _is_sure(text, place) or bool(reading))
        else:
            clear.add(place)
    for one in (*_two_way(text), *_behind_others(text), *_behind_hangul(text)):
        if one.repair.span.start not in clear:
            found.setdefault(one.repair.span.start, one)
    yield from (found[place] for place in sorted(found))


def _two_way(text: str) -> Iterator[Disagreement]:
    for match in _TWO_WAY.finditer(text):
        if match.start() and (repair := find_repair(text, Span(match.start() - 1, match.start()))):
            yield Disagreement(repair, True)


def _behind_others(text: str) -> Iterator[Disagreement]:
    """Particles behind digits, Latin letters, brackets and quotes."""
    for match in _BEHIND_OTHERS.finditer(text):
        if match.start() and (repair := find_repair(text, Span(match.start() - 1, match.start()))):
            yield Disagreement(repair, _is_sure(text, match.start()))


def _is_sure(text: str, place: int) -> bool:
    """Whether the sound before `place` is that of hangul, a digit or an acronym."""
    before = text[max(0, place - _REACH):place]
    end = sounding_end(before)
    return end > 0 and not before[end - 1].islower() and before[end - 1] not in "+"


def _behind_hangul(text: str) -> Iterator[Disagreement]:
    places = [match.start() for match in _BEHIND_HANGUL.finditer(text) if _is_wrong(
        _word_before(text, match.start()), match.group(), syllable_sound(text[match.start() - 1]))]
    places += [match.start() for match in _BEHIND_TITLE.finditer(text)
               if _word_before(text, match.start()).endswith(_titles())]
    for place in places:
        repair = find_repair(text, Span(place - 1, place))
        if repair:
            yield Disagreement(repair, True)


@cache
def _titles() -> tuple[str, ...]:
    return tuple(words("title"))


def _word_before(text: str, place: int) -> str:
    start = place
    while start and place - start < _REACH and is_hangul(text[start - 1]):
        start -= 1
    return text[start:place]


def _is_wrong(word: str, shape: str, sound: Sound) -> bool:
    """Whether `shape` cannot stand behind `word` as anything but a particle that does not agree."""
    closed = sound is not Sound.VOWEL
    if shape == "를":
        return closed
    if shape == "을":
        return not closed and not _NOUNS_IN_EUL.search(word + shape)
    if shape == "는":
        return closed and word[-1] not in _STEMS
    if shape == "은":
        return not closed and not _NOUNS_IN_EUN.search(word + shape)
    if shape == "으로":
        return sound is not Sound.CONSONANT
    if shape in ("로", "라"):
        return sound is Sound.CONSONANT
    return closed

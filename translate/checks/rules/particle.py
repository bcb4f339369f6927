"""A Korean particle agrees with the sound before it: 평양은, 도쿄는; and none is written in two shapes.

Brackets and quotes are looked through, digits, acronyms and the glossary's readings count as they are read
aloud. Behind a Latin word, whose sound its spelling only suggests, it is a note.

Fires:
    - ko: Pyongyang refused. => 평양는 거부했다.
    - ko: Tokyo agreed. => 도쿄은(는) 동의했다.
    - ko: It fell to 3. => 3로 떨어졌다.
    - ko {id: n, kind: place, en: Nara, ko: 나라}: Nara agreed. => 나라이 동의했다.
Passes:
    - ko: KCNA said so. => 조선중앙통신(KCNA)은 그렇게 말했다.
    - ko: The state acts. => 국가가 먹는 가을 사과는 좋은 효과를 냈다.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.glossary.model import reading
from translate.records import Flaw, Span
from translate.text.korean_agreement import disagreements

LEVEL = "error"
CODE = "S09"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each particle that does not agree with what stands before it."""
    if unit.languages[1] != "ko":
        return
    for one in disagreements(unit.target, _known(unit)):
        repair = one.repair
        yield Flaw(f"{repair.before} does not agree with the word before it; write {repair.after}", repair.span,
                   level=None if one.sure else "info", fix=repair.after)


def _known(unit: Unit) -> Iterator[tuple[Span, str]]:
    """The terms that stand in the translation, each with its reading."""
    for mention, found in zip(unit.mentions, unit.assignment.served if unit.mentions else ()):
        if found:
            read = mention.reading if found.form == mention.wanted else reading(mention.entry, found.form)
            yield found.span, read
    for match in unit.stated:
        if len(match.span) > 1:
            yield match.span, reading(match.entry, match.span.of(unit.target))

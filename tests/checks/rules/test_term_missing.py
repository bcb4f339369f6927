"""Cases of term-missing, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import term_missing
from tests.checks.judging import flaws

CASES = (
    ("ko", [("KCNA said so.", "조선 중앙통신은 그렇게 말했다.")], '{id: kcna, en: KCNA, ko: 조선중앙통신}',
     []),
    ("ja", [("Toyota said so.", "Toyotaはこう述べた。")], '{id: t, kind: organization, en: Toyota, ja: トヨタ}',
     [('Toyota', 'warning', 'トヨタ')]),
    ("ko", [("Seoul met Tokyo.", "평양은 도쿄를 만났다."), ("Pyongyang left.", "평양이 떠났다.")],
     '{id: s, kind: place, en: Seoul, ko: 서울}\n'
     '{id: t, kind: place, en: Tokyo, ko: 도쿄}\n'
     '{id: p, kind: place, en: Pyongyang, ko: 평양}',
     [('평양', 'error', '서울')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(term_missing, language, *pairs, entries=entries) == wanted

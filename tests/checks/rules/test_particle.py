"""Cases of particle, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import particle
from tests.checks.judging import flaws

CASES = (
    ("ko", [("KCNA said so.", "조선중앙통신(KCNA)은 먹는 가을 국가로 갔다.")], '',
     []),
    ("ko", [("Pyongyang refused.", "평양는 도쿄를 거부했다.")], '',
     [('는', 'error', '은')]),
    ("ko", [("Tokyo.", "도쿄은(는) 서울으로 갔다.")], '',
     [('은(는)', 'error', '는'), ('으로', 'error', '로')]),
    ("ja", [("Tokyo.", "東京は")], '',
     []),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(particle, language, *pairs, entries=entries) == wanted

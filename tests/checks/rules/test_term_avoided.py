"""Cases of term-avoided, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import term_avoided
from tests.checks.judging import flaws

CASES = (
    ("ko", [("KCNA said so.", "조선중앙통신은 말했다.")], '{id: k, en: KCNA, ko: {use: 조선중앙통신, avoid: [중앙통신]}}',
     []),
    ("ko", [("KCNA said so.", "한국중앙통신은 말했다.")], '{id: k, en: KCNA, ko: {use: 조선중앙통신, avoid: [한국중앙통신]}}',
     [('한국중앙통신', 'error', '조선중앙통신')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(term_avoided, language, *pairs, entries=entries) == wanted

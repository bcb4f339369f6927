"""Cases of term-count, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import term_count
from tests.checks.judging import flaws

CASES = (
    ("ko", [("UN staff left the UN.", "유엔 직원들이 유엔을 떠났다.")], '{id: un, en: UN, ko: 유엔}',
     []),
    ("ko", [("UN staff left the UN.", "유엔 직원들이 떠났다.")], '{id: un, en: UN, ko: 유엔}',
     [('', 'info', '')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(term_count, language, *pairs, entries=entries) == wanted

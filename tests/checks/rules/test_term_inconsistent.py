"""Cases of term-inconsistent, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import term_inconsistent
from tests.checks.judging import flaws

CASES = (
    ("ko", [("The UN met.", "유엔이 모였다."), ("The UN left.", "유엔이 떠났다.")],
     '{id: un, kind: organization, en: UN, ko: [유엔, 국제연합]}',
     []),
    ("ko", [("The UN met.", "유엔이 모였다."), ("The UN left.", "국제연합이 떠났다.")],
     '{id: un, kind: organization, en: UN, ko: [유엔, 국제연합]}',
     [('국제연합', 'warning', '유엔')]),
    ("ko", [("Arizona won.", "애리조나가 이겼다."), ("Arizona left.", "아리조나가 떠났다.")],
     '{id: a, kind: place, en: Arizona, ko: 애리조나}',
     [('아리조나', 'error', '애리조나')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(term_inconsistent, language, *pairs, entries=entries) == wanted

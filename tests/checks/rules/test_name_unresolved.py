"""Cases of name-unresolved, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import name_unresolved
from tests.checks.judging import flaws

CASES = (
    ("ko", [("Kim Jong Un left.", "김정은이 떠났다.")],
     '{id: k, kind: person, en: {use: Kim Jong Un, short: Kim}, ko: 김정은}',
     []),
    ("ko", [("Kim left.", "김은 떠났다.")], '{id: k, kind: person, en: {use: Kim Jong Un, short: Kim}, ko: 김정은}',
     [('', 'info', '')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(name_unresolved, language, *pairs, entries=entries) == wanted

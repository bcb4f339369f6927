"""Cases of script-residue, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import script_residue
from tests.checks.judging import flaws

CASES = (
    ("ko", [("NATO used 5 km of iPhone cable.", "NATO는 iPhone 케이블 5 km를 썼다.")], '',
     []),
    ("ko", [("Alan Lithgow left.", "앨런 리스고(Alan Lithgow)가 떠났다.")], '',
     []),
    ("ko", [("It issued new guidelines.", "new guidelines를 냈다.")], '',
     [('guidelines', 'error', '')]),
    ("ja", [("Seoul spoke.", "서울が語った。")], '',
     [('서울', 'error', '')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(script_residue, language, *pairs, entries=entries) == wanted

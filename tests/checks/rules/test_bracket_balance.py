"""Cases of bracket-balance, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import bracket_balance
from tests.checks.judging import flaws

CASES = (
    ("ko", [("1) Talks", "1) 회담")], '',
     []),
    ("ja", [("He said \"go.", "彼は「行け。")], '',
     []),
    ("ko", [("North Korea (DPRK) fired.", "북한(DPRK이 발사했다.")], '',
     [('(', 'error', '')]),
    ("ja", [("He said \"go\".", "彼は「行け」」と言った。")], '',
     [('」', 'warning', '')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(bracket_balance, language, *pairs, entries=entries) == wanted

"""Cases of punctuation, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import punctuation
from tests.checks.judging import flaws

CASES = (
    ("ja", [("It costs 1,200 yen.", "1,200円だ。")], '',
     []),
    ("ja", [("He came, and left in 2024.", "彼は来て,2024年に去った.")], '',
     [(',', 'error', '、'), ('.', 'error', '。')]),
    ("ko", [("He came.", "그는 왔다。")], '',
     [('。', 'error', '.')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(punctuation, language, *pairs, entries=entries) == wanted

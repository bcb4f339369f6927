"""Cases of sentence-end, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import sentence_end
from tests.checks.judging import flaws

CASES = (
    ("ko", [("Talks in Tokyo", "도쿄에서 회담")], '',
     []),
    ("ja", [("He left.", "彼は去った")], '',
     [('た', 'warning', 'た。')]),
    ("ko", [("He left.", "그는 떠났다..")], '',
     [('..', 'warning', '.')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(sentence_end, language, *pairs, entries=entries) == wanted

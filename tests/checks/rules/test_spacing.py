"""Cases of spacing, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import spacing
from tests.checks.judging import flaws

CASES = (
    ("ko", [("He came, and left.", "그는 왔다, 그리고 떠났다.")], '',
     []),
    ("ko", [("He came, and left.", "그는 왔다 , 그리고 떠났다.")], '',
     [(' ', 'warning', '')]),
    ("ja", [("Talks in Tokyo.", "東京で 協議。")], '',
     [(' ', 'warning', '')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(spacing, language, *pairs, entries=entries) == wanted

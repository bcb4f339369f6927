"""Cases of quote-style, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import quote_style
from tests.checks.judging import flaws

CASES = (
    ("ja", [("\"Go,\" he said.", "「行け」と言った。")], '',
     []),
    ("ja", [("\"Go,\" he said.", "\"行け\"と言った。")], '',
     [('"行け"', 'warning', '「行け」')]),
    ("ko", [("\"Go,\" he said.", "“가라\"고 했다.")], '',
     [('"', 'info', '”')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(quote_style, language, *pairs, entries=entries) == wanted

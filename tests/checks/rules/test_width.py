"""Cases of width, first those that are right."""

from __future__ import annotations

import pytest

from translate.checks.rules import width
from tests.checks.judging import flaws

CASES = (
    ("ja", [("Trump spoke.", "トランプ（Trump）が語った。")], '',
     []),
    ("ja", [("Trump spoke.", "ﾄﾗﾝﾌﾟが語った。")], '',
     [('ﾄﾗﾝﾌﾟ', 'error', 'トランプ')]),
    ("ja", [("The North (DPRK).", "北朝鮮（DPRK)")], '',
     [(')', 'warning', '）')]),
)


@pytest.mark.parametrize("language, pairs, entries, wanted", CASES)
def test_flaws(language: str, pairs: list[tuple[str, str]], entries: str,
               wanted: list[tuple[str, str, str]]) -> None:
    assert flaws(width, language, *pairs, entries=entries) == wanted

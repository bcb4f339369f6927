"""Edges on which markup may stand."""

from __future__ import annotations

import pytest

from translate.text.words import is_edge, seek_edge, words


@pytest.mark.parametrize(("text", "expected"), [
    ("", []),
    ("— , 。", []),
    ("Kim's (KCNA) said", ["Kim", "s", "KCNA", "said"]),
    ("조선중앙통신(KCNA)은 3월", ["조선중앙통신", "KCNA", "은", "3월"]),
    ("朝鮮中央通信はドナルド・トランプ氏を", ["朝鮮中央通信", "は", "ドナルド・トランプ", "氏", "を"]),
    ("ＡＢと12日", ["ＡＢ", "と", "12", "日"]),
])
def test_words(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text)] == expected


@pytest.mark.parametrize("text", [
    "K|im", "1|,000", "1,|000", "3|.5", "don|'t", "don’|t", "조|선", "북한|은", "KCNA|는", "(KCNA)|은",
    "“북한”|은", "\"북한\"|은", "トラ|ンプ", "ドナルド|・", "e|\u0301",
])
def test_no_edge(text: str) -> None:
    assert not is_edge(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize("text", [
    "|Kim", "Kim|", "Kim| Lee", "Kim|,", "(|KCNA", "KCNA|)", "朝|鮮", "通信|は", "KCNA|は", "3|月",
    "トランプ|氏", "말했다. \"|북한", "‘|북한", "ส|วั",
])
def test_edge(text: str) -> None:
    assert is_edge(text.replace("|", ""), text.index("|"))


def test_seek_edge_stops_at_the_limit_and_gives_up_on_what_is_no_word() -> None:
    assert seek_edge("Kim said", 1, 1, 8) == 3
    assert seek_edge("Kim said", 1, -1, 0) == 0
    assert seek_edge("Kim said", 1, 1, 2) == 2
    assert seek_edge("x" * 1000, 5, 1, 1000) == 5

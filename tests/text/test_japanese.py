"""Japanese names stand whole, with title and brackets in the house's way, and no stray space."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.records import Span
from translate.text.japanese import (
    Brackets, add_shi, brackets, close_spaces, full_kana, house_width, name_key, name_variants,
    stands, titled,
)

CASES = Path(__file__).parents[1] / "cases" / "japanese"
TEXTS = st.text("平壌のトランプー・･=＝ 　()（）KCNA17ﾄﾞ、", max_size=14)


def cases(name: str) -> list[list[str]]:
    """The rows of a table of cases."""
    rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [row.split("\t") for row in rows if not row.startswith("#")]


def marked(text: str) -> tuple[str, Span]:
    """`text` without its ⟦⟧, and the span they enclose."""
    before, term, after = text.replace("⟧", "⟦").split("⟦")
    return before + term + after, Span(len(before), len(before) + len(term))


@pytest.mark.parametrize(("text", "wanted"), cases("boundaries.tsv"))
def test_stands(text: str, wanted: str) -> None:
    assert stands(*marked(text)) is (wanted == "yes")


@pytest.mark.parametrize(("text", "wanted"), cases("shi.tsv"))
def test_add_shi(text: str, wanted: str) -> None:
    assert add_shi(*marked(text)) == wanted


@pytest.mark.parametrize(("text", "style", "wanted"), cases("brackets.tsv"))
def test_brackets(text: str, style: Brackets, wanted: str) -> None:
    assert brackets(text, style) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases("spaces.tsv"))
def test_close_spaces(text: str, wanted: str) -> None:
    assert close_spaces(*marked(text)) == marked(wanted)


def test_titled() -> None:
    assert titled("石破", "首相") == "石破首相"
    assert titled("ドナルド・トランプ", "大統領", "米国") == "米国のドナルド・トランプ大統領"


@pytest.mark.parametrize("other", [
    "ドナルドトランプ", "ドナルド･トランプ", "ドナルド=トランプ", "ドナルド＝トランプ", "ドナルド゠トランプ",
    "ドナルド トランプ", "ドナルド　トランプ", "ﾄﾞﾅﾙﾄﾞ･ﾄﾗﾝﾌﾟ",
])
def test_a_foreign_name_is_the_same_however_it_is_joined(other: str) -> None:
    assert name_key(other) == name_key("ドナルド・トランプ")
    assert full_kana(other) in name_variants("ドナルド・トランプ")


def test_other_names_have_no_variants() -> None:
    for name in ("", "平壌", "トランプ", "NHK", "John Smith", "日・中", "・"):
        assert name_variants(name) == (name,)


def test_width() -> None:
    assert house_width("KCNA（12）、トランプ！café") == "KCNA（12）、トランプ！café"
    assert house_width("ＫＣＮＡ　１２　ﾄﾗﾝﾌﾟ") == "KCNA　12　トランプ"


@given(TEXTS)
def test_brackets_are_idempotent_and_keep_what_is_no_bracket(text: str) -> None:
    for style in ("full", "half"):
        once = brackets(text, style)
        assert brackets(once, style) == once
        assert [letter for letter in once if letter not in "()（） "] == [
            letter for letter in text if letter not in "()（） "]


@given(TEXTS, TEXTS, TEXTS)
def test_closing_spaces_moves_the_span_with_the_term(before: str, term: str, after: str) -> None:
    text, span = close_spaces(before + term + after, Span(len(before), len(before) + len(term)))
    assert span.of(text) == term
    assert close_spaces(text, span) == (text, span)
    assert text.replace(" ", "") == (before + term + after).replace(" ", "")

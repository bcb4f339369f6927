"""Addresses are found whole, without the signs and particles behind them."""

from __future__ import annotations

import pytest

from translate.records import Mark, Span
from translate.text.addresses import addresses, protect_addresses
from translate.text.nesting import parents


@pytest.mark.parametrize("text", [
    "", "Kim said.", "U.S.-led", "a @kim b", "12@", "http:// x", "node.js", "5 @ 3"])
def test_no_address(text: str) -> None:
    assert addresses(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("See https://kcna.kp/a_b?x=1&y=%20#z.", ["https://kcna.kp/a_b?x=1&y=%20#z"]),
    ("(www.kcna.kp)", ["www.kcna.kp"]),
    ("https://en.wikipedia.org/wiki/Kim_(name), he", ["https://en.wikipedia.org/wiki/Kim_(name)"]),
    ("https://kcna.kp에서 desk@kcna.co.kp로", ["https://kcna.kp", "desk@kcna.co.kp"]),
    ("http://a.kp/、http://b.kp。", ["http://a.kp/", "http://b.kp"]),
    ("\"http://a.kp\" 'http://b.kp'", ["http://a.kp", "http://b.kp"]),
])
def test_addresses(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in addresses(text)] == expected


def test_an_address_in_a_pair_stands_in_it() -> None:
    text = "see www.a.kp now"
    outer, point = Mark(Span(0, 12), "<b>", "</b>"), Mark(Span(4, 4), "<p/>", depth=1)
    marks = protect_addresses(text, [outer, point])
    assert [mark.span.of(text) for mark in marks] == ["see www.a.kp", "", "www.a.kp"]
    assert parents(marks) == [-1, 0, 0] and marks[2].protected and marks[2].depth == 1


@pytest.mark.parametrize("mark", [
    Mark(Span(6, 6), "<wbr>"), Mark(Span(0, 7), "<b>", "</b>"), Mark(Span(6, 16), "<b>", "</b>"),
    Mark(Span(0, 12), "`", "`", protected=True),
])
def test_an_address_that_a_mark_cuts_or_protects_is_left_alone(mark: Mark) -> None:
    assert protect_addresses("see www.a.kp now", [mark]) == (mark,)

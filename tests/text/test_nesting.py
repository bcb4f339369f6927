"""Marks as a tree, from their order, spans and depth."""

from __future__ import annotations

import pytest

from translate.records import Mark, Span
from translate.text.nesting import is_point, parents, weave


def pair(start: int, end: int, name: str = "b", depth: int = 0, protected: bool = False) -> Mark:
    return Mark(Span(start, end), f"<{name}>", f"</{name}>", protected, depth)


def point(place: int, depth: int = 0) -> Mark:
    return Mark(Span(place, place), "<p/>", depth=depth)


@pytest.mark.parametrize(("marks", "expected"), [
    ([], []),
    ([pair(0, 2), pair(2, 4)], [-1, -1]),
    ([pair(0, 4), pair(1, 2), pair(2, 3)], [-1, 0, 0]),
    ([pair(0, 4), pair(0, 4), point(0)], [-1, 0, 1]),
    ([point(1), pair(1, 2)], [-1, -1]),
    ([pair(0, 2), point(2, depth=1)], [-1, 0]),
    ([pair(0, 2), point(2)], [-1, -1]),
    ([pair(0, 3), pair(1, 3, depth=1), point(3, depth=1), point(3)], [-1, 0, 0, -1]),
    ([pair(1, 1), pair(1, 1, depth=1), pair(1, 1)], [-1, 0, -1]),
    ([pair(1, 1), pair(1, 3)], [-1, -1]),
])
def test_parents(marks: list[Mark], expected: list[int]) -> None:
    assert parents(marks) == expected


@pytest.mark.parametrize(("marks", "expected"), [
    ([], "abc"),
    ([pair(0, 3, "x"), pair(0, 1, "y", 1)], "<x><y>a</y>bc</x>"),
    ([pair(0, 2), point(2, depth=1)], "<b>ab<p/></b>c"),
    ([pair(0, 2), point(2)], "<b>ab</b><p/>c"),
    ([point(0), pair(3, 3)], "<p/>abc<b></b>"),
])
def test_weave(marks: list[Mark], expected: str) -> None:
    assert weave("abc", marks, lambda text, _: text) == expected


def test_marks_that_cross_are_still_written_in_pairs_that_close() -> None:
    marks = [pair(0, 2, "x"), pair(1, 3, "y")]
    assert weave("abc", marks, lambda text, _: text) == "<x>ab</x><y>c</y>"


def test_escape_is_told_what_is_protected() -> None:
    marks = [pair(1, 2, protected=True)]
    written = weave("a<c", marks, lambda text, keeper: text if keeper else text.upper())
    assert written == "A<b><</b>C"


def test_a_pair_without_text_is_no_point() -> None:
    assert is_point(point(1)) and not is_point(pair(1, 1)) and not is_point(pair(0, 1))

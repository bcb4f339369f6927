"""Counting term success and consistency."""

from __future__ import annotations

import pytest

from translate.records import Entry, Mention, Place, Span
from translate.terms.measure import TermScore, measure


def mention(entry: str, wanted: str, *admitted: str) -> Mention:
    return Mention(Span(0, 1), Entry(entry, "term", {}, "test", Place("test")), "full", wanted, admitted)


KIM = mention("kim", "김정은", "김정은 국무위원장")
NORTH = mention("north", "북한")


def test_nothing_counts_as_perfect() -> None:
    assert measure([], "ko") == TermScore(0, 0, 0, 0)
    assert (measure([], "ko").success, measure([], "ko").consistency) == (100.0, 100.0)


@pytest.mark.parametrize(("rows", "expected"), [
    ([("북한은 말했다.", [NORTH])], TermScore(1, 1, 0, 0)),
    ([("조선은 말했다.", [NORTH])], TermScore(1, 0, 0, 0)),
    ([("북한은 북한을 비판했다.", [NORTH, NORTH])], TermScore(2, 2, 1, 1)),
    ([("북한은 비판했다.", [NORTH, NORTH])], TermScore(2, 1, 1, 0)),
    ([("김정은은 갔다.", [KIM]), ("김정은 국무위원장은 왔다.", [KIM])], TermScore(2, 2, 1, 0)),
    ([("김정은은 갔다.", [KIM]), ("김정은이 왔다.", [KIM])], TermScore(2, 2, 1, 1)),
])
def test_one_document(rows: list[tuple[str, list[Mention]]], expected: TermScore) -> None:
    assert measure([rows], "ko") == expected


def test_documents_are_judged_apart() -> None:
    first, second = [("김정은은 갔다.", [KIM])], [("김정은 국무위원장은 왔다.", [KIM])]
    assert measure([first, second], "ko") == TermScore(2, 2, 0, 0)

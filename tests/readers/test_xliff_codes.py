"""Marks cut into the codes of sentences come back whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.readers import documents
from tests.readers.test_round_trip import parse
from translate.readers.xliff_codes import mark_ids, to_codes, to_marks
from translate.records import BilingualCode, Mark, Span
from translate.text.markup import carry


def cut(length: int, places: list[int]) -> list[Span]:
    edges = sorted({0, length, *(place for place in places if place < length)})
    return [Span(start, end) for start, end in zip(edges, edges[1:])] or [Span(0, 0)]


def pieces(text: str, marks: tuple[Mark, ...], parts: list[Span]) -> list[tuple[str, tuple[BilingualCode, ...]]]:
    ids, _ = mark_ids(marks, ())
    return [(part.of(text), codes) for part, codes in zip(parts, to_codes(marks, ids, parts))]


def test_a_pair_in_one_part_stays_a_pair() -> None:
    marks = (Mark(Span(0, 3), "<b>", "</b>"), Mark(Span(3, 3), "<br>"), Mark(Span(3, 7), "<i>", "</i>"))
    first, second = to_codes(marks, ("c1", "c2", "c3"), [Span(0, 3), Span(3, 7)])
    assert first == (BilingualCode("c1", "pair", Span(0, 3), "<b>", "</b>"),)
    assert second == (BilingualCode("c2", "point", Span(0, 0), "<br>"),
                      BilingualCode("c3", "pair", Span(0, 4), "<i>", "</i>"))


def test_a_pair_over_two_parts_is_a_start_and_an_end() -> None:
    first, second = to_codes((Mark(Span(1, 6), "<b>", "</b>"),), ("c1",), [Span(0, 4), Span(4, 9)])
    assert first == (BilingualCode("c1", "start", Span(1, 1), "<b>"),)
    assert second == (BilingualCode("c1", "end", Span(2, 2), "", "</b>"),)


def test_codes_that_lost_their_half_become_points() -> None:
    text, marks = to_marks([("one ", [BilingualCode("c1", "start", Span(1, 1), "<b>")]),
                            ("two", [BilingualCode("c2", "end", Span(1, 1), "", "</i>")])])
    assert text == "one two"
    assert marks == (Mark(Span(1, 1), "<b>"), Mark(Span(5, 5), "</i>"))


def test_marks_that_are_alike_share_an_id_in_order() -> None:
    bold, image = Mark(Span(0, 1), "<b>", "</b>"), Mark(Span(2, 2), "<img>")
    assert mark_ids((bold, image, bold), (image, bold, bold, image)) == (
        ("c1", "c2", "c3"), ("c2", "c1", "c3", "c7"))


@given(st.one_of(documents.html.map(lambda text: (text, ".html")),
                 documents.markdown.map(lambda text: (text, ".md"))),
       st.lists(st.integers(0, 40), max_size=4))
def test_there_and_back(document: tuple[str, str], places: list[int]) -> None:
    article = parse(*document)
    for block in article.blocks if article else ():
        other = carry(block, "표식 번역문. 다음 문장 " + block.text[:20])
        for each in (block, other):
            parts = pieces(each.text, each.marks, cut(len(each.text), places))
            assert to_marks(parts) == (each.text, each.marks)

"""Attention becomes links; links move and compose."""

from __future__ import annotations

from translate.engine.align import compose, link, shift
from translate.records import Span


def spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def test_no_source_token_with_text_gives_no_links() -> None:
    assert link([[1.0]], spans((0, 0)), spans((0, 2))) == ()


def test_each_target_token_is_linked_to_what_it_looked_at_most() -> None:
    source, target = spans((0, 3), (4, 9)), spans((0, 2), (2, 3))
    assert link([[0.1, 0.9], [0.7, 0.3]], source, target) == ((source[1], target[0]), (source[0], target[1]))


def test_tokens_without_text_and_the_end_token_are_left_out() -> None:
    source, target = spans((0, 0), (0, 4)), spans((0, 0), (0, 2))
    assert link([[0.9, 0.1, 0.0], [0.5, 0.2, 0.3]], source, target) == ((source[1], target[1]),)


def test_links_move_with_their_texts() -> None:
    assert shift(((Span(0, 1), Span(2, 3)),), 10, 20) == ((Span(10, 11), Span(22, 23)),)


def test_a_pivot_is_bridged_by_the_larger_overlap() -> None:
    first = ((Span(0, 4), Span(0, 2)), (Span(5, 9), Span(2, 8)))
    assert compose(first, ((Span(1, 6), Span(0, 3)),)) == ((Span(5, 9), Span(0, 3)),)


def test_what_the_pivot_does_not_cover_has_no_link() -> None:
    assert compose(((Span(0, 4), Span(0, 2)),), ((Span(5, 6), Span(0, 3)),)) == ()

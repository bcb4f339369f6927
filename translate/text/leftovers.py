"""What two texts should have in common letter for letter, and do not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translate.records import Span

Piece = tuple[str, Span]


def difference(pattern: re.Pattern[str], source: str, target: str) -> tuple[list[Piece], list[Piece]]:
    """What `pattern` finds in `source` alone, and in `target` alone; repeats count.

    >>> difference(re.compile(r"%[sd]"), "%s: %d, %d", "%d: %s")
    ([('%d', Span(start=8, end=10))], [])
    """
    return (over(_pieces(pattern, source), _pieces(pattern, target)),
            over(_pieces(pattern, target), _pieces(pattern, source)))


def over(some: Iterable[Piece], others: Iterable[Piece]) -> list[Piece]:
    """Those of `some` that `others` do not have, or have less often."""
    left = [text for text, _ in others]
    alone = []
    for piece in some:
        if piece[0] in left:
            left.remove(piece[0])
        else:
            alone.append(piece)
    return alone


def _pieces(pattern: re.Pattern[str], text: str) -> list[Piece]:
    return [(found[0], Span(*found.span())) for found in pattern.finditer(text)]

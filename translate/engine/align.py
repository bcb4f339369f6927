"""Cross-attention into links between source and target text."""

from __future__ import annotations

from collections.abc import Sequence

from translate.records import Span

Links = tuple[tuple[Span, Span], ...]


def link(attention: Sequence[Sequence[float]], source: Sequence[Span], target: Sequence[Span]) -> Links:
    """For each target token the source token it looked at most, both as text spans.

    Args:
        attention: [target tokens][source tokens, perhaps with an end token that is ignored].
        source: Where each source token stands in the source text.
        target: Where each target token stands in the target text.

    Tokens without text of their own (a lone word-start mark) are left out.
    """
    columns = [index for index, span in enumerate(source) if len(span)]
    if not columns:
        return ()
    return tuple((source[max(columns, key=row.__getitem__)], span)
                 for row, span in zip(attention, target) if len(span))


def shift(links: Links, source: int, target: int) -> Links:
    """`links` moved by so many code points on either side."""
    return tuple((Span(a.start + source, a.end + source), Span(b.start + target, b.end + target))
                 for a, b in links)


def compose(first: Links, second: Links) -> Links:
    """Links over a pivot: each target span goes where most of its pivot span came from."""
    composed = []
    for pivot, target in second:
        best = max(first, key=lambda pair: _shared(pair[1], pivot), default=None)
        if best is not None and _shared(best[1], pivot) > 0:
            composed.append((best[0], target))
    return tuple(composed)


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)

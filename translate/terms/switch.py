"""Renderings put into the source: what a package that copies them is given to translate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.records import Attention, Draft, Mention, Span


@dataclass(frozen=True, slots=True)
class Switched:
    """A source in which terms stand as their renderings already."""

    text: str
    moved: tuple[tuple[Span, Span], ...]
    """(span in the source, span in `text`) of each rendering, in order."""

    def back(self, span: Span) -> Span:
        """Where a span of `text` lies in the source; one that touches a rendering takes in its term."""
        return Span(self._back(span.start, False), self._back(span.end, True))

    def _back(self, position: int, end: bool) -> int:
        shift = 0
        for own, new in self.moved:
            inside = new.start < position <= new.end if end else new.start <= position < new.end
            if inside:
                return own.end if end else own.start
            if position >= new.end:
                shift = own.end - new.end
        return position + shift

    def draft(self, draft: Draft) -> Draft:
        """A draft of `text` as one of the source: its links and attention lead there."""
        links = tuple((self.back(here), there) for here, there in draft.links)
        attention = draft.attention
        if attention is not None:
            attention = Attention(attention.rows, tuple(self.back(span) if len(span) else span
                                                        for span in attention.source), attention.target)
        others = tuple(self.draft(other) for other in draft.alternatives)
        return replace(draft, links=links, attention=attention, alternatives=others)


def switch(source: str, mentions: Sequence[Mention]) -> Switched:
    """`source` with the wanted rendering of each mention in the place of its term.

    A possessive ending stays outside the term and is kept, an article before it goes.
    """
    pieces, moved, done, length = [], [], 0, 0
    for mention in sorted(mentions, key=lambda one: one.span):
        kept = source[done:mention.span.start]
        start = length + len(kept)
        pieces += [kept, mention.wanted]
        length = start + len(mention.wanted)
        moved.append((mention.span, Span(start, length)))
        done = mention.span.end
    return Switched("".join(pieces) + source[done:], tuple(moved))

"""Inline markup carried from a block to its translation, on the right words and never broken.

Whatever the translation says, every mark of the source stands in it exactly once, pairs are nested
as they were, and protected text (code, addresses) is there letter for letter.
"""

from __future__ import annotations

from dataclasses import replace

from translate.records import Block, Mark, Span
from translate.text.alignment import Links
from translate.text.placing import Placing
from translate.text.words import is_unspaced


def carry(block: Block, text: str, links: Links = ()) -> Block:
    """`block` with the translation `text`, and its marks on the words that render the marked ones.

    Args: block: A source block. text: The translation of its whole text. links: (source span,
        target span) in the two texts, one for each target token that is aligned. A link between two
        sentences, with spaces in its source, bounds the guess inside them where no token is linked.
        Without links the same words, then the proportional place decide.

    Marks cover whole words, a Korean particle with the word it follows. Protected text that the
    translation lost is put in where it belongs: there alone the result's text differs from `text`.
    """
    if text == block.text or not block.marks:
        return replace(block, text=text)
    return _assemble(block, Placing(block, text, links))


class _Writer:
    """Writes a translation anew, telling where its characters come to stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.length = self.done = 0

    def advance(self, end: int) -> int:
        """Write the translation as far as `end`; returns that place in the result."""
        if end > self.done:
            self._write(self.text[self.done:end])
            self.done = end
        return self.length

    def insert(self, piece: str, place: Span) -> Span:
        """Write `piece` instead of `place`, parted from its neighbours where it only comes between
        them."""
        self.advance(place.start)
        self.done = max(self.done, place.end)
        before = self.pieces[-1][-1] if self.pieces else " "
        if not len(place) and _needs_space(before):
            self._write(" ")
        start = self.length
        self._write(piece)
        end = self.length
        if not len(place) and _needs_space(self.text[self.done:self.done + 1]):
            self._write(" ")
        return Span(start, end)

    def _write(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)


def _needs_space(neighbour: str) -> bool:
    return neighbour.isalnum() and not is_unspaced(neighbour)


def _assemble(block: Block, placing: Placing) -> Block:
    """The translation with its marks in order, and lost protected text put in."""
    writer = _Writer(placing.target)
    marks: list[Mark] = []
    pending = [(child, False) for child in placing.ordered(-1)]
    places: dict[int, int] = {}
    while pending:
        index, leaving = pending.pop()
        mark = block.marks[index]
        if leaving:
            end = writer.advance(placing.spans[index].end)
            at = places[index]
            marks[at] = replace(mark, span=Span(marks[at].span.start, end))
        elif placing.keeps(index):
            marks += _protected(block, index, placing, writer)
        else:
            start = writer.advance(placing.spans[index].start)
            places[index] = len(marks)
            marks.append(replace(mark, span=Span(start, start)))
            pending += [(index, True), *((child, False) for child in placing.ordered(index))]
    writer.advance(len(placing.target))
    return replace(block, text="".join(writer.pieces), marks=tuple(marks))


def _protected(block: Block, index: int, placing: Placing, writer: _Writer) -> list[Mark]:
    """A protected mark and those inside it, which keep their places in its text."""
    mark, place = block.marks[index], placing.spans[index]
    if index in placing.lost:
        span = writer.insert(mark.span.of(block.text), place)
    else:
        span = Span(writer.advance(place.start), writer.advance(place.end))
    moved = span.start - mark.span.start
    inside = (block.marks[child] for child in placing.inside(index))
    return [replace(each, span=Span(each.span.start + moved, each.span.end + moved))
            for each in (mark, *inside)]

"""Stretches of a file that become a side of a pair: where each stands, how the file writes it, what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.checks.interface import Pair
from translate.checks.placing import index_in, place_in
from translate.records import Article, Block, Place, Span
from translate.text.segment import split


@dataclass(frozen=True, slots=True)
class Passage:
    """Some blocks that follow each other, or a sentence of them."""

    text: str
    place: Place
    raw: str
    """The text as the file writes it."""
    codes: tuple[tuple[int, str], ...] = ()
    """Inline codes, each with the place in the text where it opens."""

    def sentences(self, language: str) -> list[Passage]:
        """The sentences, in order; a code goes with the sentence in which it opens."""
        spans = split(self.text, language)
        ends = [span.start for span in spans[1:]] + [len(self.text) + 1]
        starts = [0, *ends[:-1]]
        return [self._part(span, start, end) for span, start, end in zip(spans, starts, ends)]

    def _part(self, span: Span, first: int, last: int) -> Passage:
        raw = self.raw[index_in(self.raw, self.text, span.start):index_in(self.raw, self.text, span.end - 1) + 1]
        codes = tuple((at - span.start, code) for at, code in self.codes if first <= at < last)
        return Passage(span.of(self.text), place_in(_alone(self), span), raw, codes)


def passages(article: Article, name: str) -> list[Passage]:
    """The blocks of an article; in a format without lines, the number of a block stands for its line."""
    found: list[Passage] = []
    line = column = 1
    for part in article.parts:
        raw = part.raw if isinstance(part, Block) else part
        if isinstance(part, Block):
            place = Place(name, len(found) + 1) if article.package else Place(name, line, column)
            found.append(Passage(part.text, place, raw, tuple(_codes(part))))
        line += raw.count("\n")
        column = len(raw) - raw.rfind("\n") if "\n" in raw else column + len(raw)
    return found


def joined(several: Sequence[Passage]) -> Passage:
    """Passages that follow each other, as one; the places of the later ones are lost."""
    if len(several) == 1:
        return several[0]
    starts = [sum(len(one.text) + 1 for one in several[:number]) for number in range(len(several))]
    codes = tuple((start + at, code) for start, one in zip(starts, several) for at, code in one.codes)
    text = " ".join(one.text for one in several)
    return Passage(text, several[0].place, " ".join(one.raw for one in several), codes)


def pair(source: Passage, target: Passage, article: str) -> Pair:
    """The two as a pair of an article."""
    codes = tuple(code for _, code in source.codes), tuple(code for _, code in target.codes)
    return Pair(source.text, target.text, target.place, article, codes=codes,
                raw="" if target.raw == target.text else target.raw)


def _alone(passage: Passage) -> Pair:
    return Pair("", passage.text, passage.place, raw=passage.raw)


def _codes(block: Block) -> Iterator[tuple[int, str]]:
    """A link is told by its tag: what it points to may be another page in another language."""
    for mark in block.marks:
        yield from ((mark.span.start, text) for text in (mark.open, mark.close) if text)

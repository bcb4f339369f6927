"""Translated sentences back into blocks, and blocks into a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from translate.engine.align import shift
from translate.pipeline.desk import Desk
from translate.pipeline.document import Outcome, Result, prepare
from translate.pipeline.translating import translate
from translate.readers.choose import reader_for
from translate.records import Block, Segment, Span, Translation
from translate.text.joints import seam
from translate.text.markup import carry


@dataclass(frozen=True, slots=True)
class Assembled:
    """An article's blocks in another language."""

    blocks: tuple[Block, ...]
    """With their markup on the right words."""
    spans: tuple[Span, ...]
    """By segment, where its translation stands in the text of its block."""


def write(result: Result, assembled: Assembled | None = None) -> bytes:
    """The translated file.

    Raises:
        OutputError: The format cannot hold the translation.
    """
    blocks = (assembled or assemble(result)).blocks
    article = replace(result.document.article, target=result.target)
    return result.document.reader.write(article, blocks)


def translate_text(text: bytes, source: str, desk: Desk) -> tuple[str, Result]:
    """A text in the desk's language, and how it came about.

    Raises:
        InputError: It is empty, or no text in a known encoding.
        EngineError: The decoder itself failed.
    """
    document = prepare(text, "text", source, reader_for(Path("text.txt")), None)
    result = next(translate([document], desk))
    return write(result).decode(result.document.article.encoding), result


def assemble(result: Result) -> Assembled:
    """The article's blocks with their translations and, on the right words, their markup."""
    document = result.document
    grouped: list[list[tuple[Segment, Outcome]]] = [[] for _ in document.article.blocks]
    for segment, outcome in zip(document.segments, result.outcomes):
        grouped[segment.block].append((segment, outcome))
    made = [_block(block, pairs, result.target) if pairs else (block, [])
            for block, pairs in zip(document.article.blocks, grouped)]
    return Assembled(tuple(block for block, _ in made), tuple(span for _, spans in made for span in spans))


def _block(block: Block, pairs: Sequence[tuple[Segment, Outcome]], target: str) -> tuple[Block, list[Span]]:
    """`block` in the target language; what white space stood around its sentences is kept or adapted."""
    pieces: list[str] = []
    links: list[tuple[Span, Span]] = []
    spans: list[Span] = []
    length = end = 0
    for segment, outcome in pairs:
        text = outcome.text if isinstance(outcome, Translation) else segment.text
        gap = block.text[end:segment.span.start]
        lead = seam(gap, pieces[-1], text, target) if pieces else gap
        pieces += [lead, text]
        length += len(lead)
        if isinstance(outcome, Translation):
            links += shift(outcome.links, segment.span.start, length)
        spans.append(Span(length, length + len(text)))
        length += len(text)
        end = segment.span.end
    joined = "".join(pieces) + block.text[end:]
    carried = carry(block, joined, links)
    return carried, _moved(spans, joined, carried.text)


def _moved(spans: list[Span], before: str, after: str) -> list[Span]:
    """`spans` of a text in what became of it when lost code or an address was put back into it."""
    if before == after:
        return spans
    matching = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()

    def moved(position: int, late: bool) -> int:
        block = next(one for one in (reversed(matching) if late else matching)
                     if (one.a <= position if late else position <= one.a + one.size))
        return min(max(block.b + position - block.a, block.b), block.b + block.size)
    starts = [moved(span.start, True) for span in spans]
    ends = [*starts[1:], len(after)]
    return [Span(start, max(start, min(end, moved(span.end, False))))
            for span, start, end in zip(spans, starts, ends)]

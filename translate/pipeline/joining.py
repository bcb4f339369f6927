"""Sentences that a person or a tool cut in another way than we do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.memory.approvals import even
from translate.pipeline.document import Document
from translate.pipeline.people import RUN, Piece, answered
from translate.records import BilingualFile, BilingualGap, BilingualSegment, BilingualUnit, Segment, Span
from translate.records.bilingual import STATES
from translate.text.segment import split


def joined(document: Document, file: BilingualFile) -> Document:
    """`document` with those of its sentences as one that a person has made one segment of in `file`."""
    own = {even(segment.text) for segment in document.segments}
    waiting = Counter(text for text in map(even, answered(file)) if text not in own)
    if not waiting:
        return document
    segments: list[Segment] = []
    left = len(document.segments)
    while left:
        whole, size = _longest(document, len(document.segments) - left, waiting)
        segments.append(whole)
        left -= size
    return replace(document, segments=tuple(segments))


def _longest(document: Document, first: int, waiting: Counter[str]) -> tuple[Segment, int]:
    """The segment that begins at `first`, and how many of the document's it takes."""
    for size in range(RUN, 1, -1):
        whole = _as_one(document, document.segments[first:first + size])
        if whole and waiting[even(whole.text)]:
            waiting[even(whole.text)] -= 1
            return whole, min(size, len(document.segments) - first)
    return document.segments[first], 1


def _as_one(document: Document, run: Sequence[Segment]) -> Segment | None:
    """Sentences of one block as one."""
    if len({segment.block for segment in run}) > 1:
        return None
    span = Span(run[0].span.start, run[-1].span.end)
    return Segment(run[0].block, span, span.of(document.article.blocks[run[0].block].text))


def mended(file: BilingualFile) -> BilingualFile:
    """`file` with the sentences whole that a tool has split."""
    return replace(file, units=tuple(replace(unit, parts=tuple(_mended(unit, file.source_language)))
                                     for unit in file.units))


def _mended(unit: BilingualUnit, language: str) -> Iterator[BilingualSegment | BilingualGap]:
    text = "".join(part.source for part in unit.parts)
    ends = [span.end for span in split(text, language)]
    group: list[BilingualSegment | BilingualGap] = []
    done, first = 0, 1
    for place, part in enumerate(unit.parts, 1):
        if not group:
            first = place
        group.append(part)
        done += len(part.source)
        # White space that a tool took into a segment may stand behind the end of the sentence.
        if isinstance(part, BilingualSegment) and any(done - len(part.source) < end <= done for end in ends):
            yield from _whole(group, first)
            group = []
    yield from group


def _whole(group: Sequence[BilingualSegment | BilingualGap],
           place: int) -> Iterator[BilingualSegment | BilingualGap]:
    """The parts of a sentence as one, and the gaps before it."""
    lead = next(number for number, part in enumerate(group) if isinstance(part, BilingualSegment))
    yield from group[:lead]
    piece = Piece("", tuple(group[lead:]), frozenset(), place + lead)
    one = piece.segments[0]
    if len(piece.segments) > 1:
        state = min((segment.state for segment in piece.segments), key=STATES.index)
        one = replace(one, source=piece.source, target=piece.target if piece.complete else None, state=state,
                      source_codes=(), target_codes=())
    yield one

"""A result as the file that translators work on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.pipeline.assembly import Assembled
from translate.pipeline.document import Outcome, Result
from translate.pipeline.people import DIGEST, ORIGIN, Kept, digest
from translate.readers.xliff_codes import mark_ids, to_codes
from translate.records import (
    BilingualCode, BilingualFile, BilingualGap, BilingualSegment, BilingualTerm, BilingualUnit, Failed, Rendered,
    Span, State, Translation, Unresolved,
)

PREFIX = "glosswire:"
"""Of our refinements of a segment's state."""
Codes = tuple[BilingualCode, ...]


def describe(result: Result, assembled: Assembled, source_digest: str, id: str = "f1",
             kept: Kept = Kept()) -> BilingualFile:
    """`result` as a file of an XLIFF document: a unit for each block, a segment for each sentence.

    Args:
        source_digest: SHA-256 of the source file.
        kept: What people wrote in an earlier one; their notes are taken over.
    """
    article = result.document.article
    numbers: dict[int, list[int]] = {}
    for number, segment in enumerate(result.document.segments):
        numbers.setdefault(segment.block, []).append(number)
    describer = _Describer(result, assembled, kept.notes)
    about = kept.about or ((),) * len(result.document.segments)
    units = tuple(BilingualUnit(f"u{block + 1}", tuple(describer.parts(block, own)),
                                article.blocks[block].kind, article.blocks[block].line,
                                tuple(note for number in own for note in about[number]))
                  for block, own in numbers.items())
    return BilingualFile(article.name, article.language, result.target, source_digest, units, id,
                         notes=kept.remarks)


@dataclass(frozen=True, slots=True)
class _Describer:
    """Describes the blocks of a result."""

    result: Result
    assembled: Assembled
    notes: Sequence[str]

    def parts(self, block: int, numbers: Sequence[int]) -> Iterator[BilingualSegment | BilingualGap]:
        """The sentences of a block and what stands between them; `numbers` are those of its segments."""
        source, target = self.result.document.article.blocks[block], self.assembled.blocks[block]
        segments, spans = self.result.document.segments, self.assembled.spans
        pairs = list(_cover([(segments[number].span, spans[number]) for number in numbers],
                            len(source.text), len(target.text)))
        ids, others = mark_ids(source.marks, target.marks)
        codes = zip(to_codes(source.marks, ids, [here for _, here, _ in pairs]),
                    to_codes(target.marks, others, [there for _, _, there in pairs]))
        for (index, here, there), (left, right) in zip(pairs, codes):
            if index is None:
                yield BilingualGap(here.of(source.text), there.of(target.text), left, right)
            else:
                yield self._segment(numbers[index], f"s{index + 1}", here.of(source.text),
                                    there.of(target.text), left, right)

    def _segment(self, number: int, id: str, source: str, target: str, left: Codes,
                 right: Codes) -> BilingualSegment:
        result = self.result
        outcome = result.outcomes[number]
        answer = result.answers[number] if result.answers else None
        state: State = "initial" if isinstance(outcome, Failed) else answer.state if answer else "translated"
        origin = "" if isinstance(outcome, Failed) else answer.origin if answer else outcome.origin
        return BilingualSegment(
            id, source, None if isinstance(outcome, Failed) else target, state,
            f"{PREFIX}{origin}" if origin else "", tuple(self._terms(number, target)), left, right,
            result.matches[number] if result.matches else (), self.notes[number] if self.notes else "",
            tuple(_facts(outcome, origin, target)))

    def _terms(self, number: int, target: str) -> Iterator[BilingualTerm]:
        """What became of the mentions of a sentence, and what stayed open, in source order."""
        outcome, segment = self.result.outcomes[number], self.result.document.segments[number]
        terms: list[BilingualTerm] = []
        if isinstance(outcome, Translation):
            moved = target != outcome.text
            terms += [_rendered(one, segment.text, moved) for one in outcome.mentions]
        terms += [_open(one, segment.text) for one in (self.result.open[number] if self.result.open else ())]
        yield from sorted(terms, key=lambda term: term.source or Span(0, 0))


def _cover(pairs: Sequence[tuple[Span, Span]], source: int,
           target: int) -> Iterator[tuple[int | None, Span, Span]]:
    """The sentences with their numbers and the gaps around them, over texts of these lengths."""
    here = there = 0
    for index, (left, right) in enumerate(pairs):
        if left.start > here or right.start > there:
            yield None, Span(here, left.start), Span(there, right.start)
        yield index, left, right
        here, there = left.end, right.end
    if source > here or target > there:
        yield None, Span(here, source), Span(there, target)


def _facts(outcome: Outcome, origin: str, target: str) -> Iterator[tuple[str, str]]:
    """What shows the next run who wrote the target, and whether it was changed since."""
    if isinstance(outcome, Translation):
        if origin:
            yield ORIGIN, origin
        if outcome.score is not None:
            yield "score", repr(round(outcome.score, 6))
        yield DIGEST, digest(target)


def _rendered(one: Rendered, source: str, moved: bool) -> BilingualTerm:
    mention = one.mention
    return BilingualTerm(mention.entry.id, mention.entry.kind, mention.span.of(source), mention.span,
                         mention.wanted, one.rung, None if moved else one.span, one.before, one.after,
                         one.change, mention.reason)


def _open(one: Unresolved, source: str) -> BilingualTerm:
    return BilingualTerm(" or ".join(entry.id for entry in one.entries), one.entries[0].kind,
                         one.span.of(source), one.span, "", "unresolved", reason=one.reason)

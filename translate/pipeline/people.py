"""What people answer for: sentences that they approved, or changed in a file that a run had written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from translate.memory.approvals import even
from translate.records import BilingualFile, BilingualGap, BilingualSegment, BilingualUnit, Segment, Span, State
from translate.records.bilingual import STATES

ORIGIN, DIGEST = "origin", "digest"
"""Names of facts that a segment of ours carries: who wrote it, and what shows that it was changed."""
EDITED, MEMORY = "edited", "memory"
"""Origins: a person changed it without answering for it; a person approved it, the memory told."""
_RUN = 4
"""Pieces at most into which a tool is taken to have split a sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A translation that a person wrote or approved."""

    text: str
    state: State
    """`translated` for a text that was changed, but that nobody has answered for yet."""
    origin: str = ""
    """`memory`: a run had taken it from there. `edited`: see there. Else it stands in the file alone."""
    links: tuple[tuple[Span, Span], ...] = ()
    """(source span, target span) of what the person put inline markup on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file that a run had written, and that people may have edited, gives to the next run."""

    answers: tuple[Answer | None, ...] = ()
    """By segment of the document."""
    notes: tuple[str, ...] = ()
    """By segment, what people wrote beside it."""
    homeless: int = 0
    """Answers to sentences that the document no longer has."""
    missing: int = 0
    """Sentences of the document that the file does not have."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Neighbouring segments of a unit that may be one sentence of ours."""

    unit: str
    parts: tuple[BilingualSegment | BilingualGap, ...]
    ids: frozenset[int]
    """Of its segments: their numbers in the file."""

    @property
    def segments(self) -> tuple[BilingualSegment, ...]:
        return tuple(part for part in self.parts if isinstance(part, BilingualSegment))


def digest(text: str) -> str:
    """What shows whether somebody changed a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def answers(file: BilingualFile, segments: Sequence[Segment]) -> Kept:
    """What the people who edited `file` say of `segments`.

    A sentence is found by its text, first in its own block and then anywhere, so that a person's work
    stays with it when paragraphs are added before it. What a tool split is put together again.
    """
    pieces = list(_pieces(file))
    offers: defaultdict[str, list[_Piece]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda piece: len(piece.ids)):
        offers[even("".join(part.source for part in piece.parts))].append(piece)
    taken: set[int] = set()
    found: list[_Piece | None] = [None] * len(segments)
    for own_block in (True, False):
        for index, segment in enumerate(segments):
            if found[index] is None:
                found[index] = _take(offers[even(segment.text)], taken,
                                     f"u{segment.block + 1}" if own_block else "")
    homeless = sum(_answer(piece) is not None for piece in pieces
                   if len(piece.ids) == 1 and not piece.ids & taken)
    return Kept(tuple(_answer(piece) if piece else None for piece in found),
                tuple("\n".join(filter(None, (one.note for one in piece.segments))) if piece else ""
                      for piece in found), homeless, found.count(None))


def _pieces(file: BilingualFile) -> Iterator[_Piece]:
    number = 0
    for unit in file.units:
        yield from _runs(unit, number)
        number += len(unit.segments)


def _runs(unit: BilingualUnit, number: int) -> Iterator[_Piece]:
    """Every run of up to `_RUN` segments with the gaps between them."""
    places = [index for index, part in enumerate(unit.parts) if isinstance(part, BilingualSegment)]
    for first in range(len(places)):
        for last in range(first, min(first + _RUN, len(places))):
            ids = frozenset(range(number + first, number + last + 1))
            yield _Piece(unit.id, unit.parts[places[first]:places[last] + 1], ids)


def _take(offers: Sequence[_Piece], taken: set[int], unit: str) -> _Piece | None:
    """The first of `offers` of which nothing is taken yet, in `unit` where one is named."""
    for piece in offers:
        if not piece.ids & taken and unit in ("", piece.unit):
            taken |= piece.ids
            return piece
    return None


def _answer(piece: _Piece) -> Answer | None:
    """What a person made of the sentence; None for what a machine wrote, and where there is nothing."""
    segments = piece.segments
    if not all(segment.target for segment in segments):
        return None
    approved = all(segment.approved for segment in segments)
    origins = {_origin(segment) for segment in segments}
    if not approved and EDITED not in origins:
        return None
    text = "".join(part.source if part.target is None else part.target for part in piece.parts)
    state = min((segment.state for segment in segments), key=STATES.index) if approved else "translated"
    origin = origins.pop() if len(origins) == 1 else ""
    return Answer(text, state, origin if approved else EDITED, tuple(_links(piece)))


def _origin(segment: BilingualSegment) -> str:
    """Who wrote the target as it stands; empty for a person who approved it here."""
    facts = dict(segment.facts)
    changed = DIGEST in facts and facts[DIGEST] != digest(segment.target or "")
    if segment.approved:
        return MEMORY if facts.get(ORIGIN) == MEMORY and not changed else ""
    return EDITED if changed else facts.get(ORIGIN, "")


def _links(piece: _Piece) -> Iterator[tuple[Span, Span]]:
    """The stretches that have the same markup on both sides."""
    before = behind = 0
    for part in piece.parts:
        targets = {code.id: code.span for code in part.target_codes if code.kind == "pair"}
        for code in part.source_codes:
            if code.kind == "pair" and len(code.span) and targets.get(code.id):
                here, there = code.span, targets[code.id]
                yield (Span(here.start + before, here.end + before),
                       Span(there.start + behind, there.end + behind))
        before += len(part.source)
        behind += len(part.source if part.target is None else part.target)

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
RUN = 4
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
    about: tuple[tuple[str, ...], ...] = ()
    """What they wrote about a block as a whole: by segment, at the first of its segments."""
    remarks: tuple[str, ...] = ()
    """What they wrote about the file."""
    homeless: int = 0
    """Sentences and blocks that they worked on, and that the document no longer has."""
    missing: int = 0
    """Sentences of the document that the file does not have."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring segments of a unit that may be one sentence of ours."""

    unit: str
    parts: tuple[BilingualSegment | BilingualGap, ...]
    ids: frozenset[int]
    """Of its segments: their numbers in the file."""
    place: int = 1
    """Of the first part in its unit, from 1."""

    @property
    def segments(self) -> tuple[BilingualSegment, ...]:
        return tuple(part for part in self.parts if isinstance(part, BilingualSegment))

    @property
    def source(self) -> str:
        return "".join(part.source for part in self.parts)

    @property
    def target(self) -> str:
        """In the order that the parts name."""
        return "".join(text for _, text in self.targets())

    def targets(self) -> list[tuple[BilingualSegment | BilingualGap, str]]:
        """The parts in the order of their targets; where there is none, the source stands for it."""
        numbered = sorted(enumerate(self.parts, self.place), key=lambda pair: pair[1].order or pair[0])
        return [(part, part.source if part.target is None else part.target) for _, part in numbered]

    @property
    def complete(self) -> bool:
        """Whether it has a translation. A tool that splits a sentence may leave a piece of it empty."""
        return bool(self.target.strip()) and any(one.target for one in self.segments) and all(
            one.target or one.target is not None and one.state != "initial" for one in self.segments)


def digest(text: str) -> str:
    """What shows whether somebody changed a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def answers(file: BilingualFile, segments: Sequence[Segment]) -> Kept:
    """What the people who edited `file` say of `segments`.

    A sentence is found by its text, first in its own block and then anywhere, so that a person's work
    stays with it when paragraphs are added before it. What a tool split is put together again.
    """
    pieces = list(_pieces(file))
    offers: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda piece: len(piece.ids)):
        offers[even(piece.source)].append(piece)
    taken: set[int] = set()
    found: list[Piece | None] = [None] * len(segments)
    for own_block in (True, False):
        for index, segment in enumerate(segments):
            if found[index] is None:
                found[index] = _take(offers[even(segment.text)], taken,
                                     f"u{segment.block + 1}" if own_block else "")
    return Kept(tuple(answer(piece) if piece else None for piece in found),
                tuple("\n".join(filter(None, (one.note for one in piece.segments))) if piece else ""
                      for piece in found), tuple(_about(file, found)), file.notes,
                _homeless(file, pieces, [piece for piece in found if piece]), found.count(None))


def _pieces(file: BilingualFile) -> Iterator[Piece]:
    number = 0
    for unit in file.units:
        yield from _runs(unit, number)
        number += len(unit.segments)


def _runs(unit: BilingualUnit, number: int) -> Iterator[Piece]:
    """Every run of up to `RUN` segments with the gaps between them."""
    places = [index for index, part in enumerate(unit.parts) if isinstance(part, BilingualSegment)]
    for first in range(len(places)):
        for last in range(first, min(first + RUN, len(places))):
            ids = frozenset(range(number + first, number + last + 1))
            yield Piece(unit.id, unit.parts[places[first]:places[last] + 1], ids, places[first] + 1)


def _take(offers: Sequence[Piece], taken: set[int], unit: str) -> Piece | None:
    """The first of `offers` of which nothing is taken yet, in `unit` where one is named."""
    for piece in offers:
        if not piece.ids & taken and unit in ("", piece.unit):
            taken |= piece.ids
            return piece
    return None


def _about(file: BilingualFile, found: Sequence[Piece | None]) -> Iterator[tuple[str, ...]]:
    """What is written about each unit, where the first of its sentences is found."""
    waiting = {unit.id: unit.notes for unit in file.units}
    for piece in found:
        yield waiting.pop(piece.unit, ()) if piece else ()


def _homeless(file: BilingualFile, pieces: Sequence[Piece], found: Sequence[Piece]) -> int:
    """How much of people's work has no place in the document."""
    taken = {id for piece in found for id in piece.ids}
    settled = {id for piece in found if answer(piece) or _origin(piece) for id in piece.ids}
    units = {piece.unit for piece in found}
    lost = sum(bool(answer(piece)) and not piece.ids & settled
               or any(one.note for one in piece.segments) and not piece.ids & taken
               for piece in pieces if len(piece.ids) == 1)
    return lost + sum(bool(unit.notes) and unit.id not in units for unit in file.units)


def answered(file: BilingualFile) -> Iterator[str]:
    """The source of each segment that a person answers for, or changed."""
    for piece in _pieces(file):
        if len(piece.ids) == 1 and answer(piece):
            yield piece.source


def answer(piece: Piece) -> Answer | None:
    """What a person made of the sentence; None for what a machine wrote, and where there is nothing."""
    if not piece.complete:
        return None
    origin = _origin(piece)
    links = tuple(_links(piece))
    if all(segment.state in STATES[2:] for segment in piece.segments):
        state = min((segment.state for segment in piece.segments), key=STATES.index)
        return Answer(piece.target, state, MEMORY if origin == MEMORY else "", links)
    return Answer(piece.target, "translated", EDITED, links) if origin in ("", EDITED) else None


def _origin(piece: Piece) -> str:
    """Who wrote the target, as the program noted it down; empty where it is not as it was then.

    Where a tool has dropped the note, nothing tells a person's text from a machine's: it may be a person's.
    """
    facts = [dict(segment.facts) for segment in piece.segments]
    joined = digest(piece.target)
    for one in facts:
        if one.get(DIGEST) == joined:
            return one.get(ORIGIN, "model")
    same = all(one.get(DIGEST) == digest(segment.target or "") for one, segment in zip(facts, piece.segments))
    origins = {one.get(ORIGIN, "model") for one in facts}
    return origins.pop() if same and len(origins) == 1 else ""


def _links(piece: Piece) -> Iterator[tuple[Span, Span]]:
    """The stretches that have the same markup on both sides."""
    starts, behind = {}, 0
    for part, text in piece.targets():
        starts[id(part)] = behind
        behind += len(text)
    before = 0
    for part in piece.parts:
        there = starts[id(part)]
        targets = {code.id: code.span for code in part.target_codes if code.kind == "pair"}
        for code in part.source_codes:
            if code.kind == "pair" and len(code.span) and targets.get(code.id):
                one, other = code.span, targets[code.id]
                yield (Span(one.start + before, one.end + before), Span(other.start + there, other.end + there))
        before += len(part.source)

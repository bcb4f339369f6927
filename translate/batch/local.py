"""A batch run on this machine: windows of articles through the pipeline, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from translate import pipeline
from translate.batch.interface import Details, Done, Finished, Order, Piece, Told
from translate.errors import GlosswireError
from translate.pipeline import Desk, Document, Kept, Result
from translate.readers.choose import reader_for
from translate.readers.interface import Reader
from translate.readers.jsonl import JsonlPart, JsonlReader
from translate.readers.patterns import load_patterns
from translate.records import Failed

_Entry = tuple[Piece, Document]


class LocalRunner:
    """Runs an order with one desk for each target language.

    Raises:
        ConfigError: The user's clutter patterns cannot be read.
    """

    def __init__(self, order: Order, desks: Mapping[str, Desk]) -> None:
        self.order, self.desks = order, desks
        extra = Path(order.patterns) if order.patterns else None
        self.patterns = load_patterns(extra) if order.clean else None

    def run(self, items: Iterable[Piece | Finished]) -> Iterator[Done | Finished]:
        """As `Runner.run`; a window is decoded while nothing but its own articles is held."""
        window: list[_Entry] = []
        held = 0
        for item in items:
            if isinstance(item, Finished):
                yield item
                continue
            document = self._prepare(item)
            if isinstance(document, Failed):
                yield from (_failed(item, target, document) for target in item.targets)
                continue
            window.append((item, document))
            held += max(1, len(document.segments))
            if held >= self.order.window:
                yield from self._translate(window)
                window, held = [], 0
        yield from self._translate(window)

    def _prepare(self, piece: Piece) -> Document | Failed:
        reader: Reader
        try:
            if piece.line:
                reader = JsonlReader(part=JsonlPart(piece.line, piece.encoding, piece.escaped))
            else:
                reader = reader_for(PurePath(piece.name))
            return pipeline.prepare(piece.data, piece.name, self.order.source, reader, self.patterns)
        except GlosswireError as error:
            return Failed(str(error))

    def _translate(self, window: Sequence[_Entry]) -> Iterator[Done]:
        for target in self.order.targets:
            wanted = [(piece, _as_cut(piece, document, target)) for piece, document in window
                      if target in piece.targets]
            kept = [pipeline.answers(piece.edited[target], document.segments) if target in piece.edited
                    else Kept() for piece, document in wanted]
            places = {id(document): number for number, (_, document) in enumerate(wanted)}
            documents = [document for _, document in wanted]
            for result in pipeline.translate(documents, self.desks[target], kept):
                number = places[id(result.document)]
                yield _finish(result, wanted[number][0], kept[number])


def _as_cut(piece: Piece, document: Document, target: str) -> Document:
    """The document with its sentences as people cut them in an earlier file."""
    return pipeline.joined(document, piece.edited[target]) if target in piece.edited else document


def _finish(result: Result, piece: Piece, kept: Kept) -> Done:
    try:
        assembled = pipeline.assemble(result)
        data: bytes | Failed = pipeline.write(result, assembled)
    except GlosswireError as error:
        return _failed(piece, result.target, Failed(str(error)))
    file = pipeline.describe(result, assembled, piece.digest, f"f{piece.line or 1}", kept)
    return replace(_done(piece, result.target, data), file=file if file.units else None,
                   details=_details(result, piece, kept), work=result.work)


def _failed(piece: Piece, target: str, why: Failed) -> Done:
    """A piece without a translation; a line stays in its file as it is."""
    if not piece.line:
        return _done(piece, target, why)
    return replace(_done(piece, target, piece.data), details=Details(failures=(why,)))


def _done(piece: Piece, target: str, data: bytes | Failed) -> Done:
    return Done(replace(piece, data=b"", edited={}), target, data, size=len(piece.data))


def _details(result: Result, piece: Piece, kept: Kept) -> Details:
    document = result.document
    mentions = list(told(result, piece.line))
    edited = piece.edited.get(result.target)
    same = edited is not None and edited.digest == piece.digest
    return Details(len(document.segments), document.words, tuple(failed for _, failed in result.failures),
                   tuple(one for one, approved in mentions if not approved or one.rung != "unresolved"),
                   tuple(_open(result, piece.line)),
                   tuple(one for one, approved in mentions if approved and one.rung == "unresolved"),
                   document.article.removed, document.article.skipped,
                   sum(answer is not None and answer.state == "translated" for answer in result.answers),
                   kept.homeless, kept.missing if same else 0)


def told(result: Result, line: int) -> Iterator[tuple[Told, bool]]:
    """Every mention, and whether its sentence is as a person approved it."""
    for number, (segment, outcome) in enumerate(zip(result.document.segments, result.outcomes), 1):
        if isinstance(outcome, Failed):
            continue
        for one in outcome.mentions:
            mention = one.mention
            yield Told(number, mention.span.of(segment.text), mention.entry.id, mention.wanted, one.rung,
                       one.before, one.after, round(one.change, 3),
                       mention.reason, line), outcome.origin == "approved"


def _open(result: Result, line: int) -> Iterator[Told]:
    for number, (segment, found) in enumerate(zip(result.document.segments, result.open), 1):
        for one in found:
            ids = " or ".join(entry.id for entry in one.entries)
            yield Told(number, one.span.of(segment.text), ids, "", "unresolved", reason=one.reason, article=line)

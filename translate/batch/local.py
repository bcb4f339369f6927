"""A batch run on this machine: windows of articles through the pipeline, one after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from translate import pipeline
from translate.batch.interface import Finished, Order, Told
from translate.errors import GlosswireError
from translate.pipeline import Desk, Document, Result
from translate.readers.choose import reader_for
from translate.readers.collect import Source
from translate.readers.intake import load
from translate.readers.patterns import load_patterns
from translate.records import Failed, Translation


class LocalRunner:
    """Runs an order with one desk for each target language.

    Raises:
        ConfigError: The user's clutter patterns cannot be read.
    """

    def __init__(self, order: Order, desks: Mapping[str, Desk]) -> None:
        self.order, self.desks = order, desks
        extra = Path(order.patterns) if order.patterns else None
        self.patterns = load_patterns(extra) if order.clean else None

    def run(self, sources: Sequence[Source]) -> Iterator[Finished]:
        """As `Runner.run`; a window is decoded while nothing but its own articles is held."""
        window: list[Document] = []
        held = 0
        for source in sources:
            document = self._prepare(source)
            if isinstance(document, Failed):
                yield from (Finished(source.name, target, document) for target in self.order.targets)
                continue
            window.append(document)
            held += len(document.segments)
            if held >= self.order.window:
                yield from self._translate(window)
                window, held = [], 0
        yield from self._translate(window)

    def _prepare(self, source: Source) -> Document | Failed:
        try:
            reader = reader_for(source.path)
            return pipeline.prepare(load(source.path), source.name, self.order.source, reader, self.patterns)
        except GlosswireError as error:
            return Failed(str(error))

    def _translate(self, window: Sequence[Document]) -> Iterator[Finished]:
        for target in self.order.targets:
            for result in pipeline.translate(window, self.desks[target]):
                yield _finish(result)


def _finish(result: Result) -> Finished:
    document = result.document
    try:
        data: bytes | Failed = pipeline.write(result)
    except GlosswireError as error:
        data = Failed(str(error))
    return Finished(document.article.name, result.target, data, len(document.segments), document.words,
                    tuple(failed for _, failed in result.failures),
                    tuple(_told(result)), tuple(_open(result)),
                    document.article.removed, document.article.skipped)


def _told(result: Result) -> Iterator[Told]:
    for number, (segment, outcome) in enumerate(zip(result.document.segments, result.outcomes), 1):
        for one in outcome.mentions if isinstance(outcome, Translation) else ():
            mention = one.mention
            yield Told(number, mention.span.of(segment.text), mention.entry.id, mention.wanted, one.rung,
                       one.before, one.after, round(one.change, 3), mention.reason)


def _open(result: Result) -> Iterator[Told]:
    for number, (segment, found) in enumerate(zip(result.document.segments, result.open), 1):
        for one in found:
            ids = " or ".join(entry.id for entry in one.entries)
            yield Told(number, one.span.of(segment.text), ids, "", "unresolved", reason=one.reason)

"""A batch run on this machine: windows of articles through the pipeline, one after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from translate import pipeline
from translate.batch.interface import Finished, Order
from translate.engine.interface import Engine
from translate.errors import GlosswireError
from translate.pipeline import Document, Result
from translate.readers.choose import reader_for
from translate.readers.clean import load_patterns
from translate.readers.collect import Source
from translate.readers.intake import load
from translate.records import Failed


class LocalRunner:
    """Runs an order with one engine for each target language.

    Raises:
        ConfigError: The user's clutter patterns cannot be read.
    """

    def __init__(self, order: Order, engines: Mapping[str, Engine]) -> None:
        self.order, self.engines = order, engines
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
            for result in pipeline.translate(window, self.engines[target]):
                yield _finish(result)


def _finish(result: Result) -> Finished:
    document = result.document
    try:
        data: bytes | Failed = pipeline.write(result)
    except GlosswireError as error:
        data = Failed(str(error))
    return Finished(document.article.name, result.target, data, len(document.segments), document.words,
                    tuple(failed for _, failed in result.failures),
                    document.article.removed, document.article.skipped)

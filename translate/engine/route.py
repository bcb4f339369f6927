"""An engine for every route: one package, or two over a pivot language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.engine.align import compose
from translate.engine.ctranslate import PackageEngine
from translate.engine.interface import Decoding, Engine, Pair, Request, Score
from translate.records import Attention, Draft, Failed, Package


def open_engine(route: Sequence[Package], decoding: Decoding = Decoding()) -> Engine:
    """The engine that translates along `route`.

    Raises:
        PackageBroken: A package cannot be loaded.
    """
    engine: Engine = PackageEngine(route[0], decoding)
    for package in route[1:]:
        engine = Chain(engine, PackageEngine(package, decoding))
    return engine


class Chain:
    """Two engines in a row, the target language of the first being the source language of the second."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self.first, self.second = first, second
        self.source, self.target = first.source, second.target

    def draft(self, requests: Sequence[Request]) -> Iterator[tuple[int, Draft | Failed]]:
        """As `Engine.draft`; prefixes and suppressions hold for the second hop."""
        pivots: list[tuple[int, Draft]] = []
        plain = [Request(request.source, links=request.links) for request in requests]
        for index, result in self.first.draft(plain):
            if isinstance(result, Failed):
                yield index, result
            else:
                pivots.append((index, result))
        second = [replace(requests[index], source=pivot.text) for index, pivot in pivots]
        for position, result in self.second.draft(second):
            index, pivot = pivots[position]
            yield index, result if isinstance(result, Failed) else _over(pivot, result)

    def score(self, pairs: Sequence[Pair]) -> list[Score]:
        """The score of each target from the best pivot of its source, as the second hop sees it."""
        results = dict(self.first.draft([Request(pair.source) for pair in pairs]))
        pivots = [results[index] for index in range(len(pairs))]
        return self.second.score([replace(pair, source=pivot.text) if isinstance(pivot, Draft) else pair
                                  for pivot, pair in zip(pivots, pairs)])

    def attend(self, pairs: Sequence[Pair]) -> list[Attention | None]:
        """Nothing: the attention of the second hop is on the pivot."""
        return [None] * len(pairs)


def _over(pivot: Draft, draft: Draft) -> Draft:
    """The second hop's draft with links that reach back to the source; its attention spans the pivot only."""
    links = compose(pivot.links, draft.links)
    return replace(draft, links=links, attention=None, score=pivot.score + draft.score)

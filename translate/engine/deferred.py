"""An engine that loads its packages when it is first asked: a run that finds nothing to do needs none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.engine.interface import Decoding, Engine, Pair, Request, Score
from translate.engine.route import open_engine
from translate.records import Attention, Draft, Failed, Package


class DeferredEngine:
    """Stands for the engine of `open_engine`. Its methods raise PackageBroken where that does."""

    def __init__(self, route: Sequence[Package], decoding: Decoding = Decoding()) -> None:
        self.route, self.decoding = tuple(route), decoding
        self.source, self.target = route[0].source, route[-1].target
        self._engine: Engine | None = None

    def draft(self, requests: Sequence[Request]) -> Iterator[tuple[int, Draft | Failed]]:
        """As `Engine.draft`."""
        return self._opened().draft(requests) if requests else iter(())

    def score(self, pairs: Sequence[Pair]) -> list[Score]:
        """As `Engine.score`."""
        return self._opened().score(pairs) if pairs else []

    def attend(self, pairs: Sequence[Pair]) -> list[Attention | None]:
        """As `Engine.attend`."""
        return self._opened().attend(pairs) if pairs else []

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self.route, self.decoding)
        return self._engine

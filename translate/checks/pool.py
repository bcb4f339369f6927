"""Checks pieces of the input in several processes, and gives the outcomes back in the order of the input.

What is found does not depend on how many processes there are: a piece is made of whole articles, and no
rule sees more than its article; what compares articles is concluded by who collects the outcomes.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context

from translate.checks.interface import Pair
from translate.checks.run import Checker, Outcome
from translate.errors import ConfigError

PIECE = 400
"""Pairs that a process gets at once; an article may make it more."""
_FEW = 6
"""Pieces that are checked sooner than another process has started."""
_AHEAD = 3
"""Pieces read ahead for each process: enough to keep it busy, and few in memory."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole articles with translations into one language."""

    target: str
    """Language code."""
    pairs: Sequence[Pair]
    position: int = 0
    """How many bytes of all inputs were read when it was cut."""


def check_all(checkers: Mapping[str, Checker], pieces: Iterable[Piece],
              jobs: int = 0) -> Iterator[tuple[Piece, Outcome]]:
    """The outcome of each piece, in order; `checkers` by target language, `jobs` is 0 for every core.

    Raises:
        ConfigError: A process was killed.
    """
    pieces = iter(pieces)
    workers = jobs or os.cpu_count() or 1
    first = list(islice(pieces, _FEW if workers > 1 else 1))
    if workers == 1 or len(first) < _FEW:
        for piece in chain(first, pieces):
            yield piece, checkers[piece.target].check(piece.pairs)
        return
    try:
        yield from _in_processes(checkers, chain(first, pieces), workers)
    except BrokenProcessPool as error:
        raise ConfigError("a process that checks was killed, most likely for its memory; "
                          f"give fewer than --jobs {workers}") from error


def _in_processes(checkers: Mapping[str, Checker], pieces: Iterable[Piece],
                  workers: int) -> Iterator[tuple[Piece, Outcome]]:
    waiting: deque[tuple[Piece, Future[Outcome]]] = deque()
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (checkers,))
    try:
        for piece in pieces:
            waiting.append((piece, pool.submit(_check, piece)))
            if len(waiting) >= _AHEAD * workers:
                done, outcome = waiting.popleft()
                yield done, outcome.result()
        for done, outcome in waiting:
            yield done, outcome.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_checkers: Mapping[str, Checker] = {}
"""Of a process that checks."""


def _begin(checkers: Mapping[str, Checker]) -> None:
    """Take over what to check with; who interrupts the program ends the pool, not each process."""
    global _checkers
    _checkers = checkers
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check(piece: Piece) -> Outcome:
    return _checkers[piece.target].check(piece.pairs)

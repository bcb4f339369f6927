"""A batch run on a Ray cluster: one actor for each core, each with its packages loaded once.

Planning stays by article and a translation depends on its article alone, so what comes back is byte for
byte what a local run writes. A worker that dies is started again and its window is translated anew. The
memory stays with whoever started the run: workers ask a copy of it, and send back what they found out.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from translate.batch.interface import Done, Finished, Order, Piece
from translate.batch.keeping import Keeping
from translate.batch.local import LocalRunner
from translate.batch.opening import Setup
from translate.errors import ConfigError, EngineError, GlosswireError
from translate.memory.near import Near
from translate.memory.rows import Approval, Asked, Key
from translate.memory.store import Memory, open_memory

_BYTES = 120
"""Of source text in a segment, about: the driver sends windows without splitting them into sentences."""
_WAITING = 2
"""Windows sent to a worker ahead of the one in its hands: it is never idle, and little is lost with it."""
_AGAIN = 3
"""How often a worker that died is started again."""
_STORE = 256 << 20
"""Bytes of shared memory on a cluster of this machine alone."""

Rows = list[tuple[Key, str]]


class RayRunner:
    """Carries out an order on a cluster.

    Args:
        address: `ray://HOST:PORT` or `HOST:PORT` of a cluster; empty for one of this machine alone, which
            lives as long as the run.
        workers: Actors, at most; 0 for one on each core of the cluster.

    Raises:
        ConfigError: Ray is not installed, or the cluster does not answer.
        LockError: A machine of the cluster has other packages.
    """

    def __init__(self, order: Order, setup: Setup, memory: Keeping | None = None, address: str = "",
                 workers: int = 0) -> None:
        self.order, self.setup, self.memory = order, setup, memory
        self.address, self.workers = address, workers

    def run(self, items: Iterable[Piece | Finished]) -> Iterator[Done | Finished]:
        """As `Runner.run`; windows come back in the order in which they were sent out."""
        with _cluster(self.address, self.workers) as ray:
            crew = _Crew(ray, self)
            sent: deque[Finished | tuple[int, Any]] = deque()
            for window in _windows(items, self.order.window * _BYTES):
                sent.append(window if isinstance(window, Finished) else crew.send(window))
                while sent and (isinstance(sent[0], Finished) or crew.full):
                    yield from self._receive(crew, sent.popleft())
            while sent:
                yield from self._receive(crew, sent.popleft())

    def _receive(self, crew: _Crew, item: Finished | tuple[int, Any]) -> Iterator[Done | Finished]:
        if isinstance(item, Finished):
            yield item
            return
        done, fresh = crew.receive(*item)
        if self.memory is not None and fresh:
            self.memory.keep(fresh)
        yield from done


class _Crew:
    """The workers of a run, and how many windows each has in hand."""

    def __init__(self, ray: Any, runner: RayRunner) -> None:
        self.ray = ray
        count = max(1, int(ray.cluster_resources().get("CPU", 1)))
        count = min(count, runner.workers) if runner.workers else count
        keeper = _keeper(ray, runner.memory.memory) if runner.memory else None
        again = {"max_restarts": _AGAIN, "max_task_retries": _AGAIN}
        setup = ray.put(replace(runner.setup, decoding=replace(runner.setup.decoding, jobs=1)))
        self.actors = [ray.remote(**again, num_cpus=1)(Worker).remote(
            runner.order, setup, runner.setup.digests, keeper) for _ in range(count)]
        self.pending = [0] * count

    @property
    def full(self) -> bool:
        """Whether every worker has as many windows as it may have."""
        return min(self.pending) > _WAITING

    def send(self, window: list[Piece]) -> tuple[int, Any]:
        """Give a window to the worker with the fewest."""
        number = self.pending.index(min(self.pending))
        self.pending[number] += 1
        return number, self.actors[number].translate.remote(window)

    def receive(self, number: int, reference: Any) -> tuple[list[Done], Rows]:
        """The outcome of a window, and what the memory is to keep of it.

        Raises:
            EngineError: Its worker died again and again.
            GlosswireError: As a local run.
        """
        from ray.exceptions import RayActorError, RayTaskError
        try:
            found: tuple[list[Done], Rows] = self.ray.get(reference)
        except RayTaskError as error:
            cause = error.cause
            raise cause if isinstance(cause, GlosswireError) else EngineError(
                f"a worker failed: {' '.join(str(cause).split())[:200]}") from error
        except RayActorError as error:
            raise EngineError("a worker died and could not be started again "
                              f"({' '.join(str(error).split())[:160]}); see the logs of the cluster") from error
        self.pending[number] -= 1
        return found


class Worker:
    """Lives on a core of the cluster: packages loaded, windows in, translations out."""

    def __init__(self, order: Order, setup: Setup, digests: Sequence[str], keeper: Any) -> None:
        import socket
        setup.verify(digests, socket.gethostname())
        self.memory = RemoteMemory(keeper) if keeper is not None else None
        self.runner = LocalRunner(order, setup.open(self.memory))

    def translate(self, window: list[Piece]) -> tuple[list[Done], Rows]:
        """The pieces of a window in all their languages, and new rows for the memory."""
        done = [one for one in self.runner.run(window) if isinstance(one, Done)]
        return done, self.memory.taken() if self.memory else []


class RemoteMemory:
    """The memory as a worker sees it: it asks a copy, and holds what is new until it is taken."""

    def __init__(self, keeper: Any) -> None:
        self.keeper, self.fresh = keeper, Rows()

    def recall(self, keys: Iterable[Key]) -> dict[Key, str]:
        """As `Memory.recall`."""
        return self._ask("recall", list(keys))  # type: ignore[no-any-return]

    def keep(self, rows: Iterable[tuple[Key, str]]) -> None:
        """As `Memory.keep`: whoever started the run keeps them."""
        self.fresh += rows

    def approved(self, asked: Sequence[Asked]) -> list[Approval | None]:
        """As `Memory.approved`."""
        return self._ask("approved", list(asked))  # type: ignore[no-any-return]

    def near(self, asked: Sequence[Asked], limit: int = 3, cutoff: float = 70.0) -> list[list[Near]]:
        """As `Memory.near`."""
        return self._ask("near", list(asked), limit, cutoff)  # type: ignore[no-any-return]

    def taken(self) -> Rows:
        """What is new since the last call."""
        fresh, self.fresh = self.fresh, Rows()
        return fresh

    def _ask(self, method: str, *args: Any) -> Any:
        import ray
        return ray.get(self.keeper.ask.remote(method, *args)) if args[0] else type(args[0])()


class Keeper:
    """Answers for the memory: a copy of it as it was when the run began."""

    def __init__(self, content: bytes) -> None:
        self.folder = TemporaryDirectory(prefix="glosswire-")
        path = Path(self.folder.name) / "memory.db"
        path.write_bytes(content)
        self.memory, _ = open_memory(path)

    def ask(self, method: str, *args: Any) -> Any:
        """What `Memory.method` answers."""
        return getattr(self.memory, method)(*args)


def _keeper(ray: Any, memory: Memory) -> Any:
    """An actor with a copy of `memory`."""
    content = ray.put(snapshot(memory))
    return ray.remote(max_restarts=_AGAIN, max_task_retries=_AGAIN, num_cpus=0)(Keeper).remote(content)


def snapshot(memory: Memory) -> bytes:
    """The file of `memory` as it is now, in one piece."""
    import sqlite3
    from contextlib import closing
    with TemporaryDirectory() as folder:
        path = Path(folder) / "copy.db"
        with memory.database.read() as connection, closing(sqlite3.connect(path)) as copy:
            connection.backup(copy)
        return path.read_bytes()


def _windows(items: Iterable[Piece | Finished], size: int) -> Iterator[list[Piece] | Finished]:
    """Pieces in windows of about `size` bytes; what comes in finished goes through."""
    window: list[Piece] = []
    held = 0
    for item in items:
        if isinstance(item, Finished):
            yield item
            continue
        window.append(item)
        held += len(item.data)
        if held >= size:
            yield window
            window, held = [], 0
    if window:
        yield window


@contextmanager
def _cluster(address: str, workers: int) -> Iterator[Any]:
    """Ray, connected.

    Raises:
        ConfigError: It is not installed, or does not answer.
    """
    # Ray reads these when it is imported: it reports its use to its makers unless told not to, and takes
    # away the view of the GPUs from actors that ask for none.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError as error:
        raise ConfigError("--on ray needs Ray, which is not installed; "
                          "install it with: pip install 'glosswire[ray]'") from error
    options: Mapping[str, Any] = {"address": address} if address else {
        "num_cpus": workers or None, "include_dashboard": False, "object_store_memory": _STORE}
    try:
        ray.init(**options, logging_level="ERROR", log_to_driver=False, namespace="glosswire")
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise ConfigError(f"--on {address or 'ray'}: no cluster answers ({' '.join(str(error).split())[:160]}); "
                          "start one with: ray start --head") from error
    try:
        yield ray
    finally:
        ray.shutdown()

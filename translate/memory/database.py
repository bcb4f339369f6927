"""One SQLite file that several threads and processes write to; its errors become ours."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.errors import StoreError

PATIENCE = 60.0
"""Seconds to wait while another process writes; our own transactions take well under one."""
CHUNK = 500
"""Values in one statement; SQLite allows at least 999."""
_DAMAGE = ("malformed", "not a database", "corrupt")


def is_damage(error: sqlite3.Error) -> bool:
    """Whether `error` says that the file itself is broken, and not that it cannot be reached."""
    return any(sign in str(error) for sign in _DAMAGE)


def suspect(path: Path) -> Path:
    """The empty file that says: damage was met in the memory at `path`, check it before its next use."""
    return path.with_name(path.name + ".suspect")


class Database:
    """A connection, and the lock that its threads share."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None,
                                           check_same_thread=False)
        self._connection.execute("PRAGMA cache_size = -65536")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """The connection, for statements that change nothing.

        Raises:
            StoreError: The file cannot be read.
        """
        with self._lock, self._told():
            yield self._connection

    @contextmanager
    def write(self, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block, or nothing of it.

        A killed process never loses what was committed. With `durable` neither does a machine whose
        power fails (https://www.sqlite.org/pragma.html#pragma_synchronous).

        Raises:
            StoreError: The file cannot be written.
        """
        with self._lock, self._told():
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if is_damage(error):
                suspect(self.path).touch()
                raise StoreError(f"{self.path}: the memory is damaged ({error}); it is set aside when it is "
                                 "next opened") from error
            raise StoreError(f"{self.path}: the memory cannot be used ({error}); free space, check the "
                             "permissions, or run with --no-memory") from error


def chunks(values: Iterable[Any]) -> Iterator[tuple[list[Any], str]]:
    """`values` in lists short enough for one statement, each with its question marks."""
    whole = values if isinstance(values, Sequence) else list(values)
    for start in range(0, len(whole), CHUNK):
        part = list(whole[start:start + CHUNK])
        yield part, ",".join("?" * len(part))

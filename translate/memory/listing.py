"""All that a memory holds, row by row and in sums."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from translate.memory.approvals import COLUMNS, generation, row_of
from translate.memory.database import Database
from translate.memory.history import Batch, batches
from translate.memory.rows import Approved, Key

_PAGE = 5_000
"""Rows read at once; between two pages others can write, and what they wrote is put where it belongs."""
_PAIR = "(:source = '' OR source = :source) AND (:target = '' OR target = :target)"


@dataclass(frozen=True, slots=True)
class Pair:
    """What there is for one direction."""

    source: str
    target: str
    results: int
    """Of machines."""
    approved: int
    """Sentences, each between its neighbours."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What a memory holds."""

    bytes: int
    generation: int
    pairs: tuple[Pair, ...]
    signatures: tuple[tuple[str, int], ...]
    """(signature, results made with it), the most frequent first."""
    outputs: int
    """Files of runs that are known."""
    batches: tuple[Batch, ...]
    """Those that can be taken back, oldest first."""


def approved_rows(database: Database, source: str, target: str) -> Iterator[Approved]:
    """What people approved, oldest first; for all languages where one is empty."""
    last = 0
    while True:
        with database.read() as connection:
            page = connection.execute(
                f"SELECT id, {COLUMNS} FROM approved WHERE id > :last AND {_PAIR} ORDER BY id LIMIT :page",
                {"last": last, "source": source, "target": target, "page": _PAGE}).fetchall()
        if not page:
            return
        last = page[-1][0]
        yield from (row_of(row[1:]) for row in page)


def machine_rows(database: Database, source: str, target: str) -> Iterator[tuple[Key, str, int]]:
    """(key, payload, when it was made) of machine results, oldest first; as `approved_rows`."""
    last = 0
    while True:
        with database.read() as connection:
            page = connection.execute(
                "SELECT machine.id, machine.text, source, target, signature.text, payload, created FROM machine "
                f"JOIN signature ON signature.id = machine.signature WHERE machine.id > :last AND {_PAIR} "
                "ORDER BY machine.id LIMIT :page",
                {"last": last, "source": source, "target": target, "page": _PAGE}).fetchall()
        if not page:
            return
        last = page[-1][0]
        yield from ((Key(*row[1:5]), row[5], row[6]) for row in page)


def stats(database: Database) -> Stats:
    """What the memory holds."""
    with database.read() as connection:
        results, approved = ({(source, target): count for source, target, count in connection.execute(
            f"SELECT source, target, count(*) FROM {table} GROUP BY source, target")}
            for table in ("machine", "approved"))
        signatures = connection.execute(
            "SELECT signature.text, count(*) FROM machine JOIN signature ON signature.id = machine.signature "
            "GROUP BY signature.id ORDER BY 2 DESC, 1").fetchall()
        outputs = int(connection.execute("SELECT count(*) FROM output").fetchone()[0])
    pairs = tuple(Pair(*pair, results.get(pair, 0), approved.get(pair, 0))
                  for pair in sorted({*results, *approved}))
    return Stats(size(database), generation(database), pairs, tuple(signatures), outputs,
                 tuple(batches(database)))


def size(database: Database) -> int:
    """Bytes of the file and of what SQLite has not yet moved into it."""
    beside = database.path.with_name(database.path.name + "-wal")
    return sum(os.stat(path).st_size for path in (database.path, beside) if path.exists())

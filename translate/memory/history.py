"""Approvals come in batches, and a batch can be taken back."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from translate.errors import StoreError
from translate.memory.approvals import COLUMNS, advance, place_of, row_of, sentence_of, values_of
from translate.memory.database import Database
from translate.memory.rows import Approved, Learned

_PUT = (f"INSERT INTO approved (place, sentence, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (place) DO UPDATE SET translation = excluded.translation, origin = excluded.origin, "
        "segment = excluded.segment, author = excluded.author, made = excluded.made")

_AT_ONCE = 1_000
"""Rows in one transaction: a fraction of a second."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Approvals that came together."""

    id: int
    made: int
    """In seconds since 1970."""
    note: str
    """Where it came from."""
    rows: int
    """How many sentences it touched."""


def approve(database: Database, rows: Iterable[Approved], note: str) -> Learned:
    """As `Memory.approve`. A long batch is written in several transactions, so that others can write
    meanwhile; where it fails, what it had written is taken back."""
    counts: Counter[str] = Counter()
    left = iter(rows)
    part = list(islice(left, _AT_ONCE))
    with database.write() as connection:
        batch = _begin(connection, int(time.time()), note)
    try:
        while part:
            with database.write(durable=True) as connection:
                learned = Counter(_learn(connection, batch, row) for row in part)
                if learned["new"] or learned["changed"]:
                    advance(connection)
            counts += learned
            part = list(islice(left, _AT_ONCE))
    except BaseException:
        _undo(database, batch)
        raise
    touched = _end(database, batch)
    return Learned(batch if touched else 0, counts["new"], counts["changed"], counts["same"])


def _learn(connection: sqlite3.Connection, batch: int, row: Approved) -> str:
    """Put a row in its place: new | changed | same."""
    place = place_of(row.asked)
    before = standing(connection, place)
    if before is not None and before.text == row.text:
        return "same"
    _note(connection, batch, place, before)
    _put(connection, row if row.made else replace(row, made=int(time.time())))
    return "new" if before is None else "changed"


def compare(database: Database, rows: Iterable[Approved]) -> Iterator[tuple[Approved, Approved | None]]:
    """Each row with what stands in its place now."""
    for row in rows:
        with database.read() as connection:
            before = standing(connection, place_of(row.asked))
        yield row, before


def forget(database: Database, before: int, note: str) -> Learned:
    """Remove what was approved before `before` (seconds since 1970), as a batch that can be taken back."""
    with database.write(durable=True) as connection:
        batch = _begin(connection, int(time.time()), note)
        rows = connection.execute(f"SELECT {COLUMNS} FROM approved WHERE made < ?", (before,)).fetchall()
        advance(connection)
        for row in map(row_of, rows):
            _note(connection, batch, place_of(row.asked), row)
            _remove(connection, place_of(row.asked))
    touched = _end(database, batch)
    return Learned(batch if touched else 0, 0, len(rows), 0)


def take_back(database: Database, batch: int) -> int:
    """As `Memory.take_back`. Where a later batch changed the same sentence, its text stays, and taking
    that one back too gives what stood before both."""
    with database.read() as connection:
        if connection.execute("SELECT 1 FROM batch WHERE id = ?", (batch,)).fetchone() is None:
            raise StoreError(f"{database.path}: no batch {batch} to take back; `translate memory stats` lists "
                             "them")
    return _undo(database, batch)


def _undo(database: Database, batch: int) -> int:
    undone = 0
    while True:
        with database.write(durable=True) as connection:
            rows = connection.execute("SELECT place, before FROM replaced WHERE batch = ? LIMIT ?",
                                      (batch, _AT_ONCE)).fetchall()
            for place, before in rows:
                _restore(connection, batch, place, before)
            if not rows:
                connection.execute("DELETE FROM batch WHERE id = ?", (batch,))
                return undone
            advance(connection)
        undone += len(rows)


def _restore(connection: sqlite3.Connection, batch: int, place: bytes, before: str | None) -> None:
    """Let a place be as if the batch had never come there."""
    later = connection.execute("SELECT min(batch) FROM replaced WHERE place = ? AND batch > ?",
                               (place, batch)).fetchone()[0]
    if later is not None:
        connection.execute("UPDATE replaced SET before = ? WHERE batch = ? AND place = ?", (before, later, place))
    elif before is None:
        _remove(connection, place)
    else:
        _put(connection, row_of(json.loads(before)))
    connection.execute("DELETE FROM replaced WHERE batch = ? AND place = ?", (batch, place))


def batches(database: Database) -> list[Batch]:
    """Those that can be taken back, oldest first."""
    with database.read() as connection:
        # One whose program was killed has not come to count its rows.
        return [Batch(*row) for row in connection.execute(
            "SELECT id, made, note, CASE rows WHEN 0 THEN (SELECT count(*) FROM replaced WHERE batch = batch.id) "
            "ELSE rows END FROM batch ORDER BY id")]


def _begin(connection: sqlite3.Connection, now: int, note: str) -> int:
    made = connection.execute("INSERT INTO batch (made, note, rows) VALUES (?, ?, 0)", (now, note))
    return int(made.lastrowid or 0)


def _end(database: Database, batch: int) -> int:
    """How many sentences the batch touched; one that touched none leaves no trace."""
    with database.write(durable=True) as connection:
        touched = int(connection.execute("SELECT count(*) FROM replaced WHERE batch = ?", (batch,)).fetchone()[0])
        if touched:
            connection.execute("UPDATE batch SET rows = ? WHERE id = ?", (touched, batch))
        else:
            connection.execute("DELETE FROM batch WHERE id = ?", (batch,))
    return touched


def standing(connection: sqlite3.Connection, place: bytes) -> Approved | None:
    """What is approved in a place."""
    row = connection.execute(f"SELECT {COLUMNS} FROM approved WHERE place = ?", (place,)).fetchone()
    return row_of(row) if row else None


def _note(connection: sqlite3.Connection, batch: int, place: bytes, before: Approved | None) -> None:
    """What a batch found in a place, the first time that it comes there."""
    text = None if before is None else json.dumps(values_of(before), ensure_ascii=False)
    connection.execute("INSERT OR IGNORE INTO replaced (batch, place, before) VALUES (?, ?, ?)",
                       (batch, place, text))


def _put(connection: sqlite3.Connection, row: Approved) -> None:
    connection.execute(_PUT, (place_of(row.asked), sentence_of(row.asked), *values_of(row)))


def _remove(connection: sqlite3.Connection, place: bytes) -> None:
    connection.execute("DELETE FROM approved WHERE place = ?", (place,))

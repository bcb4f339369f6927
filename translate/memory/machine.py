"""What machines wrote, by what decided it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b

from translate.errors import StoreError
from translate.memory.database import Database, chunks
from translate.memory.rows import Key

_FRESH = 24 * 3600
"""Seconds for which a noted use is good enough: recalling is seldom a write."""


def digest(*texts: str) -> bytes:
    """16 bytes that stand for `texts`, in this order."""
    made = blake2b(digest_size=16)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.digest()


def recall(database: Database, keys: Iterable[Key]) -> dict[Key, str]:
    """As `Memory.recall`."""
    wanted = {digest(key.text, key.source, key.target, key.signature): key for key in keys}
    found: dict[Key, str] = {}
    stale: list[int] = []
    now = int(time.time())
    with database.read() as connection:
        for part, marks in chunks(list(wanted)):
            for row in connection.execute(
                    f"SELECT key, payload, id, used FROM machine WHERE key IN ({marks})", part):
                found[wanted[row[0]]] = row[1]
                if row[3] < now - _FRESH:
                    stale.append(row[2])
    if stale:
        with suppress(StoreError):  # that a use goes unnoted is no reason to do without the result
            _note_use(database, stale, now)
    return found


def _note_use(database: Database, ids: Sequence[int], now: int) -> None:
    with database.write() as connection:
        connection.executemany("UPDATE machine SET used = ? WHERE id = ?", [(now, id) for id in ids])


def keep(database: Database, rows: Iterable[tuple[Key, str]]) -> None:
    """As `Memory.keep`."""
    now = int(time.time())
    with database.write() as connection:
        ids: dict[str, int] = {}
        connection.executemany(
            "INSERT INTO machine (key, text, source, target, signature, payload, created, used) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE "
            "SET payload = excluded.payload, used = excluded.used",
            ((digest(key.text, key.source, key.target, key.signature), key.text, key.source, key.target,
              _signature(connection, ids, key.signature), payload, now, now) for key, payload in rows))


def _signature(connection: sqlite3.Connection, ids: dict[str, int], text: str) -> int:
    """The number of a signature, given to it where it is new."""
    if text not in ids:
        connection.execute("INSERT OR IGNORE INTO signature (text) VALUES (?)", (text,))
        ids[text] = connection.execute("SELECT id FROM signature WHERE text = ?", (text,)).fetchone()[0]
    return ids[text]

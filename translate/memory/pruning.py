"""Removing what is no longer needed. What people approved is not touched here."""

from __future__ import annotations

import os
from collections.abc import Sequence

from translate.memory.database import Database, chunks
from translate.memory.listing import size

_AT_ONCE = 5_000
"""Rows removed in one transaction, so that a run that goes on need not wait long."""


def drop_unused(database: Database, since: int) -> int:
    """Remove machine results that nobody asked for since `since` (seconds since 1970); returns how many."""
    return _drop(database, "SELECT id FROM machine WHERE used < ? LIMIT ?", [since])


def drop_signatures(database: Database, kept: Sequence[str]) -> int:
    """Remove machine results whose signature holds none of the texts in `kept`; returns how many."""
    with database.read() as connection:
        gone = [id for id, text in connection.execute("SELECT id, text FROM signature")
                if not any(part in text for part in kept)]
    return sum(_drop(database, "SELECT id FROM machine WHERE signature = ? LIMIT ?", [id]) for id in gone)


def drop_lost_outputs(database: Database) -> int:
    """Forget the files of output folders that are no longer there; returns how many."""
    with database.read() as connection:
        folders = [folder for folder, in connection.execute("SELECT DISTINCT folder FROM output")]
    gone = [folder for folder in folders if not os.path.isdir(folder)]
    with database.write() as connection:
        return sum(connection.execute(f"DELETE FROM output WHERE folder IN ({marks})", part).rowcount
                   for part, marks in chunks(gone))


def shrink(database: Database) -> int:
    """Give freed space back to the disk; returns the bytes that this saved.

    Raises:
        StoreError: Another process writes for long, or there is no space for the smaller copy.
    """
    before = size(database)
    with database.write() as connection:
        connection.execute("DELETE FROM signature WHERE id NOT IN (SELECT DISTINCT signature FROM machine)")
    with database.read() as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return max(0, before - size(database))


def _drop(database: Database, select: str, values: Sequence[object]) -> int:
    dropped = 0
    while True:
        with database.write() as connection:
            count = connection.execute(f"DELETE FROM machine WHERE id IN ({select})",
                                       [*values, _AT_ONCE]).rowcount
        dropped += count
        if count < _AT_ONCE:
            return dropped

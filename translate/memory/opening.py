"""Opening a memory: made where there is none, brought up to date, set aside where it is damaged."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from translate.errors import StoreError
from translate.memory.approvals import COLUMNS, row_of
from translate.memory.database import PATIENCE, Database, is_damage, suspect
from translate.memory.history import approve
from translate.memory.rows import Approved
from translate.memory.schema import upgrade

_CHECKED = 16 * 1024 * 1024
"""Bytes up to which a file is checked whole each time: some 50 ms. In a larger one damage shows when the
damaged page is read, which leaves a note to check the file when it is next opened."""
_PAUSES = (0.05, 0.1, 0.2)
"""Seconds before opening is tried again."""
_BESIDE = ("", "-wal", "-shm")


def open_database(path: Path) -> tuple[Database, str]:
    """As `open_memory`."""
    for pause in _PAUSES:
        try:
            return _opened(path)
        except StoreError as error:
            # Perhaps another process is just setting a damaged file aside, and it moved under our hands.
            if not isinstance(error.__cause__, sqlite3.OperationalError):
                raise
            time.sleep(pause)
    return _opened(path)


def _opened(path: Path) -> tuple[Database, str]:
    try:
        return _open(path)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise StoreError(f"{path}: the memory cannot be opened ({reason}); name another file with --memory, "
                         "or run with --no-memory") from error


def _open(path: Path) -> tuple[Database, str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    damage = _damage(path)
    if not damage:
        return _prepared(path), ""
    with _alone(path):
        damage = _damage(path)
        return _begin_anew(path, damage) if damage else (_prepared(path), "")


def _prepared(path: Path) -> Database:
    database = Database(path)
    try:
        with database.read() as connection:
            _log_ahead(connection)
            upgrade(connection, str(path))
            connection.execute("SELECT value FROM counter").fetchone()
            # A file that can only be read is found out now, and not in the middle of a run.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE counter SET value = value")
            connection.execute("COMMIT")
    except BaseException:
        database.close()
        raise
    return database


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging, once and for all: readers and a writer do not wait for each other.

    The switch needs the file for itself and fails at once where another process has it.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _damage(path: Path) -> str:
    """What is wrong with the file itself; empty where nothing is, or where there is no file."""
    if not path.exists() or not path.stat().st_size:
        return ""
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if suspect(path).exists() or path.stat().st_size <= _CHECKED:
                found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
                return "" if found == "ok" else " ".join(found.split())
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return str(error)
        raise
    return ""


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time puts a damaged file away. SQLite's own lock on a file beside it serves: it
    works on every system and ends with its process."""
    beside = path.with_name(path.name + ".lock")
    with closing(sqlite3.connect(beside, timeout=PATIENCE, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        beside.unlink(missing_ok=True)


def _begin_anew(path: Path, damage: str) -> tuple[Database, str]:
    """An empty memory in the place of the damaged one, with all that can still be read of what people
    approved."""
    aside = _free(path.with_name(f"{path.name}.corrupt-{time.strftime('%Y%m%dT%H%M%S')}"))
    for suffix in _BESIDE:
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            os.replace(beside, aside.with_name(aside.name + suffix))
    suspect(path).unlink(missing_ok=True)
    database = _prepared(path)
    saved = approve(database, _saved(aside), f"saved from {aside.name}").new
    return database, (f"{path}: the memory was damaged ({damage}) and is set aside as {aside.name}; a new one "
                      f"is begun, with {saved:,} approved sentences saved from it")


def _free(path: Path) -> Path:
    """`path`, or with a number behind it where that is taken: no damaged file replaces another."""
    names = (path.with_name(f"{path.name}-{number}") for number in count(2))
    return path if not path.exists() else next(name for name in names if not name.exists())


def _saved(aside: Path) -> Iterator[Approved]:
    """The approved rows of a damaged file: from its beginning to the damage, from its end back to it."""
    for order in ("ASC", "DESC"):
        try:
            with closing(sqlite3.connect(aside)) as connection:
                for row in connection.execute(f"SELECT {COLUMNS} FROM approved ORDER BY id {order}"):
                    yield row_of(row)
        except sqlite3.DatabaseError:
            continue

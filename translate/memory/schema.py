"""The tables of a memory, and how an older file becomes a newer one."""

from __future__ import annotations

import sqlite3

from translate.errors import StoreError

STEPS = ("""
CREATE TABLE signature (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE machine (
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, text TEXT NOT NULL, source TEXT NOT NULL,
    target TEXT NOT NULL, signature INTEGER NOT NULL REFERENCES signature, payload TEXT NOT NULL,
    created INTEGER NOT NULL, used INTEGER NOT NULL);
CREATE TABLE approved (
    id INTEGER PRIMARY KEY AUTOINCREMENT, place BLOB NOT NULL UNIQUE, sentence BLOB NOT NULL,
    text TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, source TEXT NOT NULL,
    target TEXT NOT NULL, translation TEXT NOT NULL, origin TEXT NOT NULL, segment TEXT NOT NULL,
    author TEXT NOT NULL, made INTEGER NOT NULL);
CREATE INDEX approved_sentence ON approved (sentence);
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO counter VALUES ('generation', 0);
""", """
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT, made INTEGER NOT NULL, note TEXT NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE replaced (
    batch INTEGER NOT NULL REFERENCES batch, place BLOB NOT NULL, before TEXT, PRIMARY KEY (batch, place))
    WITHOUT ROWID;
CREATE INDEX replaced_place ON replaced (place, batch);
CREATE TABLE output (
    folder TEXT NOT NULL, name TEXT NOT NULL, target TEXT NOT NULL, fingerprint TEXT NOT NULL,
    record TEXT NOT NULL, PRIMARY KEY (folder, name, target)) WITHOUT ROWID;
""")
"""What makes a file of version n out of one of version n - 1; a new file takes all the steps.

machine: results by the digest of their key. approved: by the digest of the sentence with its neighbours
(place), and of the sentence alone. replaced: what each batch of approvals found in its places, as JSON,
NULL where there was nothing. output: what the files of a run were made from.
"""
VERSION = len(STEPS)


def upgrade(connection: sqlite3.Connection, name: str) -> None:
    """Bring the file to the newest version, in one transaction.

    Raises:
        StoreError: It was made by a newer program.
    """
    if _version(connection, name) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for the lock.
        for number in range(_version(connection, name), VERSION):
            for statement in filter(str.strip, STEPS[number].split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, name: str) -> int:
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > VERSION:
        raise StoreError(f"{name}: a memory of version {found}, this program knows version {VERSION}; update "
                         "the program, or name another file with --memory")
    return found

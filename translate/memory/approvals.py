"""What people approved, by the sentence and its neighbours."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from translate.memory.database import Database, chunks
from translate.memory.machine import digest
from translate.memory.rows import Approval, Approved, Asked, Context

COLUMNS = "text, before, after, source, target, translation, origin, segment, author, made"


def even(text: str) -> str:
    """`text` as far as it decides: composed, with single spaces. A tool between us and the translator may
    have changed no more than that."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def place_of(asked: Asked) -> bytes:
    """Stands for a sentence between its neighbours."""
    return digest(even(asked.text), even(asked.before), even(asked.after), asked.source, asked.target)


def sentence_of(asked: Asked) -> bytes:
    """Stands for a sentence wherever it is."""
    return digest(even(asked.text), asked.source, asked.target)


def row_of(values: Sequence[Any]) -> Approved:
    """What the values of `COLUMNS` say."""
    text, before, after, source, target, translation, origin, segment, author, made = values
    return Approved(Asked(text, before, after, source, target), translation, origin, segment, author, made)


def values_of(row: Approved) -> tuple[Any, ...]:
    """As `COLUMNS`."""
    asked = row.asked
    return (asked.text, asked.before, asked.after, asked.source, asked.target, row.text, row.origin,
            row.segment, row.author, row.made)


def generation(database: Database) -> int:
    """As `Memory.generation`."""
    with database.read() as connection:
        return int(connection.execute("SELECT value FROM counter WHERE name = 'generation'").fetchone()[0])


def advance(connection: sqlite3.Connection) -> None:
    """Let the generation grow."""
    connection.execute("UPDATE counter SET value = value + 1 WHERE name = 'generation'")


def find(database: Database, asked: Sequence[Asked]) -> list[Approval | None]:
    """As `Memory.approved`."""
    sentences = [sentence_of(one) for one in asked]
    by_sentence: dict[bytes, list[Approved]] = {}
    with database.read() as connection:
        for part, marks in chunks(list(dict.fromkeys(sentences))):
            for sentence, *values in connection.execute(
                    f"SELECT sentence, {COLUMNS} FROM approved WHERE sentence IN ({marks}) ORDER BY id", part):
                by_sentence.setdefault(sentence, []).append(row_of(values))
    return [_best(one, by_sentence.get(sentence, ())) for one, sentence in zip(asked, sentences)]


def _best(asked: Asked, rows: Iterable[Approved]) -> Approval | None:
    """The text on which those that fit best agree."""
    levels: dict[int, list[Approved]] = {}
    for row in rows:
        sides = (even(row.asked.before) == even(asked.before)) + (even(row.asked.after) == even(asked.after))
        levels.setdefault(sides, []).append(row)
    names: tuple[Context, ...] = ("none", "one", "both")
    for sides in sorted(levels, reverse=True):
        if len({row.text for row in levels[sides]}) == 1:
            return Approval(levels[sides][-1], names[sides])
        return None
    return None

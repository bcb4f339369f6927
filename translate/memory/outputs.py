"""What the files of a run were made from, so that the next run knows what it need not do again."""

from __future__ import annotations

from collections.abc import Iterable

from translate.memory.database import Database, chunks
from translate.memory.rows import Output


def get(database: Database, folder: str, names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Output]:
    """As `Memory.get_outputs`."""
    wanted = set(names)
    found: dict[tuple[str, str], Output] = {}
    with database.read() as connection:
        for part, marks in chunks(sorted({name for name, _ in wanted})):
            for row in connection.execute("SELECT folder, name, target, fingerprint, record FROM output "
                                          f"WHERE folder = ? AND name IN ({marks})", [folder, *part]):
                if (row[1], row[2]) in wanted:
                    found[row[1], row[2]] = Output(*row)
    return found


def put(database: Database, rows: Iterable[Output]) -> None:
    """As `Memory.put_outputs`."""
    with database.write() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO output (folder, name, target, fingerprint, record) VALUES (?, ?, ?, ?, ?)",
            ((row.folder, row.name, row.target, row.fingerprint, row.record) for row in rows))

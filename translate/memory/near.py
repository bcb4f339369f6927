"""Approved sentences that are like another one: suggestions for a translator, never a translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from translate.memory.approvals import COLUMNS, even, row_of
from translate.memory.database import Database, chunks
from translate.memory.near_index import CUTOFF, NearIndex, build
from translate.memory.near_words import score
from translate.memory.rows import Approved, Asked

_PAGE = 20_000
_SPARE = 4
"""Sentences looked at for each one wanted: what differs in its numbers falls behind."""


@dataclass(frozen=True, slots=True)
class Near:
    """An approved sentence that is like the one asked for."""

    approved: Approved
    score: float
    """0 to 100; 100 only for the same sentence."""


class Suggestions:
    """Finds them. The sentences of a language pair are indexed when it is first asked for, and again
    when this memory has learned since."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._indexes: dict[tuple[str, str], NearIndex | None] = {}
        """None where nothing is approved."""

    def forget(self) -> None:
        """What was approved has changed."""
        self._indexes.clear()

    def find(self, asked: Sequence[Asked], limit: int, cutoff: float) -> list[list[Near]]:
        """As `Memory.near`."""
        cutoff = max(cutoff, CUTOFF)
        found = self._found(asked, limit * _SPARE)
        rows = self._rows(sorted({id for ids in found for id in ids}))
        return [_best(even(one.text), [row for id in ids for row in rows.get(id, ())], limit, cutoff)
                for one, ids in zip(asked, found)]

    def _found(self, asked: Sequence[Asked], limit: int) -> list[list[int]]:
        """Ids, by sentence."""
        found: list[list[int]] = [[] for _ in asked]
        for pair in sorted({(one.source, one.target) for one in asked}):
            those = [number for number, one in enumerate(asked) if (one.source, one.target) == pair]
            texts = [even(asked[number].text) for number in those]
            index = self._index(*pair)
            for number, ids in zip(those, index.find(texts, limit) if index else ()):
                found[number] = ids
        return found

    def _index(self, source: str, target: str) -> NearIndex | None:
        if (source, target) not in self._indexes:
            rows = self._sentences(source, target)
            first = next(rows, None)
            self._indexes[source, target] = build(chain([first], rows)) if first else None
        return self._indexes[source, target]

    def _sentences(self, source: str, target: str) -> Iterator[tuple[int, str]]:
        """(id, text) of what is approved; in pages, so that nobody waits for this."""
        last = 0
        while True:
            with self.database.read() as connection:
                page = connection.execute(
                    "SELECT id, text FROM approved WHERE id > ? AND source = ? AND target = ? "
                    "ORDER BY id LIMIT ?", (last, source, target, _PAGE)).fetchall()
            if not page:
                return
            last = page[-1][0]
            yield from ((id, even(text)) for id, text in page)

    def _rows(self, ids: Sequence[int]) -> dict[int, list[Approved]]:
        """By id every translation of the sentence that this row has, the newest row of each."""
        found: dict[int, list[Approved]] = {}
        columns = ", ".join(f"other.{name}" for name in COLUMNS.split(", "))
        with self.database.read() as connection:
            for part, marks in chunks(ids):
                for id, _, *values in connection.execute(
                        f"SELECT one.id, max(other.id), {columns} FROM approved one JOIN approved other "
                        f"ON other.sentence = one.sentence WHERE one.id IN ({marks}) "
                        "GROUP BY one.id, other.translation ORDER BY 2 DESC", part):
                    found.setdefault(id, []).append(row_of(values))
        return found


def _best(text: str, rows: Sequence[Approved], limit: int, cutoff: float) -> list[Near]:
    scored = [Near(row, score(text, even(row.asked.text))) for row in rows]
    return sorted((near for near in scored if near.score >= cutoff), key=lambda near: -near.score)[:limit]

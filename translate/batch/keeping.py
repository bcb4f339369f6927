"""The memory as a run uses it: that it can take in no more, as on a full disk, is told and ends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.errors import StoreError
from translate.memory.near import Near
from translate.memory.rows import Approval, Asked, Key
from translate.memory.store import Memory


class Keeping:
    """What a desk asks of a memory. What cannot be read is an error: what people approved may be there."""

    def __init__(self, memory: Memory, faults: list[str]) -> None:
        self.memory, self.faults = memory, faults

    def recall(self, keys: Iterable[Key]) -> dict[Key, str]:
        """As `Memory.recall`."""
        return self.memory.recall(keys)

    def keep(self, rows: Iterable[tuple[Key, str]]) -> None:
        """As `Memory.keep`, as long as that works."""
        if self.faults:
            return
        try:
            self.memory.keep(rows)
        except StoreError as error:
            self.faults.append(str(error))

    def approved(self, asked: Sequence[Asked]) -> list[Approval | None]:
        """As `Memory.approved`."""
        return self.memory.approved(asked)

    def near(self, asked: Sequence[Asked], limit: int = 3, cutoff: float = 70.0) -> list[list[Near]]:
        """As `Memory.near`."""
        return self.memory.near(asked, limit, cutoff)

"""The translation memory: what machines wrote, what people approved, and what runs left behind.

One SQLite file in WAL mode; any number of runs share it. Machine results are found again by the text
and everything that decided them. What a person approved is found by the sentence and its neighbours,
whatever model or glossary is in use, and nothing but an explicit request removes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translate.memory import approvals, history, listing, machine, opening, outputs
from translate.memory.database import Database
from translate.memory.near import Near, Suggestions
from translate.memory.rows import Approval, Approved, Asked, Key, Learned, Output


class Memory:
    """An open memory. Its methods raise StoreError where the file cannot be read or written."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.suggestions = Suggestions(database)

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self.database.path

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def recall(self, keys: Iterable[Key]) -> dict[Key, str]:
        """The kept results of those `keys` that have one."""
        return machine.recall(self.database, keys)

    def keep(self, rows: Iterable[tuple[Key, str]]) -> None:
        """Keep machine results, all of them or none; a result that is there is replaced."""
        machine.keep(self.database, rows)

    @property
    def generation(self) -> int:
        """A number that grows whenever an approval is added, changed or taken back."""
        return approvals.generation(self.database)

    def approved(self, asked: Sequence[Asked]) -> list[Approval | None]:
        """For each sentence the approved text that fits it, if any.

        That of the same sentence between the same neighbours; else that of the same sentence with one
        of them; else that of the same sentence anywhere. Where two texts fit equally well, people have
        told them apart by something that this program does not see, so neither is taken: a vote would
        overrule one of them in silence.
        """
        return approvals.find(self.database, asked)

    def approve(self, rows: Iterable[Approved], note: str = "") -> Learned:
        """Learn approved texts, all of them or none, as one batch; `note` says where it came from.

        Of a sentence that occurs twice between the same neighbours the last text is learned.
        """
        learned = history.approve(self.database, rows, note)
        self.suggestions.forget()
        return learned

    def compare(self, rows: Iterable[Approved]) -> Iterator[tuple[Approved, Approved | None]]:
        """Each row with what stands in its place now: what learning them would change."""
        return history.compare(self.database, rows)

    def take_back(self, batch: int) -> int:
        """Undo a batch: what it replaced stands again; returns how many sentences that touched.

        Raises:
            StoreError: There is no such batch.
        """
        touched = history.take_back(self.database, batch)
        self.suggestions.forget()
        return touched

    def approvals(self, source: str = "", target: str = "") -> Iterator[Approved]:
        """What people approved, oldest first: of these languages, or of all where one is empty."""
        return listing.approved_rows(self.database, source, target)

    def results(self, source: str = "", target: str = "") -> Iterator[tuple[Key, str, int]]:
        """(key, result, seconds since 1970 when it was made) of machines; otherwise as `approvals`."""
        return listing.machine_rows(self.database, source, target)

    def stats(self) -> listing.Stats:
        """What the memory holds, in figures."""
        return listing.stats(self.database)

    def near(self, asked: Sequence[Asked], limit: int = 3, cutoff: float = 70.0) -> list[list[Near]]:
        """For each sentence up to `limit` approved ones that are like it, best first, with a score of
        `cutoff` (70 at least) to 100. They are for a translator to look at, and never a translation.
        """
        return self.suggestions.find(asked, limit, cutoff)

    def get_outputs(self, folder: str, names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Output]:
        """By (article, target language) what is known of the files written to `folder`."""
        return outputs.get(self.database, folder, names)

    def put_outputs(self, rows: Iterable[Output]) -> None:
        """Note files that were written, all of them or none; what was noted of them before is replaced."""
        outputs.put(self.database, rows)


def open_memory(path: Path) -> tuple[Memory, str]:
    """The memory at `path`, made where there is none, and a remark for the user: empty, or that the file
    was damaged and has been set aside, and how much of what people approved was saved from it.

    Raises:
        StoreError: It cannot be read or written, or was made by a newer program.
    """
    database, remark = opening.open_database(path)
    return Memory(database), remark

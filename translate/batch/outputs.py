"""What stands in the output folder, who wrote it, and what of it need not be written again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from translate.batch.interface import Finished
from translate.batch.records import dump, load
from translate.errors import InputError, StoreError
from translate.files import digest_file
from translate.memory.rows import Output
from translate.memory.store import Memory
from translate.readers.collect import BESIDE
from translate.readers.intake import load as load_file
from translate.readers.xliff_read import read_xliff
from translate.records import BilingualFile

WRITTEN = "written"
"""A fact of a file for translators: SHA-256 of the translation that was written beside it."""
_REMEMBERED = 4
"""Digests of earlier contents by which a file is known as ours: a killed run may have left any of them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an earlier run left of one source in one language."""

    digest: str
    """SHA-256 of the source as it is now."""
    fingerprint: str
    """Of all that decides the outcome now."""
    known: tuple[str, ...] = ()
    """SHA-256 of the contents that we wrote, or were about to, the newest first."""
    file: str = ""
    """SHA-256 of the file for translators as it stands; empty where there is none."""
    files: tuple[BilingualFile, ...] = ()
    """What is in it."""
    orphans: int = 0
    """Answers of people in files of it that belong to no piece of the source."""
    fault: str = ""
    """Why it cannot be read."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a run made of one source in one language."""

    data: str
    file: str
    """SHA-256 of the translation, and of the file for translators."""
    human: bool
    """People have had a hand in the latter."""


@dataclass(slots=True)
class Outputs:
    """The output folder and the memory's notes on it."""

    folder: Path
    memory: Memory | None
    signatures: Mapping[str, str]
    """By language all that decides a run's results, but for the sources."""
    faults: list[str] = field(default_factory=list)
    """What the memory could not note down, one line each."""

    def path(self, name: str, target: str) -> Path:
        """Where a translation stands."""
        return self.folder / target / name

    def beside(self, name: str, target: str) -> Path:
        """Where the file for translators stands."""
        path = self.path(name, target)
        return path.with_name(path.name + BESIDE)

    def look(self, index: int, name: str, target: str, digest: str) -> Finished | Standing:
        """What became of a source in an earlier run, if nothing that decides it has changed since and
        nobody has touched what was written; else what stands there.

        Raises:
            StoreError: The memory cannot be read.
            OSError: What stands there cannot be read.
        """
        fingerprint = self._fingerprint(digest, target)
        note = self._note(name, target)
        made = note.get("made", {})
        beside = digest_file(self.beside(name, target))
        if note and note["fingerprint"] == fingerprint and made.get("file") == beside \
                and made.get("data") == digest_file(self.path(name, target)):
            finished = load(note["finished"])
            return replace(finished, index=index, unchanged=True)
        known = tuple(note.get("known", ()))
        if not beside or (beside == made.get("file") and not made.get("human")):
            return Standing(digest, fingerprint, known, beside)
        files, fault = self._read(name, target)
        told = tuple(value for file in files for fact, value in file.facts if fact == WRITTEN)
        return Standing(digest, fingerprint, (*known, *told), beside, files, fault=fault)

    def note(self, standing: Standing, made: Made, finished: Finished) -> None:
        """Write down what is about to be written: a run that is killed in between has still told that
        these contents are its own."""
        if self.memory is None:
            return
        again = not (finished.failed or finished.details.failures)
        known = tuple(dict.fromkeys((made.data, *standing.known)))[:_REMEMBERED]
        record = {"made": {"data": made.data, "file": made.file, "human": made.human}, "known": known,
                  "finished": dump(finished)}
        row = Output(str(self.folder.resolve()), finished.name, finished.target,
                     standing.fingerprint if again else "", json.dumps(record, ensure_ascii=False))
        try:
            self.memory.put_outputs([row])
        except StoreError as error:
            if not self.faults:
                self.faults.append(str(error))

    def _fingerprint(self, digest: str, target: str) -> str:
        generation = self.memory.generation if self.memory else 0
        content = json.dumps([digest, self.signatures[target], generation])
        return sha256(content.encode()).hexdigest()

    def _note(self, name: str, target: str) -> dict[str, Any]:
        if self.memory is None:
            return {}
        row = self.memory.get_outputs(str(self.folder.resolve()), [(name, target)]).get((name, target))
        with suppress(ValueError):
            if row is not None:
                return {"fingerprint": row.fingerprint, **json.loads(row.record)}
        return {}

    def _read(self, name: str, target: str) -> tuple[tuple[BilingualFile, ...], str]:
        """The file for translators, or why it cannot be read."""
        path = self.beside(name, target)
        try:
            return read_xliff(load_file(path), str(path)), ""
        except InputError as error:
            return (), str(error)

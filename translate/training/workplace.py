"""The folder in which a package is made: prepared text, tokenizer, checkpoints, and what was done."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.errors import ConfigError, InputError
from translate.files import write_atomically
from translate.training import packing
from translate.training.pieces import train_pieces
from translate.training.rows import Row, load_rows

_HELD_BACK = 40
"""Without a dev file every so many rows of plain text are kept for it."""
_GENERAL = 60_000
"""Rows of general text, by language, that the tokenizer learns from; plain text counts several times."""
_PLAIN = 12


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder and what is in it."""

    folder: Path

    @property
    def pieces(self) -> bytes:
        """The tokenizer.

        Raises:
            InputError: Nothing was prepared here.
        """
        return self._read("sentencepiece.model")

    @property
    def groups(self) -> dict[str, list[packing.Sample]]:
        """The prepared samples.

        Raises:
            InputError: Nothing was prepared here.
        """
        self._read("setup.json")
        return packing.load(self.folder / "text.npz")

    @property
    def setup(self) -> dict[str, Any]:
        """Languages, files and counts, as `prepare` wrote them.

        Raises:
            InputError: Nothing was prepared here.
        """
        setup: dict[str, Any] = json.loads(self._read("setup.json"))
        return setup

    @property
    def dev(self) -> list[Row]:
        """The dev rows."""
        return list(load_rows(self.folder / "dev.jsonl", self.setup["source"], self.setup["targets"]))

    @property
    def log(self) -> list[dict[str, Any]]:
        """What runs there were: their recipe, their checks."""
        path = self.folder / "runs.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []

    def note(self, run: Mapping[str, Any]) -> None:
        """Add a run to the log.

        Raises:
            OutputError: It cannot be written.
        """
        lines = [json.dumps(entry, ensure_ascii=False) for entry in [*self.log, run]]
        write_atomically(self.folder / "runs.jsonl", ("\n".join(lines) + "\n").encode())

    def _read(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise InputError(f"{self.folder}: no prepared text here ({name} is missing); "
                             f"run: translate train prepare --work {self.folder}") from error


def prepare(folder: Path, rows: Sequence[Row], dev: Sequence[Row], languages: tuple[str, Sequence[str]],
            tokenizer: bytes | int, files: Iterable[Path] = (), seed: int = 1) -> Workplace:
    """Make a workplace in `folder`, with a `tokenizer` that exists or one of so many pieces.

    Without `dev`, part of the plain rows is held back for it.

    Raises:
        ConfigError: There is too little text.
        OutputError: The folder cannot be written to.
    """
    rows, dev = (rows, dev) if dev else _held_back(rows)
    if not rows or not dev:
        raise ConfigError(f"{len(rows) + len(dev)} rows are too few to train on; name more text")
    source, targets = languages
    pieces = tokenizer if isinstance(tokenizer, bytes) else _tokenizer(rows, tokenizer, targets)
    groups = packing.pack(rows, dev, pieces, source, seed)
    setup = {"source": source, "targets": list(targets), "seed": seed,
             "files": [_fingerprint(path) for path in files],
             "samples": {name: len(samples) for name, samples in groups.items()}}
    write_atomically(folder / "sentencepiece.model", pieces)
    write_atomically(folder / "dev.jsonl", _as_lines(dev, source))
    packing.save(groups, folder / "text.npz")
    write_atomically(folder / "setup.json", (json.dumps(setup, ensure_ascii=False, indent=1) + "\n").encode())
    return Workplace(folder)


def _tokenizer(rows: Sequence[Row], vocabulary: int, targets: Sequence[str]) -> bytes:
    try:
        return train_pieces(_texts(rows), vocabulary, targets)
    except ValueError as error:
        raise ConfigError(f"no tokenizer of {vocabulary:,} pieces can be made of this text ({error}); "
                          "name more text or another --vocabulary") from error


def _held_back(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    plain = [row for row in rows if row.group != "general"]
    dev = plain[::_HELD_BACK]
    kept = set(map(id, dev))
    return [row for row in rows if id(row) not in kept], dev


def _texts(rows: Sequence[Row]) -> Iterable[str]:
    """What the tokenizer learns from: the text that will be translated counts most."""
    general = 0
    for row in rows:
        general += row.group == "general"
        if row.group != "general" or general <= _GENERAL:
            for _ in range(1 if row.group == "general" else _PLAIN):
                yield row.source
                yield from row.targets.values()


def _as_lines(rows: Sequence[Row], source: str) -> bytes:
    return "".join(json.dumps({source: row.source, **row.targets, "terms": [dict(term) for term in row.terms]},
                              ensure_ascii=False) + "\n" for row in rows).encode()


def _fingerprint(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"name": path.name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}

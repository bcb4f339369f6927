"""From the paths that a user names to the files that are read, and who reads each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from translate.checks.inputs.files import read_translated
from translate.checks.inputs.interface import File, Item, Reader
from translate.checks.inputs.jsonl import read_jsonl
from translate.checks.inputs.likeness import Names
from translate.checks.inputs.sides import read_documents_of
from translate.checks.inputs.tmx import read_tmx
from translate.checks.inputs.tsv import read_tsv
from translate.errors import ConfigError, InputError

STDIN = "-"
_TABLES: dict[str, Reader] = {".tsv": read_tsv, ".jsonl": read_jsonl, ".ndjson": read_jsonl, ".tmx": read_tmx}
_XLIFF = (".xlf", ".xliff")


@dataclass(slots=True)
class Inputs:
    """All files of a run, read one after the other."""

    paths: Sequence[str]
    source: str
    """Language code."""
    targets: Sequence[str]
    """Language codes that were asked; where none was, what files say of themselves counts."""
    original: Path | None = None
    """The source file, or the folder of source files, of translated ones."""
    names: Names | None = None
    """Finds in a text what the glossary knows: anchors of the alignment."""
    size: int = 0
    """Bytes of all files, as far as that is known."""
    current: File | None = None
    before: int = 0
    """Bytes of the files that are done."""
    _files: list[tuple[Path, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the files.

        Raises:
            InputError: A path does not exist, or holds nothing to check.
        """
        for path in self.paths:
            if path != STDIN:
                self._files += _found(Path(path), self.original)
        self.size = sum(file.stat().st_size for file, _ in self._files)

    @property
    def position(self) -> int:
        """How many bytes were read."""
        return self.before + (self.current.position() if self.current else 0)

    def read(self) -> Iterator[tuple[str, Item]]:
        """(target language, item) of every file, in order.

        Raises:
            InputError: A file cannot be read at all.
            ConfigError: Nothing tells the language of the translations.
        """
        if STDIN in self.paths:
            yield from self._rows(File("<stdin>", sys.stdin.buffer), ".tsv")
        for path, name in self._files:
            try:
                with path.open("rb") as stream:
                    yield from self._read(File(path.as_posix(), stream, path.stat().st_size), path, name)
            except OSError as error:
                raise InputError(f"{path}: cannot be read ({error.strerror}); check the path and its "
                                 "permissions") from error
            self.before += path.stat().st_size

    def _read(self, file: File, path: Path, name: str) -> Iterator[tuple[str, Item]]:
        self.current = file
        suffix = path.suffix.lower()
        if suffix in _XLIFF:
            yield from read_documents_of(file, self.source, self.targets, self.original)
        elif self.original is not None:
            other = self.original / name if self.original.is_dir() else self.original
            target = self._target(file.name, path.parts)
            for item in read_translated(file, other, self.source, target, self.names):
                yield target, item
        elif suffix in _TABLES:
            yield from self._rows(file, suffix)
        else:
            raise InputError(f"{file.name}: a translation alone; name what it was made from: --source FILE")
        self.current = None

    def _rows(self, file: File, suffix: str) -> Iterator[tuple[str, Item]]:
        """A table; JSON lines and memories may hold several of the languages that were asked."""
        if suffix != ".tsv" and len(self.targets) > 1:
            raise ConfigError(f"{file.name}: several languages at once; name one: --to {self.targets[0]}")
        target = self._target(file.name, PurePath(file.name).parts)
        for item in _TABLES[suffix](file, self.source, target):
            yield target, item

    def _target(self, name: str, parts: Sequence[str]) -> str:
        """The language of a file that does not say it: the one that was asked, or that its path names."""
        if len(self.targets) == 1:
            return self.targets[0]
        stems = {piece for part in parts for piece in PurePath(part).name.replace("-", ".").split(".")}
        named = [code for code in self.targets or ("ko", "ja") if code in stems]
        if len(named) != 1:
            raise ConfigError(f"{name}: in which language are the translations? Name one: --to ko")
        return named[0]


def _found(path: Path, original: Path | None) -> list[tuple[Path, str]]:
    """The files at or below `path`, each with its name below it."""
    if path.is_file():
        return [(path, path.name)]
    if not path.is_dir():
        raise InputError(f"{path}: no such file or folder")
    files = sorted(Path(parent) / name for parent, _, names in os.walk(path) for name in names
                   if not any(part.startswith(".") for part in (Path(parent) / name).relative_to(path).parts))
    wanted = [file for file in files if file.suffix.lower() in _XLIFF]
    if original is not None and not wanted:
        wanted = [file for file in files if (original / file.relative_to(path)).is_file()]
    wanted = wanted or [file for file in files if file.suffix.lower() in _TABLES]
    if not wanted:
        raise InputError(f"{path}: nothing to check here; known are {', '.join((*_XLIFF, *_TABLES))}, and with "
                         "--source DIR the files that have the same name there")
    return [(file, file.relative_to(path).as_posix()) for file in wanted]

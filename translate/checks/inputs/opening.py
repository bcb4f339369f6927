"""From the paths that a user names to the files that are read, and who reads each."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from translate.checks.inputs.files import read_translated
from translate.checks.inputs.interface import File, Item, Reader, Remark
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
    others: set[str] = field(default_factory=set)
    """Languages of documents that were not asked, and so not read."""
    _files: list[tuple[Path, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the files.

        Raises:
            InputError: A path does not exist, or holds nothing to check.
        """
        known: set[Path] = set()
        for path in self.paths:
            if path != STDIN:
                found = _found(Path(path), self.original)
                self._files += [one for one in found if one[0].resolve() not in known]
                known.update(one.resolve() for one, _ in found)
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
            yield from self._standard_input()
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
            yield from self._documents(file)
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

    def _documents(self, file: File) -> Iterator[tuple[str, Item]]:
        for target, pairs in read_documents_of(file, self.source, self.targets, self.original):
            if self.targets and target not in self.targets:
                self.others.add(target)
            else:
                yield from ((target, pair) for pair in pairs)

    def _standard_input(self) -> Iterator[tuple[str, Item]]:
        """What comes in tells by its first letters what it is."""
        stream = io.BufferedReader(sys.stdin.buffer, 1 << 16)  # type: ignore[type-var]
        head = stream.peek(1).removeprefix(codecs.BOM_UTF8).lstrip()
        file = File("<stdin>", stream)
        try:
            if head.startswith(b"<") and b"<xliff" in head:
                yield from self._documents(file)
            else:
                suffix = ".jsonl" if head.startswith(b"{") else ".tmx" if head.startswith(b"<") else ".tsv"
                yield from self._rows(file, suffix)
        finally:
            stream.detach()

    def _rows(self, file: File, suffix: str) -> Iterator[tuple[str, Item]]:
        """A table; JSON lines and memories may hold several languages, and are read for each that was asked."""
        several = self.targets if suffix != ".tsv" and len(self.targets) > 1 else ()
        if several and not file.stream.seekable():
            raise ConfigError(f"{file.name}: several languages at once; name one: --to {self.targets[0]}")
        for target in several or [self._target(file.name, PurePath(file.name).parts)]:
            if several:
                file.stream.seek(0)
            for item in _TABLES[suffix](file, self.source, target):
                if not isinstance(item, Remark) or not several or self._tells(item, target):
                    yield target, item

    def _tells(self, remark: Remark, target: str) -> bool:
        """Whether to tell it in this pass of several: once, and not that a row has other languages than this."""
        return target == self.targets[0] and remark.absent != target

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

"""From the paths that a user names to the files that are read."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """A file to translate."""

    path: Path
    name: str
    """Its path below the folder that was named, with forward slashes; where its translation will stand."""
    size: int
    """Bytes."""


def collect(paths: Sequence[Path], suffixes: Collection[str], leave_out: Path | None = None) -> list[Source]:
    """The files at and below `paths`, in a stable order.

    A file that is named is taken whatever its ending; in a folder, files with one of `suffixes` are
    taken, hidden ones and those below `leave_out` (the output folder) are not.

    Raises:
        InputError: A path does not exist, a folder holds nothing to translate, or two files would be
            written to the same place.
    """
    return list(walk(paths, suffixes, leave_out))


def walk(paths: Sequence[Path], suffixes: Collection[str], leave_out: Path | None = None) -> Iterator[Source]:
    """As `collect`, one by one: of a single folder nothing is held, however many files it has.

    Raises:
        InputError: As `collect`, when it comes to that.
    """
    seen: dict[str, Path] = {}
    for path in paths:
        files = iter([path]) if path.is_file() else _below(path, suffixes, leave_out)
        found = False
        for file in files:
            found = True
            name = file.name if file == path else file.relative_to(path).as_posix()
            if len(paths) > 1:
                other = seen.setdefault(name, file)
                if not other.samefile(file):
                    raise InputError(f"{other} and {file} would both become {name}; "
                                     "translate them in two runs or into two --out folders")
                if other is not file:
                    continue
            yield Source(file, name, file.stat().st_size)
        if not found:
            raise InputError(_nothing(path, suffixes))


def _below(folder: Path, suffixes: Collection[str], leave_out: Path | None) -> Iterator[Path]:
    without = leave_out.resolve() if leave_out else None
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".")
                            and (Path(parent) / name).resolve() != without)
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield Path(parent) / name


def _nothing(path: Path, suffixes: Collection[str]) -> str:
    if not path.exists():
        return f"{path}: no such file or folder"
    return f"{path}: nothing to translate here; known endings are {', '.join(sorted(suffixes))}"

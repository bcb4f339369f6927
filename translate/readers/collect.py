"""From the paths that a user names to the files that are read."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import InputError


BESIDE = ".xlf"
"""Behind the name of a translation: the file for translators that a run writes beside it."""
_HEAD = 4096
_OURS = b"glosswire"
"""Stands early in a file that a run wrote."""


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
    taken and hidden ones are not. With `leave_out` (the output folder of a run) neither is what this or
    another run wrote there.

    Raises:
        InputError: A path does not exist, a folder holds nothing to translate or is the output folder, or
            two files would be written to the same place.
    """
    return list(walk(paths, suffixes, leave_out))


def walk(paths: Sequence[Path], suffixes: Collection[str], leave_out: Path | None = None) -> Iterator[Source]:
    """As `collect`, one by one: of a single folder nothing is held, however many files it has.

    Raises:
        InputError: As `collect`, when it comes to that.
    """
    seen: dict[str, Path] = {}
    for path in paths:
        if leave_out and path.is_dir() and leave_out.exists() and path.samefile(leave_out):
            raise InputError(f"{path}: the translations would stand among the sources, and be translated by the "
                             "next run; name another folder with --out")
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
                _refuse_hidden(name, seen)
            yield Source(file, name, file.stat().st_size)
        if not found:
            raise InputError(_nothing(path, suffixes))


def _refuse_hidden(name: str, seen: Mapping[str, Path]) -> None:
    """Refuse a source whose translation and the file for translators of another would be one file."""
    for longer in (name, name + BESIDE):
        shorter = longer.removesuffix(BESIDE)
        if longer in seen and longer != shorter and shorter in seen:
            raise InputError(f"{seen[longer]}: its translation would stand where the file for translators of "
                             f"{seen[shorter]} does; rename it, or translate it into another --out folder")


def _below(folder: Path, suffixes: Collection[str], leave_out: Path | None) -> Iterator[Path]:
    without = leave_out.resolve() if leave_out else None
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        if without and here != folder and "run.json" in files and _is_ours(here / "run.json"):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".")
                            and (here / name).resolve() != without)
        found = {name: here / name for name in sorted(files)
                 if not name.startswith(".") and Path(name).suffix.lower() in suffixes}
        for name, path in found.items():
            if without and name.endswith(BESIDE) and name.removesuffix(BESIDE) in found:
                if _is_ours(path):
                    continue
                _refuse_hidden(name, found)
            yield path


def _is_ours(path: Path) -> bool:
    """Whether a run wrote the file; one that cannot be read is left for a reader to complain of."""
    try:
        with path.open("rb") as file:
            return _OURS in file.read(_HEAD)
    except OSError:
        return False


def _nothing(path: Path, suffixes: Collection[str]) -> str:
    if not path.exists():
        return f"{path}: no such file or folder"
    return f"{path}: nothing to translate here; known endings are {', '.join(sorted(suffixes))}"

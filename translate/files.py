"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

from translate.errors import OutputError

TEMPORARY = ".glosswire-tmp"
"""Ends the name of a file that is being written, and that no running program writes once this is gone."""
SPILL = 1 << 20
"""Bytes up to which a growing file is held in memory."""


def write_atomically(path: Path, data: bytes) -> bool:
    """Put `data` at `path` in one step; returns False where the file already holds exactly that.

    The bytes go to a temporary file in the same folder, which is then renamed over the target: a killed
    process leaves the old file or the new one. An unchanged file keeps its modification time.

    Raises:
        OutputError: The folder cannot be made or written, or the disk is full.
    """
    with Growing(path) as file:
        file.write(data)
        return file.commit()


def digest_file(path: Path) -> str:
    """SHA-256 of the file at `path`, in hexadecimal; empty where there is none.

    Raises:
        OSError: It cannot be read.
    """
    found = sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(SPILL):
                found.update(chunk)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return found.hexdigest()


def sweep(folder: Path) -> int:
    """Delete the temporary files that killed programs left in and below `folder`; returns how many.

    Only while no other program writes there.
    """
    swept = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.startswith(".") and name.endswith(TEMPORARY):
                (Path(parent) / name).unlink(missing_ok=True)
                swept += 1
    return swept


class Growing:
    """A file of any size that comes into being in one step, when it is whole.

    Its methods raise OutputError where the folder cannot be made or written, or the disk is full.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._digest = sha256()
        self._held: list[bytes] = []
        self._size = 0
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Growing:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    @property
    def digest(self) -> str:
        """SHA-256 of what was written so far, in hexadecimal."""
        return self._digest.hexdigest()

    def write(self, data: bytes) -> None:
        """Append `data`."""
        self._digest.update(data)
        self._size += len(data)
        if self._file is None and self._size <= SPILL:
            self._held.append(data)
            return
        with self._told():
            if self._file is None:
                self._file = self._open()
            self._file.write(data)

    def prepare(self) -> None:
        """Have the whole file on the disk, so that `commit` has only to rename it."""
        with self._told():
            if not self._stands():
                file = self._file = self._file or self._open()
                file.flush()

    def commit(self) -> bool:
        """Put the file in its place; returns False where one with the same bytes stands there already."""
        with self._told():
            if self._stands():
                self.discard()
                return False
            file = self._file = self._file or self._open()
            file.close()
            os.chmod(file.name, _mode(self.path))
            os.replace(file.name, self.path)
        self._file = None
        self._held.clear()
        return True

    def discard(self) -> None:
        """Leave nothing; after `commit` there is nothing to leave."""
        self._held.clear()
        if self._file is not None:
            name, file = self._file.name, self._file
            self._file = None
            with suppress(OSError):  # a full disk cannot take the last bytes; they are not wanted
                file.close()
            Path(name).unlink(missing_ok=True)

    def _stands(self) -> bool:
        path = self.path
        return path.is_file() and path.stat().st_size == self._size and digest_file(path) == self.digest

    def _open(self) -> IO[bytes]:
        """The temporary file, with what was held so far."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file: IO[bytes] = tempfile.NamedTemporaryFile(
            "wb", prefix=f".{self.path.name[:40]}.", suffix=TEMPORARY, dir=self.path.parent, delete=False)
        self._file = file
        for data in self._held:
            file.write(data)
        self._held.clear()
        return file

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Once, with a failure told in our words, and nothing left of the file."""
        try:
            yield
        except OSError as error:
            self.discard()
            raise OutputError(f"{self.path}: cannot be written ({error.strerror}); "
                              "free space or choose another folder") from error


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced; those of an ordinary new file otherwise."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

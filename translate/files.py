"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from translate.errors import OutputError


def write_atomically(path: Path, data: bytes) -> bool:
    """Put `data` at `path` in one step; returns False where the file already holds exactly that.

    The bytes go to a temporary file in the same folder, which is then renamed over the target: a killed
    process leaves the old file or the new one. An unchanged file keeps its modification time.

    Raises:
        OutputError: The folder cannot be made or written, or the disk is full.
    """
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); "
                          "free space or choose another folder") from error
    return True


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced; those of an ordinary new file otherwise."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""One run at a time writes to an output folder."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from translate.errors import OutputError
from translate.files import sweep

NAME = ".glosswire.lock"
"""In the output folder while a run writes there. The system frees it when the process ends, however it
ends; what it says is for people, and for runs on other machines, which the system's lock may not reach."""


@contextmanager
def claim(folder: Path) -> Iterator[bool]:
    """Hold `folder` for this process; tells whether a run before it was killed, whose temporary files are
    gone by now.

    Raises:
        OutputError: Another run writes there, or the folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = _seize(folder / NAME)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); "
                          "free space or choose another folder") from error
    try:
        killed = bool(_holder(file))
        if killed:
            sweep(folder)
        _write(file, {"pid": os.getpid(), "host": socket.gethostname(), "since": time.time()})
        yield killed
    finally:
        # Gone before it is free: whoever waits for it finds out that it holds a file without a name.
        with suppress(OSError):
            (folder / NAME).unlink()
        file.close()


def _seize(path: Path) -> IO[str]:
    """The lock file, locked.

    Raises:
        OutputError: Another process holds it.
    """
    while True:
        file = open(path, "a+", encoding="utf-8")
        held = _holder(file)
        elsewhere = held.get("host", socket.gethostname()) != socket.gethostname()
        if elsewhere or not _lock(file):
            file.close()
            raise OutputError(_refusal(path, held, elsewhere))
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()


def _lock(file: IO[str]) -> bool:
    """Lock an open file unless another process has; the lock ends with the process."""
    try:
        if sys.platform == "win32":
            import msvcrt
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder(file: IO[str]) -> dict[str, Any]:
    """What the lock file says of the process that wrote it; empty where it says nothing."""
    file.seek(0)
    with suppress(ValueError):
        content = json.loads(file.read())
        if isinstance(content, dict):
            return content
    return {}


def _write(file: IO[str], content: dict[str, Any]) -> None:
    file.seek(0)
    file.truncate()
    file.write(json.dumps(content))
    file.flush()


def _refusal(path: Path, held: dict[str, Any], elsewhere: bool) -> str:
    since = time.strftime("%H:%M on %d %B", time.localtime(float(held.get("since", time.time()))))
    who = f"process {held.get('pid', 'unknown')} on {held.get('host', 'this machine')}, since {since}"
    remedy = f"if it is no longer running, delete {path}" if elsewhere else "wait for it, or name another --out"
    return f"{path.parent}: another run writes there ({who}); {remedy}"

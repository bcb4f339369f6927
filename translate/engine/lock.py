"""`translate.lock`: what a project was translated with, so that a later run can insist on it.

    {"packages": [{"from": "en", "to": "ko", "version": "1.1", "digest": "9f86d0..."}],
     "options": {"glossary": "615b6a...", "decoding": "beam:4|longest:200", "profile": ""}}

Other keys of the file are kept: they belong to whoever wrote them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from translate.engine.packages import digest
from translate.errors import LockError
from translate.files import write_atomically
from translate.records import Package

LOCK = Path("translate.lock")
"""In the current folder, to be kept in version control."""
_RELOCK = "install that one, or lock what is there: translate models lock"


def write_lock(path: Path, packages: Iterable[Package], options: Mapping[str, str] | None = None) -> None:
    """Record `packages` as the only ones that may be used, with these `options` where they are given.

    Raises:
        LockError: There is a file at `path` that is no lock file.
        OutputError: It cannot be written.
        PackageBroken: A package cannot be read.
    """
    content = _read(path) if path.exists() else {}
    rows = [{"from": package.source, "to": package.target, "version": package.version,
             "digest": digest(package)} for package in packages]
    content["packages"] = sorted(rows, key=lambda row: (row["from"], row["to"]))
    if options is not None:
        content["options"] = dict(options)
    write_atomically(path, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def verify_lock(path: Path, packages: Iterable[Package]) -> None:
    """Make sure that each of `packages` is the one that was locked.

    Raises:
        LockError: There is no lock file, or a package is not in it or differs from it.
        PackageBroken: A package cannot be read.
    """
    if not path.exists():
        raise LockError(f"{path}: there is no lock file; write one: translate models lock")
    locked = {(row["from"], row["to"]): row for row in _rows(path, _read(path))}
    for package in packages:
        row = locked.get((package.source, package.target))
        if row is None:
            raise LockError(f"{path}: {package.name} is not locked; add it: translate models lock")
        found = digest(package)
        if row["digest"] != found:
            raise LockError(f"{path}: {package.name} in {package.path} (digest {found[:12]}) is not the "
                            f"locked {row['version']} (digest {row['digest'][:12]}); {_RELOCK}")


def verify_options(path: Path, options: Mapping[str, str]) -> None:
    """Make sure that each of `options` has the value that was locked; what was not locked may be anything.

    Raises:
        LockError: There is no lock file, or one of them differs.
    """
    locked = _read(path).get("options", {})
    if not isinstance(locked, dict):
        raise LockError(f"{path}: its options are no object; write it again: translate models lock")
    for name, value in options.items():
        if locked.get(name, value) != value:
            raise LockError(f"{path}: {name} is {_shown(value)}, and {_shown(locked[name])} is locked; use that, "
                            "or lock what is there: translate models lock (with the options of the run)")


def _shown(value: object) -> str:
    text = str(value)
    return f"{text[:12]}..." if len(text) == 64 else text or "none"


def locked_pairs(path: Path) -> tuple[tuple[str, str], ...]:
    """The language pairs that a lock file speaks of.

    Raises:
        LockError: It cannot be read or is no lock file.
    """
    return tuple((row["from"], row["to"]) for row in _rows(path, _read(path)))


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise LockError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    except ValueError as error:
        raise LockError(f"{path}: this is no lock file ({error}); delete it, then: "
                        "translate models lock") from error
    if not isinstance(content, dict):
        raise LockError(f"{path}: this is no lock file; delete it, then: translate models lock")
    return content


def _rows(path: Path, content: dict[str, Any]) -> list[dict[str, str]]:
    rows = content.get("packages")
    keys = ("from", "to", "version", "digest")
    if not isinstance(rows, list) or not all(
            isinstance(row, dict) and all(isinstance(row.get(key), str) for key in keys) for row in rows):
        raise LockError(f"{path}: it does not list packages; write it again: translate models lock")
    return rows

"""Putting packages into a folder and taking them out, so that a kill at any moment leaves whole ones.

All work in progress lives in hidden folders beside the packages. Each holds a `metadata.json` of a type
that translates nothing, because Argos Translate, which may share the folder, stops at one without.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from translate.engine.archive import unpack
from translate.engine.metadata import check, describe, load_metadata
from translate.errors import OutputError, PackageBroken, PackageRefused
from translate.records import Package

_STAGE = ".glosswire-stage-"
_CLAIM = ".glosswire-lock"
_NEW, _OLD = "new", "old"
"""Folders of a stage: for what is to come or to go, and for what is to be replaced."""


@contextmanager
def claim(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Be the only one to change `folder`, which is made if need be; clears up after a killed install.

    Args:
        waiting: Called when another process is at work there, before waiting for it.

    Raises:
        OutputError: The folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = open(folder / _CLAIM, "wb")
    except OSError as error:
        raise _unwritable(folder, error) from error
    with file:
        _lock(file.fileno(), waiting)
        for stage in folder.glob(_STAGE + "*"):
            _clear(stage, folder)
        yield


def install_archive(archive: Path, folder: Path) -> Package:
    """Unpack `archive` into `folder`, which is claimed; other packages of the pair there are replaced.

    Raises:
        PackageRefused: The archive is unsafe, damaged or no whole Argos package.
        OutputError: The folder cannot be written.
    """
    with _stage(folder) as stage:
        unpacked = unpack(archive, stage / _NEW)
        package = _read(unpacked, archive)
        target = folder / unpacked.name
        for path in _replaced(package, target):
            os.replace(path, stage / _OLD / path.name)
        os.replace(unpacked, target)
    return _moved(package, target)


def remove_package(path: Path) -> None:
    """Delete the package at `path`, whose folder is claimed; a link to one is deleted, not followed.

    Raises:
        OutputError: It cannot be deleted.
    """
    with _stage(path.parent) as stage:
        if path.is_symlink():
            path.unlink()
        else:
            os.replace(path, stage / _NEW / path.name)


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    """A hidden folder for work in progress, deleted with all that is in it."""
    try:
        stage = Path(mkdtemp(prefix=_STAGE, dir=folder))
        (stage / "metadata.json").write_text('{"type": "stage"}\n', encoding="utf-8")
        for name in (_NEW, _OLD):
            (stage / name).mkdir()
        try:
            yield stage
        finally:
            _clear(stage, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _clear(stage: Path, folder: Path) -> None:
    """Delete a stage, its metadata last; what it was to replace goes back where nothing has replaced it."""
    for path in (stage / _OLD).glob("*"):
        pair = _pair(path)
        if not (folder / path.name).exists() and pair not in map(_pair, _packages(folder)):
            os.replace(path, folder / path.name)
    for inner in (_NEW, _OLD):
        shutil.rmtree(stage / inner, ignore_errors=True)
    shutil.rmtree(stage, ignore_errors=True)


def _read(path: Path, archive: Path) -> Package:
    try:
        package = describe(path, load_metadata(path))
        check(package)
    except PackageBroken as error:
        raise PackageRefused(f"{archive}: this archive holds no whole Argos package: {error}") from error
    return package


def _replaced(package: Package, target: Path) -> list[Path]:
    """The folders that `package` takes the place of: others of its pair, and a wreck of the same name."""
    pair = (package.source, package.target)
    if target.exists() and _pair(target) not in (pair, None):
        raise OutputError(f"{target}: this folder holds another package; move it, or choose another folder: "
                          "--models DIR")
    wreck = (target / "metadata.json").exists() or (target / "model").exists()
    if target.exists() and not wreck:
        raise OutputError(f"{target}: this name is taken by something that is no package; move it, or choose "
                          "another folder: --models DIR")
    others = [path for path in _packages(target.parent) if _pair(path) == pair and path != target]
    return [target, *others] if target.exists() else others


def _moved(package: Package, target: Path) -> Package:
    return replace(package, path=target, model=target / package.model.name,
                   tokenizer=target / package.tokenizer.name)


def _packages(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.name[0] != "." and path.is_dir()]


def _pair(path: Path) -> tuple[str, str] | None:
    """The languages of the package at `path`; None where it is none or cannot be read."""
    try:
        package = describe(path, load_metadata(path))
    except PackageBroken:
        return None
    return package.source, package.target


def _lock(descriptor: int, waiting: Callable[[], None]) -> None:
    """Hold the folder's lock until the file is closed; systems without `flock` go unguarded."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _unwritable(folder: Path, error: OSError) -> OutputError:
    return OutputError(f"{folder}: cannot be written ({error.strerror}); choose another folder: --models DIR")

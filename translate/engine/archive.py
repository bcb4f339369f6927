"""`.argosmodel` archives: looked through before a byte is unpacked, and unpacked without trust."""

from __future__ import annotations

import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Sequence
from lzma import LZMAError
from pathlib import Path, PurePosixPath

from translate.engine.metadata import describe, parse_metadata
from translate.errors import OutputError, PackageBroken, PackageRefused
from translate.records import Package

MOST_FILES = 10_000
MOST_BYTES = 4 << 30
"""Of all files together, unpacked; the largest Argos package has under 1 GB."""
HIGHEST_RATIO = 100
"""Unpacked bytes for each byte of the archive: model weights shrink to half at best."""
RATIO_FROM = 10 << 20
"""Unpacked bytes under which the ratio does not matter."""
LARGEST_METADATA = 1 << 20
_DAMAGED = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError, ValueError)
"""What zipfile raises on content that it cannot unpack."""


def inspect(path: Path) -> Package:
    """The package in an archive, by its metadata; its `path` is the name of its folder.

    Raises:
        PackageRefused: The file is no archive of one Argos translation package, or it is unsafe.
    """
    with _open(path) as archive:
        return _inspect(path, archive, _members(path, archive))


def unpack(path: Path, folder: Path) -> Path:
    """Unpack an archive into `folder`, which is empty; returns the package's folder in it.

    Raises:
        PackageRefused: As `inspect`; or the archive is damaged.
        OutputError: A file cannot be written.
    """
    with _open(path) as archive:
        members = _members(path, archive)
        package = _inspect(path, archive, members)
        _make_room(path, folder, sum(member.file_size for member in members))
        for member in members:
            _extract(path, archive, member, folder)
    return folder / package.path


def _open(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except OSError as error:
        raise PackageRefused(f"{path}: cannot be read ({error.strerror}); check the name") from error
    except _DAMAGED as error:
        raise PackageRefused(f"{path}: this is no .argosmodel archive (a zip file), or it is cut short; "
                             "download it again") from error


def _members(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of the archive, all of them safe to unpack; what macOS adds is left out."""
    listed = archive.infolist()
    if len(listed) > MOST_FILES:
        raise _refused(path, f"it lists {len(listed):,} files; a package has under {MOST_FILES:,}")
    for member in listed:
        reason = _danger(member)
        if reason:
            raise _refused(path, f"it holds {member.filename!r}, {reason}")
    files = [member for member in listed
             if not member.is_dir() and not member.filename.startswith("__MACOSX/")]
    _refuse_clashes(path, files)
    _refuse_bomb(path, files)
    return files


def _danger(member: zipfile.ZipInfo) -> str:
    """Why the member must not be unpacked; empty when it is an ordinary file or folder."""
    name, kind = member.filename, stat.S_IFMT(member.external_attr >> 16)
    parts = name.removesuffix("/").split("/")
    if name.startswith("/"):
        return "an absolute path"
    if ".." in parts:
        return "a path that leaves its folder"
    if "\\" in name or ":" in name:
        return "a path with a drive letter or a backslash"
    if "" in parts or "." in parts or any(unicodedata.category(sign) == "Cc" for sign in name):
        return "which is no proper path"
    if max(len(part.encode()) for part in parts) > 255:
        return "a name that is too long"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "which is a link or a device"
    return "which is encrypted" if member.flag_bits & 1 else ""


def _refuse_clashes(path: Path, files: Sequence[zipfile.ZipInfo]) -> None:
    """Two names that are one on some file system (case, accents), or a file that is also a folder."""
    names = [unicodedata.normalize("NFC", member.filename).casefold() for member in files]
    taken = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    for member, name in zip(files, names):
        if name in taken:
            raise _refused(path, f"it holds {member.filename!r} twice")
        taken.add(name)


def _refuse_bomb(path: Path, files: Sequence[zipfile.ZipInfo]) -> None:
    whole = sum(member.file_size for member in files)
    if whole > MOST_BYTES:
        raise _refused(path, f"it would unpack to {whole:,} bytes, over the limit of {MOST_BYTES:,}")
    if whole > max(RATIO_FROM, HIGHEST_RATIO * path.stat().st_size):
        raise _refused(path, f"it would grow to {whole:,} bytes from {path.stat().st_size:,}, as bombs do")


def _inspect(path: Path, archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> Package:
    tops = {member.filename.partition("/")[0] for member in members}
    by_name = {member.filename: member for member in members}
    metadata = by_name.get(f"{next(iter(tops), '')}/metadata.json")
    if len(tops) != 1 or metadata is None or metadata.file_size > LARGEST_METADATA:
        raise _refused(path, "it is no Argos package: it does not hold one folder with a metadata.json")
    try:
        values = parse_metadata(archive.read(metadata))
        if values.get("type", "translate") != "translate":
            raise _refused(path, f"its type is {values['type']!r}, which does not translate")
        return describe(Path(*tops), values)
    except PackageBroken as error:
        raise _refused(path, str(error)) from error
    except _DAMAGED as error:
        raise _damaged(path, metadata, error) from error


def _extract(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    """Write one file under `folder`, with the permissions of a new file; zipfile checks its CRC."""
    target = folder / member.filename
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as packed, open(target, "xb") as file:
            shutil.copyfileobj(packed, file, 1 << 20)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written ({error.strerror}); free space or choose another "
                          "folder: --models DIR") from error
    except _DAMAGED as error:
        raise _damaged(path, member, error) from error


def _make_room(path: Path, folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise OutputError(f"{path}: unpacking takes {needed:,} bytes, but only {free:,} are free; make room "
                          "or choose another folder: --models DIR")


def _refused(path: Path, reason: str) -> PackageRefused:
    return PackageRefused(f"{path}: this archive is refused: {reason}")


def _damaged(path: Path, member: zipfile.ZipInfo, error: BaseException) -> PackageRefused:
    return PackageRefused(f"{path}: this archive is damaged at {member.filename} ({error}); "
                          "download it again")

"""What comes in: bytes from a path, and the refusal of bytes that are no text."""

from __future__ import annotations

from pathlib import Path

from translate.errors import InputError

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes; an article is never so long, and a reader needs some ten times its size in memory."""
_TOO_LARGE = f"{{:,}} bytes is more than the limit of {SIZE_LIMIT:,}: split the file"

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])
"""Control codes that no text needs: all but tab, line ends, form feed, and the ESC of ISO-2022."""
_CONTROL_SHARE = 0.01
"""A stray control code happens in real text; one byte in a hundred does not."""


def load(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises: InputError when it is missing, no file, unreadable or over `SIZE_LIMIT`.
    """
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise InputError(f"{path}: {_TOO_LARGE.format(size)}")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}): check the path "
                         "and its permissions") from error


def refuse_binary(data: bytes, name: str) -> None:
    """Let pass only what may be text.

    Raises: InputError naming what `data` is instead: empty, too large, a known binary format, or
    bytes with NUL or many control codes.
    """
    if not data:
        raise InputError(f"{name}: the file is empty: there is nothing to translate, remove it")
    if len(data) > SIZE_LIMIT:
        raise InputError(f"{name}: {_TOO_LARGE.format(len(data))}")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{name}: this is {what}, not text: "
                             "save the article as text and name that file")
    if not data.startswith(_WIDE_MARKS):
        _refuse_controls(data, name)


def _refuse_controls(data: bytes, name: str) -> None:
    nul = data.find(0)
    if nul >= 0:
        raise InputError(f"{name}: a NUL byte at offset {nul}: this is a binary file, or UTF-16 "
                         "without a byte order mark: save it as UTF-8 text")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(1, len(data) * _CONTROL_SHARE):
        raise InputError(f"{name}: {controls:,} control bytes of {len(data):,}: this is a binary "
                         "file, not text: leave it out")

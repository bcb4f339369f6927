"""The lines of a file of any size, one by one."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from translate.errors import InputError
from translate.readers.encoding import decode
from translate.readers.intake import SIZE_LIMIT, load, refuse_binary
from translate.readers.jsonl import JsonlPart, JsonlReader

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Scan:
    """What a first look at a file tells."""

    digest: str
    """SHA-256."""
    encoding: str = "utf-8"
    escaped: bool = False
    """It writes signs beyond ASCII as escapes, and in no other way."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end."""

    number: int
    """From 1."""
    data: bytes
    last: bool
    """No other line comes behind it."""


def scan(path: Path) -> Scan:
    """A first look at the file at `path`, which is read from its beginning to its end and not held.

    Raises:
        InputError: It cannot be read, is empty or binary, is too large to be held and not in UTF-8, or
            has nothing to translate.
    """
    whole, escaped, plain, utf8 = sha256(), False, True, True
    check = codecs.getincrementaldecoder("utf-8")()
    for number, chunk in enumerate(_chunks(path)):
        if number == 0:
            refuse_binary(chunk, str(path))
        whole.update(chunk)
        escaped = escaped or b"\\u" in chunk
        plain = plain and chunk.isascii()
        utf8 = utf8 and _passes(check, chunk)
    if not (utf8 and _passes(check, b"", True)):
        return Scan(whole.hexdigest(), decode(load(path), str(path), "en").encoding)
    return Scan(whole.hexdigest(), "utf-8", escaped and plain)


def refuse_useless(path: Path, found: Scan, name: str, language: str) -> None:
    """Read as many lines as it takes to see one that can be translated.

    Raises:
        InputError: There is none; the message names what there is instead.
    """
    reader = JsonlReader(part=JsonlPart(1, found.encoding))
    if not any(reader.read(line.data, name, language).blocks for line in cut(path, found)):
        JsonlReader().read(load(path), name, language)


def cut(path: Path, found: Scan) -> Iterator[Line]:
    """The lines of the file at `path`.

    Raises:
        InputError: It cannot be read, or a line is longer than any article.
    """
    number, waiting = 1, b""
    for data in _lines(path, found.encoding):
        if waiting:
            yield Line(number, waiting, False)
            number += 1
        waiting = data
    yield Line(number, waiting, True)


def _lines(path: Path, encoding: str) -> Iterator[bytes]:
    if encoding.startswith(("utf-16", "utf-32", "iso2022")):
        text = load(path).decode(encoding)
        yield from (line.encode(encoding) for line in text.splitlines(keepends=True))
        return
    try:
        with path.open("rb") as file:
            while line := file.readline(SIZE_LIMIT + 1):
                if len(line) > SIZE_LIMIT:
                    raise InputError(f"{path}: a line of more than {SIZE_LIMIT:,} bytes: split it")
                yield line
    except OSError as error:
        raise _unreadable(path, error) from error


def _chunks(path: Path) -> Iterator[bytes]:
    """The file's bytes; an empty one for an empty file."""
    try:
        with path.open("rb") as file:
            yield file.read(_CHUNK)
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be read ({error.strerror}): check the path and its permissions")


def _passes(check: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    try:
        check.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True

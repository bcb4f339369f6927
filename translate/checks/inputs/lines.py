"""The lines of a file of any size, each whole and in order, in the encoding that its beginning tells."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass

from translate.checks.inputs.interface import File, Remark
from translate.errors import EncodingError, InputError
from translate.readers.encoding import decode
from translate.records import Place

LONGEST_LINE = 1 << 20
"""Code points; what is longer is no line of pairs, and would fill the memory."""
_HEAD = 1 << 16
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ESCAPED = {chr(0xdc00 + byte) for byte in range(0x80, 0x100)}
"""What a byte that fits no character becomes under `surrogateescape`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end."""

    number: int
    """From 1."""
    text: str


def read_lines(file: File, language: str) -> Iterator[Line | Remark]:
    """The lines of `file` that are not blank; `language` helps to guess a legacy encoding.

    A line feed ends a line, and a carriage return before it belongs to the end; in a file without line
    feeds, carriage returns end lines.

    Raises:
        InputError: The file is empty or binary.
    """
    stream = io.BufferedReader(file.stream, _HEAD)  # type: ignore[type-var]
    head = stream.peek(_HEAD)
    codec = _codec(head, file.name, language)
    end = "\n" if b"\n" in head or b"\r" not in head else "\r"
    text = io.TextIOWrapper(stream, codec, "surrogateescape", newline=end)
    try:
        yield from _lines(text, file.name)
    finally:
        text.detach().detach()


def _lines(text: io.TextIOWrapper, name: str) -> Iterator[Line | Remark]:
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        whole = line.endswith(("\n", "\r")) or len(line) < LONGEST_LINE
        if not whole:
            _skip(text)
        if not line.isspace():
            yield _checked(line.removesuffix("\n").removesuffix("\r"), Place(name, number), whole)


def _checked(line: str, place: Place, whole: bool) -> Line | Remark:
    if not whole:
        return Remark(f"a line of more than {LONGEST_LINE:,} characters; write one pair a line", place)
    if not line.isascii() and not _ESCAPED.isdisjoint(line):
        return Remark("bytes that are no text in the encoding of the file; save it as UTF-8", place)
    return Line(place.line, line)


def _skip(text: io.TextIOWrapper) -> None:
    """Read to the end of the line."""
    while (rest := text.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
        pass


def _codec(head: bytes, name: str, language: str) -> str:
    if not head:
        raise InputError(f"{name}: empty; there is nothing to check in it")
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), "")
    if marked:
        return marked
    end = head.rfind(b"\n") + 1
    try:
        return decode(head[:end] or head, name, language).encoding
    except EncodingError:
        return "utf-8"

"""Tables of text: bytes to rows of cells with their lines, and back."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from translate.errors import EncodingError, InputError

MAX_BYTES = 64_000_000
"""DeepL and Google take 10 MiB; a larger file than this is no glossary."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Row(NamedTuple):
    """One record of a table."""

    line: int
    """Where it begins, from 1."""
    cells: tuple[str, ...]

    def cell(self, index: int | None) -> str:
        """The cell at `index` without white space around it; empty where there is none."""
        return self.cells[index].strip() if index is not None and index < len(self.cells) else ""


def decode(data: bytes, path: str) -> str:
    """`data` as text: UTF-8, or UTF-16 with a byte order mark.

    Raises:
        EncodingError: It is neither.
        InputError: It is too large.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{path}: {len(data) / 1e6:,.0f} MB, and a glossary may have "
                         f"{MAX_BYTES // 1_000_000} MB; split it")
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EncodingError(f"{path}:{line}: byte 0x{data[error.start]:02x} is not {codec[:6].upper()}; "
                            "save the file as UTF-8") from error
    if "\0" in text:
        raise InputError(f"{path}: a binary file; name a glossary as text")
    return text


def delimiter_of(text: str) -> str:
    """Tab, comma or semicolon: which of them parts the first line, outside of quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max("\t,;", key=bare.count)


def rows(text: str, delimiter: str, path: str, quoted: bool = True) -> list[Row]:
    """The rows of `text` that hold something.

    `quoted` tells whether quotation marks enclose a cell; else they are part of it.

    Raises:
        InputError: A quotation mark is never closed, or a cell is too long.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=quoted,
                        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
    found: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Row(line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"{path}:{line}: {error}; close the quotes of this row, and double a quote within "
                         "a cell") from error
    return found


def write(lines: Iterable[Sequence[str]], delimiter: str = ",", end: str = "\n") -> bytes:
    """A table in UTF-8; cells are quoted where they must be."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(lines)
    return out.getvalue().encode()

"""Translations beside their sources, read from a file and written back: what did not change byte for byte."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translate.errors import InputError
from translate.readers.encoding import Decoded, decode
from translate.readers.intake import load
from translate.readers.json_strings import Unescaped, strings
from translate.records import Translation

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """A source and its translation."""

    source: str
    target: str
    line: int
    """Of the translation, in its file, from 1."""
    article: str = ""
    """Rows that share it are one article, in their order; a row without one is an article of its own."""


class Pairs(Protocol):
    """A file of translations."""

    @property
    def path(self) -> str:
        """What messages call it."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """In the order of the file."""

    def write(self, done: Sequence[Translation]) -> bytes:
        """The file with the translations of its rows, one for each."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a row's translation stands in a file's text."""

    row: Row
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A file in which each translation is one stretch of the text."""

    path: str
    decoded: Decoded
    slots: tuple[Slot, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """As `Pairs.rows`."""
        return tuple(slot.row for slot in self.slots)

    def write(self, done: Sequence[Translation]) -> bytes:
        """As `Pairs.write`."""
        text, pieces, end = self.decoded.text, [self.decoded.mark], 0
        for slot, one in zip(self.slots, done):
            if one.text != slot.row.target:
                pieces += [text[end:slot.start], self.escape(one.text, text[slot.start:slot.end])]
                end = slot.end
        return "".join([*pieces, text[end:]]).encode(self.decoded.encoding)

    def escape(self, text: str, raw: str) -> str:
        """`text` as the format writes it in the place of `raw`."""
        return text


class JsonTable(Table):
    """JSON Lines: escaped as the string was before."""

    __slots__ = ()

    def escape(self, text: str, raw: str) -> str:
        """As `Table.escape`."""
        return json.dumps(text, ensure_ascii=raw.isascii() and "\\u" in raw)[1:-1]


def open_pairs(name: str, source: str, target: str, original: Path | None = None) -> Pairs:
    """The pairs in the file `name`: .tsv, .jsonl or .tmx, any other with `original`, its source; - is
    a .tsv from standard input. `source` and `target` are language codes.

    Raises:
        InputError: The file cannot be read, breaks its format, or does not match its source.
    """
    if name == STDIN:
        return read_tsv(sys.stdin.buffer.read(), "<stdin>", target)
    path = Path(name)
    data, suffix = load(path), path.suffix.lower()
    if original is not None:
        from translate.cli.pairs_files import Side, read_files
        return read_files(Side(load(original), str(original), source), Side(data, name, target))
    if suffix == ".tsv":
        return read_tsv(data, name, target)
    if suffix in (".jsonl", ".ndjson"):
        return read_jsonl(data, name, source, target)
    if suffix == ".tmx":
        from translate.cli.pairs_tmx import read_tmx
        return read_tmx(data, name, source, target)
    raise InputError(f"{name}: a translation alone; name what it was made from: --source FILE")


def read_tsv(data: bytes, name: str, target: str) -> Table:
    """Lines of source TAB translation, with or without more columns.

    Raises:
        InputError: A line has no tab.
    """
    decoded = decode(data, name, target)
    slots: list[Slot] = []
    for number, start, line in _lines(decoded.text):
        cells = line.split("\t")
        if len(cells) < 2:
            raise InputError(f"{name}:{number}: no tab; write the source, a tab and the translation")
        first = start + len(cells[0]) + 1
        slots.append(Slot(Row(cells[0], cells[1], number), first, first + len(cells[1])))
    return Table(name, decoded, tuple(slots))


def read_jsonl(data: bytes, name: str, source: str, target: str) -> JsonTable:
    """Objects with a string under each language code, and `article` where rows belong together.

    Raises:
        InputError: A line is no object, or lacks a language.
    """
    decoded = decode(data, name, target)
    slots: list[Slot] = []
    for number, start, line in _lines(decoded.text):
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}:{number}: no JSON ({error}); write one object a line") from error
        found = {value.path: value for value in strings(line)} if isinstance(fields, dict) else {}
        if not {source, target} <= found.keys():
            raise InputError(f"{name}:{number}: no object with text under {source} and {target}")
        raw = found[target]
        row = Row(Unescaped(found[source].raw).text, Unescaped(raw.raw).text, number,
                  str(fields.get("article", "")))
        slots.append(Slot(row, start + raw.start, start + raw.start + len(raw.raw)))
    return JsonTable(name, decoded, tuple(slots))


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """(number, start, line) of each line that is not blank; only a line feed ends one."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, start, line.removesuffix("\r")
        start += len(line) + 1

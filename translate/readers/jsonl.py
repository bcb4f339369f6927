"""JSON Lines: the paragraphs in named fields are slots; keys, other values and layout are kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.errors import InputError
from translate.readers.encoding import Decoded, decode
from translate.readers.json_strings import Unescaped, Value, strings
from translate.readers.paragraphs import paragraphs
from translate.readers.parts import Lines, cut, fill
from translate.records import Article, Block, Place, Removed

FIELDS = ("headline", "title", "subtitle", "standfirst", "summary", "description", "caption",
          "text", "body", "content", "paragraphs")
"""Taken when none are named."""
_KINDS = {"headline": "heading", "title": "heading", "subtitle": "heading", "caption": "caption"}

_Slot = tuple[int, int, Block]
"""Start and end in the text, and what stands there."""


@dataclass(frozen=True, slots=True)
class JsonlPart:
    """What a reader of some lines needs to know of the file that they come from."""

    line: int
    """Number of the first of them, from 1."""
    encoding: str = "utf-8"
    escaped: bool = False
    """It writes signs beyond ASCII as escapes."""


@dataclass(frozen=True, slots=True)
class JsonlReader:
    """Reads and writes `.jsonl`, one JSON object a line; what is read at once is one article."""

    fields: tuple[str, ...] = FIELDS
    """Keys of the objects, inner ones after a dot (`article.body`); a list of strings counts."""
    name: str = "jsonl"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")
    part: JsonlPart | None = None
    """Set to read lines of a file one by one, however long the file is: broken lines and lines without
    one of the fields are then no error."""

    def read(self, data: bytes, name: str, language: str) -> Article:
        """As `Reader.read`. A line that is no JSON object is kept, and stands in `Article.skipped`.

        Raises: InputError also when no line is an object, or none has one of the fields.
        """
        decoded = _decode(data, self.part) if self.part else decode(data, name, language)
        slots: list[_Slot] = []
        skipped: list[Removed] = []
        keys: set[str] = set()
        for number, start, line in _lines(decoded.text, self.part.line if self.part else 1):
            fault = _fault(line)
            if fault:
                skipped.append(Removed(Place(name, number, fault[0]), line, fault[1]))
                continue
            for value in strings(line):
                keys.add(value.path)
                if value.path in self.fields:
                    slots += _slots(value, start, number)
        if not self.part:
            self._refuse(name, keys, skipped)
        parts = cut(decoded, _numbered(slots))
        return Article(name, language, self.name, parts, decoded.encoding, skipped=tuple(skipped))

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """As `Reader.write`, with escapes where the line has them or the encoding needs them."""
        part = self.part or JsonlPart(1)
        escaping = _escaping_lines(article, part.line)

        def render(block: Block) -> str:
            ascii_only = block.line in escaping or part.escaped or not _can_hold(article.encoding, block.text)
            return json.dumps(block.text, ensure_ascii=ascii_only)[1:-1]

        return fill(article, blocks, render).encode(article.encoding)

    def _refuse(self, name: str, keys: set[str], skipped: Sequence[Removed]) -> None:
        """Raises: InputError when the file has nothing that could be translated."""
        if not keys and skipped:
            raise InputError(f"{skipped[0].place}: {skipped[0].reason}, and no other line is an "
                             "object with text: write one JSON object a line")
        if not keys.intersection(self.fields):
            there = ", ".join(sorted(keys)) or "none at all"
            raise InputError(f"{name}: no object has text under {', '.join(self.fields)}; "
                             f"there is {there}: name the keys to translate")


def _decode(data: bytes, part: JsonlPart) -> Decoded:
    text = data.decode(part.encoding)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return Decoded(text[len(mark):], part.encoding, mark)


def _lines(text: str, first: int) -> Iterator[tuple[int, int, str]]:
    """(number, start, line) of each line that is not blank; `first` is the number of the first."""
    starts = Lines(text).starts
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)]), first):
        line = text[start:end].rstrip("\r\n")
        if line.strip():
            yield number, start, line


def _fault(line: str) -> tuple[int, str] | None:
    """Column and what is wrong, where the line is no JSON object."""
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return error.colno, f"no valid JSON ({error.msg})"
    except (ValueError, RecursionError):
        return 1, "JSON with a number or a nesting beyond all limits"
    return None if isinstance(value, dict) else (1, "no JSON object")


def _slots(value: Value, start: int, number: int) -> Iterator[_Slot]:
    """The paragraphs of a value as slots; `start` is the offset of its line."""
    unescaped = Unescaped(value.raw)
    start += value.start
    for piece in paragraphs(unescaped.text):
        first, last = unescaped.origin(piece.start), unescaped.origin(piece.end)
        kind = _KINDS.get(value.path, piece.kind)
        block = Block(kind, piece.text, value.raw[first:last], piece.marks,
                      key=f"{number}:{value.path}", line=number)
        yield start + first, start + last, block


def _numbered(slots: Sequence[_Slot]) -> Iterator[_Slot]:
    """The slots with a key of its own for each: `3:body`, `3:body#2`."""
    seen: Counter[str] = Counter()
    for start, end, block in slots:
        seen[block.key] += 1
        count = seen[block.key]
        yield start, end, replace(block, key=f"{block.key}#{count}") if count > 1 else block


def _escaping_lines(article: Article, first: int) -> set[int]:
    """The lines that write signs beyond ASCII as escapes; one without any does as the file does."""
    text = "".join(part if isinstance(part, str) else part.raw for part in article.parts)
    lines = {number: line for number, _, line in _lines(text, first)}
    escaping = {number for number, line in lines.items() if line.isascii() and "\\u" in line}
    if text.isascii() and escaping:
        return set(lines)
    return escaping


def _can_hold(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

"""Translation memories in TMX: source and translation of each unit.

Expat reads them, since it alone tells the offset of what it reads, which is what it takes to write the
rest of the file as it was. Documents that declare entities are refused (no expansion, no file, no network).
Format: https://www.gala-global.org/tmx-14b.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, unescape

from translate.cli.pairs import Row, Slot, Table
from translate.errors import InputError
from translate.memory.tmx import is_language
from translate.readers.encoding import declared_encoding, decode

_QUOTES = {"&quot;": '"', "&apos;": "'"}


class TmxTable(Table):
    """Text of XML."""

    __slots__ = ()

    def escape(self, text: str, raw: str) -> str:
        """As `Table.escape`."""
        return escape(text)


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands in a `seg` element."""

    language: str
    """As the file writes it (en-US)."""
    start: int
    """In bytes of UTF-8, as `end`."""
    end: int
    line: int


def read_tmx(data: bytes, name: str, source: str, target: str) -> TmxTable:
    """The units that have both languages; a segment with markup or references inside is passed over.

    Raises:
        InputError: It is no TMX, or declares entities.
    """
    decoded = decode(data, name, target, declared_encoding(data))
    content = decoded.text.encode()
    slots = [slot for unit in _Reading(name, content).units
             for slot in _slots(unit, content, source, target)]
    return TmxTable(name, decoded, tuple(slots))


def _slots(unit: list[Segment], content: bytes, source: str, target: str) -> list[Slot]:
    one, other = (next((each for each in unit if is_language(each.language, code)), None)
                  for code in (source, target))
    if one is None or other is None:
        return []
    raw, translated = (content[each.start:each.end].decode() for each in (one, other))
    if any(sign in each for sign in ("<", "&#") for each in (raw, translated)):
        return []
    start = len(content[:other.start].decode())
    return [Slot(Row(unescape(raw, _QUOTES), unescape(translated, _QUOTES), other.line),
                 start, start + len(translated))]


class _Reading:
    """One pass over a file."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.units = name, list[list[Segment]]()
        self.language, self.start, self.line = "", -1, 0
        self.parser: Any = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.end
        self.parser.EntityDeclHandler = self.refuse
        self.content = content
        try:
            self.parser.Parse(content, True)
        except expat.ExpatError as error:
            raise InputError(f"{name}:{error.lineno}:{error.offset + 1}: no XML "
                             f"({expat.ErrorString(error.code)}); export the memory again") from error
        if not self.units:
            raise InputError(f"{name}: no translation unit in this file; name a .tmx with <tu> elements")

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "tu":
            self.units.append([])
        elif tag == "tuv":
            self.language = attributes.get("xml:lang", attributes.get("lang", ""))
        elif tag == "seg":
            self.start = self.content.index(b">", self.parser.CurrentByteIndex) + 1
            self.line = self.parser.CurrentLineNumber

    def end(self, tag: str) -> None:
        end = self.parser.CurrentByteIndex
        if tag == "seg" and self.units and end >= self.start:
            self.units[-1].append(Segment(self.language, self.start, end, self.line))

    def refuse(self, *_: object) -> None:
        raise InputError(f"{self.name}:{self.parser.CurrentLineNumber}: declares an entity, which is not "
                         "read; remove the declaration")

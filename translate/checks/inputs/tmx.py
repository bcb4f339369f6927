"""Translation memories in TMX, read piece by piece: https://www.gala-global.org/tmx-14b.

Expat reads them, which tells the line and column of what it reads. A file that declares entities is refused
before any is used: none grows, none reads a file, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from translate.checks.inputs.interface import File, Item, Remark
from translate.checks.interface import Pair
from translate.errors import InputError
from translate.records import Place

_PIECE = 1 << 16
_NATIVE = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Elements that hold code of the original format."""


@dataclass(slots=True)
class _Side:
    """A language's text of a unit."""

    language: str
    place: Place
    text: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    placed: bool = False
    """Whether `place` is that of the first letter, and not that of the element."""


@dataclass(slots=True)
class _Unit:
    place: Place
    key: str
    sides: list[_Side] = field(default_factory=list)


def read_tmx(file: File, source: str, target: str) -> Iterator[Item]:
    """As `Reader`; each unit is an article of its own."""
    reading = _Reading(file.name)
    found = False
    while not reading.ended:
        for unit in reading.feed(file.stream.read(_PIECE)):
            found = True
            yield _item(unit, source, target)
    if not found:
        raise InputError(f"{file.name}: no translation unit in this file; name a .tmx with <tu> elements")


def _item(unit: _Unit, source: str, target: str) -> Item:
    one, other = (next((side for side in unit.sides if _is(side.language, code)), None)
                  for code in (source, target))
    if one is None or other is None:
        missing = source if one is None else target
        return Remark(f"the unit has no text in {missing}; complete it, or take it out", unit.place,
                      absent=missing)
    return Pair("".join(one.text), "".join(other.text), other.place, key=unit.key,
                codes=(tuple(one.codes), tuple(other.codes)))


def _is(written: str, code: str) -> bool:
    """Whether a language tag (ko, ko-KR, KO_KR) is of the language `code`."""
    return written.lower().replace("_", "-").split("-")[0] == code


class _Reading:
    """One pass over a file."""

    def __init__(self, name: str) -> None:
        self.name, self.ended = name, False
        self.done: list[_Unit] = []
        self.unit: _Unit | None = None
        self.side: _Side | None = None
        self.language = ""
        self.native = 0
        """How many elements of native code are open."""
        self.parser: Any = expat.ParserCreate()
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.letters
        self.parser.EntityDeclHandler = self.refuse

    def feed(self, piece: bytes) -> list[_Unit]:
        """The units that end in `piece`, the next bytes of the file; none are left at the end."""
        try:
            self.parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise InputError(f"{self.name}:{error.lineno}:{error.offset + 1}: no XML "
                             f"({expat.ErrorString(error.code)}); export the memory again") from error
        except (LookupError, ValueError) as error:
            raise InputError(f"{self.name}: the encoding that it declares is not read ({error}); "
                             "save it as UTF-8") from error
        self.ended = not piece
        done, self.done = self.done, []
        return done

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "tu":
            self.unit = _Unit(self.here(), attributes.get("tuid", ""))
        elif tag == "tuv":
            self.language = attributes.get("xml:lang", attributes.get("lang", ""))
        elif tag == "seg" and self.unit is not None:
            self.side = _Side(self.language, self.here())
            self.unit.sides.append(self.side)
        elif tag in _NATIVE and self.side is not None:
            self.native += 1
            self.side.codes.append("")

    def end(self, tag: str) -> None:
        if tag == "tu" and self.unit is not None:
            self.done.append(self.unit)
            self.unit = None
        elif tag == "seg":
            self.side = None
        elif tag in _NATIVE and self.side is not None:
            self.native -= 1

    def letters(self, text: str) -> None:
        if self.side is None:
            return
        if self.native:
            self.side.codes[-1] += text
        else:
            if not self.side.placed:
                self.side.place, self.side.placed = self.here(), True
            self.side.text.append(text)

    def here(self) -> Place:
        return Place(self.name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def refuse(self, *_: object) -> None:
        raise InputError(f"{self.here()}: declares an entity, which is not read; remove the declaration")

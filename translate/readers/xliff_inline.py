"""The inside of a `source` or `target` element of XLIFF 2: text, codes and annotations, written.

Ids follow https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#id: what a
target shares with the source of the same segment has the same id and element, all else an id of its
own, here with `.t` behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from translate.readers.xliff_codes import code_events
from translate.records import BilingualCode, Span

OWN = ".t"
"""Ends the id of what only the target has."""
KEPT = ".n"
"""Ends the id of the annotation that says that a code's text is not translated."""
VERBATIM = "glosswire:verbatim"
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write: https://www.w3.org/TR/xml/#charsets."""
_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_VALUE = _TEXT | {ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}
_NAMES = {"pair": "pc", "point": "ph", "start": "sc", "end": "ec"}


def escape(text: str) -> str:
    """`text` as the content of an element that takes `cp` for what XML cannot hold."""
    return _ILLEGAL.sub(lambda match: f'<cp hex="{ord(match[0]):04X}"/>', text.translate(_TEXT))


def escape_plain(text: str) -> str:
    """`text` as the content of an element that takes text alone."""
    return _ILLEGAL.sub("\ufffd", text).translate(_TEXT)


def escape_value(text: str) -> str:
    """`text` as the value of an attribute in double quotation marks."""
    return _ILLEGAL.sub("\ufffd", text).translate(_VALUE)


class Piece(NamedTuple):
    """A tag to write."""

    position: int
    nests: Literal["open", "close", ""]
    """Whether it begins or ends an element."""
    xml: str


@dataclass(slots=True)
class Ids:
    """What the ids of a unit are used for, and its original data."""

    data: dict[str, str] = field(default_factory=dict)
    """Id by content, in order of first use."""
    taken: set[str] = field(default_factory=set)
    """In all sources of the unit."""
    written: dict[str, str] = field(default_factory=dict)
    """The id that a `start` code of a target was given."""

    def data_ref(self, attribute: str, raw: str) -> str:
        """The attribute that points to `raw`; nothing for nothing."""
        if not raw:
            return ""
        return f' {attribute}="{self.data.setdefault(raw, f"d{len(self.data) + 1}")}"'


@dataclass(slots=True)
class Side:
    """One side of a part, as it is being written."""

    text: str
    codes: Sequence[BilingualCode]
    ids: Ids
    halves: frozenset[str]
    """Ids of the codes that start and end on this side of the unit."""
    sibling: frozenset[tuple[str, str]] | None = None
    """(id, element) in the source beside it; None for a source itself."""
    used: set[tuple[str, str]] = field(default_factory=set)
    """(id, element) written so far."""

    def write(self, terms: Sequence[tuple[str, Span]]) -> str:
        """The content, with `terms` (id, place) annotated."""
        pieces = list(self._code_pieces())
        for id, span in terms:
            pieces = self._with_term(pieces, id, span)
        written: list[str] = []
        done = 0
        for piece in pieces:
            written += [escape(self.text[done:piece.position]), piece.xml]
            done = piece.position
        return "".join(written) + escape(self.text[done:])

    def name(self, id: str, element: str) -> str:
        """The id to write, which is noted as used."""
        if self.sibling is not None and (id, element) not in self.sibling:
            id = id + OWN if id in self.ids.taken else id
        while (id, element) in self.used:
            id += OWN
        self.used.add((id, element))
        return id

    def _code_pieces(self) -> Iterator[Piece]:
        names: dict[int, str] = {}
        for event in code_events(self.codes):
            code = self.codes[event.which]
            if event.kind == "open":
                element = _NAMES[code.kind] if code.open or code.close or not code.protected else "mrk"
                names[event.which] = self.name(code.id, element)
                yield Piece(event.position, "open", self._open(code, names[event.which], element))
            elif event.kind == "close":
                plain = code.protected and not (code.open or code.close)
                ending = "</mrk>" if plain else "</mrk></pc>" if code.protected else "</pc>"
                yield Piece(event.position, "close", ending)
            else:
                yield Piece(event.position, "", self._lone(code))

    def _open(self, code: BilingualCode, id: str, element: str) -> str:
        if element == "mrk":
            return f'<mrk id="{id}" translate="no">'
        tag = (f'<pc id="{id}"' + self.ids.data_ref("dataRefStart", code.open)
               + self.ids.data_ref("dataRefEnd", code.close) + ">")
        return tag + f'<mrk id="{id}{KEPT}" translate="no">' if code.protected else tag

    def _lone(self, code: BilingualCode) -> str:
        ref = self.ids.data_ref("dataRef", code.close if code.kind == "end" else code.open)
        if code.kind == "point":
            return f'<ph id="{self.name(code.id, "ph")}"{ref}/>'
        kind = f' type="other" subType="{VERBATIM}"' if code.protected else ""
        alone = "" if code.id in self.halves else ' isolated="yes"'
        if code.kind == "start":
            id = self.name(code.id, "sc")
            self.ids.written[code.id] = id
            return f'<sc id="{id}"{ref}{kind}{alone}/>'
        if alone:
            return f'<ec id="{self.name(code.id, "ec")}"{ref}{kind}{alone}/>'
        return f'<ec startRef="{self.ids.written.get(code.id, code.id)}"{ref}{kind}/>'

    def _with_term(self, pieces: list[Piece], id: str, span: Span) -> list[Piece]:
        """The pieces with a term: an element where it nests, else two empty ones."""
        for start in _gaps(pieces, span.start, late=True):
            for end in _gaps(pieces, span.end, late=False):
                if start <= end and _is_balanced(pieces[start:end]) and self._may_be(id, "mrk"):
                    opening = Piece(span.start, "open", f'<mrk id="{self.name(id, "mrk")}" type="term">')
                    return [*pieces[:start], opening, *pieces[start:end],
                            Piece(span.end, "close", "</mrk>"), *pieces[end:]]
        first, last = max(_gaps(pieces, span.start, late=True)), min(_gaps(pieces, span.end, late=False))
        written = self.name(id, "sm")
        return [*pieces[:first], Piece(span.start, "", f'<sm id="{written}" type="term"/>'),
                *pieces[first:last], Piece(span.end, "", f'<em startRef="{written}"/>'), *pieces[last:]]

    def _may_be(self, id: str, element: str) -> bool:
        """Whether the source beside it does not write the term as another element."""
        return self.sibling is None or (id, "sm" if element == "mrk" else "mrk") not in self.sibling


def _gaps(pieces: Sequence[Piece], position: int, late: bool) -> list[int]:
    """The indexes at which a tag for `position` may be put in, the innermost place first."""
    first = sum(piece.position < position for piece in pieces)
    last = sum(piece.position <= position for piece in pieces)
    return list(range(last, first - 1, -1) if late else range(first, last + 1))


def _is_balanced(pieces: Sequence[Piece]) -> bool:
    depth = 0
    for piece in pieces:
        depth += {"open": 1, "close": -1, "": 0}[piece.nests]
        if depth < 0:
            return False
    return depth == 0

"""The inside of a `source` or `target` element as text with codes and annotations.

What other tools write is taken as it is meant: `sc`/`ec` for `pc`, ids that were changed, data that was
dropped, annotations of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from translate.readers.xliff_inline import KEPT, OWN, VERBATIM
from translate.readers.xml_nodes import XML, Node, Tree
from translate.records import BilingualCode, Span

_CDATA = "<![CDATA["
_OUTER_BREAK = re.compile(r"\A\s*\n\s*|\s*\n\s*\Z")
_BREAK = re.compile(r"\s*\n\s*|[ \t]{2,}|\t")


@dataclass(slots=True)
class Note:
    """An annotation: a term, or what a person remarks."""

    id: str
    kind: Literal["term", "comment"]
    start: int
    end: int
    value: str = ""
    """What stands in the annotation itself."""
    ref: str = ""


@dataclass(slots=True)
class Content:
    """What an element holds."""

    text: str = ""
    codes: list[BilingualCode] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def comment(self) -> str:
        """What was remarked, in the annotations themselves."""
        return "\n".join(note.value for note in self.notes if note.kind == "comment" and note.value)

    def span(self, id: str) -> Span | None:
        """Where the term annotation `id` stands."""
        return next((Span(note.start, note.end) for note in self.notes
                     if note.kind == "term" and note.id == id), None)


def base_id(id: str) -> str:
    """An id without what we put behind it."""
    while id.endswith(OWN):
        id = id[:-len(OWN)]
    return id


class ContentReader:
    """Reads the elements of one unit of XLIFF 2."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.data = data

    def read(self, node: Node, keep_space: bool, whole: bool = False) -> Content:
        """The content of `node`; without `keep_space` white space is layout, with `whole` all of it
        counts."""
        self.pieces: list[str] = []
        self.length = 0
        self.found = Content()
        self.depth = 0
        self._inside(node)
        self.found.text = "".join(self.pieces)
        return self.found if whole else tidy(self.found, keep_space)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _inside(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._write(child)
            else:
                _HANDLERS.get(child.name, ContentReader._inside)(self, child)

    def _character(self, node: Node) -> None:
        try:
            self._write(chr(int(node.attributes.get("hex", ""), 16)))
        except (ValueError, OverflowError):
            self._write("\ufffd")

    def _pair(self, node: Node) -> None:
        only = node.children[0] if len(node.children) == 1 else None
        kept = isinstance(only, Node) and only.name == "mrk" and only.attributes.get("id", "").endswith(KEPT)
        self._add(node, "pair", self._raw(node, "Start"), self._raw(node, "End"), protected=kept)
        self._close(only if kept and isinstance(only, Node) else node)

    def _close(self, node: Node) -> None:
        """Read what is inside the pair that was added last, and set its end."""
        index = len(self.found.codes) - 1
        self.depth += 1
        self._inside(node)
        self.depth -= 1
        code = self.found.codes[index]
        self.found.codes[index] = replace(code, span=Span(code.span.start, self.length))

    def _point(self, node: Node) -> None:
        self._add(node, "point", self._raw(node))

    def _start(self, node: Node) -> None:
        self._add(node, "start", self._raw(node), protected=node.attributes.get("subType") == VERBATIM)

    def _end(self, node: Node) -> None:
        self._add(node, "end", "", self._raw(node), protected=node.attributes.get("subType") == VERBATIM)

    def _raw(self, node: Node, side: str = "") -> str:
        """A code's original data, or the text that may stand for it."""
        ref = node.attributes.get(f"dataRef{side}")
        return self.data.get(ref or "", node.attributes.get(f"equiv{side}", ""))

    def _add(self, node: Node, kind: Literal["pair", "point", "start", "end"], open: str, close: str = "",
             protected: bool = False) -> None:
        id = node.attributes.get("startRef") or node.attributes.get("id", "")
        self.found.codes.append(BilingualCode(
            base_id(id), kind, Span(self.length, self.length), open, close, protected, self.depth))

    def _annotation(self, node: Node) -> None:
        if node.attributes.get("translate") == "no" and node.attributes.get("type", "generic") == "generic":
            self._add(node, "pair", "", "", protected=True)
            self._close(node)
            return
        note = self._begin(node)
        self._inside(node)
        note.end = self.length

    def _begin(self, node: Node) -> Note:
        kind: Literal["term", "comment"] = "term" if node.attributes.get("type") == "term" else "comment"
        note = Note(node.attributes.get("id", ""), kind, self.length, self.length,
                    node.attributes.get("value", "") if kind == "comment" else "",
                    node.attributes.get("ref", ""))
        self.found.notes.append(note)
        return note

    def _annotation_start(self, node: Node) -> None:
        self._begin(node)

    def _annotation_end(self, node: Node) -> None:
        wanted = node.attributes.get("startRef")
        for note in self.found.notes:
            if note.id == wanted:
                note.end = self.length


_HANDLERS: dict[str, Callable[[ContentReader, Node], None]] = {
    "cp": ContentReader._character, "pc": ContentReader._pair, "ph": ContentReader._point,
    "sc": ContentReader._start, "ec": ContentReader._end, "mrk": ContentReader._annotation,
    "sm": ContentReader._annotation_start, "em": ContentReader._annotation_end,
}


def code_of(tag: str) -> str:
    """Our code of a language tag: `ko` for `ko-KR`, as a package is called."""
    return tag.replace("_", "-").partition("-")[0].lower()


def first_character(tree: Tree, node: Node) -> int:
    """Where the text of `node` begins, behind inline elements that open it."""
    place = node.inner
    while node.children and isinstance(node.children[0], Node):
        node = node.children[0]
        place = node.inner
    return place + len(_CDATA) * tree.text.startswith(_CDATA, place)


def keeps_space(node: Node, inherited: bool) -> bool:
    """Whether white space counts in `node`."""
    return node.attributes.get(f"{{{XML}}}space", "preserve" if inherited else "") == "preserve"


def tidy(content: Content, keep_space: bool) -> Content:
    """`content` without the white space that only lays out the file.

    Line breaks at the ends are what an editor or a pretty printer put there, whatever is said of white
    space: a sentence has none of its own.
    """
    cuts = [(found.start(), found.end(), "") for found in _OUTER_BREAK.finditer(content.text)]
    if not keep_space:
        ends = {start for start, _, _ in cuts}
        cuts = sorted([*cuts, *((found.start(), found.end(), " ") for found in _BREAK.finditer(content.text)
                                if found.start() not in ends)])
    if not cuts:
        return content
    pieces: list[str] = []
    places, shifts = [], []
    done = shift = 0
    for start, end, instead in cuts:
        pieces += [content.text[done:start], instead]
        places.append((start, end, start - shift))
        shift += end - start - len(instead)
        shifts.append(shift)
        done = end
    pieces.append(content.text[done:])

    def moved(position: int) -> int:
        at = bisect_left([place[0] for place in places], position) - 1
        if at < 0:
            return position
        start, end, new = places[at]
        return position - shifts[at] if position >= end else new

    def moved_span(span: Span) -> Span:
        return Span(moved(span.start), max(moved(span.start), moved(span.end)))

    return Content("".join(pieces), [replace(code, span=moved_span(code.span)) for code in content.codes],
                   [replace(note, start=moved(note.start), end=moved(note.end)) for note in content.notes])

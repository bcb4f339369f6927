"""The content of a Word paragraph as a text with marks, and the runs that a translation becomes.

Text stands in runs, each with its own formatting. The formatting that most of a paragraph has is its
plain text, every other one a mark; what holds runs (a link, an insertion) is a mark around them; what
is no text (a picture, a note's number, a deletion) is a point. A field whose result Word computes
itself, a page number say, is kept whole, and its last result stands for it in the sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from translate.readers.inline import FORMAT, Inline
from translate.readers.xliff_codes import events
from translate.readers.xliff_inline import escape_plain
from translate.readers.xml_edit import tag_name
from translate.readers.xml_nodes import Node
from translate.records import Block, Mark

SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main")
"""Of WordprocessingML: as Word writes it, and in its strict form (ISO/IEC 29500)."""
_CONTAINERS = frozenset(("hyperlink", "ins", "moveTo", "smartTag", "sdt", "customXml", "dir", "bdo"))
_DROPPED = frozenset(("proofErr", "lastRenderedPageBreak", "softHyphen"))
"""What belongs to the old words, and Word makes anew."""
_BREAKS = frozenset(("br", "cr", "tab"))
_OWN_TEXT = ("HYPERLINK", "TOC")
"""Fields whose result is text that somebody wrote."""
_LANGUAGE = re.compile(r"<(?:\w+:)?(?:lang|noProof)\b[^<>]*/>")
_EMPTY = re.compile(r"<(?:\w+:)?rPr\s*/>|<((?:\w+:)?rPr)>\s*</\1>")


class Item(NamedTuple):
    """A piece of a paragraph, from left to right."""

    kind: Literal["text", "point", "break", "shown", "open", "close"]
    raw: str
    """XML; of a text its formatting."""
    text: str = ""
    """Of a text, or what stands for a field."""


@dataclass(frozen=True, slots=True)
class Content:
    """A paragraph, or a stretch of one, that is translated as a whole."""

    start: int
    end: int
    items: tuple[Item, ...]
    prefix: str
    """`w:` in most files."""

    @property
    def plain(self) -> str:
        """The formatting that most of its text has."""
        lengths: Counter[str] = Counter()
        for item in self.items:
            if item.kind == "text":
                lengths[item.raw] += len(item.text)
        return lengths.most_common(1)[0][0] if lengths else ""

    def block(self, raw: str, kind: str, key: str) -> Block:
        """It as a block."""
        inline, plain, shape = Inline(), self.plain, ""
        for number, item in enumerate(self.items):
            if item.kind in ("text", "open", "close") and shape and item.raw != shape:
                inline.end("</rPr>", FORMAT + "rPr")
                shape = ""
            if item.kind == "text":
                if item.raw not in (plain, shape):
                    inline.begin(item.raw or "<rPr/>", FORMAT + "rPr")
                    shape = item.raw or "<rPr/>"
                inline.text(item.text)
            elif item.kind == "break":
                inline.line_break(item.raw)
            elif item.kind == "point":
                inline.point(item.raw)
            elif item.kind == "shown":
                inline.begin(item.raw, f"{FORMAT}{number}", True)
                inline.verbatim(item.text)
                inline.end("", f"{FORMAT}{number}")
            elif item.kind == "open":
                inline.begin(item.raw, FORMAT)
            else:
                inline.end(item.raw, FORMAT)
        if shape:
            inline.end("</rPr>", FORMAT + "rPr")
        text, marks = inline.finish()
        return Block(kind, text, raw, marks, key=key)

    def write(self, block: Block) -> str:
        """The XML of `block`, a translation of it."""
        return "".join(_Writer(self, block).write())


class _Writer:
    """Writes a block as runs."""

    def __init__(self, content: Content, block: Block) -> None:
        self.prefix, self.plain = content.prefix, content.plain
        self.text, self.marks = block.text, block.marks
        self.shapes: list[str] = []
        self.kept = 0
        """How many pairs are open whose text stands in their own XML."""
        self.after_break = False

    def write(self) -> Iterator[str]:
        done = 0
        for event in events(self.marks):
            yield from self._run(self.text[done:event.position])
            done = event.position
            yield from self._mark(self.marks[event.which], event.kind)
        yield from self._run(self.text[done:])

    def _run(self, text: str) -> Iterator[str]:
        if self.kept:
            return
        if self.after_break:
            text = text.lstrip(" ")
        if text:
            self.after_break = False
            w, shape = self.prefix, (self.shapes or [self.plain])[-1]
            yield f'<{w}r>{shape}<{w}t xml:space="preserve">{escape_plain(text)}</{w}t></{w}r>'

    def _mark(self, mark: Mark, kind: str) -> Iterator[str]:
        if mark.close == "</rPr>":
            if kind == "open":
                self.shapes.append("" if mark.open == "<rPr/>" else mark.open)
            elif kind == "close":
                self.shapes.pop()
        elif kind == "close":
            self.kept -= mark.protected and not mark.close and bool(mark.open)
            yield mark.close
        else:
            self.kept += kind == "open" and mark.protected and not mark.close and bool(mark.open)
            if kind == "point":
                self.after_break = bool(re.search(rf"<{self.prefix}(?:br|cr|tab)\b[^<>]*/></{self.prefix}r>\s*\Z",
                                                  mark.open.rstrip(" ")))
            yield mark.open.rstrip(" ")


def contents(text: str, paragraph: Node) -> Iterator[Content]:
    """What is translated in `paragraph`: all but the text boxes in it, which hold paragraphs themselves
    and part what stands around them."""
    prefix = tag_name(text, paragraph)[:-len(paragraph.name)]
    chunk: list[Node] = []
    for child in [*(each for each in paragraph.elements if each.name != "pPr"), None]:
        if child is not None and not _holds_paragraph(child):
            chunk.append(child)
            continue
        if chunk:
            items = tuple(_Items(text, prefix).read(chunk))
            yield Content(chunk[0].start, chunk[-1].end, items, prefix)
        chunk = []


def _holds_paragraph(node: Node) -> bool:
    return any(child.name == "p" and child.space in SPACES or _holds_paragraph(child)
               for child in node.elements)


class _Items:
    """Takes the children of a paragraph apart."""

    def __init__(self, text: str, prefix: str) -> None:
        self.text, self.prefix = text, prefix
        self.field: list[Node] = []
        """The runs of a field that is being read."""
        self.depth = 0

    def read(self, nodes: Sequence[Node]) -> Iterator[Item]:
        whole = self._fields(nodes)
        for node in nodes:
            if id(node) in whole:
                first, last, shown = whole[id(node)]
                if node is first:
                    raw = self.text[first.start:last.end]
                    yield Item("shown", raw, shown) if shown else Item("point", raw)
            elif node.name == "r" and node.space in SPACES:
                yield from self._run(node)
            elif node.name in _CONTAINERS and node.space in SPACES:
                inner = node.first("sdtContent") if node.name == "sdt" else node
                if inner is not None and inner.inner_end < inner.end:
                    yield Item("open", self.text[node.start:inner.inner])
                    yield from self.read([child for child in inner.elements if child.name != "smartTagPr"])
                    yield Item("close", self.text[inner.inner_end:node.end])
                else:
                    yield self._point(node)
            elif node.name == "fldSimple" and node.text.strip():
                yield Item("shown", self.text[node.start:node.end], node.text.strip())
            elif node.name not in _DROPPED:
                yield self._point(node)

    def _point(self, node: Node) -> Item:
        return Item("point", self.text[node.start:node.end])

    def _fields(self, nodes: Sequence[Node]) -> dict[int, tuple[Node, Node, str]]:
        """For each node of a field that begins and ends here and is computed: its ends, its result."""
        found: dict[int, tuple[Node, Node, str]] = {}
        start = depth = 0
        for index, node in enumerate(nodes):
            for char in node.all("fldChar"):
                kind = next((value for key, value in char.attributes.items() if key.endswith("fldCharType")), "")
                if kind == "begin":
                    start = start if depth else index
                    depth += 1
                elif kind == "end" and depth:
                    depth -= 1
                    if not depth:
                        self._note(nodes[start:index + 1], found)
        return found

    def _note(self, nodes: Sequence[Node], found: dict[int, tuple[Node, Node, str]]) -> None:
        instruction = "".join(each.text for node in nodes for each in node.all("instrText")).split()
        if instruction and instruction[0] in _OWN_TEXT:
            return
        shown = "".join(each.text for node in nodes for each in node.all("t")).strip()
        found.update((id(node), (nodes[0], nodes[-1], shown)) for node in nodes)

    def _run(self, node: Node) -> Iterator[Item]:
        properties = node.first("rPr")
        shape = self.text[properties.start:properties.end] if properties else ""
        key = _EMPTY.sub("", _LANGUAGE.sub("", shape))
        for child in node.elements:
            if child.name == "rPr" or child.name in _DROPPED:
                continue
            if child.name == "t" and child.space in SPACES:
                yield Item("text", key, child.text)
            elif child.name == "noBreakHyphen":
                yield Item("text", key, "-")
            else:
                raw = f"<{self.prefix}r>{shape}{self.text[child.start:child.end]}</{self.prefix}r>"
                yield Item("break" if child.name in _BREAKS else "point", raw)

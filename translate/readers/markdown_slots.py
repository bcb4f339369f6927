"""Where the prose of a Markdown file stands.

markdown-it-py gives each block's lines and its content without quote marks and indent; here the
content is found again in the source lines, byte for byte. Where it is not found, the block is left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from translate.readers.front_matter import front_matter_end, front_matter_values
from translate.readers.markdown_grammar import FOOTNOTE_DEFINITION, grammar
from translate.readers.markdown_inline import Content, read_inline
from translate.readers.parts import LINE_BREAK, Lines, has_prose
from translate.records import Block, Mark

if TYPE_CHECKING:
    from markdown_it.token import Token

Form = Literal["paragraph", "heading", "cell", "alt", "value"]
"""`Block.key`: what decides how a slot is written. A heading is one that begins with `#`."""
TASK = re.compile(r"\[[ xX]\][ \t]+")
_ATX = re.compile(r"#{1,6}[ \t]+")
_ROW_START = re.compile(r"[\s>|*+\d.)-]*")
_BETWEEN_CELLS = re.compile(r"[\s|]*")

_Stretch = tuple[int, int]
"""(start, end) in the source."""
_Found = tuple[Form, str, list[_Stretch]]
"""Form and kind of a slot, and where each line of its content stands."""


class Outline:
    """A file's lines and blocks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = Lines(source)
        self.head = front_matter_end(source)
        self.references: dict[str, Any] = {}
        self.row_done = 0
        """Where the last table cell that was found ends."""

    def slots(self) -> Iterator[tuple[int, int, Block]]:
        """(start, end, block) of each slot in order."""
        for start, end, text in front_matter_values(self.source, self.head):
            yield self._slot("value", "field", [(start, end)], text, ())
        for form, kind, stretches in self._found():
            text, marks = read_inline(Content(self.source, stretches), self.references)
            if has_prose(text, marks):
                yield self._slot(form, kind, stretches, text, marks)
            elif alt := self._alt(stretches):
                text, marks = read_inline(Content(self.source, [alt]), self.references)
                if has_prose(text, marks):
                    yield self._slot("alt", "caption", [alt], text, marks)

    def _slot(self, form: Form, kind: str, stretches: Sequence[_Stretch], text: str,
              marks: tuple[Mark, ...]) -> tuple[int, int, Block]:
        start, end = stretches[0][0], stretches[-1][1]
        raw = self.source[start:end]
        return start, end, Block(kind, text, raw, marks, form, self.lines.of(start))

    def _found(self) -> Iterator[_Found]:
        """Form, kind and lines of each block with inline content."""
        environment: dict[str, Any] = {}
        head = "".join(LINE_BREAK.findall(self.source[:self.head]))
        tokens = grammar().parse(head + self.source[self.head:], environment)
        self.references = environment.get("references", {})
        around: list[Token] = []
        for token in tokens:
            if token.type == "inline":
                yield from self._content(token, around)
            elif token.nesting > 0:
                around.append(token)
            elif token.nesting < 0:
                around.pop()

    def _content(self, token: Token, around: Sequence[Token]) -> Iterator[_Found]:
        """Where an inline token's content stands, if it is found; `around` are its blocks."""
        block = around[-1]
        form: Form = "paragraph"
        if block.tag in ("th", "td"):
            form, kind, stretches = "cell", "cell", self._cell(token)
        elif block.markup.startswith("#"):
            form, kind, stretches = "heading", "heading", self._heading(token)
        else:
            in_item = len(around) > 1 and around[-2].type == "list_item_open"
            kind = "heading" if block.type == "heading_open" else "item" if in_item else "paragraph"
            stretches = self._paragraph(token)
        if stretches:
            yield form, kind, stretches

    def _line(self, token: Token, number: int) -> _Stretch:
        """The line of the file that is so many lines into the block, without its line end."""
        starts = self.lines.starts
        index = (token.map[0] if token.map else 0) + number
        end = starts[index + 1] if index + 1 < len(starts) else len(self.source)
        return starts[index], starts[index] + len(self.source[starts[index]:end].rstrip("\r\n"))

    def _paragraph(self, token: Token) -> list[_Stretch]:
        found: list[_Stretch] = []
        for number, content in enumerate(token.content.split("\n")):
            start, end = self._line(token, number)
            at = self.source.rfind(content.strip(), start, end)
            if at < 0:
                return []
            found.append((at, end))
        first, last = found[0][0], found[-1][0] + len(token.content.split("\n")[-1].strip())
        for label in (FOOTNOTE_DEFINITION, TASK):
            match = label.match(self.source, first, found[0][1])
            first = match.end() if match else first
        found[-1] = found[-1][0], last
        found[0] = first, max(first, found[0][1])
        return found

    def _heading(self, token: Token) -> list[_Stretch]:
        start, end = self._line(token, 0)
        match = _ATX.search(self.source, start, end)
        at = self.source.find(token.content, match.end(), end) if match and token.content else -1
        return [(at, at + len(token.content))] if at >= 0 else []

    def _cell(self, token: Token) -> list[_Stretch]:
        """Behind the cell before it, with nothing but bars and white space in between."""
        line, end = self._line(token, 0)
        start = max(line, self.row_done)
        content = token.content.replace("|", "\\|")
        at = self.source.find(content, start, end) if content else -1
        before = _ROW_START if start == line else _BETWEEN_CELLS
        if at < 0 or not before.fullmatch(self.source, start, at):
            return []
        self.row_done = at + len(content)
        return [(at, self.row_done)]

    def _alt(self, stretches: Sequence[_Stretch]) -> _Stretch | None:
        """The alternative text, when a paragraph is nothing but an image."""
        start, end = stretches[0]
        raw = self.source[start:end]
        if len(stretches) > 1 or not raw.startswith("!["):
            return None
        tokens = grammar().inline.parse(raw, grammar(), {"references": self.references}, [])
        if [token.type for token in tokens] != ["image"]:
            return None
        return start + 2, start + 2 + len(tokens[0].content)

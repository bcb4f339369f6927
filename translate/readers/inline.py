"""A slot's text and marks, collected from left to right as a parser meets them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from translate.readers.paragraphs import wants_space
from translate.records import Mark, Span
from translate.text.addresses import protect_addresses

SPACE = " \t\n\r\f"
_UNEVEN_SPACE = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")
FORMAT = "*"
"""First character of a tag that the format itself closes; a stray HTML tag cannot close past it."""


@dataclass(slots=True)
class _Entry:
    start: int
    open: str
    tag: str
    protected: bool
    end: int = -1
    """-1: not closed, so far."""
    close: str = ""
    closed: int = 0
    """How many entries had been opened when it was closed."""


class Inline:
    """Builds a text, with white space as a reader sees it, and its marks.

    A tag that is never closed, or closed without having been opened, becomes a point: it stays, and
    breaks no nesting. White space at the inner edges of a pair moves out of it.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = ""
        self._space = ""
        self._entries: list[_Entry] = []
        self._stack: list[int] = []
        self._open: Counter[str] = Counter()
        self._after_point = False

    def text(self, text: str) -> None:
        """Prose, in which white space collapses as in HTML."""
        body = text.strip(SPACE)
        before = text[:len(text) - len(text.lstrip(SPACE))]
        if before:
            self._add_space(before)
        if body:
            self.verbatim(_UNEVEN_SPACE.sub(_even, body))
            if len(before) + len(body) < len(text):
                self._add_space(text[len(before) + len(body):])

    def verbatim(self, text: str) -> None:
        """Text whose white space counts."""
        if text:
            self._settle_space(text[0])
            self._write(text)

    def begin(self, raw: str, tag: str, protected: bool = False) -> None:
        """An opening tag."""
        self._settle_space("")
        self._open[tag] += 1
        self._stack.append(len(self._entries))
        self._entries.append(_Entry(self._length, raw, tag, protected))
        self._after_point = False

    def end(self, raw: str, tag: str) -> None:
        """A closing tag; pairs inside it that are still open become points."""
        for depth in range(len(self._stack) - 1, -1, -1) if self._open[tag] else ():
            entry = self._entries[self._stack[depth]]
            if entry.tag == tag:
                entry.end, entry.close, entry.closed = self._length, raw, len(self._entries)
                self._open.subtract(self._entries[index].tag for index in self._stack[depth:])
                del self._stack[depth:]
                self._after_point = False
                return
            if entry.tag.startswith(FORMAT) and not tag.startswith(FORMAT):
                break
        self.point(raw)

    def point(self, raw: str) -> None:
        """A mark without text: an image, a line break, a comment."""
        self._settle_space("")
        self._entries.append(_Entry(self._length, raw, "", False))
        self._after_point = True

    def line_break(self, raw: str) -> None:
        """A point that parts words."""
        self.point(raw)
        if self._last not in ("", " "):
            self._space = " "

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The text and its marks."""
        marks: list[Mark] = []
        stack: list[_Entry] = []
        for index, entry in enumerate(self._entries):
            while stack and stack[-1].closed <= index:
                stack.pop()
            closed = entry.end >= 0
            span = Span(entry.start, entry.end if closed else entry.start)
            marks.append(Mark(span, entry.open, entry.close, entry.protected and len(span) > 0,
                              len(stack)))
            if closed:
                stack.append(entry)
        text = "".join(self._pieces)
        return text, protect_addresses(text, marks)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._last = text[-1]
        self._after_point = False

    def _add_space(self, raw: str) -> None:
        """White space to come; behind a point with white space before, it becomes part of that."""
        if self._after_point and self._last in ("", " "):
            self._entries[-1].open += " "
        elif self._last not in ("", " "):
            self._space = self._space or raw

    def _settle_space(self, following: str) -> None:
        """Write the white space that is due, out of pairs that have no text yet."""
        raw, self._space = self._space, ""
        if not raw or not wants_space(self._last, following, raw):
            return
        moved = next((index for index in self._stack if self._entries[index].start == self._length),
                     len(self._entries))
        self._write(" ")
        for entry in self._entries[moved:]:
            entry.start += 1
            entry.end += entry.end >= 0


def _even(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return " " if wants_space(before, after, match[0]) else ""

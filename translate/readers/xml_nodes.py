"""XML from strangers as a tree that knows where each element stands in the text.

Expat tells the place of every event, which a file that is edited in place needs and lxml does not
give. A document type is refused before anything in it is read: there is no other way to declare an
entity, so none can grow without end or read another file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from translate.errors import InputError
from translate.readers.parts import Lines

if TYPE_CHECKING:
    from pyexpat import XMLParserType

XML = "http://www.w3.org/XML/1998/namespace"
_DEEPEST = 200
"""Elements within each other; a document has some ten, and each costs a step of recursion."""


@dataclass(slots=True)
class Node:
    """An element."""

    space: str
    """Its namespace; empty for none."""
    name: str
    """Without a prefix."""
    attributes: dict[str, str]
    """By name; one of another namespace as `{namespace}name`."""
    start: int
    """Offset of its start tag."""
    inner: int = -1
    """Behind its start tag."""
    inner_end: int = -1
    """Before its end tag; `inner` where it is an empty-element tag."""
    end: int = -1
    """Behind all of it."""
    children: list[Node | str] = field(default_factory=list)

    @property
    def elements(self) -> Iterator[Node]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Node))

    def first(self, name: str, space: str | None = None) -> Node | None:
        """The first child element of that name; in its own namespace unless `space` is given."""
        return next(self.all(name, space), None)

    def all(self, name: str, space: str | None = None) -> Iterator[Node]:
        """The child elements of that name."""
        wanted = self.space if space is None else space
        return (child for child in self.elements if child.name == name and child.space == wanted)

    @property
    def text(self) -> str:
        """All text within."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed document."""

    name: str
    text: str
    root: Node
    lines: Lines

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        line = self.lines.of(offset)
        return line, offset - self.lines.starts[line - 1] + 1

    def fail(self, node: Node, message: str) -> NoReturn:
        """Raise an InputError about `node`."""
        line, column = self.place(node.start)
        raise InputError(f"{self.name}:{line}:{column}: {message}")


def parse_xml(text: str, name: str) -> Tree:
    """The tree of `text`; `name` stands in messages.

    Raises: InputError when it is no XML, is nested without end or has a document type.
    """
    from pyexpat import ExpatError, errors
    builder = _Builder(text, name)
    try:
        builder.parser.Parse(builder.data, True)
    except ExpatError as error:
        reason = errors.messages.get(error.code, "not well-formed")
        raise InputError(f"{name}:{error.lineno}:{error.offset + 1}: no XML that can be read "
                         f"({reason}): correct it, or export the file again") from error
    return Tree(name, text, builder.root, builder.lines)


class _Builder:
    """Gathers expat's events into nodes."""

    def __init__(self, text: str, name: str) -> None:
        from pyexpat import ParserCreate
        self.name, self.data = name, text.encode("utf-8", "surrogatepass")
        self.lines = Lines(text)
        self.root = Node("", "", {}, 0)
        self.stack = [self.root]
        self.opened: Node | None = None
        self.pieces: list[str] = []
        """Of the text that is being read: expat gives a piece for each line and each reference."""
        self.bytes = self.characters = 0
        self.parser: XMLParserType = ParserCreate("utf-8", " ")
        self.parser.buffer_text = False
        self.parser.ordered_attributes = False
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters_of
        self.parser.StartDoctypeDeclHandler = self.refuse
        for event in ("CommentHandler", "ProcessingInstructionHandler", "StartCdataSectionHandler",
                      "EndCdataSectionHandler"):
            setattr(self.parser, event, self.other)

    def offset(self) -> int:
        """Where the event that is being handled begins; it also ends the start tag before it."""
        now = self.parser.CurrentByteIndex
        self.characters += len(self.data[self.bytes:now].decode("utf-8", "surrogatepass"))
        self.bytes = now
        if self.opened is not None:
            self.opened.inner, self.opened = self.characters, None
        return self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        node = Node(space, local, {_key(key): value for key, value in attributes.items()}, self.offset())
        self.flush()
        self.stack[-1].children.append(node)
        if len(self.stack) == 1:
            self.root = node
        self.stack.append(node)
        self.opened = node
        if len(self.stack) > _DEEPEST:
            line = self.parser.CurrentLineNumber
            raise InputError(f"{self.name}:{line}:{self.parser.CurrentColumnNumber + 1}: elements are nested "
                             f"more than {_DEEPEST} deep: this is no document, leave it out")

    def end(self, name: str) -> None:
        self.flush()
        node = self.stack.pop()
        is_empty = self.opened is node and self.data.endswith(b"/>", 0, self.parser.CurrentByteIndex)
        node.inner_end = node.end = self.offset()
        if not is_empty:
            node.end = self._behind_tag()

    def _behind_tag(self) -> int:
        closing = self.data.index(b">", self.bytes) + 1
        return self.characters + len(self.data[self.bytes:closing].decode("utf-8", "surrogatepass"))

    def characters_of(self, text: str) -> None:
        if self.opened is not None:
            self.offset()
        self.pieces.append(text)

    def flush(self) -> None:
        if self.pieces:
            self.stack[-1].children.append("".join(self.pieces))
            self.pieces = []

    def other(self, *_: Any) -> None:
        self.offset()

    def refuse(self, *_: Any) -> None:
        # Expat is somewhere inside the declaration by now.
        start = max(self.data.rfind(b"<!DOCTYPE", 0, self.parser.CurrentByteIndex + 9), 0)
        line = self.data.count(b"\n", 0, start) + 1
        column = start - self.data.rfind(b"\n", 0, start)
        raise InputError(f"{self.name}:{line}:{column}: the file has a document type, which can declare "
                         "entities that grow without end or read other files: delete <!DOCTYPE ...>")


def _key(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{{{space}}}{local}" if space else local

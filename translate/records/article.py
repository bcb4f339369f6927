"""A source document and its pieces."""

from __future__ import annotations

from dataclasses import dataclass

from translate.records.place import Place, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup on a block's text: bold, a link, a tag, a line break.

    A pair covers `span`; a point (an image, `<br>`) has an empty span and only `open`. Marks of a block
    are listed in source order, an outer pair before what it holds.
    """

    span: Span
    """Where it stands in the block's text."""
    open: str
    """The raw source of the opening (or only) part, byte for byte."""
    close: str = ""
    """The raw source of the closing part; empty for a point."""
    protected: bool = False
    """The covered text is no prose (code, an address): it must reach the translation as it is."""
    depth: int = 0
    """How many pairs it stands in: with the order of the list this fixes the tree, also where a point
    or an empty pair touches the end of another pair."""


@dataclass(frozen=True, slots=True)
class Block:
    """One slot of an article: a paragraph, heading, caption, list item, cell or field."""

    kind: str
    """paragraph | heading | caption | item | cell | field."""
    text: str
    """What is to be translated: markup taken out, entities and escapes decoded, a soft line break a
    space (nothing between two kana or kanji)."""
    raw: str
    """The same as it stands in the file."""
    marks: tuple[Mark, ...] = ()
    """The markup taken out of `raw`."""
    key: str = ""
    """What the reader needs to find the slot again (a field name, a cell address)."""
    line: int = 0
    """Where it begins in the file, from 1; 0 where a format has no lines."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of a file that is not translated: clutter that cleaning took out, or a broken line."""

    place: Place
    text: str
    reason: str
    """The name of the pattern that matched, or what is wrong with the line."""


@dataclass(frozen=True, slots=True)
class Article:
    """A source document: text that is kept byte for byte, and the blocks between it."""

    name: str
    """Path relative to the folder that was named, with forward slashes."""
    language: str
    format: str
    """The reader that made it and can write it."""
    parts: tuple[str | Block, ...]
    encoding: str = "utf-8"
    """Python codec name without a byte order mark: a mark in the file is the first part's first
    character, so that writing it back needs no rule."""
    removed: tuple[Removed, ...] = ()
    """What cleaning took out: it stands neither in the parts nor in what is written."""
    skipped: tuple[Removed, ...] = ()
    """What the reader could make nothing of: kept in the parts as it is, and untranslated."""
    target: str = ""
    """Code of the language that it is to be written in, for formats that state it; empty when read."""
    package: bytes = b""
    """The archive that the parts came out of, for formats that are one; what is no text stays in it."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The slots, in reading order."""
        return tuple(part for part in self.parts if isinstance(part, Block))


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of a block."""

    block: int
    """Index among the article's blocks."""
    span: Span
    """Where the sentence stands in the block's text; what lies between segments is white space."""
    text: str

"""A translated file and its source, block by block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from translate.cli.pairs import Row
from translate.errors import InputError
from translate.readers.choose import reader_for
from translate.readers.interface import Reader
from translate.records import Article, Block, Span, Translation
from translate.terms.provenance import carry_links
from translate.text.markup import carry

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files."""

    data: bytes
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class FilePair:
    """As `Pairs`; a row is a block."""

    path: str
    rows: tuple[Row, ...]
    article: Article
    """The translated one."""
    reader: Reader

    def write(self, done: Sequence[Translation]) -> bytes:
        """As `Pairs.write`, each markup on the words that it was on."""
        blocks = [_changed(block, one) for block, one in zip(self.article.blocks, done)]
        return self.reader.write(self.article, blocks)


def read_files(source: Side, target: Side) -> FilePair:
    """The blocks of both files in their order.

    Raises:
        InputError: A file cannot be read, or the two have not the same number of blocks.
    """
    reader = reader_for(PurePath(target.name))
    original, translated = (reader.read(side.data, side.name, side.language) for side in (source, target))
    if len(original.blocks) != len(translated.blocks):
        raise InputError(f"{target.name}: {len(translated.blocks)} blocks of text, but {source.name} has "
                         f"{len(original.blocks)}; nothing was touched: make them match, block by block")
    rows = tuple(Row(one.text, other.text, other.line, source.name)
                 for one, other in zip(original.blocks, translated.blocks))
    return FilePair(target.name, rows, translated, reader)


def _changed(block: Block, done: Translation) -> Block:
    if done.text == block.text:
        return block
    words = tuple(Span(*found.span()) for found in _WORD.finditer(block.text))
    return carry(block, done.text, carry_links(tuple(zip(words, words)), done.steps))

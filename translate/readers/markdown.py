"""Markdown: headings, paragraphs, list items and cells are slots, emphasis, links and code marks in
them.

Kept byte for byte: code blocks, HTML blocks, formulas, link definitions, front matter but for the
title and description in it, and everything that makes up a block: quote marks, list marks, indents,
rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.readers.encoding import decode, output_encoding
from translate.readers.markdown_slots import Outline
from translate.readers.markdown_writing import write_slot
from translate.readers.parts import cut, fill
from translate.records import Article, Block


@dataclass(frozen=True, slots=True)
class MarkdownReader:
    """Reads and writes `.md`."""

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, data: bytes, name: str, language: str) -> Article:
        """As `Reader.read`."""
        decoded = decode(data, name, language)
        parts = cut(decoded, Outline(decoded.text).slots())
        return Article(name, language, self.name, parts, decoded.encoding)

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """As `Reader.write`; a paragraph that was broken into lines comes out as one line."""
        text = fill(article, blocks, write_slot)
        return text.encode(output_encoding(article, blocks))

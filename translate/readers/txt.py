"""Plain text: paragraphs are slots; line ends, indents, list marks and blank lines are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.readers.encoding import decode, output_encoding
from translate.readers.paragraphs import paragraphs
from translate.readers.parts import LINE_BREAK, Lines, cut, fill
from translate.records import Article, Block


@dataclass(frozen=True, slots=True)
class TxtReader:
    """Reads and writes `.txt`."""

    name: str = "txt"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, data: bytes, name: str, language: str) -> Article:
        """As `Reader.read`."""
        decoded = decode(data, name, language)
        text, lines = decoded.text, Lines(decoded.text)
        slots = ((piece.start, piece.end,
                  Block(piece.kind, piece.text, text[piece.start:piece.end],
                        piece.marks, line=lines.of(piece.start)))
                 for piece in paragraphs(text))
        return Article(name, language, self.name, cut(decoded, slots), decoded.encoding)

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """As `Reader.write`; a paragraph that was broken into lines comes out as one line."""
        return fill(article, blocks, _render).encode(output_encoding(article, blocks))


def _render(block: Block) -> str:
    return LINE_BREAK.sub(" ", block.text)

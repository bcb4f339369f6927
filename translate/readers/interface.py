"""What a reader is: bytes to an article and back, everything outside the slots byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from translate.records import Article, Block


class Reader(Protocol):
    """One file format."""

    @property
    def name(self) -> str:
        """How `Article.format` calls it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings in lower case, with the dot; the first is the usual one."""

    def read(self, data: bytes, name: str, language: str) -> Article:
        """The article in `data`.

        `name` stands in the article and in messages, `language` is the code of its language. A file
        without a word to translate gives an article without blocks.

        Raises: InputError for an empty or binary file or one that breaks the format as a whole,
        EncodingError for bytes that are no text in an encoding that may be assumed.
        """

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """The file with `blocks` in the place of the article's own, which they match in number and
        order.

        A block whose text and marks are the article's own is written as its `raw`, so the article's
        own blocks give the file byte for byte. Other text is escaped for the format, and its marks
        are set in.

        Raises: OutputError when the blocks are not as many as the article's.
        """

"""An article's parts: cut from a file's text, and joined again around other blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from translate.errors import OutputError
from translate.readers.encoding import Decoded
from translate.records import Article, Block, Mark

LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """Tells the line of an offset; CRLF, LF and CR end a line."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def of(self, offset: int) -> int:
        """Line number, from 1."""
        return bisect_right(self.starts, offset)


def has_word(text: str) -> bool:
    """Whether there is anything to translate: numbers and signs read the same everywhere."""
    return any(character.isalpha() for character in text)


def has_prose(text: str, marks: Sequence[Mark]) -> bool:
    """Whether `text` has a word that no mark protects."""
    done = 0
    for mark in marks:
        if mark.protected:
            if has_word(text[done:mark.span.start]):
                return True
            done = max(done, mark.span.end)
    return has_word(text[done:])


def cut(decoded: Decoded, slots: Iterable[tuple[int, int, Block]]) -> tuple[str | Block, ...]:
    """The text as parts, a block for each slot (start, end, block; in order and apart)."""
    text, done = decoded.text, 0
    parts: list[str | Block] = [decoded.mark] if decoded.mark else []
    for start, end, block in slots:
        if start > done:
            parts.append(text[done:start])
        parts.append(block)
        done = end
    if done < len(text):
        parts.append(text[done:])
    return tuple(parts)


def fill(article: Article, blocks: Sequence[Block], render: Callable[[Block], str]) -> str:
    """The article's text with `blocks` in place of its own; `render` writes one that has changed.

    Raises: OutputError when the blocks are not as many as the article's.
    """
    wanted = len(article.blocks)
    if len(blocks) != wanted:
        raise OutputError(f"{article.name}: {len(blocks)} translated blocks for {wanted} slots: "
                          "pass one for each, in order")
    replacements = iter(blocks)
    return "".join(part if isinstance(part, str) else _written(part, next(replacements), render)
                   for part in article.parts)


def _written(own: Block, new: Block, render: Callable[[Block], str]) -> str:
    if new.text == own.text and new.marks == own.marks:
        return own.raw
    return render(new)

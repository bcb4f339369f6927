"""The inline content of a Markdown slot as text and marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from translate.readers.html_slots import VERBATIM, says_no
from translate.readers.html_tokens import tokenize
from translate.readers.inline import FORMAT, Inline
from translate.readers.markdown_grammar import grammar
from translate.records import Mark

if TYPE_CHECKING:
    from markdown_it.token import Token

_REFERENCE_END = re.compile(r"\](?:\[\])?\Z")


class Content:
    """The lines of a slot without the quote marks and indents before them, and their places."""

    def __init__(self, source: str, lines: Sequence[tuple[int, int]]) -> None:
        """`lines` are the (start, end) of each line's content in `source`."""
        self._source, self._lines = source, lines
        self.text = "\n".join(source[start:end] for start, end in lines)
        self._starts = [0, *accumulate(end - start + 1 for start, end in lines)]

    def raw(self, start: int, end: int) -> str:
        """The source of a stretch of `text`, with what stands between its lines."""
        return self._source[self._place(start):self._place(end)]

    def _place(self, position: int) -> int:
        line = min(bisect_right(self._starts, position), len(self._lines)) - 1
        return self._lines[line][0] + position - self._starts[line]


def read_inline(content: Content, references: Mapping[str, Any]) -> tuple[str, tuple[Mark, ...]]:
    """The text of the slot and its marks; `references` are the parser's link definitions."""
    markdown = grammar()
    collected = Inline()
    skip_to_end = False
    for token in markdown.inline.parse(content.text, markdown, {"references": references}, []):
        if skip_to_end:
            skip_to_end = token.type != "link_close"
        elif token.markup == "autolink":
            _take_verbatim(collected, content, token, 1, 1)
            skip_to_end = True
        else:
            _take(collected, content, token)
    return collected.finish()


def _take(inline: Inline, content: Content, token: Token) -> None:
    if token.type in ("text", "text_special"):
        inline.text(token.content)
    elif token.type == "softbreak":
        inline.text("\n")
    elif token.type == "hardbreak":
        inline.line_break(_hard_break(content, token))
    elif token.type == "code_inline":
        start, end = token.meta["span"]
        padding = (end - start - len(token.content)) // 2
        _take_verbatim(inline, content, token, padding, padding)
    elif token.type == "math_inline":
        _take_verbatim(inline, content, token, 1, 1)
    elif token.type == "html_inline":
        _take_html(inline, _raw(content, token))
    elif token.nesting > 0:
        inline.begin("[" if token.type == "link_open" else token.markup, FORMAT + token.tag)
    elif token.nesting < 0:
        inline.end(_close(content, token), FORMAT + token.tag)
    else:
        inline.point(_raw(content, token))


def _raw(content: Content, token: Token) -> str:
    return content.raw(*token.meta["span"])


def _take_verbatim(inline: Inline, content: Content, token: Token, before: int, after: int) -> None:
    """Code, a formula or an address between its signs, which are so long."""
    start, end = token.meta["span"]
    if content.text[start + before:end - after].isspace():
        inline.point(content.raw(start, end))
        return
    inline.begin(content.raw(start, start + before), FORMAT + token.type, protected=True)
    inline.verbatim(content.text[start + before:end - after].replace("\n", " "))
    inline.end(content.raw(end - after, end), FORMAT + token.type)


def _hard_break(content: Content, token: Token) -> str:
    """With the spaces that make it, if it is no backslash."""
    start, end = token.meta["span"]
    while content.text[start - 1:start] == " ":
        start -= 1
    return content.raw(start, end)


def _close(content: Content, token: Token) -> str:
    """The closing sign; of a link by its own text, with the label that the new text will not be."""
    if token.type != "link_close":
        return token.markup
    start, end = token.meta["span"]
    raw = content.raw(start, end)
    if not _REFERENCE_END.match(raw):
        return raw
    label_start = token.meta["label_start"]
    return "][" + " ".join(content.text[label_start:start].split()) + "]"


def _take_html(inline: Inline, raw: str) -> None:
    token = next(tokenize(raw))
    if token.tag == "br":
        inline.line_break(raw)
    elif token.kind in ("open", "kept") and not raw.endswith("/>"):
        no_prose = token.kind == "kept" or token.tag in VERBATIM or says_no(raw, token)
        inline.begin(raw, token.tag, no_prose)
    elif token.kind == "close":
        inline.end(raw, token.tag)
    else:
        inline.point(raw)

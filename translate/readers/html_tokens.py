"""HTML cut into tags, comments and text, each with its place in the source.

A tokenizer of our own, as the libraries' give back a tree that cannot be written byte for byte. It
follows https://html.spec.whatwg.org/multipage/parsing.html#tokenization as far as limits of tokens
go, and takes time linear in the length of the source, whatever stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("script style textarea xmp iframe noembed noframes".split())
"""Elements whose content is no markup and no prose."""
_START = re.compile(r"<(?:!--|!\[CDATA\[|[!?]|/?[A-Za-z])")
_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(=?[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)?))?""")

_QUOTES = {2: '"', 3: "'", 4: ""}
"""By the group of `_ATTRIBUTE` that holds the value."""


class Token(NamedTuple):
    """A stretch of the source."""

    kind: Literal["text", "open", "close", "void", "comment", "kept"]
    """kept: an element whose content is not to be looked into."""
    start: int
    end: int
    tag: str = ""
    """Name in lower case; empty for text and comments."""


class Attribute(NamedTuple):
    """A quoted or bare attribute value."""

    name: str
    start: int
    """Where the value begins in the source."""
    value: str
    """As it stands there."""
    quote: str
    """The quotation mark around it; empty for a bare value."""


def tokenize(source: str) -> Iterator[Token]:
    """The tokens of `source`, which they cover without gap.

    A tag or comment that never ends swallows the rest of the file, as it does in a browser.
    """
    closes_itself = source.lstrip().startswith("<?xml")
    done = 0
    while match := _START.search(source, done):
        if match.start() > done:
            yield Token("text", done, match.start())
        token = _markup(source, match.start(), match[0], closes_itself)
        yield token
        done = token.end
        if token.kind == "open" and token.tag == "title":
            done = _closing_tag(source, "title", token.end)
            if done > token.end:
                yield Token("text", token.end, done)
    if done < len(source):
        yield Token("text", done, len(source))


def attributes(source: str, token: Token) -> Iterator[Attribute]:
    """The attributes of a tag that have a value."""
    name = _TAG_NAME.match(source, token.start)
    position = name.end() if name else token.end
    while position < token.end - 1:
        match = _ATTRIBUTE.match(source, position, token.end)
        if not match or match.end() == position:
            return
        group = match.lastindex or 1
        if group > 1:
            yield Attribute(match[1].lower(), match.start(group), match[group], _QUOTES[group])
        position = match.end()


def _markup(source: str, start: int, opening: str, closes_itself: bool) -> Token:
    if opening == "<!--":
        end = _comment_end(source, start)
    elif opening == "<![CDATA[":
        end = _after(source, "]]>", start)
    elif opening in ("<!", "<?"):
        end = _after(source, ">", start)
    else:
        return _tag(source, start, closes_itself)
    return Token("comment", start, end)


def _comment_end(source: str, start: int) -> int:
    """`<!-->` and `<!--->` are whole comments."""
    for short in ("<!-->", "<!--->"):
        if source.startswith(short, start):
            return start + len(short)
    match = _COMMENT_END.search(source, start + 4)
    return match.end() if match else len(source)


def _after(source: str, ending: str, start: int) -> int:
    found = source.find(ending, start)
    return found + len(ending) if found >= 0 else len(source)


def _tag(source: str, start: int, closes_itself: bool) -> Token:
    name = _TAG_NAME.match(source, start)
    tag = name[1].lower() if name else ""
    end = _tag_end(source, name.end() if name else start)
    if end < 0:
        return Token("comment", start, len(source))
    if source.startswith("</", start):
        return Token("close", start, end, tag)
    if tag in VOID or (closes_itself and source.startswith("/>", end - 2)):
        return Token("void", start, end, tag)
    if tag in _RAW:
        return Token("kept", start, _element_end(source, tag, end), tag)
    return Token("open", start, end, tag)


def _tag_end(source: str, position: int) -> int:
    """Behind the `>` that ends a tag; -1 where none does. A `>` in a quoted value does not."""
    while True:
        match = _ATTRIBUTE.match(source, position)
        if match and match.end() > position:
            position = match.end()
        elif source.startswith(">", position):
            return position + 1
        if position >= len(source) or source[position] in "\"'":
            return -1


def _element_end(source: str, tag: str, start: int) -> int:
    """Behind the closing tag of an element whose content is no markup."""
    return _after(source, ">", _closing_tag(source, tag, start))


def _closing_tag(source: str, tag: str, start: int) -> int:
    """Where the closing tag begins; the end of the source where there is none."""
    match = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(source, start)
    return match.start() if match else len(source)

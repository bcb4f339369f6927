"""HTML: the prose of block elements is a slot, with inline elements as marks; all else is kept.

Kept too: scripts, styles, preformatted text, whatever says `translate="no"`, and the `lang`
attribute, for a page may hold more than the article. Slots as well: the title, alternative texts of
images that stand outside of prose, and the descriptions in `meta` elements.
"""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.readers.encoding import decode, declared_encoding, output_encoding
from translate.readers.html_slots import Page, says_no
from translate.readers.html_tokens import Attribute, attributes, tokenize
from translate.readers.parts import Lines, cut, fill, has_word
from translate.records import Article, Block
from translate.text.nesting import weave

_DESCRIPTIONS = frozenset(
    "description og:title og:description og:image:alt twitter:title twitter:description".split())
_VALUE_KINDS = {"alt": "caption", "content": "field"}
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", 0xA0: "&#160;"}
"""By number, as `&nbsp;` is unknown in XHTML."""
_QUOTES = {ord('"'): "&quot;", ord("'"): "&#39;"}


@dataclass(frozen=True, slots=True)
class HtmlReader:
    """Reads and writes `.html`."""

    name: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, name: str, language: str) -> Article:
        """As `Reader.read`."""
        decoded = decode(data, name, language, declared_encoding(data))
        parts = cut(decoded, _slots(decoded.text))
        return Article(name, language, self.name, parts, decoded.encoding)

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """As `Reader.write`; what the encoding cannot hold becomes a numeric reference."""
        text = fill(article, blocks, _render)
        return text.encode(output_encoding(article, blocks), "xmlcharrefreplace")


def _slots(source: str) -> list[tuple[int, int, Block]]:
    """The prose of a page and the attributes outside of it, in order."""
    page, lines = Page(source, list(tokenize(source))), Lines(source)
    prose = [(start, end, Block(kind, text, source[start:end], marks, line=lines.of(start)))
             for start, end, kind, text, marks in page.prose()]
    starts = [start for start, _, _ in prose]
    values = [(start, end, block) for start, end, block in _values(page, lines)
              if not _lies_in(start, starts, prose)]
    return sorted([*prose, *values], key=lambda slot: slot[0])


def _values(page: Page, lines: Lines) -> Iterator[tuple[int, int, Block]]:
    """Quoted attribute values that are prose."""
    for token in page.tokens:
        name = {"img": "alt", "meta": "content"}.get(token.tag)
        if name is None or token.kind != "void" or says_no(page.source, token):
            continue
        found = {each.name: each for each in attributes(page.source, token)}
        value = found.get(name)
        if value and value.quote and has_word(value.value) and (name == "alt" or _describes(found)):
            block = Block(_VALUE_KINDS[name], html.unescape(value.value), value.value,
                          key=name, line=lines.of(value.start))
            yield value.start, value.start + len(value.value), block


def _describes(found: Mapping[str, Attribute]) -> bool:
    return any(name in found and found[name].value.lower() in _DESCRIPTIONS
               for name in ("name", "property"))


def _lies_in(position: int, starts: Sequence[int], slots: Sequence[tuple[int, int, Block]]) -> bool:
    at = bisect_right(starts, position) - 1
    return at >= 0 and position < slots[at][1]


def _render(block: Block) -> str:
    if block.key:
        return block.text.translate(_ENTITIES | _QUOTES)
    return weave(block.text, block.marks, lambda text, _: text.translate(_ENTITIES))

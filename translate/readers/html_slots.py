"""Which stretches of a page are prose, and as what."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from translate.readers.html_tokens import Token, attributes
from translate.readers.inline import SPACE, Inline
from translate.readers.parts import has_prose
from translate.records import Mark

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q "
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split())
"""Elements that stand in a sentence; every other one, known or not, ends a slot."""
VERBATIM = frozenset("code kbd samp tt var".split())
"""Elements whose text is no prose."""
_SKIPPED = frozenset("pre svg math template canvas object video audio noscript".split())
_SKIPPED_INLINE = frozenset(
    "script style textarea iframe svg math template canvas object video audio noscript".split())
_KINDS = {
    **dict.fromkeys(("title", "h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
}
_SEE_THROUGH = frozenset("p div center span section".split())
"""A paragraph in a list item or a cell is that item or cell."""
_OPTIONAL_END = frozenset("p li dt dd td th tr option".split())
_DEEPEST = 200
"""Open elements that are remembered for the kind of a slot: pages without closing tags exist."""


class Page:
    """A page's tokens, and what is known of each."""

    def __init__(self, source: str, tokens: Sequence[Token]) -> None:
        self.source = source
        self.tokens = list(_fold(source, tokens, _partners(tokens)))
        self.partners = _partners(self.tokens)
        self.filled = [0]
        """How many tokens before each one are text that is not white space."""
        for token in self.tokens:
            is_filled = token.kind == "text" and not self._is_blank(token)
            self.filled.append(self.filled[-1] + is_filled)

    def prose(self) -> Iterator[tuple[int, int, str, str, tuple[Mark, ...]]]:
        """(start, end, kind, text, marks) of each slot in order."""
        for first, last, kind in self._runs():
            first, last = self._peel(first, last)
            if first > last or self._keeps(first) and self.partners[first] == last:
                continue
            start, end = self._bounds(first, last)
            text, marks = self._read(first, last)
            if has_prose(text, marks):
                yield start, end, kind, text, marks

    def _runs(self) -> Iterator[tuple[int, int, str]]:
        """Longest sequences of inline tokens as (first index, last index, kind)."""
        open_elements: list[str] = []
        first, kind, breaks = 0, "paragraph", False
        for index, token in enumerate(self.tokens):
            if self._is_inline(token):
                second_break = token.tag == "br" and breaks
                breaks = token.tag == "br" or breaks and self._is_empty(token)
                if not second_break:
                    continue
            else:
                breaks = False
            yield first, index - 1, kind
            first = index + 1
            _follow(open_elements, token)
            kind = _kind(open_elements)
        yield first, len(self.tokens) - 1, kind

    def _is_inline(self, token: Token) -> bool:
        if token.kind == "kept":
            return token.tag in _SKIPPED_INLINE
        return token.kind in ("text", "comment") or token.tag in _INLINE

    def _is_blank(self, token: Token) -> bool:
        return self.source[token.start:token.end].isspace()

    def _is_empty(self, token: Token) -> bool:
        return token.kind == "comment" or token.kind == "text" and self._is_blank(token)

    def _keeps(self, index: int) -> bool:
        token = self.tokens[index]
        return token.kind == "open" and (token.tag in VERBATIM or says_no(self.source, token))

    def _peel(self, first: int, last: int) -> tuple[int, int]:
        """The run without what a slot does not need: blanks, points and whole pairs at its ends."""
        while first <= last:
            inner_first = self._behind_hollow(first, last)
            inner_last = self._before_hollow(first, last)
            if inner_first > first:
                first = inner_first
            elif inner_last < last:
                last = inner_last
            elif self.partners[first] == last and first < last and not self._keeps(first):
                first, last = first + 1, last - 1
            else:
                break
        return first, last

    def _behind_hollow(self, first: int, last: int) -> int:
        """The index behind the first token or element, if that holds no text; else `first`."""
        token = self.tokens[first]
        if token.kind == "text":
            return first + self._is_blank(token)
        partner = self.partners[first]
        if token.kind != "open" or not first < partner <= last:
            return first + 1
        return first if self.filled[first] < self.filled[partner] else partner + 1

    def _before_hollow(self, first: int, last: int) -> int:
        """The index before the last token or element, if that holds no text; else `last`."""
        token = self.tokens[last]
        if token.kind == "text":
            return last - self._is_blank(token)
        partner = self.partners[last]
        if token.kind != "close" or not first <= partner < last:
            return last - 1
        return last if self.filled[partner] < self.filled[last] else partner - 1

    def _bounds(self, first: int, last: int) -> tuple[int, int]:
        """Where the slot stands in the source, without white space at its ends."""
        start, end = self.tokens[first].start, self.tokens[last].end
        raw = self.source[start:end]
        return start + len(raw) - len(raw.lstrip(SPACE)), start + len(raw.rstrip(SPACE))

    def _read(self, first: int, last: int) -> tuple[str, tuple[Mark, ...]]:
        inline = Inline()
        for index in range(first, last + 1):
            token = self.tokens[index]
            raw = self.source[token.start:token.end]
            if token.kind == "text":
                inline.text(html.unescape(raw) if "&" in raw else raw)
            elif token.kind == "open":
                inline.begin(raw, token.tag, self._keeps(index))
            elif token.kind == "close":
                inline.end(raw, token.tag)
            elif token.tag == "br":
                inline.line_break(raw)
            else:
                inline.point(raw)
        return inline.finish()


def says_no(source: str, token: Token) -> bool:
    """Whether the tag says that its content is not to be translated."""
    if "translate" not in source[token.start:token.end].lower():
        return False
    return any(each.name == "translate" and each.value.lower() == "no"
               or each.name == "class" and "notranslate" in each.value.split()
               for each in attributes(source, token))


def _partners(tokens: Sequence[Token]) -> list[int]:
    """For each opening tag the index of its closing tag, and the reverse; -1 where none is."""
    partners = [-1] * len(tokens)
    stacks: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        if token.kind == "open":
            stacks.setdefault(token.tag, []).append(index)
        elif token.kind == "close" and stacks.get(token.tag):
            partner = stacks[token.tag].pop()
            partners[index], partners[partner] = partner, index
    return partners


def _fold(source: str, tokens: Sequence[Token], partners: Sequence[int]) -> Iterator[Token]:
    """The tokens, with each element that is not translated as one."""
    index = 0
    while index < len(tokens):
        token, partner = tokens[index], partners[index]
        skipped = token.tag in _SKIPPED or token.tag not in _INLINE and says_no(source, token)
        if token.kind == "open" and partner > index and skipped:
            yield Token("kept", token.start, tokens[partner].end, token.tag)
            index = partner
        else:
            yield token
        index += 1


def _follow(open_elements: list[str], token: Token) -> None:
    """Keep account of the elements that are open behind `token`."""
    if token.kind == "open" and len(open_elements) < _DEEPEST:
        if token.tag in _OPTIONAL_END and open_elements[-1:] == [token.tag]:
            open_elements.pop()
        open_elements.append(token.tag)
    elif token.kind == "close" and token.tag in open_elements:
        while open_elements.pop() != token.tag:
            pass


def _kind(open_elements: Sequence[str]) -> str:
    for tag in reversed(open_elements):
        if tag in _KINDS:
            return _KINDS[tag]
        if tag not in _SEE_THROUGH:
            break
    return "paragraph"

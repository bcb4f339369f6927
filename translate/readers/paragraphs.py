"""The paragraphs of plain text.

Two kinds of text look alike. In one, every line is a paragraph (pages saved from the web, lists,
verse); in the other, lines were broken at a fixed width (mail, old wire copy) and a paragraph is
what stands between blank lines. A document is taken for the second kind when its lines are full,
that is, the first word of the next line would have passed the margin, and when more of them break
off inside a sentence than at its end. Even then a line that is not full ends its paragraph:
headings, addresses, last lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from translate.readers.parts import LINE_BREAK, has_prose
from translate.records import Mark
from translate.text.addresses import protect_addresses

_NARROWEST, _WIDEST = 40, 120
"""Columns of a margin: below are verse and lists, above are unbroken lines."""
_FULL = 0.85
"""Share of the margin that a line and the next word must reach: people break lines early."""
_LONGEST_HEADING = 150
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"(?:[-*•‣▪●○◦·–]|\d{1,3}[.)])[ \t\u3000]+(?=\S)")
_TABS = re.compile(r"\t+")
SENTENCE_END = re.compile(r"[.!?…。！？]['\"’”」』)）\]]*$")
_KANA = re.compile("[\u3001-\u3004\u3008-\u303f\u3041-\u30ff\uff01-\uff9f]")
"""With Japanese punctuation."""
_KANJI = re.compile("[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that is translated as one."""

    start: int
    end: int
    """Offsets in the text."""
    text: str
    """The stretch without its line breaks."""
    kind: str
    """paragraph | heading | item | cell."""
    marks: tuple[Mark, ...] = ()
    """The addresses in it."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    """Without the white space at its ends."""
    text: str
    indent: int
    bullet: int
    """Length of the list mark that it begins with."""
    first: bool
    """No text stands on the line before."""


def paragraphs(text: str) -> list[Piece]:
    """The pieces of `text` that hold a word, in order."""
    lines = list(_lines(text))
    margin = _margin(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and margin and _continues(groups[-1], line, margin):
            groups[-1].append(line)
        else:
            groups.append([line])
    pieces = [piece for group in groups for piece in _pieces(text, group)]
    return _with_heading(text, pieces)


def join(lines: Sequence[str]) -> str:
    """Lines as one: a space between them, but none between two kana or kanji or behind a hyphen.

    >>> join(["an anti-", "aircraft", "gun"])
    'an anti-aircraft gun'
    >>> join(["日本の防衛省が発表した。", "韓国も"])
    '日本の防衛省が発表した。韓国も'
    """
    joined = lines[0]
    for line in lines[1:]:
        hyphenated = joined[-1:] == "-" and joined[-2:-1].isalnum() and line[:1].islower()
        joined += line if hyphenated or not wants_space(joined[-1:], line[:1], "\n") else " " + line
    return joined


def wants_space(before: str, after: str, space: str) -> bool:
    """Whether white space `space` between two characters separates words.

    In Japanese a line break does not: beside kana or a Japanese sign, between two kanji, and
    between a kanji and a digit. Beside a kanji alone it may be an English sentence that quotes one.
    """
    if "\n" not in space and "\r" not in space:
        return True
    kanji = sum(bool(_KANJI.match(each)) for each in (before, after))
    return not (_KANA.match(before) or _KANA.match(after) or kanji == 2
                or kanji and (before.isdigit() or after.isdigit()))


def _lines(text: str) -> Iterator[_Line]:
    first = True
    for match in _LINE.finditer(text):
        stripped = match[1].strip()
        if not stripped:
            first = True
            continue
        indent = len(match[1]) - len(match[1].lstrip())
        bullet = _BULLET.match(stripped)
        start = match.start() + indent
        yield _Line(start, start + len(stripped), stripped, indent,
                    bullet.end() if bullet else 0, first)
        first = False


def _margin(lines: Sequence[_Line]) -> int:
    """The column at which the document's lines were broken; 0 when each line is a paragraph."""
    joints = [(line, after) for line, after in pairwise(lines)
              if not after.first and not after.bullet and not _is_indented(line, after)]
    if not joints:
        return 0
    widths = sorted(_width(line.text) for line, _ in joints)
    margin = widths[(len(widths) * 9 - 1) // 10]
    if not _NARROWEST <= margin <= _WIDEST:
        return 0
    full = [(line, after) for line, after in joints if _is_full(line, after, margin)]
    broken = sum(_breaks_sentence(line, after) for line, after in full)
    ended = sum(bool(SENTENCE_END.search(line.text)) for line, _ in full)
    return margin if 2 * len(full) >= len(joints) and broken > ended else 0


def _continues(group: Sequence[_Line], line: _Line, margin: int) -> bool:
    """Whether `line` goes on with the paragraph of `group`."""
    last = group[-1]
    if line.first or _is_indented(last, line):
        return False
    if line.bullet and (group[0].bullet or not _is_full(last, line, margin)):
        return False
    return _is_full(last, line, margin) or line.text[0].islower()


def _is_indented(line: _Line, after: _Line) -> bool:
    """Whether `after` begins a paragraph by its indent, as text below a list mark does not."""
    return after.indent > line.indent and not line.bullet


def _is_full(line: _Line, after: _Line, margin: int) -> bool:
    word = after.text.split(None, 1)[0]
    if _KANA.match(word) or _KANJI.match(word):
        word = word[0]
    return _width(line.text) + 1 + _width(word) > _FULL * margin


def _breaks_sentence(line: _Line, after: _Line) -> bool:
    """Whether the line surely ends inside a sentence: a capital may begin one, or a verse."""
    if after.text[0].islower():
        return True
    uncased = after.text[0].isalpha() and after.text[0].upper() == after.text[0].lower()
    return uncased and not SENTENCE_END.search(line.text)


def _width(text: str) -> int:
    """Columns on a terminal; only whether it passes the widest margin matters for a long line."""
    if text.isascii() or len(text) > _WIDEST:
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _pieces(text: str, group: Sequence[_Line]) -> Iterator[Piece]:
    start = group[0].start + group[0].bullet
    kind = "item" if group[0].bullet else "paragraph"
    if len(group) > 1:
        joined = join([text[start:group[0].end], *(line.text for line in group[1:])])
        whole = [Piece(start, group[-1].end, joined, kind)]
    else:
        whole = list(_cells(text, start, group[0].end, kind))
    marked = (replace(piece, marks=protect_addresses(piece.text)) for piece in whole)
    yield from (piece for piece in marked if has_prose(piece.text, piece.marks))


def _cells(text: str, start: int, end: int, kind: str) -> Iterator[Piece]:
    """The line as one piece, or one for each cell when tabs part it."""
    breaks = [match.span() for match in _TABS.finditer(text, start, end)]
    edges = [start, *(edge for tabs in breaks for edge in tabs), end]
    for left, right in zip(edges[::2], edges[1::2]):
        cell = text[left:right]
        left += len(cell) - len(cell.lstrip())
        yield Piece(left, left + len(cell.strip()), cell.strip(), "cell" if breaks else kind)


def is_heading(text: str) -> bool:
    """Whether a paragraph at the beginning may be the headline: short, and no sentence."""
    return len(text) <= _LONGEST_HEADING and not SENTENCE_END.search(text)


def _with_heading(text: str, pieces: list[Piece]) -> list[Piece]:
    """The first piece as a heading where it may be one and a blank line follows it."""
    if len(pieces) < 2 or pieces[0].kind != "paragraph" or not is_heading(pieces[0].text):
        return pieces
    gap = text[pieces[0].end:pieces[1].start]
    if len(LINE_BREAK.findall(gap)) > 1:
        pieces[0] = replace(pieces[0], kind="heading")
    return pieces

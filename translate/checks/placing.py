"""From a stretch of a translation to its line and column in the file."""

from __future__ import annotations

from translate.checks.interface import Pair
from translate.records import Place, Span

_FAR = 40
"""How many code points of markup or escapes at most stand before a letter of the text."""


def place_in(pair: Pair, span: Span | None) -> Place:
    """Where `span` of the translation of `pair` begins in its file; the translation's own place without one.

    Where the file writes the translation otherwise (`pair.raw`), the letters of the text are looked for in
    what it writes.
    """
    if span is None or not span.start:
        return pair.place
    before = pair.raw[:index_in(pair.raw, pair.target, span.start)] if pair.raw else pair.target[:span.start]
    broken = before.rpartition("\n")
    if not broken[1]:
        return Place(pair.place.path, pair.place.line, pair.place.column + len(before))
    return Place(pair.place.path, pair.place.line + before.count("\n"), len(broken[2]) + 1)


def index_in(raw: str, text: str, index: int) -> int:
    """Where in `raw`, which writes `text` with markup or escapes, the code point `index` of it stands."""
    at = -1
    for char in text[:index + 1]:
        found = raw.find(char, at + 1, at + 1 + _FAR)
        at = found if found >= 0 else at
    return max(at, 0)

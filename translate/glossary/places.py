"""Where in its file a form of an entry stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translate.errors import GlossaryError
from translate.glossary.nodes import read_text
from translate.glossary.tree import Tree, column_of, grow
from translate.records import Entry, Place, Span


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a glossary file, with the line to show."""

    place: Place
    line: str = ""
    """The line without its indentation; empty where the file cannot be read again."""
    span: Span | None = None
    """What is meant, in `line`."""


class Locator:
    """Finds places, reading each file once and only when something is to be found in it."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, dict[tuple[int, int], Tree]]] = {}

    def find(self, entry: Entry, language: str = "", text: str = "", again: bool = False) -> Spot:
        """Where `text` stands in `entry`, first of all under `language`; else where the entry begins.

        It is the first place there, or with `again` the last.
        """
        if entry.place.path not in self._files:
            self._files[entry.place.path] = _items(entry.place.path)
        content, items = self._files[entry.place.path]
        item = items.get((entry.place.line, entry.place.column))
        if item is None:
            return Spot(entry.place)
        key = "ind" if language == "id" else language
        for tree in filter(None, [item.get(key), item]):
            found = [leaf for leaf in tree.leaves() if leaf.text == text]
            if found:
                return _spot(content, entry.place.path, found[-1 if again else 0])
        return _spot(content, entry.place.path, next(item.leaves()))


def _items(path: str) -> tuple[str, dict[tuple[int, int], Tree]]:
    """The text of a file, and its entries and titles by line and column."""
    try:
        content = read_text(Path(path))
        root = grow(content, path)
    except GlossaryError:
        return "", {}
    groups = [group for group in (root.get("entries"), root.get("titles")) if group]
    return content, {(content.count("\n", 0, item.start) + 1, column_of(content, item.start) + 1): item
                     for group in groups for item in group.items}


def _spot(content: str, path: str, leaf: Tree) -> Spot:
    start = content.rfind("\n", 0, leaf.start) + 1
    line = content[start:].partition("\n")[0].rstrip()
    indent = len(line) - len(line.lstrip())
    place = Place(path, content.count("\n", 0, leaf.start) + 1, leaf.start - start + 1)
    first = leaf.start - start - indent
    return Spot(place, line[indent:], Span(first, min(first + leaf.end - leaf.start, len(line) - indent)))

"""Changes to the text of a glossary that leave every other character alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translate.glossary.tree import Tree, column_of
from translate.glossary.write import scalar

_DASH = re.compile(r"^[ ]*-(?=\s)", re.MULTILINE)
_COMMENT_LINE = re.compile(r"([ ]*)#[^\n]*(\n|$)")


@dataclass(frozen=True, slots=True)
class Change:
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def apply(text: str, changes: Sequence[Change]) -> str:
    """`text` with all `changes`; of two at one place the first stands first."""
    pieces = []
    done = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        pieces += [text[done:change.start], change.new]
        done = change.end
    return "".join([*pieces, text[done:]])


def newline(text: str) -> str:
    """How the lines of `text` end."""
    return "\r\n" if "\r\n" in text else "\n"


def dash_of(text: str, block: Tree, index: int) -> int:
    """Where the dash of an item of a block list stands."""
    item = block.items[index]
    start = block.items[index - 1].end if index else max(0, text.rfind("\n", 0, block.start))
    return [found.end() - 1 for found in _DASH.finditer(text, start, item.start)][-1]


def outside(text: str, tree: Tree) -> str:
    """What stands in `tree` beside its leaves: brackets, commas, white space, comments."""
    leaves = list(tree.leaves())
    ends = [tree.start, *(leaf.end for leaf in leaves)]
    return "".join(text[end:start] for end, start in zip(ends, [*(leaf.start for leaf in leaves), tree.end]))


def line_start(text: str, at: int) -> int:
    """Where the line of `at` begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Behind the line break of the line that holds `at`, or the end of the text."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def item_end(text: str, item: Tree) -> int:
    """Behind the last line of an item, and of the comments below it that are indented like its content."""
    end = line_end(text, item.end)
    column = column_of(text, item.start)
    while (comment := _COMMENT_LINE.match(text, end)) and len(comment[1]) >= column and comment[0]:
        end = comment.end()
    return end


def insert_line(text: str, at: int, line: str) -> Change:
    """A line of its own at `at`, which is where a line begins or the text ends."""
    broken = newline(text)
    if at and text[at - 1] != "\n":
        return Change(at, at, broken + line)
    return Change(at, at, line + broken)


def drop_items(text: str, tree: Tree, indexes: Sequence[int]) -> list[Change]:
    """Take items out of a list that has others."""
    if tree.style == "flow":
        return _drop_between(tree.items, indexes)
    dashes = [dash_of(text, tree, index) for index in indexes]
    return [Change(line_start(text, dash), item_end(text, tree.items[index]), "")
            for index, dash in zip(indexes, dashes)]


def append_item(text: str, tree: Tree, value: str) -> Change:
    """Put `value` behind the items of a list; a single text becomes a list of two."""
    if tree.kind != "list":
        return Change(tree.start, tree.end, f"[{text[tree.start:tree.end]}, {value}]")
    if tree.style == "flow":
        at = tree.items[-1].end if tree.items else tree.end - 1
        return Change(at, at, f", {value}" if tree.items else value)
    column = column_of(text, dash_of(text, tree, len(tree.items) - 1))
    return insert_line(text, line_end(text, tree.items[-1].end), f"{' ' * column}- {value}")


def replace_value(tree: Tree, value: str) -> Change:
    """Write `value` in the place of a scalar or a collection in brackets."""
    return Change(tree.start, tree.end, value)


def drop_keys(text: str, tree: Tree, names: Sequence[str]) -> list[Change]:
    """Take keys with their values out of a mapping that has others."""
    indexes = [index for index, (key, _) in enumerate(tree.pairs) if key.text in names]
    if tree.style == "flow":
        return _drop_between([Tree("mapping", key.start, value.end) for key, value in tree.pairs], indexes)
    return [Change(line_start(text, tree.pairs[index][0].start),
                   line_end(text, tree.pairs[index][1].end), "") for index in indexes]


def add_key(text: str, tree: Tree, name: str, value: str) -> Change:
    """Put a key with its value behind the last pair of a mapping."""
    key, last = tree.pairs[-1]
    if tree.style == "flow":
        return Change(last.end, last.end, f", {scalar(name)}: {value}")
    line = f"{' ' * column_of(text, key.start)}{scalar(name)}: {value}"
    return insert_line(text, line_end(text, last.end), line)


def _drop_between(parts: Sequence[Tree], indexes: Sequence[int]) -> list[Change]:
    """Take parts out of brackets, each with the comma before it; those at the front with the one behind."""
    first = next(index for index in range(len(parts)) if index not in indexes)
    front = [Change(parts[0].start, parts[first].start, "")] if first else []
    return front + [Change(parts[index - 1].end, parts[index].end, "") for index in indexes if index > first]

"""The lines of a formatted glossary, made from its tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.glossary.shapes import shape_of
from translate.glossary.tree import Tree
from translate.glossary.write import literal, quoted, scalar

WIDTH = 100
"""Columns; a Korean or Japanese character takes two."""
_TRUE = ("true", "yes", "on")


def lines(root: Tree) -> Iterator[str]:
    """The lines of the file whose arranged tree is `root`."""
    yield from _comments(root.above, 0, blank=True)
    for key, value in root.pairs:
        shape = shape_of("root", key.text)
        if shape == "entries" and value.items:
            yield from _comments(key.above, 0, blank=True)
            yield from _line(f"{scalar(key.text)}:{_anchor(value, ' ')}", value.behind)
            for item in value.items:
                yield from _entry(item, compact=key.text == "titles")
        else:
            yield from _pair(key, value, shape, 0, blank=True)
    yield from _comments(root.below, 0, blank=True)


def _entry(item: Tree, compact: bool) -> Iterator[str]:
    """One item of `entries` or `titles`."""
    yield from _comments(item.above, 2, blank=True)
    line = "  - " + _inline(item, "entry")
    if item.kind == "mapping" and item.pairs and not (compact and _fits(line) and not _busy(item)):
        yield from _dashed(item, "entry", 2)
    else:
        yield from _line(line, _tail(item))
    yield from _comments(item.below, 4)


def _dashed(item: Tree, shape: str, indent: int) -> Iterator[str]:
    """A mapping that is an item of a list, in block style."""
    lines = [line for key, value in item.pairs
             for line in _pair(key, value, shape_of(shape, key.text), indent + 2)]
    at = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line[2:] for line in lines[:at])
    yield f"{' ' * indent}- {_anchor(item)}{lines[at][indent + 2:]}"
    yield from lines[at + 1:]


def _pair(key: Tree, value: Tree, shape: str, indent: int, blank: bool = False) -> Iterator[str]:
    """A key with its value: on one line where that fits and no comment stands inside."""
    yield from _comments(key.above, indent, blank)
    head = f"{' ' * indent}{_name(key)}:"
    if value.kind == "scalar" and shape == "text" and "\n" in value.text:
        block = literal(value.text, indent + 2)
        if block:
            first, _, rest = block.partition("\n")
            yield from _line(f"{head} {_anchor(value)}{first}", value.behind)
            yield from rest.split("\n")
            return
    line = f"{head} {_inline(value, shape)}"
    if value.children and (shape == "tests" or _busy(value) or not _fits(line)):
        yield from _line(head + _anchor(value, " "), value.behind)
        yield from _block(value, shape, indent + 2)
    else:
        yield from _line(line, _tail(value))


def _block(value: Tree, shape: str, indent: int) -> Iterator[str]:
    """A collection, a line for each child."""
    if value.kind == "mapping":
        for key, inner in value.pairs:
            yield from _pair(key, inner, shape_of(shape, key.text), indent)
        return
    for item in value.items:
        yield from _comments(item.above, indent)
        line = f"{' ' * indent}- {_inline(item, shape_of(shape))}"
        if item.pairs and (_busy(item) or not _fits(line)):
            yield from _dashed(item, shape_of(shape), indent)
        else:
            yield from _line(line, _tail(item))


def _inline(value: Tree, shape: str) -> str:
    """A value on one line."""
    if value.kind == "alias":
        return f"*{value.text}"
    if value.kind == "list":
        inner = ", ".join(_inline(item, shape_of(shape)) for item in value.items)
        return f"{_anchor(value)}[{inner}]"
    if value.kind == "mapping":
        inner = ", ".join(f"{_name(key)}: {_inline(one, shape_of(shape, key.text))}"
                          for key, one in value.pairs)
        return f"{_anchor(value)}{{{inner}}}"
    if shape == "flag":
        return _anchor(value) + str(value.text.lower() in _TRUE).lower()
    return _anchor(value) + (quoted(value.text) if shape == "sentence" else scalar(value.text))


def _fits(line: str) -> bool:
    from wcwidth import wcswidth
    return int(wcswidth(line)) <= WIDTH


def _busy(value: Tree) -> bool:
    """Whether a comment stands inside `value`, so that it cannot be written on one line."""
    children = value.children
    return any(any(child.above) or _busy(child) for child in children) \
        or any(_tail(child) for child in children[:-1])


def _tail(value: Tree) -> list[str]:
    """Comments at the end of the line that `value` ends on."""
    inner = _tail(value.children[-1]) if value.children else []
    return inner + value.behind


def _line(line: str, comments: Sequence[str]) -> Iterator[str]:
    """A line with the comment at its end; of several, the others stand above it."""
    yield from _comments(comments[:-1], len(line) - len(line.lstrip()))
    yield f"{line}  {comments[-1]}" if comments else line


def _anchor(value: Tree, before: str = "") -> str:
    """The anchor, with a space on the side where something follows or stands before."""
    if not value.anchor:
        return ""
    return f"{before}&{value.anchor}" if before else f"&{value.anchor} "


def _name(key: Tree) -> str:
    """A key as it is written; the merge key has no quotes."""
    if key.kind == "alias":
        return f"*{key.text} "
    return _anchor(key) + ("<<" if key.text == "<<" and key.style == "plain" else scalar(key.text))


def _comments(lines: Sequence[str], indent: int, blank: bool = False) -> Iterator[str]:
    """Comment lines; of blank lines one in a row stays, and only where `blank` says so."""
    previous = None
    for line in lines:
        if line or (blank and previous != ""):
            yield " " * indent + line if line else ""
        previous = line

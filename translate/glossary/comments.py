"""Comments of a glossary file, each given to the value that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.glossary.tree import Tree, column_of

_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_NOTHING = re.compile(r"[\s?-]*")
"""What may stand before a comment that is still on a line of its own: the dash of an item."""


def attach(root: Tree, text: str) -> None:
    """Fill `above`, `behind` and `below` of the values of `root`, which was grown from `text`."""
    leaves = list(root.leaves())
    heads, tails, closed = _heads(root), _tails(root), _closed(root)
    for before, after, start, end in _gaps(leaves, text):
        owner = heads.get(id(after), after) if before else root
        ended = tails.get(id(before))
        for at, comment in _pieces(text, start, end):
            if comment and before and not _NOTHING.fullmatch(text, text.rfind("\n", 0, at) + 1, at):
                closed.get((id(before), _closing(text, before, at)), before).behind.append(comment)
            elif comment and ended and column_of(text, at) >= column_of(text, ended.start):
                ended.below.append(comment)
            else:
                (owner.above if owner else root.below).append(comment)
    for leaf in leaves:
        if leaf.style == "block":
            header = text[leaf.start:leaf.end].split("\n", 1)[0]
            leaf.behind[:0] = [found.rstrip() for found in _COMMENT.findall(header)]


def _gaps(leaves: Sequence[Tree],
          text: str) -> Iterator[tuple[Tree | None, Tree | None, int, int]]:
    """(leaf before, leaf behind, start, end) of what stands between two leaves and at both ends."""
    for before, after in zip([None, *leaves], [*leaves, None]):
        yield before, after, before.end if before else 0, after.start if after else len(text)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """(index, comment) in a gap, in order; a blank line is an empty comment."""
    found = [(match.start(), match[0].rstrip()) for match in _COMMENT.finditer(text, start, end)]
    found += [(match.end(), "") for match in _BLANK.finditer(text, max(0, start - 1), end)]
    return iter(sorted(found))


def _heads(root: Tree) -> dict[int, Tree]:
    """The outermost item of a block list that begins with a leaf, by the leaf."""
    heads: dict[int, Tree] = {}
    waiting = [root]
    while waiting:
        tree = waiting.pop()
        if tree.kind == "list" and tree.style == "block":
            for item in tree.items:
                heads.setdefault(id(next(item.leaves())), item)
        waiting.extend(tree.children)
    return heads


def _tails(root: Tree) -> dict[int, Tree]:
    """The entry or title that ends with a leaf, by the leaf."""
    return {id(list(item.leaves())[-1]): item
            for _, group in root.pairs if group.style == "block" for item in group.items}


def _closed(root: Tree) -> dict[tuple[int, int], Tree]:
    """The collection in brackets that ends with a leaf and a number of closing brackets, by both."""
    closed: dict[tuple[int, int], Tree] = {}
    waiting = [root]
    while waiting:
        tree = waiting.pop()
        waiting.extend(tree.children)
        depth, inner = 0, tree
        while inner.children and inner.style == "flow":
            depth, inner = depth + 1, inner.children[-1]
        if depth:
            closed[id(inner), depth] = tree
    return closed


def _closing(text: str, leaf: Tree, at: int) -> int:
    """How many brackets close between `leaf` and `at`."""
    between = _COMMENT.sub("", text[leaf.end:at])
    return between.count("]") + between.count("}")

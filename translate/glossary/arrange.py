"""The tree of a glossary brought into order: keys sorted, terms in their shortest form.

A comment goes where its value goes. What is done here is done before any line is written, so that a
second round finds the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from translate.glossary.shapes import rank_of, ranks, shape_of
from translate.glossary.tree import Tree

_LISTS = ("also", "avoid", "not_before", "not_after", "only_with")


def arrange(root: Tree, source: str, *, ordered: bool) -> None:
    """Rewrite `root` in place; without `ordered` the keys stay where they are."""
    _arrange(root, "root", ranks(source) if ordered else {})


def _arrange(tree: Tree, shape: str, order: Mapping[str, Mapping[str, int]]) -> None:
    for index, (key, value) in enumerate(tree.pairs):
        inner = shape_of(shape, key.text)
        _arrange(value, inner, order)
        if inner == "rendering" and value.pairs and _is_free(value):
            tree.pairs[index] = key, _shortened(value)
        _gather(*tree.pairs[index])
    if shape in order:
        tree.pairs.sort(key=lambda pair: rank_of(order[shape], pair[0].text))
    for item in tree.items:
        _arrange(item, shape_of(shape), order)
        if item.pairs:
            _hoist(item)


def _gather(key: Tree, value: Tree) -> None:
    """The comments of a key and its value: one stays at the end of their line, others go above it."""
    comments = key.behind + value.behind
    key.above += value.above + comments[:-1]
    key.behind, value.above, value.behind = [], [], comments[-1:]


def _hoist(item: Tree) -> None:
    """A comment above the first key of an item stands above the item."""
    first = item.pairs[0][0]
    item.above, first.above = item.above + first.above, []


def _shortened(value: Tree) -> Tree:
    """`value`, a mapping of forms, as short as it can be, its comment behind it."""
    comments = _taken(value)
    short = _shortest(value)
    short.behind = comments
    return short


def _shortest(value: Tree) -> Tree:
    kept = [(key, _as_list(inner) if key.text in _LISTS else inner) for key, inner in value.pairs
            if not (key.text in _LISTS and inner.kind == "list" and not inner.items)]
    forms = {key.text: inner for key, inner in kept}
    if forms.keys() == {"use"}:
        return forms["use"]
    if forms.keys() == {"use", "also"}:
        return Tree("list", value.start, value.end, "", "flow", items=[forms["use"], *forms["also"].items])
    value.pairs = kept or value.pairs
    return value


def _as_list(value: Tree) -> Tree:
    return value if value.kind == "list" else Tree("list", value.start, value.end, "", "flow", items=[value])


def _is_free(value: Tree) -> bool:
    """Whether nothing but plain values stands in `value`, and no comment between them."""
    children = value.children
    return not (value.anchor or value.kind == "alias" or any(value.above)) \
        and not any(child.behind for child in children[:-1]) \
        and all(_is_free(child) and child.text != "<<" for child in children)


def _taken(value: Tree) -> list[str]:
    """The comments at the end of `value`, taken off it."""
    inner = _taken(value.children[-1]) if value.children else []
    comments, value.behind = value.behind, []
    return inner + comments

"""A new preferred form in the place of the old one, which is avoided from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.glossary.patch import (
    Change, add_key, append_item, dash_of, drop_items, drop_keys, insert_line, line_end, line_start,
    replace_value,
)
from translate.glossary.tree import Tree, column_of
from translate.glossary.write import flow, scalar
from translate.records import Rendering


def renamed(old: Rendering, new: str) -> Rendering:
    """What `old` says once `new` is preferred.

    The reading of the old form goes with it, and the form of first mentions is built on the new one.
    """
    also = tuple(form for form in old.also if form not in (new, old.use))
    if old.use in old.avoid:
        avoid = [form for form in old.avoid if form != new]
    elif new in old.avoid:
        avoid = [old.use if form == new else form for form in old.avoid]
    else:
        avoid = [*old.avoid, old.use]
    return replace(old, use=new, also=also, first=old.first.replace(old.use, new), avoid=tuple(avoid),
                   reading="")


def renaming(text: str, entry: Tree, value: Tree, old: Rendering, new: str) -> list[Change]:
    """The changes that turn `value`, which says `old` in the tree `entry`, into `renamed(old, new)`."""
    if value.kind == "mapping":
        return _in_mapping(text, value, old, new)
    if value.kind == "list" and value.style == "block":
        return _in_block_list(text, entry, value, old, new)
    wanted = renamed(old, new)
    forms = {"use": wanted.use, "also": wanted.also, "avoid": wanted.avoid}
    return [replace_value(value, flow({key: form for key, form in forms.items() if form}))]


def _in_mapping(text: str, mapping: Tree, old: Rendering, new: str) -> list[Change]:
    """For {use: ..., avoid: [...]}, in brackets or in block style."""
    wanted = renamed(old, new)
    changes = []
    emptied = ["reading"]
    for key, value in mapping.pairs:
        if key.text == "use":
            changes.append(replace_value(value, scalar(new)))
        elif key.text == "first" and wanted.first != old.first:
            changes.append(replace_value(value, scalar(wanted.first)))
        elif key.text == "also" and not wanted.also:
            emptied.append("also")
        elif key.text == "also":
            gone = [index for index, item in enumerate(value.items) if item.text in (new, old.use)]
            changes += drop_items(text, value, gone) if gone else []
        elif key.text == "avoid":
            changes += _avoiding(text, value, old, new)
    changes += drop_keys(text, mapping, emptied)
    if not mapping.get("avoid"):
        changes.append(add_key(text, mapping, "avoid", flow([old.use])))
    return changes


def _avoiding(text: str, value: Tree, old: Rendering, new: str) -> list[Change]:
    """Avoid the old form, and the new one no longer."""
    items = value.items or ([value] if value.kind == "scalar" else [])
    freed = next((index for index, item in enumerate(items) if item.text == new), None)
    known = any(item.text == old.use for item in items)
    if freed is not None:
        return drop_items(text, value, [freed]) if known else \
            [replace_value(items[freed], scalar(old.use))]
    return [] if known else [append_item(text, value, scalar(old.use))]


def _in_block_list(text: str, entry: Tree, value: Tree, old: Rendering, new: str) -> list[Change]:
    """For a list with a dash to each form: the first becomes `use:`, the others stay below `also:`."""
    dash = dash_of(text, value, 0)
    column = column_of(text, dash)
    shift = " " * max(0, column_of(text, entry.pairs[0][0].start) + 2 - column)
    first, last = value.items[0], value.items[-1]
    pad = shift + " " * column
    changes = [Change(dash, first.end, f"use: {scalar(new)}")]
    gone = [index for index, item in enumerate(value.items) if index and item.text in (new, old.use)]
    if len(value.items) - 1 > len(gone):
        changes.append(insert_line(text, line_end(text, first.end), f"{pad}also:"))
    changes += drop_items(text, value, gone) if gone else []
    changes.append(insert_line(text, line_end(text, last.end), f"{pad}avoid: {flow([old.use])}"))
    return changes + _shifted(text, line_start(text, dash), last.end, shift, changes)


def _shifted(text: str, start: int, end: int, shift: str, others: Sequence[Change]) -> list[Change]:
    """Move the lines from `start` to `end` to the right, but for those that another change takes out."""
    starts = [start, *(index + 1 for index, char in enumerate(text[:end]) if char == "\n" and index >= start)]
    dropped = [change for change in others if not change.new and change.end > change.start]
    return [Change(at, at, shift) for at in starts if shift and text[at:line_end(text, at)].strip()
            and not any(change.start <= at < change.end for change in dropped)]

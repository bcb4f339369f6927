"""Adding, renaming and removing entries in a glossary file; every line that need not change stays.

Each edit is checked before it is returned: the new text loads, the entry says what was asked for, and
all others say what they said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from translate.errors import GlossaryError
from translate.glossary.fields import is_id, slug
from translate.glossary.fmt import format_glossary
from translate.glossary.load import parse
from translate.glossary.model import Glossary, same
from translate.glossary.patch import (
    Change, apply, dash_of, drop_items, insert_line, item_end, line_end, line_start, newline,
    outside,
)
from translate.glossary.renaming import renamed, renaming
from translate.glossary.tree import Tree, column_of, grow
from translate.glossary.write import flow, scalar
from translate.records import Entry


def add(text: str, path: str, entry: Mapping[str, Any], under: str = "entries") -> str:
    """`text` with `entry`, which is written as in a glossary file, at the end of `entries` or `titles`.

    Raises:
        GlossaryError: `text` does not load, or would not with the entry in it.
    """
    before = parse(text, path)
    if entry.get("id") in before:
        place = before.entry(str(entry["id"])).place
        raise GlossaryError([f"{place}: an entry {entry['id']} is there already; change it, or choose "
                             "another id"])
    root = grow(text, path)
    source = root.get("source")
    content = {"glossary": "new", "source": source.text if source else "en", under: [entry]}
    (new,) = parse(flow(content), "the new entry").entries
    group = root.get(under)
    if group is None:
        changes = _new_group(text, root, under, content)
    elif group.style == "flow":
        changes = _into_brackets(text, root, group, under, content)
    else:
        changes = [_below(text, group, content)]
    return _checked(apply(text, changes), path, before,
                    lambda entries: entries.update({new.id: replace(new, glossary=before.names[0])}))


def remove(text: str, path: str, id: str) -> str:
    """`text` without the entry or title `id`; comments above it stay.

    Raises:
        GlossaryError: `text` does not load, has no such entry, or another needs what stands in it.
    """
    before = parse(text, path)
    group, index, key = _find(text, path, before.entry(id))
    if len(group.items) > 1:
        changes = drop_items(text, group, [index])
    elif group.style == "flow":
        changes = [Change(group.items[0].start, group.end - 1, "")]
    else:
        start = line_start(text, dash_of(text, group, 0))
        colon = text.index(":", key.end) + 1
        end = item_end(text, group.items[0])
        changes = [Change(colon, colon, " []"), Change(start, end, "")]
    return _checked(apply(text, changes), path, before, lambda entries: entries.pop(id))


def rename(text: str, path: str, id: str, language: str, new: str) -> str:
    """`text` with `new` as the preferred form of an entry; the old form is avoided from now on.

    Raises:
        GlossaryError: `text` does not load, the entry has no term in `language`, or it is `new` already.
    """
    before = parse(text, path)
    entry = before.entry(id)
    old = entry.renderings.get(language)
    if old is None or not old.use:
        known = ", ".join(sorted(entry.renderings))
        raise GlossaryError([f"{entry.place}: entry {id} has no {language} term to rename; it has {known}"])
    if old.use == new:
        raise GlossaryError([f"{entry.place}: entry {id} is {new!r} in {language} already"])
    group, index, _ = _find(text, path, entry)
    value = group.items[index].get("ind" if language == "id" else language)
    if value is None:
        raise GlossaryError([f"{entry.place}: the {language} term of entry {id} comes from a merge (<<); "
                             "change it where it stands"])
    if value.style == "flow" and "#" in outside(text, value):
        raise GlossaryError([f"{entry.place}: the {language} term of entry {id} may have a comment in its "
                             "brackets; rename it by hand"])
    changes = renaming(text, group.items[index], value, old, new)
    after = replace(entry, renderings={**entry.renderings, language: renamed(old, new)})
    return _checked(apply(text, changes), path, before, lambda entries: entries.update({id: after}), id)


def rename_id(text: str, path: str, id: str, new: str) -> str:
    """`text` with the entry `id` called `new`.

    Raises:
        GlossaryError: `text` does not load, has no such entry, or `new` is taken or no id.
    """
    before = parse(text, path)
    entry = before.entry(id)
    if new in before:
        raise GlossaryError([f"{before.entry(new).place}: the id {new} is taken; choose another"])
    if not is_id(new):
        raise GlossaryError([f"{entry.place}: the id {new!r} holds a space or one of , : /; write for "
                             f"example {slug(new)}"])
    group, index, _ = _find(text, path, entry)
    item = group.items[index]
    value = item.get("id")
    if value is None:
        first = item.pairs[0][0]
        pad = ", " if item.style == "flow" else newline(text) + " " * column_of(text, first.start)
        change = Change(first.start, first.start, f"id: {scalar(new)}{pad}")
    else:
        change = Change(value.start, value.end, scalar(new))

    def expected(entries: dict[str, Entry]) -> None:
        entries[new] = replace(entries.pop(id), id=new)
    return _checked(apply(text, [change]), path, before, expected)


def _checked(text: str, path: str, before: Glossary, expected: Callable[[dict[str, Entry]], object],
             renamed: str = "") -> str:
    """`text`, if it says what `before` said with the changes that `expected` makes.

    A bare reading is that of other forms once its entry is `renamed`.
    """
    entries = {entry.id: entry for entry in before.entries}
    expected(entries)
    try:
        after = parse(text, path)
        if renamed:
            entries[renamed] = replace(entries[renamed], readings=after.entry(renamed).readings)
        if same(after, replace(before, entries=tuple(entries[id] for id in sorted(entries)))):
            return text
    except GlossaryError:
        pass
    raise GlossaryError([f"{path}:1:1: this edit would change more than it should, by an anchor (&name), an "
                         "alias (*name) or a merge (<<); make it by hand"])


def _find(text: str, path: str, entry: Entry) -> tuple[Tree, int, Tree]:
    """(list, index, key of the list) of an entry."""
    root = grow(text, path)
    for name in ("entries", "titles"):
        group, key = root.get(name), root.key(name)
        for index, item in enumerate(group.items if group else ()):
            line = text.count("\n", 0, item.start) + 1
            if (line, column_of(text, item.start) + 1) == (entry.place.line, entry.place.column) \
                    and group and key:
                return group, index, key
    raise GlossaryError([f"{entry.place}: entry {entry.id} stands behind an alias; edit it by hand"])


def _new_group(text: str, root: Tree, under: str, content: Mapping[str, Any]) -> list[Change]:
    """The list with its key, for a file that has none."""
    if root.style == "flow":
        return [Change(root.end - 1, root.end - 1, f", {under}: {flow(content[under])}")]
    lines = [f"{under}:", *_lines(content, 2)]
    return [insert_line(text, line_end(text, root.end), newline(text).join(lines))]


def _into_brackets(text: str, root: Tree, group: Tree, under: str,
                   content: Mapping[str, Any]) -> list[Change]:
    """The entry in a list that is written in brackets; one that is empty becomes a block."""
    if group.items:
        return [Change(group.items[-1].end, group.items[-1].end, f", {flow(content[under][0])}")]
    if root.style == "flow" or "#" in text[group.start:group.end]:
        return [Change(group.end - 1, group.end - 1, flow(content[under][0]))]
    before = len(text[:group.start].rstrip())
    return [Change(before, group.end, ""),
            insert_line(text, line_end(text, group.end), newline(text).join(_lines(content, 2)))]


def _below(text: str, group: Tree, content: Mapping[str, Any]) -> Change:
    """The entry behind the others of a block list, spaced as they are."""
    last = len(group.items) - 1
    column = column_of(text, dash_of(text, group, last))
    at = item_end(text, group.items[-1])
    lines = _lines(content, column)
    if last and text[group.items[last - 1].end:group.items[last].start].replace("\r", "").count("\n\n"):
        lines.insert(0, "")
    return insert_line(text, at, newline(text).join(lines))


def _lines(content: Mapping[str, Any], column: int) -> list[str]:
    """The only entry of `content` as a formatted item whose dash stands at `column`."""
    lines = format_glossary(flow(content), "the new entry").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("  - "))
    return [" " * column + line[2:] for line in lines[first:]]

"""Bringing entries into a glossary file that has its own: what is new is added, what differs is listed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translate.errors import GlossaryError
from translate.glossary.formats.facts import Fact, facts_of, rendering_of
from translate.glossary.load import parse
from translate.glossary.mapping import key_of, mapping_of, value_of, write_glossary
from translate.glossary.model import Glossary, same
from translate.glossary.patch import (
    Change, add_key, apply, dash_of, insert_line, item_end, line_end, newline, replace_value,
)
from translate.glossary.tree import Tree, column_of, grow
from translate.glossary.write import flow
from translate.records import Entry

_FORMS = ("use", "also", "short", "first")


@dataclass(frozen=True, slots=True)
class Merged:
    """A glossary file with what was brought into it."""

    text: str
    added: tuple[str, ...]
    """Ids of new entries."""
    completed: tuple[str, ...]
    """Ids of entries that got a language they lacked, or another rendering."""
    conflicts: tuple[str, ...]
    """What was not taken over, for the file says otherwise: one line each."""


@dataclass(slots=True)
class _Plan:
    """What is to be done, gathered entry by entry."""

    overwrite: bool
    new: list[Entry] = field(default_factory=list)
    after: dict[str, Entry] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    touched: set[tuple[str, str]] = field(default_factory=set)
    conflicts: list[str] = field(default_factory=list)


def merge(text: str, path: str, entries: Sequence[Entry], overwrite: bool = False) -> Merged:
    """`text` with `entries`: no line changes but where a language is added or, asked for, overwritten.

    An entry is known by a form it shares with one that is there, or by its id. A language that it lacks
    is added to it; another rendering is a conflict, and replaces the old one only with `overwrite`.

    Raises:
        GlossaryError: `text` does not load, or `entries` say what a glossary cannot hold.
    """
    before = parse(text, path)
    known = _Known(before)
    root = grow(text, path)
    items = _items(text, root)
    plan = _Plan(overwrite)
    for entry in entries:
        old = known.find(entry)
        if old is None:
            plan.new.append(replace(entry, id=known.unused(entry.id), glossary=before.names[0]))
            continue
        item = items.get((old.place.line, old.place.column))
        _compare(text, plan.after.get(old.id, old), entry, item, plan)
    done = apply(text, plan.changes)
    done = _append(done, path, plan.new, before) if plan.new else done
    whole = {entry.id: entry for entry in (*before.entries, *plan.after.values(), *plan.new)}
    if not same(parse(done, path), replace(before, entries=tuple(whole[id] for id in sorted(whole)))):
        raise GlossaryError([f"{path}:1:1: this would change other entries too, by an anchor (&name) or a "
                             "merge (<<); bring them into a file of their own"])
    return Merged(done, tuple(entry.id for entry in plan.new), tuple(plan.after), tuple(plan.conflicts))


class _Known:
    """The entries that are there, by id and by written form."""

    def __init__(self, glossary: Glossary) -> None:
        self._ids = {entry.id: entry for entry in glossary.entries}
        self._taken = set(self._ids)
        self._forms = {(entry.source, fact.value.casefold()): entry for entry in reversed(glossary.entries)
                       for fact in _source_forms(entry)}

    def find(self, entry: Entry) -> Entry | None:
        """The entry that `entry` speaks of."""
        forms = [(entry.source, fact.value.casefold()) for fact in _source_forms(entry)]
        same_form = next((self._forms[form] for form in forms if form in self._forms), None)
        return same_form or (self._ids.get(entry.id) if not forms else None)

    def unused(self, id: str) -> str:
        """`id`, or with a number where another entry is called so; it is taken from now on."""
        number, free = 1, id
        while free in self._taken:
            number += 1
            free = f"{id}-{number}"
        self._taken.add(free)
        return free


def _source_forms(entry: Entry) -> Iterator[Fact]:
    return (fact for fact in facts_of(entry) if fact.language == entry.source and not fact.profile
            and fact.field in ("use", "also"))


def _items(text: str, root: Tree) -> Mapping[tuple[int, int], Tree]:
    """The entries of the file by line and column."""
    starts = [0, *(index + 1 for index, char in enumerate(text) if char == "\n")]
    found = {}
    for name in ("entries", "titles"):
        for item in getattr(root.get(name), "items", ()):
            line = bisect_right(starts, item.start)
            found[line, item.start - starts[line - 1] + 1] = item
    return found


def _compare(text: str, old: Entry, new: Entry, item: Tree | None, plan: _Plan) -> None:
    """Plan what `new` adds to `old`, which is written at `item`."""
    more = [fact for fact in facts_of(new) if not _is_said(fact, old)]
    for code in dict.fromkeys(fact.language for fact in more):
        facts = [fact for fact in more if fact.language == code and fact.field != "tests"]
        plain = [fact for fact in facts if code and not fact.profile]
        if plain and item is not None and item.kind == "mapping":
            rest = _take(text, plan, old, item, code, plain)
            old = plan.after.get(old.id, old)
        else:
            rest = plain
        plan.conflicts += _conflicts(old, [*rest, *(fact for fact in facts if fact not in plain)])


def _take(text: str, plan: _Plan, old: Entry, item: Tree, code: str, facts: list[Fact]) -> list[Fact]:
    """Add or overwrite a language of `old`; what is not taken over."""
    value = item.get(key_of(code))
    own = [fact for fact in facts_of(old) if fact.language == code and not fact.profile
           and fact.field != "tests"]
    if (old.id, code) in plan.touched or (own and (value is None or not plan.overwrite)):
        return facts
    wanted = [fact for fact in facts if fact.field != "avoid"]
    forms = {fact.value for fact in facts}
    kept = [fact for fact in own if fact.value not in forms
            and not any(fact.field == one.field == "use" for one in wanted)]
    found = rendering_of([*facts, *kept])
    written = flow(value_of(found))
    plan.touched.add((old.id, code))
    plan.changes.append(replace_value(value, written) if value is not None
                        else add_key(text, item, key_of(code), written))
    plan.after[old.id] = replace(old, renderings={**old.renderings, code: found})
    return []


def _is_said(fact: Fact, old: Entry) -> bool:
    """Whether `old` says as much: a form that is admitted there is no other rendering.

    In the source language capitals make no other form, for entries are known by their forms without.
    """
    said = facts_of(old)
    if fact in said or fact.field not in ("use", "also"):
        return fact in said
    fold = str.casefold if fact.language == old.source else str
    return any(one[:2] == fact[:2] and one.field in _FORMS and fold(one.value) == fold(fact.value)
               for one in said)


def _conflicts(old: Entry, facts: Sequence[Fact]) -> Iterator[str]:
    for language, profile, name, value in facts:
        where = " ".join(filter(None, (language, f"({profile})" if profile else "", name)))
        there = [fact.value for fact in facts_of(old) if fact[:3] == (language, profile, name)]
        has = f"has {where} {', '.join(there)}" if there else f"has no {where}"
        yield f"{old.place}: entry {old.id} {has}; not taken over: {' '.join(value.split())}"


def _append(text: str, path: str, new: Sequence[Entry], before: Glossary) -> str:
    """`text` with new entries behind the others."""
    source = next((entry.source for entry in before.entries), new[0].source)
    lines = write_glossary(new, "new", source).splitlines()
    lines = lines[next(number for number, line in enumerate(lines) if line.startswith("  - ")):]
    root, broken = grow(text, path), newline(text)
    group = root.get("entries")
    if group is None:
        whole = broken.join(["entries:", *lines])
        return apply(text, [insert_line(text, line_end(text, root.end), whole)])
    if group.style == "flow" and (group.items or root.style == "flow"):
        at = group.items[-1].end if group.items else group.end - 1
        inside = ", ".join(flow(mapping_of(entry)) for entry in new)
        return apply(text, [Change(at, at, f", {inside}" if group.items else inside)])
    if group.style == "flow":
        start = len(text[:group.start].rstrip())
        return apply(text, [Change(start, group.end, ""),
                            insert_line(text, line_end(text, group.end), broken.join(lines))])
    column = column_of(text, dash_of(text, group, len(group.items) - 1))
    at = item_end(text, group.items[-1])
    shifted = [" " * column + line[2:] if line else "" for line in lines]
    return apply(text, [insert_line(text, at, broken.join(shifted))])

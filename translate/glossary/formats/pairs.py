"""Formats that say one thing: this term is translated so.

A term whose translation is the term itself is one that is not to be translated: that is how DeepL's
and Google's users say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from translate.glossary.formats.facts import Concept, Fact
from translate.glossary.formats.interface import Exchange, Imported, imported
from translate.records import Entry, Place


class Pair(NamedTuple):
    """A term and its translation, as a row of a file says it."""

    line: int
    source: str
    target: str
    source_language: str
    target_language: str
    note: str = ""
    role: str = "use"
    """What the target is: use | also | avoid | keep."""
    id: str = ""


class Said(NamedTuple):
    """A row to be written, and the facts of an entry that it says."""

    source: str
    target: str
    facts: tuple[Fact, ...]


def read_pairs(pairs: Iterable[Pair], exchange: Exchange, losses: Iterable[str] = ()) -> Imported:
    """The entries of `pairs`: rows of one source term are one entry, as are those of one id."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    lost = list(losses)
    for pair in pairs:
        if not (pair.source and (pair.target or pair.role == "keep")):
            lost.append(f"{exchange.path}:{pair.line}: left out, for "
                        f"{'its translation' if pair.source else 'the term'} is missing")
            continue
        groups.setdefault((pair.source_language, pair.id or f"\t{pair.source}"), []).append(pair)
    concepts = [_concept(group, exchange) for group in groups.values()]
    return imported(concepts, exchange, lost)


def source_forms(entry: Entry, source: str) -> tuple[Fact, ...]:
    """The facts that are the entry's written forms in the source language, the preferred one first."""
    found = entry.renderings.get(source)
    if found is None or not found.use:
        return ()
    return (Fact(source, "", "use", found.use), *(Fact(source, "", "also", form) for form in found.also))


def said_pairs(entry: Entry, source: str, target: str) -> Iterator[Said]:
    """The rows that translate each form of `entry` into its preferred form in `target`."""
    found = entry.renderings.get(target)
    for form in source_forms(entry, source):
        if entry.keep:
            yield Said(form.value, form.value, (form, Fact("", "", "keep", "true")))
        elif found and found.use:
            yield Said(form.value, found.use, (form, Fact(target, "", "use", found.use)))


def _concept(group: list[Pair], exchange: Exchange) -> Concept:
    """What rows of one entry say together."""
    first = group[0]
    facts = dict.fromkeys([Fact(first.source_language, "", "use" if pair.source == first.source else "also",
                                pair.source) for pair in group])
    if all(pair.role == "keep" or pair.source == pair.target for pair in group):
        facts[Fact("", "", "keep", "true")] = None
        group = [pair for pair in group if pair.target not in ("", pair.source)]
    wanted = {(pair.target_language, pair.target) for pair in group if pair.role == "use"}
    for pair in group:
        known = pair.role == "also" and (pair.target_language, pair.target) in wanted
        if pair.role != "keep" and not known:
            facts[Fact(pair.target_language, "", pair.role, pair.target)] = None
    note = "\n".join(dict.fromkeys(pair.note for pair in group if pair.note)) or first.note
    if note:
        facts[Fact("", "", "note", note)] = None
    return Concept(Place(exchange.path, first.line), tuple(facts), first.id, first.source_language)

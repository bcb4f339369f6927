"""An entry taken apart into single facts, and put together again.

A format is a way to say some of these facts and not others. Reading yields those that a file says;
writing marks those that were said, and the rest are the losses, listed one by one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from translate.glossary.fields import slug
from translate.records import Condition, Entry, EntryTest, Place, Rendering

_ONE = ("use", "short", "first", "case", "reading")
_MANY = ("also", "avoid")
_CONDITIONS = ("not_before", "not_after", "only_with")


class Fact(NamedTuple):
    """One thing that a glossary says of an entry."""

    language: str
    """Empty where it is said of the entry as a whole."""
    profile: str
    """The house style that says so; empty for all."""
    field: str
    """As the key in a glossary file is called; of `readings` and `tests`, each is a fact."""
    value: str
    """Of `readings` and `tests`: a JSON list."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What a file of another format says of one thing."""

    place: Place
    facts: tuple[Fact, ...]
    id: str = ""
    """As the file calls it; empty where the term is to name it."""
    source: str = ""
    """The language it is written from, where the file tells; empty for that of the whole file."""

    def first(self, field: str, language: str = "") -> str:
        """The value of the first such fact; empty where there is none."""
        return next((fact.value for fact in self.facts if fact.field == field and not fact.profile
                     and (not language or fact.language == language)), "")


def facts_of(entry: Entry) -> tuple[Fact, ...]:
    """Everything that `entry` says; what it leaves at its default is not said."""
    facts = [Fact("", "", "kind", entry.kind)] if entry.kind != "term" else []
    facts += [Fact("", "", "keep", "true")] if entry.keep else []
    for code, found in entry.renderings.items():
        facts += _said(code, "", found)
    for profile, languages in entry.profiles.items():
        for code, found in languages.items():
            facts += _said(code, profile, found)
    facts += [Fact("", "", "readings", packed(pair)) for pair in entry.readings.items()]
    facts += [Fact("", "", "note", entry.note)] if entry.note else []
    facts += [Fact(test.language, "", "tests", packed((test.source_language, test.source, test.target)))
              for test in entry.tests]
    return tuple(facts)


def build(concepts: Sequence[Concept], glossary: str, source: str) -> tuple[Entry, ...]:
    """The entries of `concepts`, in their order, each with an id of its own."""
    ids = _ids(concepts, source)
    return tuple(_entry(concept, id, glossary, concept.source or source)
                 for concept, id in zip(concepts, ids))


def packed(parts: Iterable[str]) -> str:
    """Several texts as the value of one fact."""
    return json.dumps(list(parts), ensure_ascii=False)


def rendering_of(facts: Iterable[Fact]) -> Rendering:
    """What facts of one language and one house style come to; a second preferred form is admitted."""
    values: dict[str, Any] = {"use": ""}
    lists: dict[str, list[str]] = {}
    for _, _, field, value in facts:
        if field in _ONE and not values.get(field):
            values[field] = value
        elif field == "use" and value != values["use"]:
            lists.setdefault("also", []).append(value)
        elif field in _MANY or field in _CONDITIONS:
            lists.setdefault(field, []).append(value)
    unique: dict[str, Any] = {field: tuple(dict.fromkeys(found)) for field, found in lists.items()}
    condition = Condition(**{field: unique.pop(field) for field in _CONDITIONS if field in unique})
    return Rendering(**values, **unique, condition=condition)


def _said(code: str, profile: str, found: Rendering) -> Iterator[Fact]:
    """The facts of one rendering."""
    for field in _ONE:
        value = getattr(found, field)
        if value and (field, value) != ("case", "smart"):
            yield Fact(code, profile, field, value)
    for field in _MANY:
        yield from (Fact(code, profile, field, value) for value in getattr(found, field))
    for field in _CONDITIONS:
        yield from (Fact(code, profile, field, value) for value in getattr(found.condition, field))


def _entry(concept: Concept, id: str, glossary: str, source: str) -> Entry:
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in concept.facts:
        if fact.language and fact.field != "tests":
            groups.setdefault((fact.language, fact.profile), []).append(fact)
    profiles: dict[str, dict[str, Rendering]] = {}
    for (code, profile), facts in groups.items():
        if profile:
            profiles.setdefault(profile, {})[code] = rendering_of(facts)
    return Entry(id, concept.first("kind") or "term", _plain(groups), glossary, concept.place, source,
                 concept.first("keep") == "true", _readings(concept), profiles,
                 _note(concept), _tests(concept))


def _plain(groups: Mapping[tuple[str, str], list[Fact]]) -> dict[str, Rendering]:
    return {code: rendering_of(facts) for (code, profile), facts in groups.items() if not profile}


def _note(concept: Concept) -> str:
    return "\n".join(fact.value for fact in concept.facts if fact.field == "note")


def _readings(concept: Concept) -> dict[str, str]:
    return dict(json.loads(fact.value) for fact in concept.facts if fact.field == "readings")


def _tests(concept: Concept) -> tuple[EntryTest, ...]:
    found = [(fact.language, json.loads(fact.value)) for fact in concept.facts if fact.field == "tests"]
    return tuple(EntryTest(source, target, language, concept.place, code)
                 for language, (code, source, target) in found)


def _ids(concepts: Sequence[Concept], source: str) -> list[str]:
    """An id for each: its own, or the words of its term; a number tells equal ones apart."""
    own = [concept.id for concept in concepts]
    taken: set[str] = set()
    ids = []
    for concept in concepts:
        id = concept.id
        if not id or id in taken:
            id = _unused(_named(concept, source), taken, own)
        taken.add(id)
        ids.append(id)
    return ids


def _named(concept: Concept, source: str) -> str:
    name = concept.first("use", concept.source or source) or concept.first("use") or concept.first("avoid")
    return slug(name) or "entry"


def _unused(name: str, taken: Collection[str], own: Collection[str]) -> str:
    number, id = 1, name
    while id in taken or id in own:
        number += 1
        id = f"{name}-{number}"
    return id

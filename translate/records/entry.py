"""Glossary entries, their terms, and where a text speaks of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from translate.records.place import Place, Span


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (not) stand beside a term for a match to count."""

    not_before: tuple[str, ...] = ()
    """Words that rule the match out when one of them follows it."""
    not_after: tuple[str, ...] = ()
    """Words that rule the match out when one of them stands before it."""
    only_with: tuple[str, ...] = ()
    """One of these must stand somewhere in the same segment."""


@dataclass(frozen=True, slots=True)
class Term:
    """One written form of an entry in one language."""

    text: str
    language: str
    role: Literal["use", "also", "short", "first", "avoid"]
    """use: preferred; also: admitted; short: later mentions; first: first mention; avoid: never."""
    case: Literal["smart", "exact", "ignore"] = "smart"
    condition: Condition = Condition()


@dataclass(frozen=True, slots=True)
class Rendering:
    """What an entry says of one language."""

    use: str
    """The preferred form; empty when the language only avoids."""
    also: tuple[str, ...] = ()
    short: str = ""
    first: str = ""
    avoid: tuple[str, ...] = ()
    case: Literal["smart", "exact", "ignore"] = "smart"
    condition: Condition = Condition()
    reading: str = ""
    """How `use` is read aloud, where its letters do not tell."""

    def terms(self, language: str) -> tuple[Term, ...]:
        """Every written form as a term of `language`, the preferred one first."""
        forms = [(self.use, "use"), *((text, "also") for text in self.also), (self.short, "short"),
                 (self.first, "first"), *((text, "avoid") for text in self.avoid)]
        return tuple(Term(text, language, role, self.case, self.condition)  # type: ignore[arg-type]
                     for text, role in forms if text)


@dataclass(frozen=True, slots=True)
class EntryTest:
    """A sentence with what its translation must say, kept inside the entry."""

    source: str
    target: str
    language: str
    """Of `target`."""
    place: Place
    source_language: str = "en"
    """Of `source`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept of a glossary, with its terms in every language."""

    id: str
    kind: str
    """person | place | organization | weapon | event | title | term."""
    renderings: Mapping[str, Rendering]
    """By language code."""
    glossary: str
    place: Place
    source: str = "en"
    """The language that its glossary is written from."""
    keep: bool = False
    """Never translated: the source form is the rendering in every language."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """Spoken form by written form, for Latin letters and digits."""
    profiles: Mapping[str, Mapping[str, Rendering]] = field(default_factory=dict)
    """House styles: profile name, then language, then what differs."""
    note: str = ""
    tests: tuple[EntryTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A term found at a span of a text."""

    span: Span
    term: Term
    entry: Entry
    generated: str = ""
    """How the written form was made from the term (plural, hyphen, capitals ...); empty when as written."""
    rivals: tuple[tuple[Term, Entry], ...] = ()
    """Other entries that are written so too, by id: the plan decides."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A match that several entries claim, or that nothing ties to one: reported, never guessed."""

    span: Span
    """In the segment's source text."""
    entries: tuple[Entry, ...]
    """Which it may be, by id."""
    reason: str
    """Why it stays open, in words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A match that the plan has resolved to an entry and to the rendering wanted at that place."""

    span: Span
    """In the segment's source text."""
    entry: Entry
    form: Literal["full", "short", "first"]
    wanted: str
    """The rendering to enforce."""
    admitted: tuple[str, ...] = ()
    """Other renderings that may stand as they are."""
    avoided: tuple[str, ...] = ()
    """Renderings that may not stand."""
    reading: str = ""
    """How `wanted` is read aloud, where its letters do not tell."""
    reason: str = ""
    """Why this entry and this form, in words."""

"""What a rule of `translate glossary lint` yields, and what several rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from translate.glossary.model import Glossary
from translate.records import Entry, Level, Rendering

Role = Literal["use", "also", "short", "first", "avoid"]
WANTED: tuple[Role, ...] = ("use", "also", "short", "first")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an entry: the runner adds the rule, the level and the place."""

    entry: Entry
    message: str
    language: str = ""
    """Where in the entry: empty where it is the entry as a whole."""
    text: str = ""
    """The form, reading or sentence that is at fault."""
    fix: str = ""
    """What to write instead of `text`."""
    again: bool = False
    """It is the last of several that read `text` there."""
    level: Level | None = None
    """Only where it differs from the rule's own."""


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entry."""

    entry: Entry
    language: str
    role: Role
    text: str
    rendering: Rendering
    """What it is a form of."""
    profile: str = ""
    """The house style that states it; empty for the entry's own forms."""


def forms(glossary: Glossary) -> Iterator[Form]:
    """Every form of every entry, those of house styles included."""
    for entry in glossary.entries:
        yield from forms_of(entry)


def forms_of(entry: Entry) -> Iterator[Form]:
    """Every form of `entry`, those of its house styles included."""
    stated = [("", language, found) for language, found in entry.renderings.items()]
    stated += [(profile, language, found) for profile, languages in entry.profiles.items()
               for language, found in languages.items()]
    for profile, language, found in stated:
        for term in found.terms(language):
            yield Form(entry, language, term.role, term.text, found, profile)


def listed(entries: list[Entry]) -> str:
    """Ids in a sentence, the first three."""
    ids = [entry.id for entry in entries[:3]]
    rest = len(entries) - len(ids)
    return ", ".join(ids) + (f" and {rest} more" if rest else "")

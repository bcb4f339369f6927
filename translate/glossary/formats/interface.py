"""What a format of another tool is: bytes to entries and back, with a list of what gets lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translate.errors import ConfigError
from translate.glossary.formats.facts import Concept, Fact, build, facts_of
from translate.records import Entry


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a reader or writer has to be told, for the file may not tell it."""

    path: str = "-"
    """How the file is called in messages."""
    source: str = "en"
    """Code of the language that the terms are translated from."""
    targets: tuple[str, ...] = ()
    """Codes of the languages they are translated into; empty for all that are there."""
    name: str = "imported"
    """What the glossary calls itself."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read."""

    entries: tuple[Entry, ...]
    """In the order of the file."""
    losses: tuple[str, ...] = ()
    """What could not be taken over, each with its place: one line each."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    data: bytes
    losses: tuple[str, ...] = ()
    """What the format cannot say, each with its entry: one line each."""


@dataclass(frozen=True, slots=True)
class Format:
    """One form that other tools read and write."""

    name: str
    what: str
    """Whose it is, in a few words."""
    suffixes: tuple[str, ...]
    """File name endings in lower case, the usual one first."""
    read: Callable[[bytes, Exchange], Imported]
    """Raises InputError for a file that is not of the format, EncodingError for one that is no text."""
    write: Callable[[Sequence[Entry], Exchange], Exported]
    """Raises ConfigError where the format holds one language pair and several are wanted."""


class Ledger:
    """Keeps book of the facts that a writer has said."""

    def __init__(self, entries: Sequence[Entry], exchange: Exchange) -> None:
        self.targets = exchange.targets or target_languages(entries, exchange.source)
        scope = {"", exchange.source, *self.targets}
        self._unsaid = {entry.id: dict.fromkeys(fact for fact in facts_of(entry) if fact.language in scope)
                        for entry in entries}
        for entry in entries:
            if entry.source != exchange.source:
                self._unsaid[entry.id][Fact("", "", "source", entry.source)] = None

    def facts(self, id: str) -> tuple[Fact, ...]:
        """What is still to be said of the entry `id`."""
        return tuple(self._unsaid[id])

    def say(self, id: str, facts: Iterable[Fact]) -> None:
        """Note that `facts` of the entry `id` stand in the file."""
        for fact in facts:
            self._unsaid[id].pop(fact, None)

    @property
    def losses(self) -> tuple[str, ...]:
        """One line for each entry, language and field with something unsaid."""
        lines: dict[tuple[str, str, str, str], list[str]] = {}
        for id, facts in self._unsaid.items():
            for language, profile, field, value in facts:
                lines.setdefault((id, language, profile, field), []).append(value)
        return tuple(_line(*key, values) for key, values in lines.items())


def target_languages(entries: Sequence[Entry], source: str) -> tuple[str, ...]:
    """The languages beside `source` that some entry has a term in, in order of first appearance."""
    return tuple(dict.fromkeys(code for entry in entries for code in entry.renderings if code != source))


def one_target(entries: Sequence[Entry], exchange: Exchange, format: str) -> str:
    """The only target language of a format that holds one pair.

    Raises:
        ConfigError: There are several, or none.
    """
    targets = exchange.targets or target_languages(entries, exchange.source)
    if len(targets) != 1:
        found = f"several ({', '.join(targets)})" if targets else "none"
        raise ConfigError(f"--format {format} holds one target language and there are {found}; name one, "
                          "for example --to ko")
    return targets[0]


def imported(concepts: Sequence[Concept], exchange: Exchange, losses: Iterable[str] = ()) -> Imported:
    """The entries of `concepts`; an id that the file gives twice is a loss."""
    entries = build(concepts, exchange.name, exchange.source)
    renamed = [f"{concept.place.path}:{concept.place.line}: the id {concept.id} stands there before; this "
               f"entry is called {entry.id}"
               for concept, entry in zip(concepts, entries) if concept.id and concept.id != entry.id]
    return Imported(entries, (*losses, *renamed))


def _line(id: str, language: str, profile: str, field: str, values: Sequence[str]) -> str:
    where = " ".join(part for part in (language, f"({profile})" if profile else "", field) if part)
    return f"{id}: {where}: {', '.join(' '.join(value.split()) for value in values)}"

"""What the page shows: a corpus with its articles, and what became of every term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from translate.records import Finding, Rung, Span
from translate.reports.interface import Rule

RUNGS: tuple[Rung, ...] = ("natural", "swapped", "forced", "substituted", "unresolved")
"""From the lightest hand to none."""


@dataclass(frozen=True, slots=True)
class ShownTerm:
    """A mention of a glossary entry, and how its rendering got where it stands."""

    entry: str
    """Entry id."""
    source: Span | None
    """In the segment's source; None where that is not known."""
    wanted: str
    """The rendering to enforce; empty where nothing told which entry it is."""
    rung: Rung
    target: Span | None = None
    """In the translation; None where nothing renders it."""
    before: str = ""
    """What the model had written in its place; empty where nothing was found."""
    change: float = 0.0
    """Of the score, in log probability by token."""
    reason: str = ""
    """Why this entry and this form, in words."""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding of the checks, in the side that it is about."""

    finding: Finding
    """Its spans are those of the segment's source and of the side's text."""
    fingerprint: str
    """As `translate.reports.interface.fingerprints` gives it."""
    fresh: bool = False
    """The report that this one is compared with did not have it."""


@dataclass(frozen=True, slots=True)
class Side:
    """The translation of a segment into one language."""

    text: str
    state: str = ""
    """XLIFF's: initial | translated | reviewed | final; empty where the input has no states."""
    terms: tuple[ShownTerm, ...] = ()
    findings: tuple[ShownFinding, ...] = ()
    changed: bool = False
    """It is not as it was in the report that this one is compared with."""


@dataclass(frozen=True, slots=True)
class ShownSegment:
    """One sentence with its translations."""

    source: str
    sides: Mapping[str, Side]
    """By language code; a language may be missing."""
    block: int = 0
    """Segments that share it are one paragraph."""
    kind: str = "paragraph"
    """Of the block: paragraph | heading | caption | item | cell | field."""


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """One source document."""

    name: str
    """Its path, with forward slashes."""
    segments: tuple[ShownSegment, ...]

    @property
    def title(self) -> str:
        """Its first heading, or the first sentence where it has none."""
        headings = (one.source for one in self.segments if one.kind == "heading")
        first = next(headings, self.segments[0].source if self.segments else "")
        return first.strip() or self.name


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """What the glossary says of an entry."""

    id: str
    kind: str = ""
    """As `Entry.kind`; empty where only the translations tell of the entry."""
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language code the forms that may stand, the preferred one first."""
    note: str = ""
    stated: Mapping[str, Any] = field(default_factory=dict)
    """The entry as a glossary file has it, to be copied; empty where no glossary has it."""


@dataclass(frozen=True, slots=True)
class Previous:
    """The report that this one is compared with."""

    made: str
    """As `Corpus.made`."""
    gone: int
    """How many findings it had that are there no more."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything on the page."""

    title: str
    source: str
    targets: tuple[str, ...]
    """Language codes, in the order of the columns."""
    articles: tuple[ShownArticle, ...]
    entries: tuple[ShownEntry, ...] = ()
    """At least those that some segment mentions are shown, whether or not they are listed here."""
    rules: tuple[Rule, ...] = ()
    """All that were asked; none where the translations were not checked."""
    made: str = ""
    """When, as ISO 8601 in UTC: 2026-11-25T20:00:00Z."""
    previous: Previous | None = None

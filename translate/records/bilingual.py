"""A source text beside its translation, as an XLIFF file holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from translate.records.place import Span

State = Literal["initial", "translated", "reviewed", "final"]
"""How far a segment has come: XLIFF 2 section 4.3.1.27. A person has answered for the last two."""
STATES: tuple[State, ...] = ("initial", "translated", "reviewed", "final")


@dataclass(frozen=True, slots=True)
class BilingualCode:
    """Inline markup on one side of a part.

    A mark that covers several sentences is one `start` and one `end` code with the same id, in
    different parts of the unit.
    """

    id: str
    """Unique in the unit; the code of the other side that stands for the same mark has it too."""
    kind: Literal["pair", "point", "start", "end"]
    span: Span
    """Where it stands in the part's text; empty for all kinds but `pair`."""
    open: str = ""
    """The raw source of the opening (or only) part; empty for an `end`."""
    close: str = ""
    """The raw source of the closing part; empty for a `point` and a `start`."""
    protected: bool = False
    """The covered text is no prose and stays as it is."""
    depth: int = 0
    """How many pairs of its part it stands in: with the order of the list this fixes the tree."""


@dataclass(frozen=True, slots=True)
class BilingualTerm:
    """What became of one mention of a glossary entry."""

    entry: str
    """Entry id; where nothing told which, all of them, joined by ` or `."""
    kind: str
    """person | place | organization ...: the entry's."""
    text: str
    """As it stands in the source."""
    source: Span | None
    """Where, in the segment's source; None where an edited file no longer says."""
    wanted: str
    """The rendering to enforce; empty where the entry is not known."""
    rung: str
    """natural | swapped | forced | substituted | unresolved; empty where a file does not say."""
    target: Span | None = None
    """Where the rendering stands in the segment's target; None when unresolved."""
    before: str = ""
    """What the model had written in its place."""
    after: str = ""
    """What stands there now."""
    change: float = 0.0
    """Of the score, in log probability by token."""
    reason: str = ""
    """Why this entry and this form, in words."""


@dataclass(frozen=True, slots=True)
class BilingualMatch:
    """A suggestion for the translator: it is never used unasked."""

    source: str
    target: str
    score: float
    """How alike the sources are, 0 to 100."""
    origin: str = ""
    """Where it comes from: a memory, an article."""


@dataclass(frozen=True, slots=True)
class BilingualSegment:
    """One sentence and its translation."""

    id: str
    """Unique in the unit."""
    source: str
    """Text without codes."""
    target: str | None = None
    """None where there is none yet; an empty text is one that somebody emptied."""
    state: State = "initial"
    substate: str = ""
    """`prefix:value`, a tool's own refinement of the state; ours is `glosswire:` and the origin."""
    terms: tuple[BilingualTerm, ...] = ()
    """In source order."""
    source_codes: tuple[BilingualCode, ...] = ()
    """In text order, an outer pair before what it holds."""
    target_codes: tuple[BilingualCode, ...] = ()
    matches: tuple[BilingualMatch, ...] = ()
    """The best first."""
    note: str = ""
    """What a person wrote about it; several notes are joined by line breaks."""
    facts: tuple[tuple[str, str], ...] = ()
    """What the program remembers of it, name and value: origin, score, the digest of its own text."""
    line: int = 0
    """Where the target's first character stands in the file (the segment's own where there is no
    target), from 1; 0 for a segment that was not read from a file."""
    column: int = 0
    """From 1, in code points."""
    order: int = 0
    """Where the target stands among those of its unit, from 1; 0 for where the source does."""

    @property
    def approved(self) -> bool:
        """Whether a person has answered for the target."""
        return bool(self.target) and self.state in ("reviewed", "final")


@dataclass(frozen=True, slots=True)
class BilingualGap:
    """What stands between two sentences: white space, perhaps with codes."""

    source: str
    target: str | None = None
    source_codes: tuple[BilingualCode, ...] = ()
    target_codes: tuple[BilingualCode, ...] = ()
    order: int = 0
    """As a segment's."""


@dataclass(frozen=True, slots=True)
class BilingualUnit:
    """A block of an article."""

    id: str
    """Unique in the file: `u` and the block's number, from 1, where we wrote it."""
    parts: tuple[BilingualSegment | BilingualGap, ...]
    """In reading order; joined, the sources are the block's text."""
    kind: str = ""
    """The block's kind; empty where the file does not say."""
    line: int = 0
    """The block's line in the original file; 0 where it has none, or the file does not say."""
    notes: tuple[str, ...] = ()
    """What a person wrote about the block as a whole."""

    @property
    def segments(self) -> tuple[BilingualSegment, ...]:
        """The sentences, in reading order."""
        return tuple(part for part in self.parts if isinstance(part, BilingualSegment))


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """An article, or one piece of a file that holds many, in two languages.

    A document is a sequence of these, in order; their ids are unique in it.
    """

    original: str
    """The source article's name, with forward slashes."""
    source_language: str
    target_language: str
    """Code as we use it; empty in a file without translations."""
    digest: str
    """SHA-256 of the original file's bytes, in hexadecimal; empty where a file does not say."""
    units: tuple[BilingualUnit, ...]
    id: str = "f1"
    facts: tuple[tuple[str, str], ...] = ()
    """What the program remembers of it, name and value: the signature, the encoding."""
    notes: tuple[str, ...] = ()
    """What a person wrote about it as a whole."""

    @property
    def segments(self) -> tuple[BilingualSegment, ...]:
        """The sentences of all units, in reading order."""
        return tuple(segment for unit in self.units for segment in unit.segments)

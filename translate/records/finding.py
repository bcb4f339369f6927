"""What the checks find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from translate.records.place import Place, Span

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule yields: where and what, without rule and level."""

    message: str
    target: Span | None = None
    source: Span | None = None
    level: Level | None = None
    """Only where it differs from the rule's own."""
    entry: str = ""
    fix: str = ""
    """What to write at `target` instead, where that is known."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw with the rule that found it, its level and its place."""

    rule: str
    level: Level
    message: str
    place: Place
    source: str = ""
    """The source text it stands in."""
    target: str = ""
    """The target text it stands in."""
    source_span: Span | None = None
    target_span: Span | None = None
    entry: str = ""
    fix: str = ""
    """What to write instead, where that is known."""

"""Positions: in a text, and in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in code points."""

    start: int
    end: int
    """First code point behind the stretch."""

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch of `text`."""
        return text[self.start:self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file, as editors count."""

    path: str
    line: int = 1
    """From 1."""
    column: int = 1
    """From 1, in code points."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

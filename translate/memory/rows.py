"""What a memory is asked, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Key:
    """What decides a machine result."""

    text: str
    """The source sentence, exactly as it is."""
    source: str
    target: str
    """Language codes."""
    signature: str
    """Everything else that decides it, as the caller writes it down."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A source sentence where it stands."""

    text: str
    before: str
    """The source sentence before it; empty at the beginning of an article."""
    after: str
    """The source sentence after it; empty at the end of an article."""
    source: str
    target: str
    """Language codes."""


@dataclass(frozen=True, slots=True)
class Approved:
    """A translation that a person approved."""

    asked: Asked
    text: str
    """The translation."""
    origin: str = ""
    """The file that it was learned from."""
    segment: str = ""
    """The id of the segment in that file."""
    author: str = ""
    """Who approved it, where known."""
    made: int = 0
    """When, in seconds since 1970; 0 in what is handed in: now."""


Context = Literal["both", "one", "none"]
"""On how many sides an approved text's neighbours are those asked for."""


@dataclass(frozen=True, slots=True)
class Approval:
    """An approved text that fits a sentence."""

    approved: Approved
    context: Context

    @property
    def text(self) -> str:
        """The translation."""
        return self.approved.text


@dataclass(frozen=True, slots=True)
class Learned:
    """What a batch of approvals changed."""

    batch: int
    """Its number, by which it is taken back; 0 where nothing changed."""
    new: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class Output:
    """A file that a run wrote."""

    folder: str
    """The output folder, absolute."""
    name: str
    """The article's."""
    target: str
    """Language code."""
    fingerprint: str
    """Of everything that the file was made from, as the caller makes it."""
    record: str = ""
    """What the caller wants to know of it again, as JSON."""

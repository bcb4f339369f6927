"""What a batch run takes and yields, wherever its work is done. All of it can be sent to other machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from translate.pipeline import Work
from translate.records import BilingualFile, Failed, Removed


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one mention, in a form that can be sent from another machine."""

    segment: int
    """Which sentence of the article it is in, from 1."""
    text: str
    """As it stands in the source."""
    entry: str
    """Entry id; where nothing told which, all of them."""
    wanted: str
    rung: str
    before: str = ""
    """What the model had written in its place."""
    after: str = ""
    change: float = 0.0
    """Of the score, in log probability by token."""
    reason: str = ""
    """Why this entry and this form."""
    article: int = 0
    """The line on which its article begins in the file, from 1; 0 for a file that is one article."""

    @property
    def line(self) -> str:
        """For people: which, how, from what, to what."""
        if self.rung == "unresolved":
            tail = f"not rendered as {self.wanted}" if self.wanted else self.reason
            return f"{self.text} [{self.entry}] unresolved: {tail}"
        change = f"{self.before} -> {self.after}" if self.before != self.after else self.after
        return f"{self.text} [{self.entry}] {self.rung}: {change} ({self.change:+.2f})"


@dataclass(frozen=True, slots=True)
class Piece:
    """An article to translate: a file, or a line of a file that holds one article in each."""

    index: int
    """Of its file among those of the run, from 0."""
    name: str
    """The file's path below the folder that was named, with forward slashes."""
    data: bytes
    targets: tuple[str, ...]
    """Languages in which it is wanted."""
    number: int = 0
    """Of the piece in its file, from 0."""
    last: bool = True
    """No other piece of its file comes behind it."""
    line: int = 0
    """Where it begins in its file, from 1; 0 for a file that is one article."""
    encoding: str = "utf-8"
    """Of `data`, where it is a line."""
    escaped: bool = False
    """The file writes signs beyond ASCII as escapes."""
    digest: str = ""
    """SHA-256 of `data`."""
    edited: Mapping[str, BilingualFile] = field(default_factory=dict)
    """By language what an earlier run had written of it, as people left it."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is told of articles beside their text."""

    segments: int = 0
    words: int = 0
    """Of the source."""
    failures: tuple[Failed, ...] = ()
    """Segments that stand in the source language because the model could not translate them."""
    mentions: tuple[Told, ...] = ()
    """What became of every mention of a glossary entry."""
    open: tuple[Told, ...] = ()
    """Names of which nothing told which entry they are."""
    lacking: tuple[Told, ...] = ()
    """Terms that are not in what a person approved: that stays as it is."""
    removed: tuple[Removed, ...] = ()
    """Web clutter that was cleaned out."""
    skipped: tuple[Removed, ...] = ()
    """Pieces of the file that the reader could make nothing of; they are kept as they are."""
    edited: int = 0
    """Segments that a person changed without answering for them; they are kept."""
    homeless: int = 0
    """Answers of people to segments that the source no longer has."""
    missing: int = 0
    """Segments that somebody deleted from the file for translators; they are there again."""


@dataclass(frozen=True, slots=True)
class Done:
    """A piece in one target language."""

    piece: Piece
    """Without its data."""
    target: str
    data: bytes | Failed
    """The translation, or why there is none."""
    file: BilingualFile | None = None
    """The same for translators; None where there is nothing to translate."""
    details: Details = Details()
    work: Work = Work()
    size: int = 0
    """Bytes of the source."""


@dataclass(frozen=True, slots=True)
class Finished:
    """One source in one target language."""

    index: int
    """Of the source among those of the run, from 0."""
    name: str
    """`Source.name`."""
    target: str
    failed: str = ""
    """Why it is not written; empty where it is."""
    details: Details = Details()
    work: Work = Work()
    more: int = 0
    """Details that are left out, of a source with very many."""
    unchanged: bool = False
    """It stands as an earlier run left it, and nothing that decides it has changed."""
    remarks: tuple[str, ...] = ()
    """What else a person should know, one line each."""
    size: int = 0
    """Bytes of the source that no `Done` has told of."""

    def but(self, failed: str) -> Finished:
        """The same, not written."""
        return replace(self, failed=failed)


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with the sources."""

    source: str
    """Language code of the sources."""
    targets: tuple[str, ...]
    clean: bool = True
    """Whether web clutter is cleaned out."""
    patterns: str = ""
    """A YAML file with clutter patterns of the user's own; empty for none."""
    window: int = field(default=2048)
    """Segments decoded together: enough to fill batches of every length, few enough to hold in memory."""


class Runner(Protocol):
    """Carries out an order over any number of pieces, in flat memory."""

    def run(self, items: Iterable[Piece | Finished]) -> Iterator[Done | Finished]:
        """Yields each piece once for each of its target languages, as soon as it is done; what comes in
        finished goes out so.

        Pieces are taken in their order, and all that were taken are done before the last of the next few
        thousand segments is: whoever puts them in order has little to hold.
        """
        ...

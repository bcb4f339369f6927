"""What is read for `translate check`: pairs, and what could not become one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from translate.checks.interface import Pair
from translate.checks.registry import UNREADABLE, CheckRule
from translate.records import Finding, Place


@dataclass(frozen=True, slots=True)
class Remark:
    """What an input does not give to check."""

    message: str
    place: Place
    rule: CheckRule = UNREADABLE
    source: str = ""
    target: str = ""
    absent: str = ""
    """Code of the language that it is not in, where that is what is wrong."""

    def finding(self) -> Finding:
        """It, as a report tells it."""
        return Finding(self.rule.name, self.rule.level, self.message, self.place, self.source, self.target)


Item = Pair | Remark


@dataclass(frozen=True, slots=True)
class File:
    """Bytes that come in, with what messages call them."""

    name: str
    stream: BinaryIO
    size: int = 0
    """Bytes; 0 where nobody knows."""

    def position(self) -> int:
        """How many bytes are read; 0 for what cannot tell."""
        try:
            return self.stream.tell()
        except (OSError, ValueError):
            return 0


class Reader(Protocol):
    """Reads the pairs of a file, in its order, holding only a part of it."""

    def __call__(self, file: File, source: str, target: str) -> Iterator[Item]:
        """`source` and `target` are language codes.

        Raises:
            InputError: The file as a whole cannot be read.
        """

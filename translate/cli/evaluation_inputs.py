"""What `translate eval` reads: sources beside their translations, of which some can be compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePath

import click

from translate.checks.inputs.interface import Remark
from translate.checks.inputs.opening import Inputs
from translate.checks.interface import Pair
from translate.checks.registry import UNALIGNED
from translate.errors import InputError
from translate.pipeline import Document
from translate.pipeline.document import split_up
from translate.readers.choose import reader_for
from translate.records import Article, Block

_ANSWERED = ("", "reviewed", "final")
"""States of a translation that somebody answers for; a file without states is taken to be one of those."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A document and its translation, row by row."""

    document: Document
    """With a block for each row."""
    targets: tuple[str, ...]
    """By row, as the file has them."""
    judged: tuple[bool, ...]
    """By row, whether that is what a translation is compared with: what a machine wrote and nobody has
    answered for is not."""

    @property
    def rows(self) -> int:
        """Their number."""
        return len(self.targets)


def load_references(paths: Sequence[str], source: str, target: str,
                    original: Path | None = None) -> list[Reference]:
    """The documents in `paths`, which are those of `translate check`.

    Raises:
        InputError: A file cannot be read, a row is broken, or there is none.
        ConfigError: A path makes no sense.
    """
    pairs = list(_pairs(paths, source, target, original))
    if not pairs:
        raise InputError(f"{', '.join(paths)}: no sentences from {source} to {target}; name files that have some")
    groups = groupby(enumerate(pairs), key=lambda item: (item[1].place.path, item[1].article or item[0]))
    return [_reference([pair for _, pair in group], source) for _, group in groups]


def _pairs(paths: Sequence[str], source: str, target: str, original: Path | None) -> Iterator[Pair]:
    """The rows that have a source; those that cannot be judged are counted and told."""
    left_out: list[Remark] = []
    for _, item in Inputs(paths, source, [target], original).read():
        if isinstance(item, Pair):
            if item.source.strip():
                yield item
        elif item.rule is UNALIGNED or PurePath(item.place.path).suffix.lower() == ".tmx":
            left_out.append(item)
        else:
            raise InputError(f"{item.place}: {item.message}")
    if left_out:
        click.echo(f"translate: {len(left_out):,} left out, the first at {left_out[0].place}: "
                   f"{left_out[0].message}", err=True)


def _reference(pairs: Sequence[Pair], source: str) -> Reference:
    blocks = tuple(Block("paragraph", pair.source, pair.source) for pair in pairs)
    article = Article(pairs[0].article or str(pairs[0].place), source, "txt", blocks)
    return Reference(split_up(article, reader_for(PurePath("x.txt"))), tuple(pair.target for pair in pairs),
                     tuple(bool(pair.target.strip()) and pair.state in _ANSWERED for pair in pairs))

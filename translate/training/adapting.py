"""A package adapted to translations that people approved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from translate.errors import ConfigError
from translate.records import Package
from translate.training.rows import NEWS, Row, load_rows
from translate.training.workplace import Workplace, prepare

HELD_BACK = 10
"""One in so many approved sentences measures the gain, and is not trained on."""
FEWEST = 30
"""Approved sentences that it takes: with fewer nothing can be measured."""

Approved = tuple[str, str, str]
"""Source text, target language, translation."""


def split(approved: Iterable[Approved]) -> tuple[list[Row], list[Row]]:
    """The rows to train on, and those held back; which is which hangs on the source text alone.

    Raises:
        ConfigError: They are too few.
    """
    trained: list[Row] = []
    held: list[Row] = []
    for source, target, translation in sorted(set(approved)):
        chosen = hashlib.sha256(source.encode()).digest()[0] % HELD_BACK == 0
        (held if chosen else trained).append(Row(source, {target: translation}, group="memory"))
    if len(trained) + len(held) < FEWEST or not held:
        raise ConfigError(f"{len(trained) + len(held)} approved sentences are too few to adapt a package to; "
                          f"approve at least {FEWEST}")
    return trained, held


def prepare_adapting(folder: Path, package: Package, approved: Iterable[Approved],
                     text: Path = NEWS) -> tuple[Workplace, list[Row]]:
    """A workplace for adapting `package`, with as much of `text`, which it was trained on; and the
    approved rows that are held back.

    Raises:
        ConfigError: The approved sentences are too few.
        InputError: `text` cannot be read.
        OutputError: The folder cannot be written to.
    """
    trained, held = split(approved)
    tokenizer = package.tokenizer.read_bytes()
    targets = languages(tokenizer) or (package.target,)
    plain = list(load_rows(text, package.source, targets))
    dev = plain[::40]
    kept = set(map(id, dev))
    rows = [row for row in plain if id(row) not in kept]
    work = prepare(folder, [*trained, *rows], [*dev, *held], (package.source, targets), tokenizer, [text])
    return work, held


def languages(tokenizer: bytes) -> tuple[str, ...]:
    """The target languages that a package's tokenizer has tags for."""
    from translate.training.pieces import load_pieces, vocabulary
    pieces = vocabulary(load_pieces(tokenizer))
    return tuple(piece[2:-1] for piece in pieces[:300] if piece.startswith("<2") and piece.endswith(">"))

"""`translate memory stats`: what a memory holds."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import memory_option

if TYPE_CHECKING:
    from translate.memory.listing import Stats

_SHOWN = 10
"""Signatures and batches; --json has them all."""


@click.command()
@memory_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def stats(memory: Path, as_json: bool) -> None:
    """Say what the memory holds."""
    from translate.cli.memory_opening import open_named
    with open_named(memory) as opened:
        found = opened.stats()
    if as_json:
        click.echo(json.dumps({"path": str(memory), **asdict(found)}, ensure_ascii=False, indent=1))
        return
    for line in _lines(memory, found):
        click.echo(line)


def _lines(path: Path, found: Stats) -> Iterator[str]:
    from translate.cli.memory_opening import many, megabytes
    yield f"{path}: {megabytes(found.bytes)}, {many(found.outputs, 'file')} of runs known"
    for pair in found.pairs:
        yield (f"{pair.source} -> {pair.target}  {many(pair.approved, 'approved sentence')}, "
               f"{many(pair.results, 'machine result')}")
    for text, count in found.signatures[:_SHOWN]:
        yield f"{count:>9,}  results of {text}"
    if len(found.signatures) > _SHOWN:
        yield f"           and {many(len(found.signatures) - _SHOWN, 'other signature')}"
    for batch in found.batches[-_SHOWN:]:
        yield (f"batch {batch.id}  {time.strftime('%Y-%m-%d %H:%M', time.localtime(batch.made))}  "
               f"{many(batch.rows, 'sentence')}  {batch.note}")

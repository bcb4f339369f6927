"""Opening the memory that a command names."""

from __future__ import annotations

from pathlib import Path

import click

from translate.errors import StoreError
from translate.memory.store import Memory, open_memory


def open_named(path: Path, new: bool = False) -> Memory:
    """The memory at `path`; what is to be said of it goes to standard error.

    Raises:
        StoreError: There is none, unless it may be `new`; or it cannot be used.
    """
    if not new and not path.exists():
        raise StoreError(f"{path}: no translation memory here; `translate run` and `translate memory import` "
                         "make one, --memory names another")
    memory, remark = open_memory(path)
    if remark:
        click.echo(f"translate: {remark}", err=True)
    return memory


def many(count: int, one: str, several: str = "") -> str:
    """`1 sentence`, `1,234 sentences`."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def megabytes(count: int) -> str:
    """A size that people can read."""
    return f"{count / 1e6:,.1f} MB" if count >= 100_000 else f"{count / 1e3:,.1f} kB"

"""`translate memory`: what was approved, and what machines wrote."""

from __future__ import annotations

import click

from translate.cli.memory_export import export
from translate.cli.memory_import import import_
from translate.cli.memory_prune import prune
from translate.cli.memory_stats import stats


@click.group()
def memory() -> None:
    """Look into the translation memory, teach it, exchange it and make it smaller.

    What a person approved is used before any model, whatever model or glossary is in use, and stays until
    it is taken back. What models wrote is kept so that nothing is translated twice.
    """


for command in (stats, import_, export, prune):
    memory.add_command(command)

"""`translate glossary`: the commands that a terminologist works with."""

from __future__ import annotations

import click

from translate.cli.glossary_add import add
from translate.cli.glossary_diff import diff
from translate.cli.glossary_edit import remove, rename
from translate.cli.glossary_exchange import export, import_
from translate.cli.glossary_find import find
from translate.cli.glossary_fmt import fmt
from translate.cli.glossary_lint import lint, test
from translate.cli.glossary_mine import mine
from translate.cli.glossary_show import list_, schema, show


@click.group()
def glossary() -> None:
    """Check, edit, test and exchange glossaries.

    Without a file or folder, a command works on the folder glossaries/ of the current one.
    """


for command in (lint, fmt, test, list_, show, find, add, rename, remove, import_, export, diff, mine, schema):
    glossary.add_command(command)

"""`translate glossary fmt`: one way to write a glossary."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.glossary_files import chosen, say, show_difference, write
from translate.errors import GlossaryError


@click.command()
@click.argument("paths", nargs=-1, metavar="[GLOSSARY...]",
                type=click.Path(path_type=Path, exists=True, allow_dash=True))
@click.option("--check", is_flag=True, help="Write nothing; list the files that would change, and exit 1.")
@click.option("--diff", "show", is_flag=True, help="Write nothing; show what would change.")
def fmt(paths: tuple[Path, ...], check: bool, show: bool) -> Exit:
    """Write glossaries in one order of keys, with quotes only where they are needed.

    \b
    translate glossary fmt
    translate glossary fmt --check --diff glossaries/dprk.yml
    translate glossary fmt - < draft.yml

    What a glossary says, its comments and the order of its entries stay. A file that does not load is
    left alone, and the others are formatted.
    """
    from translate.glossary.load import glossary_files
    if paths == (Path("-"),):
        return _standard_input(check)
    files = [file for path in chosen(paths) for file in glossary_files(path)]
    problems: list[str] = []
    changed = 0
    for file in files:
        try:
            changed += _format(file, check, show)
        except GlossaryError as error:
            problems += error.problems
    verb = "would be reformatted" if check or show else "reformatted"
    say(f"{changed:,} of {len(files):,} {'file' if len(files) == 1 else 'files'} {verb}")
    if problems:
        raise GlossaryError(problems)
    return Exit.FINDINGS if changed and check else Exit.CLEAN


def _format(file: Path, check: bool, show: bool) -> bool:
    """Format `file`, or tell what would become of it; whether anything changes."""
    from translate.glossary.fmt import format_glossary
    from translate.glossary.nodes import read_text
    before = read_text(file)
    after = format_glossary(before, file.as_posix())
    if after != before and show:
        show_difference(file, before, after)
    elif after != before and check:
        click.echo(str(file))
    elif after != before:
        write(file, before, after, dry_run=False)
    return after != before


def _standard_input(check: bool) -> Exit:
    """Format standard input to standard output."""
    from translate.glossary.fmt import format_glossary
    from translate.glossary.nodes import decode
    before = decode(sys.stdin.buffer.read(), "<stdin>")
    after = format_glossary(before, "<stdin>")
    if not check:
        sys.stdout.buffer.write(after.encode())
        sys.stdout.buffer.flush()
    return Exit.FINDINGS if check and after != before else Exit.CLEAN

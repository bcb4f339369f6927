"""`translate glossary import` and `export`: glossaries of other tools."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import Codes

if TYPE_CHECKING:
    from translate.glossary.formats import Exchange, Imported
    from translate.glossary.model import Glossary

_FROM = click.option("--from", "source", default="en", show_default=True, metavar="LANG",
                     help="Language that the terms are translated from.")


def _formats(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """Print the formats and end."""
    if not value or ctx.resilient_parsing:
        return
    from translate.glossary.formats import FORMATS
    for found in FORMATS.values():
        click.echo(f"{found.name:<12}{' '.join(found.suffixes):<18}{found.what}")
    ctx.exit()


_FORMATS = click.option("--formats", is_flag=True, is_eager=True, expose_value=False, callback=_formats,
                        help="Show the formats and exit.")


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--format", "name", metavar="NAME", help="Format, where the file does not tell it.")
@_FROM
@click.option("--to", "targets", type=Codes(), default=(),
              help="Target languages; needed where the file does not tell it.")
@click.option("--into", type=click.Path(path_type=Path, dir_okay=False), metavar="GLOSSARY",
              help="Glossary file to bring the entries into; printed unless given.")
@click.option("--name", "called", metavar="NAME", help="Name of the printed glossary (default: the file's).")
@click.option("--overwrite", is_flag=True, help="Let the file win where a rendering differs.")
@click.option("--dry-run", is_flag=True, help="Show what would change in the glossary.")
@_FORMATS
def import_(file: str, name: str | None, source: str, targets: tuple[str, ...], into: Path | None,
            called: str | None, overwrite: bool, dry_run: bool) -> None:
    """Take over a glossary of another tool.

    \b
    translate glossary import terms.tbx --into glossaries/client.yml
    translate glossary import deepl.csv --to ko > glossaries/deepl.yml

    What the file says and a glossary cannot is listed. No line of an existing glossary changes but where
    an entry gets a language that it lacked; another rendering of a term is listed, not taken.
    """
    from translate.errors import ConfigError
    from translate.glossary.fields import slug
    from translate.glossary.formats import Exchange
    from translate.glossary.mapping import write_glossary
    if into is None and (overwrite or dry_run):
        raise ConfigError("--overwrite and --dry-run go with --into GLOSSARY; name one")
    called = called or slug(Path(file).stem) or "imported"
    found = _read(file, name, Exchange(file, source, targets, called))
    if into is None or not into.exists():
        text = write_glossary(found.entries, called, source)
        _put(into, "", text, dry_run) if into else click.echo(text, nl=False)
        _say(_count(found.entries) + (f" in a new {into}" if into and not dry_run else ""))
    else:
        _merge(into, found, overwrite, dry_run)
    _list(f"not taken over from {file}", found.losses)


@click.command()
@click.argument("glossaries", nargs=-1, type=click.Path(path_type=Path), metavar="[GLOSSARY...]")
@click.option("--format", "name", required=True, metavar="NAME", help="Format to write (see --formats).")
@_FROM
@click.option("--to", "targets", type=Codes(), default=(), help="Target languages (default: all).")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="File to write; standard output unless given.")
@_FORMATS
def export(glossaries: tuple[Path, ...], name: str, source: str, targets: tuple[str, ...],
           output: Path | None) -> None:
    """Write a glossary for another tool.

    \b
    translate glossary export --format tbx -o terms.tbx
    translate glossary export glossaries/dprk.yml --format deepl-csv --to ko

    What the format cannot say is listed, entry by entry. Without GLOSSARY, those of the folder
    glossaries/ are written.
    """
    from translate.files import write_atomically
    from translate.glossary.formats import Exchange, find
    format = find(name)
    glossary = _load(glossaries)
    exported = format.write(glossary.entries, Exchange(str(output or "-"), source, targets,
                                                       "-".join(glossary.names) or "glossary"))
    if output:
        write_atomically(output, exported.data)
        _say(f"{_count(glossary.entries)} in {output}")
    else:
        sys.stdout.buffer.write(exported.data)
        sys.stdout.buffer.flush()
    _list(f"{name} cannot say", exported.losses)


def _load(named: Sequence[Path]) -> Glossary:
    """The glossary to export."""
    from translate.cli.desks import choose_glossary
    from translate.errors import ConfigError
    glossary, _ = choose_glossary(named, False)
    if glossary is None:
        raise ConfigError("no glossary was named, and there is no folder glossaries/ here; name a file")
    return glossary


def _read(file: str, name: str | None, exchange: Exchange) -> Imported:
    """What `file`, or standard input, says."""
    from translate.errors import ConfigError, InputError
    from translate.glossary.formats import find, recognize
    if file == "-" and not name:
        raise ConfigError("standard input does not tell its format; name it with --format")
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); name a file") from error
    return (find(name) if name else recognize(data, file)).read(data, exchange)


def _merge(into: Path, found: Imported, overwrite: bool, dry_run: bool) -> None:
    """Bring what was found into a glossary that is there."""
    from translate.glossary.merge import merge
    from translate.glossary.nodes import read_text
    before = read_text(into)
    merged = merge(before, into.as_posix(), found.entries, overwrite)
    _put(into, before, merged.text, dry_run)
    same = len(found.entries) - len(merged.added) - len(merged.completed)
    _say(f"{_count(merged.added)} added, {len(merged.completed):,} changed, {max(0, same):,} left as "
         "they are")
    _list("another rendering stands there (--overwrite takes the new one)" if not overwrite else
          "stands otherwise there", merged.conflicts)


def _put(path: Path, before: str, after: str, dry_run: bool) -> None:
    """Write the file, or show what would change in it."""
    from difflib import unified_diff

    from translate.files import write_atomically
    if not dry_run:
        write_atomically(path, after.encode())
        return
    for line in unified_diff(before.splitlines(), after.splitlines(), str(path), str(path), n=1, lineterm=""):
        click.echo(line)


def _count(entries: Sequence[object]) -> str:
    return f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}"


def _say(line: str) -> None:
    click.echo(f"translate: {line}", err=True)


def _list(title: str, lines: Sequence[str]) -> None:
    """Lines under a title, where there are any."""
    if lines:
        click.echo("\n  ".join([f"translate: {title}:", *lines]), err=True)

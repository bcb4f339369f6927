"""Glossary files as the commands take and write them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.errors import ConfigError

if TYPE_CHECKING:
    from translate.glossary.model import Glossary
    from translate.records import Entry

HOME = Path("glossaries")
"""Where glossaries are looked for when none is named."""
_MARK = b"\xef\xbb\xbf"


def paths_argument(command: Any) -> Any:
    """`[GLOSSARY...]`: files and folders to work on, which may also be named as every other command
    names them, with `--glossary`."""
    @wraps(command)
    def joined(paths: tuple[Path, ...], layers: tuple[Path, ...], **options: Any) -> Any:
        return command(paths=(*paths, *layers), **options)
    kind = click.Path(path_type=Path, exists=True)
    named = click.option("--glossary", "-g", "layers", multiple=True, type=kind, metavar="FILE|DIR",
                         help="The same as an argument.")
    return click.argument("paths", nargs=-1, metavar="[GLOSSARY...]", type=kind)(named(joined))


def layers_option(command: Any) -> Any:
    """`--glossary`: files and folders to work on, for a command whose arguments are something else."""
    return click.option("--glossary", "-g", "paths", multiple=True, metavar="FILE|DIR",
                        type=click.Path(path_type=Path, exists=True),
                        help="Glossary file or folder; a later one overrides an earlier one by entry id.  "
                             "[default: the folder glossaries here]")(command)


def chosen(paths: Sequence[Path]) -> list[Path]:
    """The files and folders that are named, or the folder `glossaries`.

    Raises:
        ConfigError: None is named, and there is no such folder.
    """
    if paths:
        return list(paths)
    if not HOME.is_dir():
        raise ConfigError("no glossary was named, and there is no folder glossaries/ here; name a file")
    return [HOME]


def entry_called(glossary: Glossary, name: str, language: str = "") -> Entry:
    """The entry whose id is `name`, or the only one that is written so (in `language`), in any case.

    Raises:
        GlossaryError: There is none; the message names the nearest.
        ConfigError: There are several.
    """
    if name in glossary:
        return glossary.entry(name)
    written = [(term.text, entry) for entry in glossary.entries for code, forms in entry.renderings.items()
               if language in ("", code) for term in forms.terms(code) if term.role != "avoid"]
    exact = {entry.id: entry for text, entry in written if text == name}
    alike = {entry.id: entry for text, entry in written if text.casefold() == name.casefold()}
    found = list((exact or alike).values())
    if len(found) > 1:
        raise ConfigError(f"{name!r} stands for {', '.join(entry.id for entry in found)}; name one by its id")
    return found[0] if found else glossary.entry(name)


def write(path: Path, before: str, after: str, dry_run: bool) -> None:
    """Put `after` into the file that holds `before`; in a dry run show what would change."""
    from translate.files import write_atomically
    if dry_run:
        show_difference(path, before, after)
        return
    mark = _MARK if path.is_file() and path.read_bytes().startswith(_MARK) else b""
    write_atomically(path, mark + after.encode())


def show_difference(path: Path, before: str, after: str) -> None:
    """Print a unified diff."""
    from difflib import unified_diff
    lines = unified_diff(before.splitlines(), after.splitlines(), str(path), str(path), lineterm="")
    for line in lines:
        click.echo(line)


def say(line: str) -> None:
    """Tell what was done; data goes to standard output, this does not."""
    click.echo(f"translate: {line}", err=True)

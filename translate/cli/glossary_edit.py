"""`translate glossary rename` and `remove`: edits that leave every other line alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from translate.cli.glossary_files import chosen, entry_called, layers_option, say, write

_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")


@click.command()
@click.argument("entry")
@click.argument("new")
@click.option("--to", "--lang", "language", default="", metavar="LANG",
              help="Language of the new form; without it, NEW is the entry's new id.")
@layers_option
@_DRY_RUN
def rename(entry: str, new: str, language: str, paths: tuple[Path, ...], dry_run: bool) -> None:
    """Give an entry a new form; the old one is avoided from then on.

    \b
    translate glossary rename kcna 조선중앙통신사 --to ko
    translate glossary rename 조선중앙통신 조선중앙통신사 --to ko --dry-run
    translate glossary rename kcna korean-central-news-agency

    ENTRY is an id, or a form that only one entry has. The old form goes to `avoid`, so that `translate
    fix` finds it in old translations.
    """
    from translate.glossary.edit import rename as renamed
    from translate.glossary.edit import rename_id
    from translate.glossary.load import load
    from translate.glossary.nodes import read_text
    found = entry_called(load(chosen(paths)), entry, language)
    path = Path(found.place.path)
    before = read_text(path)
    if language:
        after = renamed(before, path.as_posix(), found.id, language, new)
    else:
        after = rename_id(before, path.as_posix(), found.id, new)
    write(path, before, after, dry_run)
    if not dry_run:
        old = found.renderings[language].use if language else ""
        say(f"{found.id}: {old} is {new} now, and {old} is avoided" if language else
            f"{found.id} is called {new} now")
        _tell_failing_tests(chosen(paths), found.id if language else new)


@click.command()
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY...")
@layers_option
@_DRY_RUN
def remove(entries: tuple[str, ...], paths: tuple[Path, ...], dry_run: bool) -> None:
    """Take entries out of their files; comments above them stay.

    \b
    translate glossary remove kcna
    translate glossary remove kcna 평양 --dry-run
    """
    from translate.glossary.edit import remove as removed
    from translate.glossary.load import load
    from translate.glossary.nodes import read_text
    glossary = load(chosen(paths))
    found = dict.fromkeys((entry_called(glossary, name).id for name in entries))
    texts: dict[Path, tuple[str, str]] = {}
    for id in found:
        path = Path(glossary.entry(id).place.path)
        before, after = texts.get(path) or (read_text(path),) * 2
        texts[path] = before, removed(after, path.as_posix(), id)
    for path, (before, after) in texts.items():
        write(path, before, after, dry_run)
    if not dry_run:
        say(f"{', '.join(found)} removed from {', '.join(map(str, texts))}")


def _tell_failing_tests(paths: Sequence[Path], id: str) -> None:
    """Tests of an entry hold its old form: say which."""
    from translate.glossary.load import load
    from translate.glossary.trial import failures
    for failure in failures(load(paths), frozenset([id])):
        say(f"{failure.test.place}: {failure.reason}")

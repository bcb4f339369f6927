"""`translate memory import`: learn what people approved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, memory_option

if TYPE_CHECKING:
    from translate.cli.memory_files import Source
    from translate.memory.rows import Approved, Learned

_SHOWN = 10
"""Changed sentences that a dry run shows."""
_TOLD = ("files", "ignored", "recalled", "untranslated", "codes", "problems")
"""Fields of `Source` that say what became of the files."""


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True),
                metavar="PATH...")
@memory_option
@click.option("--from", "source", default="en", show_default=True, metavar="LANG",
              help="Language of the sources, where a file does not tell it.")
@click.option("--to", "targets", type=Codes(), default=(),
              help="Languages to take; all of a file unless given. A .tsv does not tell its own.")
@click.option("--all", "everything", is_flag=True,
              help="Take segments of XLIFF files that nobody has reviewed, too.")
@click.option("--dry-run", is_flag=True, help="Say what would be learned, and learn nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def import_(paths: tuple[Path, ...], memory: Path, source: str, targets: tuple[str, ...], everything: bool,
            dry_run: bool, as_json: bool) -> Exit:
    """Learn approved translations: .xlf, .tmx, .tsv, .jsonl, or folders such as out/ko.

    \b
    translate memory import out/ko
    translate memory import office.tmx --to ko
    translate memory import pairs.tsv --to ja --dry-run

    Of XLIFF files the segments that are reviewed or final are taken, each with the sentences around it,
    unless a run had them from the memory itself; of the others all. A folder is searched for .xlf and .tmx
    files. What stands in the memory for the same sentence between the same sentences is replaced;
    `translate memory prune --batch N` takes that back.
    """
    from translate.cli.memory_files import Source, read_all
    from translate.cli.memory_opening import open_named
    wanted = Source(source, targets, everything)
    rows = read_all(paths, wanted)
    if dry_run:
        learned = _compare(memory, rows, quiet=as_json)
    else:
        with open_named(memory, new=True) as opened:
            learned = opened.approve(rows, "import " + " ".join(path.as_posix() for path in paths))
    _report(learned, wanted, dry_run, as_json)
    return Exit.UNRESOLVED if wanted.problems else Exit.CLEAN


def _compare(path: Path, rows: Iterable[Approved], quiet: bool) -> Learned:
    """What learning `rows` would do, the first changes shown."""
    from translate.cli.memory_opening import open_named
    from translate.memory.rows import Learned
    if not path.exists():
        return Learned(0, sum(1 for _ in rows), 0, 0)
    counts = {"new": 0, "changed": 0, "same": 0}
    with open_named(path) as memory:
        for row, before in memory.compare(rows):
            what = "new" if before is None else "same" if before.text == row.text else "changed"
            counts[what] += 1
            if before and what == "changed" and counts[what] <= _SHOWN and not quiet:
                click.echo(f"  {row.asked.text}\n- {before.text}\n+ {row.text}")
    return Learned(0, **counts)


def _report(learned: Learned, wanted: Source, dry_run: bool, as_json: bool) -> None:
    from translate.cli.memory_opening import many
    for line in wanted.problems:
        click.echo(f"translate: {line}", err=True)
    if as_json:
        told = {name: getattr(wanted, name) for name in _TOLD}
        click.echo(json.dumps({**asdict(learned), **told, "dry_run": dry_run}, ensure_ascii=False, indent=1))
        return
    verb = "would be learned" if dry_run else "learned"
    click.echo(f"{many(learned.new + learned.changed, 'sentence')} {verb} from {many(wanted.files, 'file')}: "
               f"{learned.new:,} new, {learned.changed:,} changed; {learned.same:,} known already")
    for line in _remarks(wanted):
        click.echo(line)
    if learned.batch:
        click.echo(f"batch {learned.batch}: `translate memory prune --batch {learned.batch}` takes this back")


def _remarks(wanted: Source) -> Sequence[str]:
    """What was not taken, and why."""
    from translate.cli.memory_opening import many
    told = ((wanted.ignored, "segment", "that nobody has reviewed: left out (--all takes them)"),
            (wanted.recalled, "segment", "from the memory, as it was: nothing to learn"),
            (wanted.untranslated, "segment", "without a translation: left out"),
            (wanted.codes, "inline code", "left out of texts"))
    return [f"{many(count, what)} {why}" for count, what, why in told if count]

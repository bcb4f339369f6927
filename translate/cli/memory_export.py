"""`translate memory export`: the memory for other tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import memory_option
from translate.errors import ConfigError

if TYPE_CHECKING:
    from translate.memory.rows import Approved
    from translate.memory.store import Memory


@click.command()
@click.argument("file", metavar="FILE")
@memory_option
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@click.option("--to", "target", default="", metavar="LANG", help="Target language; all unless given.")
@click.option("--machine", is_flag=True, help="What models wrote, too, behind what people approved.")
@click.option("--format", "name", type=click.Choice(["tmx", "tsv", "jsonl"]),
              help="Format, where the ending of FILE does not tell it.")
def export(file: str, memory: Path, source: str, target: str, machine: bool, name: str | None) -> None:
    """Write approved translations to a .tmx, .tsv or .jsonl file; - is standard output.

    \b
    translate memory export office.tmx
    translate memory export --to ko --format tsv -

    TMX and JSON Lines keep what stands around a sentence, where it comes from, who approved it and when;
    a .tsv has the source, the translation and the file.
    """
    from translate.cli.memory_opening import many, open_named
    write = _writers().get(name or Path(file).suffix.lower().lstrip("."))
    if write is None:
        raise ConfigError(f"{file}: no format to write; end it in .tmx, .tsv or .jsonl, or name the --format")
    with open_named(memory) as opened:
        if write is _tsv and not target and len({pair.target for pair in opened.stats().pairs}) > 1:
            raise ConfigError(f"{file}: a .tsv holds one language; say which: --to ko")
        counted = _Counted(_rows(opened, source, target, machine))
        _put(file, write(counted, source))
    click.echo(f"{many(counted.count, 'sentence')} written to {'standard output' if file == '-' else file}",
               err=True)


class _Counted:
    """Rows, and how many there were."""

    def __init__(self, rows: Iterable[Approved]) -> None:
        self.rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Approved]:
        for row in self.rows:
            self.count += 1
            yield row


def _rows(memory: Memory, source: str, target: str, machine: bool) -> Iterator[Approved]:
    from translate.memory.rows import Approved, Asked
    yield from memory.approvals(source, target)
    for key, payload, made in memory.results(source, target) if machine else ():
        text = json.loads(payload).get("text")
        if text:
            yield Approved(Asked(key.text, "", "", key.source, key.target), text, author="machine", made=made)


def _put(file: str, pieces: Iterable[bytes]) -> None:
    """Write the pieces; a file that is cut off replaces none."""
    from translate.files import Growing
    if file == "-":
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    with Growing(Path(file)) as growing:
        for piece in pieces:
            growing.write(piece)
        growing.commit()


def _writers() -> dict[str, Callable[[Iterable[Approved], str], Iterator[bytes]]]:
    from translate.memory import tmx
    return {"tmx": tmx.write, "tsv": _tsv, "jsonl": _jsonl, "ndjson": _jsonl}


def _tsv(rows: Iterable[Approved], source: str) -> Iterator[bytes]:
    for row in rows:
        cells = (row.asked.text, row.text, row.origin)
        yield ("\t".join(" ".join(cell.split()) for cell in cells) + "\n").encode()


def _jsonl(rows: Iterable[Approved], source: str) -> Iterator[bytes]:
    for row in rows:
        asked = row.asked
        date = datetime.fromtimestamp(row.made, timezone.utc).isoformat() if row.made else ""
        told = {"source": asked.source, "target": asked.target, asked.source: asked.text,
                asked.target: row.text, "before": asked.before, "after": asked.after, "file": row.origin,
                "segment": row.segment, "author": row.author, "date": date}
        kept = {key: value for key, value in told.items() if value}
        yield (json.dumps(kept, ensure_ascii=False) + "\n").encode()

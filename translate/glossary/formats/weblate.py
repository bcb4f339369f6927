"""Weblate's CSV files, as its glossaries come and go.

https://docs.weblate.org/en/latest/formats/csv.html: columns location, source, target, id, fuzzy,
context, translator_comments, developer_comments. The format has no flags: a forbidden translation
written here would be recommended to translators, so it is left out; TBX (tbx-2008) carries it. A
`flags` column, which other exports add, is understood (read-only, forbidden, terminology).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from translate.errors import InputError
from translate.glossary.formats.facts import Fact
from translate.glossary.formats.interface import Exchange, Exported, Imported, Ledger, one_target
from translate.glossary.formats.languages import target_of
from translate.glossary.formats.pairs import Pair, read_pairs, said_pairs
from translate.glossary.formats.tables import Row, decode, delimiter_of, rows
from translate.glossary.formats.tables import write as write_table
from translate.records import Entry

COLUMNS = ("location", "source", "target", "id", "fuzzy", "context", "translator_comments",
           "developer_comments")
_TRUE = ("true", "1", "yes")


def is_header(row: Row) -> bool:
    """Whether `row` names Weblate's columns."""
    names = {cell.strip().lower() for cell in row.cells}
    return {"source", "target"} <= names and len(names & set(COLUMNS)) > 3


def read(data: bytes, exchange: Exchange) -> Imported:
    """A file whose first row names the columns."""
    text = decode(data, exchange.path)
    found = rows(text, delimiter_of(text), exchange.path)
    if not found or not is_header(found[0]):
        raise InputError(f"{exchange.path}:1: no CSV file of Weblate; its first row is {','.join(COLUMNS)}")
    columns = {cell.strip().lower(): index for index, cell in enumerate(found[0].cells)}
    target = target_of(exchange)
    pairs = [_pair(row, columns, exchange.source, target) for row in found[1:]]
    losses = [loss for row in found[1:] for loss in _losses(row, columns, exchange.path)]
    return read_pairs(pairs, exchange, losses)


def write(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """A file with a header; the id of the entry is the context, the note a developer's comment."""
    target = one_target(entries, exchange, "weblate")
    ledger = Ledger(entries, exchange)
    lines: list[tuple[str, ...]] = [COLUMNS]
    for entry in entries:
        for form, rendering, facts in said_pairs(entry, exchange.source, target):
            ledger.say(entry.id, (*facts, Fact("", "", "note", entry.note)))
            lines.append(("", form, rendering, "", "", entry.id, "", entry.note))
    return Exported(write_table(lines), ledger.losses)


def _pair(row: Row, columns: Mapping[str, int], source: str, target: str) -> Pair:
    flags = {flag.strip() for flag in row.cell(columns.get("flags")).split(",")}
    role = "keep" if "read-only" in flags else "avoid" if "forbidden" in flags else "use"
    notes = [row.cell(columns.get(name)) for name in ("developer_comments", "translator_comments")]
    named = row.cell(columns.get("context")) or row.cell(columns.get("id"))
    return Pair(row.line, row.cell(columns["source"]), row.cell(columns["target"]), source, target,
                "\n".join(note for note in notes if note), role,
                named if named and not any(char.isspace() or char in ",:/" for char in named) else "")


def _losses(row: Row, columns: Mapping[str, int], path: str) -> Iterator[str]:
    """What a row says that an entry cannot."""
    if row.cell(columns.get("fuzzy")).lower() in _TRUE:
        yield f"{path}:{row.line}: needs editing, and is taken over as it is"
    if row.cell(columns.get("location")):
        yield f"{path}:{row.line}: the location {row.cell(columns['location'])} is not taken over"

"""OmegaT's glossaries: source, target and comment, parted by tabs (or commas).

A line that begins with # is a comment; a row without a target is left out (GlossaryReaderTSV and
GlossaryReaderCSV of OmegaT). In a file with tabs, quotation marks are part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.glossary.formats.facts import Fact
from translate.glossary.formats.interface import Exchange, Exported, Imported, Ledger, one_target
from translate.glossary.formats.languages import target_of
from translate.glossary.formats.pairs import Pair, read_pairs, said_pairs
from translate.glossary.formats.tables import decode, delimiter_of, rows
from translate.records import Entry


def read(data: bytes, exchange: Exchange) -> Imported:
    """A glossary of two or three columns."""
    text = decode(data, exchange.path)
    kept = "".join(line if not line.startswith("#") else "\n" for line in text.splitlines(keepends=True))
    delimiter = "\t" if "\t" in kept else delimiter_of(kept)
    target = target_of(exchange)
    found = rows(kept, delimiter, exchange.path, quoted=delimiter != "\t")
    return read_pairs((Pair(row.line, row.cell(0), row.cell(1), exchange.source, target, row.cell(2))
                       for row in found), exchange)


def write(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """A glossary of three columns, parted by tabs."""
    target = one_target(entries, exchange, "omegat")
    ledger = Ledger(entries, exchange)
    lines = [line for entry in entries for line in _lines(entry, exchange.source, target, ledger)]
    return Exported("".join(lines).encode(), ledger.losses)


def _lines(entry: Entry, source: str, target: str, ledger: Ledger) -> Iterator[str]:
    """The rows of one entry; a term that would be read as a comment is left out."""
    note = entry.note if entry.note.strip() == " ".join(entry.note.split()) else ""
    for form, rendering, facts in said_pairs(entry, source, target):
        if form.startswith("#"):
            continue
        ledger.say(entry.id, (*facts, Fact("", "", "note", note)))
        yield "\t".join([form, rendering, note]).rstrip("\t") + "\n"

"""Google Cloud Translation's glossaries: pairs without a header, and sets of equivalent terms.

https://cloud.google.com/translate/docs/advanced/glossary#format-glossary: a set has a header of
language codes, with `pos` and `description` if wanted. A term is less than 1,024 bytes long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.errors import InputError
from translate.glossary.formats import deepl
from translate.glossary.formats.facts import Concept, Fact
from translate.glossary.formats.interface import (
    Exchange, Exported, Imported, Ledger, imported, one_target,
)
from translate.glossary.formats.languages import code_of, is_tag
from translate.glossary.formats.pairs import source_forms
from translate.glossary.formats.tables import Row, decode, delimiter_of, rows, write
from translate.records import Entry, Place

_MORE = ("pos", "description")

read_csv, read_tsv = deepl.read_csv, deepl.read_tsv


def write_csv(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """Pairs of one direction."""
    target = one_target(entries, exchange, "google-csv")
    ledger = Ledger(entries, exchange)
    return Exported(write(deepl.written(entries, exchange.source, target, ledger)), ledger.losses)


def write_tsv(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """Pairs of one direction, parted by tabs."""
    target = one_target(entries, exchange, "google-tsv")
    ledger = Ledger(entries, exchange)
    return Exported(write(deepl.written(entries, exchange.source, target, ledger), "\t"), ledger.losses)


def is_set(row: Row) -> bool:
    """Whether `row` is the header of a set of equivalent terms."""
    codes = [cell.strip() for cell in row.cells if cell.strip().lower() not in _MORE]
    distinct = len(set(map(code_of, codes))) == len(codes)
    return len(codes) > 1 and distinct and all(map(is_tag, codes))


def read_set(data: bytes, exchange: Exchange) -> Imported:
    """A row for each thing, a column for each language."""
    text = decode(data, exchange.path)
    found = rows(text, delimiter_of(text), exchange.path)
    if not found or not is_set(found[0]):
        raise InputError(f"{exchange.path}:1: no set of equivalent terms; its first row names languages: "
                         "en,ko,ja,description")
    header = [cell.strip() for cell in found[0].cells]
    columns = [cell.lower() if cell.lower() in _MORE else code_of(cell) for cell in header]
    losses: list[str] = []
    concepts = []
    for row in found[1:]:
        concepts.append(Concept(Place(exchange.path, row.line), tuple(_facts(row, columns, exchange.source))))
        kinds = [row.cell(index) for index, name in enumerate(columns) if name == "pos" and row.cell(index)]
        losses += [f"{exchange.path}:{row.line}: pos ({kind}) is not taken over" for kind in kinds]
    return imported(concepts, exchange, losses)


def write_set(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """All languages of all entries; a second form of the source is a row of its own."""
    ledger = Ledger(entries, exchange)
    lines = [[exchange.source, *ledger.targets, "description"]]
    for entry in entries:
        for form in source_forms(entry, exchange.source):
            lines.append([form.value, *_targets(entry, form, ledger), entry.note])
            ledger.say(entry.id, (Fact("", "", "note", entry.note),))
    return Exported(write(lines), ledger.losses)


def _targets(entry: Entry, form: Fact, ledger: Ledger) -> Iterator[str]:
    ledger.say(entry.id, (form,))
    for target in ledger.targets:
        found = entry.renderings.get(target)
        if entry.keep:
            ledger.say(entry.id, (Fact("", "", "keep", "true"),))
            yield form.value
        else:
            use = found.use if found else ""
            ledger.say(entry.id, (Fact(target, "", "use", use),))
            yield use


def _facts(row: Row, columns: Sequence[str], source: str) -> Iterator[Fact]:
    """What one row says; the source term in all languages means that it is not translated."""
    cells = {name: row.cell(index) for index, name in enumerate(columns) if row.cell(index)}
    note = cells.pop("description", "")
    cells.pop("pos", "")
    term = cells.get(source, "")
    others = [value for name, value in cells.items() if name != source]
    if term and others and set(others) == {term}:
        cells = {source: term}
        yield Fact("", "", "keep", "true")
    for name, value in cells.items():
        yield Fact(name, "", "use", value)
    if note:
        yield Fact("", "", "note", note)

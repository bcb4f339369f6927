"""DeepL's glossaries: pairs as CSV or TSV (v2 and v3), and dictionaries of pairs as a JSON body (v3).

https://developers.deepl.com/docs/customize/managing-glossaries: no header; a CSV row may end with the
two language codes. Of one term there may be one row, and a phrase may have 1,024 bytes
(https://developers.deepl.com/api-reference/multilingual-glossaries).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from translate.errors import InputError
from translate.glossary.formats.interface import Exchange, Exported, Imported, Ledger, one_target
from translate.glossary.formats.languages import code_of, is_tag, target_of
from translate.glossary.formats.pairs import Pair, read_pairs, said_pairs
from translate.glossary.formats.tables import Row, decode, delimiter_of, rows, write
from translate.records import Entry

MAX_PHRASE = 1024
"""Bytes of UTF-8."""
_HEADERS = ({"source", "target"}, {"source_lang", "target_lang"})


def read_csv(data: bytes, exchange: Exchange) -> Imported:
    """Pairs parted by commas (or semicolons, as spreadsheets write them), quoted."""
    text = decode(data, exchange.path)
    delimiter = delimiter_of(text)
    return read_pairs(_pairs(rows(text, delimiter, exchange.path), exchange), exchange)


def read_tsv(data: bytes, exchange: Exchange) -> Imported:
    """Pairs parted by tabs."""
    return read_pairs(_pairs(rows(decode(data, exchange.path), "\t", exchange.path), exchange), exchange)


def read_json(data: bytes, exchange: Exchange) -> Imported:
    """The body of a request to v3: `dictionaries`, each of one pair of languages."""
    path = exchange.path
    try:
        body = json.loads(decode(data, path))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}:{error.colno}: no JSON ({error.msg}); name a DeepL v3 "
                         "glossary") from error
    dictionaries = body.get("dictionaries") if isinstance(body, dict) else None
    if not isinstance(dictionaries, list) or not all(map(_is_dictionary, dictionaries)):
        raise InputError(f"{path}:1: no DeepL v3 glossary; it holds 'dictionaries', each with source_lang, "
                         "target_lang, entries and entries_format (csv or tsv) as texts")
    return read_pairs((pair for found in dictionaries for pair in _dictionary(found, exchange)), exchange)


def write_csv(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """Pairs with their language codes."""
    target = one_target(entries, exchange, "deepl-csv")
    ledger = Ledger(entries, exchange)
    lines = [(*pair, exchange.source, target) for pair in written(entries, exchange.source, target, ledger)]
    return Exported(write(lines), ledger.losses)


def write_tsv(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """Pairs parted by tabs."""
    target = one_target(entries, exchange, "deepl-tsv")
    ledger = Ledger(entries, exchange)
    return Exported(write(written(entries, exchange.source, target, ledger), "\t"), ledger.losses)


def write_json(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """One dictionary for each target language."""
    ledger = Ledger(entries, exchange)
    dictionaries = [
        {"source_lang": exchange.source, "target_lang": target,
         "entries": write(written(entries, exchange.source, target, ledger), "\t").decode(),
         "entries_format": "tsv"} for target in ledger.targets]
    body = {"name": exchange.name, "dictionaries": dictionaries}
    return Exported(json.dumps(body, ensure_ascii=False, indent=2).encode() + b"\n", ledger.losses)


def written(entries: Sequence[Entry], source: str, target: str,
            ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The pairs of `entries`; a term that stands there already, or one too long, is left out."""
    seen: dict[str, str] = {}
    for entry in entries:
        for form, rendering, facts in said_pairs(entry, source, target):
            if max(len(form.encode()), len(rendering.encode())) > MAX_PHRASE:
                continue
            if seen.setdefault(form, rendering) == rendering:
                ledger.say(entry.id, facts)
                yield form, rendering


def _pairs(found: Sequence[Row], exchange: Exchange) -> Iterator[Pair]:
    """The pairs of a table, whose last two columns, or whose first row, may be language codes."""
    head = [cell.strip() for cell in found[0].cells] if found else []
    named = tuple(map(code_of, head)) if _names_languages(head, exchange) else ()
    if named or {cell.lower() for cell in head} in (_HEADERS[0], set.union(*_HEADERS)):
        found = found[1:]
    for row in found:
        coded = is_tag(row.cell(2)) and is_tag(row.cell(3))
        source, target = (code_of(row.cell(2)), code_of(row.cell(3))) if coded else named or (
            exchange.source, target_of(exchange))
        yield Pair(row.line, row.cell(0), row.cell(1), source, target)


def _names_languages(head: Sequence[str], exchange: Exchange) -> bool:
    """Whether a first row is a header of two languages, and no term that looks like one (ko, ko)."""
    codes = [code_of(cell) for cell in head if is_tag(cell)]
    return (len(head) == len(codes) == 2 and codes[0] == exchange.source != codes[1]
            and (not exchange.targets or codes[1] in exchange.targets))


def _is_dictionary(found: Any) -> bool:
    keys = ("source_lang", "target_lang", "entries", "entries_format")
    return (isinstance(found, dict) and all(isinstance(found.get(key), str) for key in keys)
            and found["entries_format"] in ("csv", "tsv"))


def _dictionary(found: dict[str, str], exchange: Exchange) -> Iterator[Pair]:
    delimiter = "\t" if found["entries_format"] == "tsv" else ","
    source, target = code_of(found["source_lang"]), code_of(found["target_lang"])
    for row in rows(found["entries"], delimiter, exchange.path):
        yield Pair(row.line, row.cell(0), row.cell(1), source, target)

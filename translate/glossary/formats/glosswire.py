"""Our own tables: everything that a glossary says, an entry a row, for spreadsheets.

Columns: id, kind, keep, note, readings, tests, and for each language `ko` (the preferred form),
`ko:also`, `ko:short`, `ko:avoid` ...; those of a house style are `ko@kcna`, `ko@kcna:avoid`. Several
values of a cell stand on lines of their own; readings and tests are lists in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from translate.errors import InputError
from translate.glossary.formats.facts import Concept, Fact
from translate.glossary.formats.interface import Exchange, Exported, Imported, Ledger, imported
from translate.glossary.formats.tables import Row, decode, delimiter_of, rows, write
from translate.glossary.keys import CASES, KINDS, RENDERING_KEYS, is_language
from translate.records import Entry, Place

_WHOLE = ("kind", "keep", "note", "readings")
_ORDER = ("kind", "keep", "readings", "note", "tests")
_LISTS = ("also", "avoid", "not_before", "not_after", "only_with")


def is_header(row: Row) -> bool:
    """Whether `row` names our columns, one of them perhaps misspelt, and is no pair of terms."""
    names = [name.strip() for name in row.cells]
    pair = len(names) == 2 or len(names) == 4 and all(map(is_language, names[2:]))
    return names[0] == "id" and (all(map(_column, names)) or not pair)


def read(data: bytes, exchange: Exchange) -> Imported:
    """A table with its header; commas, tabs or semicolons part the cells."""
    text = decode(data, exchange.path)
    found = rows(text, delimiter_of(text), exchange.path)
    if not found or found[0].cell(0) != "id":
        raise InputError(f"{exchange.path}:1: no table of ours; its first column is called id, the others "
                         "for example kind, en, ko, ko:avoid")
    columns = [_known(name.strip(), exchange.path) for name in found[0].cells]
    return imported([_concept(row, columns, exchange.path) for row in found[1:]], exchange)


def write_csv(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """The table with commas."""
    return _write(entries, exchange, ",")


def write_tsv(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """The table with tabs."""
    return _write(entries, exchange, "\t")


def _write(entries: Sequence[Entry], exchange: Exchange, delimiter: str) -> Exported:
    ledger = Ledger(entries, exchange)
    said = {entry.id: ledger.facts(entry.id) for entry in entries}
    order = (exchange.source, *ledger.targets)
    names = {_name(fact): _rank(fact, order) for facts in said.values() for fact in facts}
    columns = ["id", *sorted(names, key=lambda name: names[name])]
    lines = [columns]
    for id, facts in said.items():
        cells: dict[str, list[str]] = {}
        for fact in facts:
            cells.setdefault(_name(fact), []).append(_value(fact))
        lines.append([id, *(_cell(name, cells.get(name, [])) for name in columns[1:])])
        ledger.say(id, facts)
    return Exported(write(lines, delimiter), ledger.losses)


def _rank(fact: Fact, languages: Sequence[str]) -> tuple[int, int, str, int]:
    """Where the column of `fact` stands: what all have, the languages in their order, the rest."""
    if fact.field in _WHOLE or fact.field == "tests":
        return (0 if fact.field in ("kind", "keep") else 2), _ORDER.index(fact.field), "", 0
    return 1, languages.index(fact.language), fact.profile, RENDERING_KEYS.index(fact.field)


def _name(fact: Fact) -> str:
    """The column that `fact` stands in."""
    if not fact.language or fact.field == "tests":
        return fact.field
    style = f"@{fact.profile}" if fact.profile else ""
    return f"{fact.language}{style}" + ("" if fact.field == "use" else f":{fact.field}")


def _value(fact: Fact) -> str:
    if fact.field == "tests":
        code, source, target = json.loads(fact.value)
        return json.dumps({code: source, fact.language: target}, ensure_ascii=False)
    return fact.value


def _cell(name: str, values: list[str]) -> str:
    return f"[{', '.join(values)}]" if name in ("readings", "tests") and values else "\n".join(values)


def _column(name: str) -> tuple[str, str, str] | None:
    """(language, house style, field) of a column; None where its name is not one of ours."""
    if name in ("id", "tests", *_WHOLE):
        return "", "", name
    place, _, field = name.partition(":")
    language, _, profile = place.partition("@")
    if (is_language(language) or language == "id") and field in ("", *RENDERING_KEYS):
        return language, profile, field or "use"
    return None


def _known(name: str, path: str) -> tuple[str, str, str]:
    found = _column(name)
    if found is None:
        raise InputError(f"{path}:1: the column {name!r} is not known; columns are id, kind, keep, note, "
                         "readings, tests, and ko, ko:also, ko:avoid, ko@kcna for a language")
    return found


def _concept(row: Row, columns: Sequence[tuple[str, str, str]], path: str) -> Concept:
    facts: list[Fact] = []
    id = row.cell(0)
    if any(char.isspace() or char in ",:/" for char in id):
        raise InputError(f"{path}:{row.line}: the id {id!r} holds a space or one of , : /")
    for column, cell in zip(columns[1:], row.cells[1:]):
        try:
            facts += _facts(*column, cell)
        except ValueError as error:
            raise InputError(f"{path}:{row.line}: {column[2]}: {error}; correct the cell") from error
    return Concept(Place(path, row.line), tuple(facts), id)


def _facts(language: str, profile: str, field: str, cell: str) -> Iterator[Fact]:
    """What one cell says; raises ValueError where it makes no sense."""
    if not cell.strip():
        return
    if field == "readings":
        yield from (Fact("", "", field, json.dumps(pair, ensure_ascii=False)) for pair in _list(cell, list))
    elif field == "tests":
        for test in _list(cell, dict):
            (code, source), (target_code, target) = test.items()
            yield Fact(target_code, "", field, json.dumps([code, source, target], ensure_ascii=False))
    elif field in _LISTS:
        yield from (Fact(language, profile, field, line) for line in cell.splitlines() if line.strip())
    else:
        allowed = {"kind": KINDS, "case": CASES, "keep": ("true", "false")}.get(field)
        value = cell.strip().lower() if allowed else cell
        if allowed and value not in allowed:
            raise ValueError(f"{cell!r} is none of {', '.join(allowed)}")
        yield Fact(language, profile, field, value)


def _list(cell: str, of: type[Any]) -> list[Any]:
    """A JSON list of pairs of texts."""
    try:
        found = json.loads(cell)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON ({error.msg})") from error
    if not isinstance(found, list) or not all(isinstance(one, of) and len(one) == 2 for one in found):
        raise ValueError("no JSON list of pairs")
    return found

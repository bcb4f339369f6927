"""Tables of source TAB translation TAB id, or with a first line that names the columns, in any order:
source (or the language's code or name), target, id, article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from translate.checks.inputs.interface import File, Item, Remark
from translate.checks.inputs.lines import Line, read_lines
from translate.checks.interface import Pair
from translate.languages import language as facts
from translate.records import Place

_COLUMNS = {"source": 0, "target": 1, "key": 2}
_ALSO = {"source": ("source", "src", "original"), "target": ("target", "tgt", "translation"),
         "key": ("id", "key"), "article": ("article", "document", "doc")}


def read_tsv(file: File, source: str, target: str) -> Iterator[Item]:
    """As `Reader`; lines with the same `article` that follow each other are one, without it each is its own."""
    columns: Mapping[str, int] | None = None
    for line in read_lines(file, target):
        if isinstance(line, Remark):
            yield line
        elif columns is None and (named := _named(line.text.split("\t"), source, target)):
            columns = named
        else:
            columns = columns or _COLUMNS
            yield _item(line, file.name, columns)


def _named(cells: Sequence[str], source: str, target: str) -> Mapping[str, int]:
    """Where each column is, if a first line says it; else nothing."""
    wanted = dict(_ALSO)
    for role, code in (("source", source), ("target", target)):
        wanted[role] = (*_ALSO[role], code, facts(code).name.lower())
    names = [cell.strip().lower() for cell in cells]
    found = {role: names.index(name) for role, also in wanted.items() for name in also if name in names}
    return found if {"source", "target"} <= found.keys() else {}


def _item(line: Line, name: str, columns: Mapping[str, int]) -> Item:
    cells = line.text.split("\t")
    if len(cells) <= max(columns["source"], columns["target"]):
        return Remark(_lack(len(cells)), Place(name, line.number))
    start = list(accumulate((len(cell) + 1 for cell in cells), initial=1))[columns["target"]]
    said = {role: cells[at] for role, at in columns.items() if at < len(cells)}
    return Pair(said["source"], said["target"], Place(name, line.number, start), said.get("article", ""),
                said.get("key", ""))


def _lack(cells: int) -> str:
    if cells == 1:
        return "no tab; write the source, a tab and the translation"
    return "fewer columns than the first line names; complete it"

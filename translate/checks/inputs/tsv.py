"""Tables of source TAB translation, with or without more columns; the third is the id of the segment."""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.inputs.interface import File, Item, Remark
from translate.checks.inputs.lines import read_lines
from translate.checks.interface import Pair
from translate.records import Place


def read_tsv(file: File, source: str, target: str) -> Iterator[Item]:
    """As `Reader`; each line is an article of its own."""
    for line in read_lines(file, target):
        if isinstance(line, Remark):
            yield line
            continue
        cells = line.text.split("\t", 3)
        if len(cells) < 2:
            yield Remark("no tab; write the source, a tab and the translation", Place(file.name, line.number))
        else:
            yield Pair(cells[0], cells[1], Place(file.name, line.number, len(cells[0]) + 2),
                       key=cells[2] if len(cells) > 2 else "")

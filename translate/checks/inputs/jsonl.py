"""JSON lines with the text under the language codes: {"en": "...", "ko": "...", "article": "...", "id": "..."}.

A line that cannot be read is told, and the others are checked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from translate.checks.inputs.interface import File, Item, Remark
from translate.checks.inputs.lines import Line, read_lines
from translate.checks.interface import Pair
from translate.records import Place


def read_jsonl(file: File, source: str, target: str) -> Iterator[Item]:
    """As `Reader`; lines with the same `article` that follow each other are one."""
    key = re.compile(rf'(?<!\\)"{re.escape(target)}"\s*:\s*"')
    for line in read_lines(file, target):
        yield line if isinstance(line, Remark) else _pair(line, Place(file.name, line.number), source, target, key)


def _pair(line: Line, place: Place, source: str, target: str, key: re.Pattern[str]) -> Item:
    try:
        fields: Any = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        return Remark(f"no JSON ({error}); write one object a line", place)
    said = fields if isinstance(fields, dict) else {}
    one, other = said.get(source), said.get(target)
    if not isinstance(one, str) or not isinstance(other, str):
        absent = "" if target in said and source in said else source if source not in said else target
        return Remark(f'no object with text under "{source}" and "{target}"', place, absent=absent)
    start, raw = _written(line.text, key)
    facts = {name: str(said.get(name) or "") for name in ("article", "id", "state", "before")}
    return Pair(one, other, Place(place.path, place.line, start + 1), facts["article"], facts["id"],
                facts["state"], facts["before"], raw=raw if raw != other else "")


def _written(line: str, key: re.Pattern[str]) -> tuple[int, str]:
    """Where the translation begins in `line`, and what stands there."""
    found = key.search(line)
    if found is None:
        return 0, ""
    _, end = json.JSONDecoder().raw_decode(line, found.end() - 1)
    return found.end(), line[found.end():end - 1]

"""Training text: sources with their translations, read from files."""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from translate.errors import InputError

NEWS = Path(__file__).with_name("news.jsonl.xz")
"""The news text that ships with the program: English, Korean and Japanese, with the terms of each
sentence."""
_OPENERS: Mapping[str, Callable[..., IO[Any]]] = {".xz": lzma.open, ".gz": gzip.open}
_FEWEST, _MOST = 2, 60
"""Words of a source in a table: shorter ones are labels, longer ones are badly cut."""


@dataclass(frozen=True, slots=True)
class Row:
    """A source sentence in one or more translations."""

    source: str
    targets: Mapping[str, str]
    """By language code."""
    terms: tuple[Mapping[str, str], ...] = ()
    """Each by language code, the source's own under its code."""
    group: str = "plain"
    """plain (text of the kind that will be translated) | general | memory."""


def load_rows(path: Path, source: str, targets: Sequence[str]) -> Iterator[Row]:
    """The rows of a file: .jsonl with a text under each language code, and perhaps `terms`, or a .tsv of
    source TAB translation whose name ends in the language (`docs.ko.tsv`); .xz and .gz are unpacked.

    Terms are lists in the order source, then `targets` as in ko, ja; or objects by language code.

    Raises:
        InputError: The file cannot be read, or a line is broken.
    """
    names = path.name.split(".")
    packed = path.suffix if path.suffix in _OPENERS else ""
    kind = "." + names[-2 if packed else -1]
    try:
        with _OPENERS.get(packed, open)(path, "rt", encoding="utf-8") as file:
            if kind == ".jsonl":
                yield from _json(path, file, source, targets)
            elif kind == ".tsv" and names[-3 if packed else -2] in targets:
                yield from _table(path, file, names[-3 if packed else -2])
            else:
                raise InputError(f"{path}: no training text; name a .jsonl, or a .tsv such as docs.ko.tsv "
                                 f"(languages: {', '.join(targets)})")
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error


def _json(path: Path, file: IO[str], source: str, targets: Sequence[str]) -> Iterator[Row]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
            found = {code: str(fields[code]) for code in targets if fields.get(code)}
            terms = tuple(_term(term, (source, *targets)) for term in fields.get("terms", ()))
            yield Row(str(fields[source]), found, terms)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}:{number}: no object with text under {source} ({error!r})") from error


def _term(term: Any, codes: Sequence[str]) -> Mapping[str, str]:
    return dict(term) if isinstance(term, dict) else dict(zip(codes, map(str, term)))


def _table(path: Path, file: IO[str], target: str) -> Iterator[Row]:
    for number, line in enumerate(file, 1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) < 2:
            raise InputError(f"{path}:{number}: no tab; write the source, a tab and the translation")
        if _FEWEST <= len(cells[0].split()) <= _MOST and cells[1]:
            yield Row(cells[0], {target: cells[1]}, group="general")

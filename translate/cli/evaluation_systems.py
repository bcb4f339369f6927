"""The translations of other systems, read for `translate eval`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.checks.inputs.interface import File, Remark
from translate.checks.inputs.lines import read_lines
from translate.checks.inputs.opening import Inputs
from translate.errors import ConfigError, InputError

_LISTED = (".jsonl", ".ndjson", ".tmx", ".xlf", ".xliff")
"""Files that say themselves what is a translation."""
_COLUMN = 2
"""Of a .tsv, where none is named: source TAB translation."""


def load_systems(named: Sequence[str], source: str, target: str, sentences: int) -> dict[str, list[str]]:
    """The translations of other systems: each NAME=FILE, one translation a line in the order of the
    sentences. Of a .tsv it is the second column, or NAME=FILE:3 the third; .jsonl, .tmx, .xlf and folders
    are read as `translate check` reads them.

    Raises:
        ConfigError: One is not written so, or a name stands twice.
        InputError: A file cannot be read, or has another number of translations.
    """
    found: dict[str, list[str]] = {}
    for one in named:
        name, equals, where = one.partition("=")
        if not equals or not name or not where or name in found:
            raise ConfigError(f"--system {one}: write NAME=FILE, each name once")
        found[name] = _texts(where, source, target)
        if len(found[name]) != sentences:
            raise InputError(f"{where}: {len(found[name]):,} translations for {sentences:,} sentences; "
                             "give one for each, in their order")
    return found


def _texts(where: str, source: str, target: str) -> list[str]:
    path, column = Path(where), 0
    stem, colon, number = where.rpartition(":")
    if colon and number.isdigit() and not path.exists():
        path, column = Path(stem), int(number)
    if not column and (path.is_dir() or path.suffix.lower() in _LISTED):
        return _listed(where, source, target)
    return _lines(path, column or (_COLUMN if path.suffix.lower() == ".tsv" else 0), target)


def _listed(where: str, source: str, target: str) -> list[str]:
    texts: list[str] = []
    for _, item in Inputs([where], source, [target]).read():
        if isinstance(item, Remark):
            raise InputError(f"{item.place}: {item.message}")
        texts.append(item.target)
    return texts


def _lines(path: Path, column: int, target: str) -> list[str]:
    """The lines of a file, or what stands in a column of them; a blank line is a translation too."""
    texts: list[str] = []
    try:
        with path.open("rb") as stream:
            for line in read_lines(File(str(path), stream), target):
                if isinstance(line, Remark):
                    raise InputError(f"{line.place}: {line.message}")
                texts += [""] * (line.number - len(texts) - 1)
                cells = line.text.split("\t")
                if len(cells) < column:
                    raise InputError(f"{path}:{line.number}: no column {column}; the line has {len(cells)}")
                texts.append(cells[column - 1] if column else line.text)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    return texts

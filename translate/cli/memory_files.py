"""Translations that a person may have approved, out of files of other tools and of our own runs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate.errors import ConfigError, InputError
from translate.memory.rows import Approved, Asked

if TYPE_CHECKING:
    from translate.records import BilingualSegment

SUFFIXES = (".xlf", ".xliff", ".tmx", ".tsv", ".jsonl", ".ndjson")
_IN_FOLDERS = (".xlf", ".xliff", ".tmx")
"""What a folder is searched for: in `out/ko`, articles are .jsonl files too."""


@dataclass(slots=True)
class Source:
    """What to read out of the files, and what became of them."""

    source: str
    targets: tuple[str, ...]
    """Language codes; none: those that a file names."""
    everything: bool
    """Take segments of XLIFF files that no person has answered for, too."""
    files: int = 0
    ignored: int = 0
    """Segments that no person has answered for."""
    recalled: int = 0
    """Segments that a run had from the memory, and that nobody has changed since: nothing to learn, and no
    decision that the text is right between these neighbours, too."""
    untranslated: int = 0
    """Segments without a text in a language that is wanted."""
    codes: int = 0
    """Inline codes left out of texts."""
    problems: list[str] = field(default_factory=list)
    """What was wrong with files of a folder, which are passed over."""


def read_all(paths: Sequence[Path], wanted: Source) -> Iterator[Approved]:
    """The translations in the files and folders.

    Raises:
        InputError: A file that was named cannot be read, or a folder holds none.
    """
    for path in paths:
        if not path.is_dir():
            yield from read_one(path, wanted)
            continue
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() in _IN_FOLDERS)
        if not found:
            raise InputError(f"{path}: no .xlf or .tmx file in this folder; name one that `translate run` "
                             "wrote")
        for file in found:
            try:
                yield from read_one(file, wanted)
            except InputError as error:
                wanted.problems.append(str(error))


def read_one(path: Path, wanted: Source) -> Iterator[Approved]:
    """The translations in a file.

    Raises:
        InputError: It cannot be read, or breaks its format.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(f"{path}: no file of translations; name one that ends in {', '.join(SUFFIXES)}")
    wanted.files += 1
    yield from reader(path, wanted)


def _xliff(path: Path, wanted: Source) -> Iterator[Approved]:
    from translate.pipeline import mended
    from translate.readers.intake import load
    from translate.readers.xliff_read import read_xliff
    made = int(path.stat().st_mtime)
    for whole in read_xliff(load(path), str(path)):
        file = mended(whole) if whole.digest else whole  # others may cut their sentences as they like
        if wanted.targets and file.target_language not in wanted.targets:
            continue
        texts = ["", *(segment.source for segment in file.segments), ""]
        units = [(unit.id, segment) for unit in file.units for segment in unit.segments]
        for (unit, segment), before, after in zip(units, texts, texts[2:]):
            if not segment.target or not file.target_language:
                wanted.untranslated += 1
            elif not (segment.approved or wanted.everything):
                wanted.ignored += 1
            elif _is_recalled(segment):
                wanted.recalled += 1
            else:
                asked = Asked(segment.source, before, after, file.source_language, file.target_language)
                yield Approved(asked, segment.target, path.as_posix(), f"{unit}/{segment.id}", made=made)


def _is_recalled(segment: BilingualSegment) -> bool:
    """Whether a run had the translation from the memory, and it still stands as it was."""
    from translate.pipeline.people import DIGEST, MEMORY, ORIGIN, digest
    facts = dict(segment.facts)
    return facts.get(ORIGIN) == MEMORY and facts.get(DIGEST) == digest(segment.target or "")


def _tmx(path: Path, wanted: Source) -> Iterator[Approved]:
    from translate.memory.tmx import Taken, read
    taken = Taken()
    try:
        with path.open("rb") as file:
            yield from _from(path, read(file, str(path), wanted.source, wanted.targets, taken))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a file") from error
    wanted.codes += taken.codes
    wanted.untranslated += taken.incomplete


def _tsv(path: Path, wanted: Source) -> Iterator[Approved]:
    from translate.cli.pairs import read_tsv
    from translate.readers.intake import load
    if len(wanted.targets) != 1:
        raise ConfigError(f"{path}: a .tsv does not name its language; say which it is: --to ko")
    target, = wanted.targets
    for row in read_tsv(load(path), str(path), target).rows:
        if row.target.strip() and row.source.strip():
            yield Approved(Asked(row.source, "", "", wanted.source, target), row.target, path.as_posix(),
                           str(row.line))
        else:
            wanted.untranslated += 1


def _jsonl(path: Path, wanted: Source) -> Iterator[Approved]:
    from translate.readers.encoding import decode
    from translate.readers.intake import load
    text = decode(load(path), str(path), wanted.source).text
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield from _object(path, number, _parsed(f"{path}:{number}", line), wanted)


def _parsed(place: str, line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: no JSON ({error}); write one object a line") from error
    if not isinstance(fields, dict):
        raise InputError(f"{place}: no object; write {{\"en\": ..., \"ko\": ...}}, one a line")
    return fields


def _object(path: Path, number: int, fields: Mapping[str, Any], wanted: Source) -> Iterator[Approved]:
    """The translations in one object: as `translate memory export` writes it, or texts by language."""
    source = _code(fields, "source") or wanted.source
    targets = wanted.targets or tuple(filter(None, [_code(fields, "target")]))
    if not targets:
        raise ConfigError(f"{path}:{number}: no \"target\" that names the language; say which it is: --to ko")
    text, told = fields.get(source), _told(fields)
    for target in targets:
        translation = fields.get(target)
        if isinstance(text, str) and isinstance(translation, str) and text.strip() and translation.strip():
            yield Approved(Asked(text, told["before"], told["after"], source, target), translation,
                           told["file"] or path.as_posix(), told["segment"] or str(number), told["author"],
                           _moment(told["date"]))
        else:
            wanted.untranslated += 1


def _code(fields: Mapping[str, Any], side: str) -> str:
    """The language code that an object names for a side; empty where it has no text in such a language."""
    named = fields.get(side)
    return named if isinstance(named, str) and named in fields else ""


def _told(fields: Mapping[str, Any]) -> dict[str, str]:
    names = ("before", "after", "file", "segment", "author", "date")
    return {name: str(fields.get(name, "")) for name in names}


def _moment(date: str) -> int:
    """Seconds since 1970 of a date as we write it; 0 for another one."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", date):
        return 0
    return int(datetime.fromisoformat(date).timestamp())


def _from(path: Path, rows: Iterable[Approved]) -> Iterator[Approved]:
    """`rows`, each with the file that it was read from where it names none."""
    for row in rows:
        yield row if row.origin else replace(row, origin=path.as_posix())


_READERS: dict[str, Callable[[Path, Source], Iterator[Approved]]] = {
    ".xlf": _xliff, ".xliff": _xliff, ".tmx": _tmx, ".tsv": _tsv, ".jsonl": _jsonl, ".ndjson": _jsonl}

"""XLIFF beside its sources: what was translated, and what the source says now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from translate.checks.inputs.interface import File
from translate.checks.inputs.xliff import pairs_of, read_documents
from translate.checks.interface import Pair
from translate.errors import ConfigError
from translate.readers.choose import reader_for
from translate.readers.intake import load
from translate.records import BilingualFile
from translate.text.segment import split


def read_documents_of(file: File, source: str, targets: Sequence[str],
                      original: Path | None) -> Iterator[tuple[str, list[Pair]]]:
    """(target language, pairs) of each document in `file`; one that does not say it is in that of `targets`.

    Where `original`, a source file or a folder of them, has what the document was made from, segments whose
    source changed since tell what it was before, and sentences that are new have no translation.

    Raises:
        InputError: A file cannot be read.
        ConfigError: The document does not say its language, and neither do `targets`.
    """
    for document in read_documents(file):
        target = document.target_language or (targets[0] if len(targets) == 1 else "")
        if not target:
            raise ConfigError(f"{file.name}: the file does not say the language of its translations; "
                              "name it: --to ko")
        yield target, _compared(list(pairs_of(document, file.name)), document, source, original)


def _compared(pairs: list[Pair], document: BilingualFile, language: str, original: Path | None) -> list[Pair]:
    path = original / document.original if original and original.is_dir() else original
    if path is None or not path.is_file() or not pairs:
        return pairs
    data = load(path)
    if hashlib.sha256(data).hexdigest() == document.digest:
        return pairs
    article = reader_for(path).read(data, path.as_posix(), language)
    now = [span.of(block.text) for block in article.blocks for span in split(block.text, language)]
    return list(_updated(pairs, now))


def _updated(pairs: Sequence[Pair], now: Sequence[str]) -> Iterator[Pair]:
    """The pairs with the sentences of the source as they are `now`."""
    matcher = SequenceMatcher(None, [pair.source for pair in pairs], list(now), autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        old, new = pairs[start:end], now[first:last]
        place = pairs[min(start, len(pairs) - 1)]
        for number in range(max(len(old), len(new))):
            if number >= len(old):
                yield replace(place, source=new[number], target="", key="", state="initial",
                              codes=((), ()), raw="")
            elif number >= len(new):
                yield replace(old[number], source="", before=old[number].source)
            elif old[number].source == new[number]:
                yield old[number]
            else:
                yield replace(old[number], source=new[number], before=old[number].source)

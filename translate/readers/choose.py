"""Which reader a file needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from translate.errors import InputError
from translate.readers.docx import DocxReader
from translate.readers.html import HtmlReader
from translate.readers.interface import Reader
from translate.readers.jsonl import FIELDS, JsonlReader
from translate.readers.markdown import MarkdownReader
from translate.readers.srt import SrtReader
from translate.readers.txt import TxtReader
from translate.readers.xliff import XliffReader


def suffixes() -> tuple[str, ...]:
    """The file name endings that have a reader, in lower case, with the dot."""
    return tuple(suffix for reader in _readers() for suffix in reader.suffixes)


def reader_for(path: PurePath, fields: Sequence[str] = ()) -> Reader:
    """The reader for the file at `path`, by its ending; `fields` are the JSON keys to translate.

    Raises: InputError when no reader knows the ending.
    """
    suffix = path.suffix.lower()
    for reader in _readers(fields):
        if suffix in reader.suffixes:
            return reader
    raise InputError(f"{path}: no reader for {suffix or 'a file without ending'}: "
                     f"the formats are {', '.join(suffixes())}")


def _readers(fields: Sequence[str] = ()) -> tuple[Reader, ...]:
    return (TxtReader(), MarkdownReader(), HtmlReader(), JsonlReader(tuple(fields) or FIELDS), XliffReader(),
            DocxReader(), SrtReader())

"""Glossaries of other tools, by the name of their format and by the ending of a file's name."""

from __future__ import annotations

from pathlib import PurePath

from translate.errors import ConfigError, InputError
from translate.glossary.formats import (
    deepl, glosswire, google, omegat, tbx_read, tbx_write, tables, utx, weblate,
)
from translate.glossary.formats.interface import Exchange, Exported, Format, Imported

__all__ = ["FORMATS", "Exchange", "Exported", "Format", "Imported", "find", "recognize"]

FORMATS = {found.name: found for found in (
    Format("csv", "our own table: everything that a glossary says", (".csv",),
           glosswire.read, glosswire.write_csv),
    Format("tsv", "the same with tabs", (".tsv",), glosswire.read, glosswire.write_tsv),
    Format("deepl-csv", "DeepL: pairs with their language codes", (".csv",),
           deepl.read_csv, deepl.write_csv),
    Format("deepl-tsv", "DeepL: pairs", (".tsv",), deepl.read_tsv, deepl.write_tsv),
    Format("deepl-json", "DeepL v3: dictionaries of several language pairs, as a request takes them",
           (".json",), deepl.read_json, deepl.write_json),
    Format("google-csv", "Google: pairs of one direction", (".csv",), google.read_csv, google.write_csv),
    Format("google-tsv", "Google: the same with tabs", (".tsv",), google.read_tsv, google.write_tsv),
    Format("google-set", "Google: sets of equivalent terms", (".csv",), google.read_set, google.write_set),
    Format("weblate", "Weblate: a CSV file with its eight columns", (".csv",), weblate.read, weblate.write),
    Format("omegat", "OmegaT: source, target and comment with tabs", (".utf8", ".tab", ".txt"),
           omegat.read, omegat.write),
    Format("tbx", "TBX-Basic, ISO 30042:2019 (DCA style)", (".tbx",), tbx_read.read, tbx_write.write_basic),
    Format("tbx-dct", "TBX-Basic, ISO 30042:2019 (DCT style)", (".tbx",),
           tbx_read.read, tbx_write.write_dct),
    Format("tbx-core", "TBX-Core, ISO 30042:2019", (".tbx",), tbx_read.read, tbx_write.write_core),
    Format("tbx-2008", "TBX-Basic, ISO 30042:2008 (martif): for Weblate, OmegaT and most tools", (".tbx",),
           tbx_read.read, tbx_write.write_martif),
    Format("utx", "UTX 1.11: a table with term states", (".utx",), utx.read, utx.write),
)}
"""By name; of those that share an ending, the first is the one it stands for."""


def find(name: str) -> Format:
    """The format called `name`.

    Raises:
        ConfigError: There is none.
    """
    if name not in FORMATS:
        raise ConfigError(f"--format {name}: not known; formats are {', '.join(FORMATS)}")
    return FORMATS[name]


def recognize(data: bytes, path: str) -> Format:
    """The format of a file, by the ending of its name and, of a table, by its first row.

    Raises:
        InputError: Its ending is that of no format.
        EncodingError: It is a table, and no text.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in (".csv", ".tsv"):
        return FORMATS[_table(data, path, suffix)]
    found = next((one for one in FORMATS.values() if suffix in one.suffixes), None)
    if found is None:
        raise InputError(f"{path}: its ending tells no format; name it with --format "
                         f"({', '.join(FORMATS)})")
    return found


def _table(data: bytes, path: str, suffix: str) -> str:
    """The name of a table's format."""
    text = tables.decode(data, path)
    delimiter = tables.delimiter_of(text)
    head = tables.rows(text, delimiter, path)[:1]
    if not head:
        raise InputError(f"{path}: the file is empty")
    if weblate.is_header(head[0]):
        return "weblate"
    if glosswire.is_header(head[0]):
        return suffix[1:]
    if google.is_set(head[0]):
        return "google-set"
    if delimiter == "\t":
        return "omegat" if len(head[0].cells) == 3 else "deepl-tsv"
    return "deepl-csv"

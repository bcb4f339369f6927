"""Settings of the user's project: `translate.toml`, `pyproject.toml` or `setup.cfg` of the current folder.

A setting is the long name of an option, with its value; it holds for every command that has the option,
and the option on the command line wins. The first of these that exists is read, the others are not:

    translate.toml      to = "ko,ja"                       at the top level
    pyproject.toml      [tool.glosswire]  to = "ko,ja"
    setup.cfg           [glosswire]       to = ko,ja
"""

from __future__ import annotations

import configparser
import sys
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from translate.errors import ConfigError

KNOWN = ("to", "from", "out", "models", "beam", "device", "jobs", "keep-boilerplate", "boilerplate", "frozen",
         "quiet", "glossary", "profile", "no-glossary", "memory", "no-memory",
         "select", "ignore", "fail-on", "baseline", "waivers")
"""Options that may be set; what names a single piece of work (`--json`, `--explain`) may not."""


def load_settings(folder: Path) -> dict[str, Any]:
    """Parameter values by option name, from the first settings file in `folder`; empty without one.

    Raises:
        ConfigError: The file cannot be parsed, or names an option that does not exist.
    """
    for path, table in _tables(folder):
        for key in table:
            if key not in KNOWN:
                near = get_close_matches(key, KNOWN, 1)
                hint = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(KNOWN)}"
                raise ConfigError(f"{path}: unknown setting {key!r}{hint}")
        return dict(table)
    return {}


def _tables(folder: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each settings file with our part of it, best first; files that say nothing of us are passed over."""
    for name, keys in (("translate.toml", ()), ("pyproject.toml", ("tool", "glosswire"))):
        path = folder / name
        if path.is_file():
            table = _toml(path)
            for key in keys:
                table = table.get(key, {})
            if table or not keys:
                yield path, table
    path = folder / "setup.cfg"
    if path.is_file():
        section = _ini(path)
        if section:
            yield path, section


def _toml(path: Path) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return table
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error


def _ini(path: Path) -> dict[str, Any]:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}") from error
    return dict(parser["glosswire"]) if parser.has_section("glosswire") else {}

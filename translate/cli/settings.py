"""Settings of the user's project: `translate.toml`, `pyproject.toml` or `setup.cfg` of the current folder.

A setting is the long name of an option, with its value; it holds for every command that has the option,
and the option on the command line wins. The first of these that exists is read, the others are not:

    translate.toml      to = "ko,ja"                       at the top level
    pyproject.toml      [tool.glosswire]  to = "ko,ja"
    setup.cfg           [glosswire]       to = ko,ja

What takes several values takes a list too: in TOML an array, in setup.cfg commas or a line for each.
"""

from __future__ import annotations

import configparser
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from translate.errors import ConfigError

KNOWN = ("to", "from", "out", "models", "beam", "device", "jobs", "keep-boilerplate", "boilerplate", "frozen",
         "quiet", "glossary", "profile", "no-glossary", "memory", "no-memory",
         "select", "ignore", "fail-on", "baseline", "waivers")
"""Options that may be set; what names a single piece of work (`--json`, `--explain`) may not."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, and the line that says it."""

    value: Any
    place: str
    """`file:line`, or the file alone where the line is not found."""


def load_settings(folder: Path) -> dict[str, Setting]:
    """Settings by option name, from the first settings file in `folder`; empty without one.

    Raises:
        ConfigError: The file cannot be parsed, or names an option that does not exist.
    """
    for path, section, table in _tables(folder):
        places = {key: _place(path, section, key) for key in table}
        for key in table:
            if key not in KNOWN:
                near = get_close_matches(key.replace("_", "-"), KNOWN, 1)
                hint = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(KNOWN)}"
                raise ConfigError(f"{places[key]}: unknown setting {key!r}{hint}")
        return {key: Setting(value, places[key]) for key, value in table.items()}
    return {}


def _tables(folder: Path) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    """Each settings file with our part of it, best first; files that say nothing of us are passed over."""
    for name, keys in (("translate.toml", ()), ("pyproject.toml", ("tool", "glosswire"))):
        path = folder / name
        if path.is_file():
            table: Any = _toml(path)
            for key in keys:
                table = table.get(key, {}) if isinstance(table, dict) else {}
            if not isinstance(table, dict):
                raise ConfigError(f"{path}: {'.'.join(keys)} is no table; write [{'.'.join(keys)}]")
            if table or not keys:
                yield path, ".".join(keys), table
    path = folder / "setup.cfg"
    if path.is_file():
        section = _ini(path)
        if section:
            yield path, "glosswire", section


def _place(path: Path, section: str, key: str) -> str:
    """Where `key` is set in `section` of the file: for messages, so a line that merely looks like it will do."""
    inside = not section
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.lstrip().startswith("["):
            inside = line.strip().strip("[]").strip() == section
        elif inside and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=:]""", line, re.IGNORECASE):
            return f"{path}:{number}"
    return str(path)


def _toml(path: Path) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return table
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        at = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
        where = f":{at[1]}:{at[2]}" if at else ""
        said = str(error).replace(at[0], "") if at else str(error)
        raise ConfigError(f"{path}{where}: no TOML ({said}); mend that line") from error


def _ini(path: Path) -> dict[str, Any]:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}") from error
    return dict(parser["glosswire"]) if parser.has_section("glosswire") else {}

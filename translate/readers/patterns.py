"""The lines of web clutter that cleaning knows: those that come with the program, and the
user's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from translate.errors import ConfigError

_LONGEST = 300
"""Code points; a longer paragraph is prose whatever it begins with."""
_KEYS = frozenset(("sign", "lines", "match"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of clutter line."""

    name: str
    regex: re.Pattern[str]
    """For a whole line whose white space is single spaces."""
    sign: bool = False
    """Whether the line alone shows that the text is a saved page."""

    def matches(self, text: str) -> bool:
        """Whether the paragraph `text` is such a line."""
        return len(text) <= _LONGEST and bool(self.regex.fullmatch(" ".join(text.split())))


def load_patterns(extra: Path | None = None) -> tuple[Pattern, ...]:
    """The patterns of `boilerplate.yml`, and those of the file `extra` over them, name by name.

    Raises: ConfigError when `extra` cannot be read or does not have the form that is described
    there.
    """
    builtin = resources.files("translate.readers").joinpath("boilerplate.yml")
    entries = _entries(builtin.read_text(encoding="utf-8"), "boilerplate.yml")
    if extra:
        try:
            text = extra.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{extra}: cannot be read ({error}): "
                              "name a YAML file in UTF-8") from error
        entries = {**entries, **_entries(text, str(extra))}
    return tuple(pattern for pattern in entries.values() if pattern)


def _entries(text: str, path: str) -> dict[str, Pattern | None]:
    import yaml

    try:
        document = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        problem = " ".join(str(error).split())
        raise ConfigError(f"{path}: no valid YAML: {problem}") from error
    if not isinstance(document, dict):
        raise ConfigError(f"{path}: not a mapping: write `name: {{lines: [...]}}`")
    return {str(name): _pattern(str(name), entry, path) for name, entry in document.items()}


def _pattern(name: str, entry: object, path: str) -> Pattern | None:
    if entry is False:
        return None
    if not isinstance(entry, Mapping) or not _KEYS.issuperset(entry):
        raise ConfigError(f"{path}: {name}: write a mapping with {', '.join(sorted(_KEYS))}, "
                          "or `false`")
    alternatives = [*(re.escape(line) for line in _texts(name, entry, "lines", path)),
                    *(f"(?:{regex})" for regex in _texts(name, entry, "match", path))]
    if not alternatives:
        raise ConfigError(f"{path}: {name}: neither `lines` nor `match`: "
                          "write one of them, or `false`")
    try:
        regex = re.compile("|".join(alternatives), re.IGNORECASE)
    except re.error as error:
        raise ConfigError(f"{path}: {name}: no valid regular expression ({error}): "
                          "correct what stands under `match`") from error
    return Pattern(name, regex, bool(entry.get("sign", False)))


def _texts(name: str, entry: Mapping[str, Any], key: str, path: str) -> list[str]:
    texts = entry.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ConfigError(f"{path}: {name}: {key} must be a list of texts: "
                          "put quotation marks around them")
    return texts

"""An entry as the mapping that stands for it in a glossary file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from translate.glossary.fmt import format_glossary
from translate.glossary.keys import INDONESIAN
from translate.glossary.write import flow
from translate.records import Condition, Entry, Rendering

_CODES = {code: key for key, code in INDONESIAN.items()}


def mapping_of(entry: Entry) -> dict[str, Any]:
    """Keys and values of `entry`; what it leaves at its default is left out."""
    whole: dict[str, Any] = {"id": entry.id}
    if entry.kind != "term":
        whole["kind"] = entry.kind
    whole.update(_by_language(entry.renderings))
    if entry.keep:
        whole["keep"] = True
    if entry.readings:
        whole["reading"] = dict(entry.readings)
    if entry.profiles:
        whole["profiles"] = {name: _by_language(found) for name, found in entry.profiles.items()}
    if entry.note:
        whole["note"] = entry.note
    if entry.tests:
        whole["tests"] = [{key_of(test.source_language): test.source, key_of(test.language): test.target}
                          for test in entry.tests]
    return whole


def value_of(found: Rendering) -> str | list[str] | dict[str, Any]:
    """What stands behind a language code: a text, a list, or a mapping where more is said."""
    said: dict[str, Any] = {}
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, Condition):
            said.update({key.name: list(getattr(value, key.name)) for key in fields(value)
                         if getattr(value, key.name)})
        elif value and (field.name, value) != ("case", "smart"):
            said[field.name] = list(value) if isinstance(value, tuple) else value
    if said.keys() == {"use"}:
        return found.use
    return [found.use, *found.also] if said.keys() == {"use", "also"} else said


def key_of(language: str) -> str:
    """The key of a language; `id` names an entry, so Indonesian has another."""
    return _CODES.get(language, language)


def write_glossary(entries: Sequence[Entry], name: str, source: str = "en") -> str:
    """A glossary file that holds `entries`, formatted.

    Raises:
        GlossaryError: An entry says what a glossary cannot (a line break in a term).
    """
    content: dict[str, Any] = {"glossary": name}
    if source != "en":
        content["source"] = key_of(source)
    content["entries"] = [mapping_of(entry) for entry in entries]
    return format_glossary(flow(content), name)


def _by_language(renderings: Mapping[str, Rendering]) -> dict[str, Any]:
    return {key_of(code): value_of(found) for code, found in renderings.items()}

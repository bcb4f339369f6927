"""Entries and titles, read from the tree of a glossary file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from translate.glossary.fields import (
    Faults, Read, choice, flag, identifier, items, pairs, prose, record, slug, text, texts, words,
)
from translate.glossary.keys import CASES, KINDS, RENDERING_KEYS, is_language, language_of
from translate.glossary.model import TITLE
from translate.glossary.nodes import Node, place_of
from translate.records import Condition, Entry, EntryTest, Rendering

_UNSPELLED = re.compile(r"[0-9A-Za-zＡ-Ｚａ-ｚ０-９]")
"""Letters and digits whose sound depends on how the term is read."""


def entry(node: Node, faults: Faults, glossary: str, source: str) -> Entry | None:
    """The entry at `node`; None where it is too broken to be named."""
    values = record(node, faults, "an entry, a mapping with an id,", _ENTRY, _by_language)
    if "id" not in values and node.id == "mapping":
        use = _preferred(values, source)
        faults.add(node, f"the entry has no id; add 'id: {slug(use) or 'kim-jong-un'}'")
    return _built(node, faults, values, glossary, source)


def title(node: Node, faults: Faults, glossary: str, source: str) -> Entry | None:
    """The title at `node`: an entry whose kind is known and whose id may be left out."""
    values = record(node, faults, "a title, a mapping of languages,", _TITLE, _by_language)
    use = _preferred(values, source)
    values.setdefault("id", f"{TITLE}-{slug(use) or use}")
    return _built(node, faults, {**values, "kind": TITLE}, glossary, source)


def rendering(node: Node, faults: Faults) -> Rendering:
    """What an entry says of a language: one text, a list, or a mapping."""
    values = _overlay(node, faults)
    if node.id == "mapping" and not (values.use or values.avoid) and not _names(node, "use", "avoid"):
        faults.add(node, "no term stands here; add 'use: TERM'")
    return values


def _overlay(node: Node, faults: Faults) -> Rendering:
    """As `rendering`, for a profile: what it does not state stays as it is."""
    if node.id == "mapping":
        values = record(node, faults, "a term", _RENDERING)
        if not node.value:
            faults.add(node, "an empty mapping; write the term, or leave the language out")
        condition = Condition(**{key: values.pop(key) for key in _CONDITIONS if key in values})
        return Rendering(**{"use": "", **values, "case": values.get("case") or "smart"},
                         condition=condition)
    forms = texts(node, faults)
    if node.id == "sequence" and not node.value:
        faults.add(node, "an empty list; write the term, or leave the language out")
    return Rendering(forms[0], forms[1:]) if forms else Rendering("")


def _profiles(node: Node, faults: Faults) -> dict[str, dict[str, Rendering]]:
    expected = "a mapping of house styles, such as {kcna: {ko: ...}},"
    return {key: _languages(value, faults, _overlay, "a mapping of languages")
            for key, _, value in pairs(node, faults, expected)}


def _languages(node: Node, faults: Faults, read: Read, expected: str) -> dict[str, Any]:
    """A mapping by language code."""
    values = record(node, faults, expected, {}, lambda key: read if is_language(key) else None)
    return {language_of(key): value for key, value in values.items()}


def _readings(node: Node, faults: Faults) -> dict[str, str]:
    """Spoken form by written form; one text (under "") is that of the preferred form."""
    if node.id != "mapping":
        return {"": text(node, faults)}
    expected = "a mapping of written and spoken forms"
    return {key: text(value, faults) for key, _, value in pairs(node, faults, expected)}


def _tests(node: Node, faults: Faults) -> list[tuple[Node, dict[str, str]]]:
    found = []
    for item in items(node, faults, "a list of sentences by language, such as {en: ..., ko: ...},"):
        sentences = _languages(item, faults, prose, "a sentence by language")
        if item.id == "mapping" and len(item.value) < 2:
            faults.add(item, "a test with one language; write a sentence and its translation, such "
                             "as {en: ..., ko: ...}")
        found.append((item, sentences))
    return found


_CONDITIONS = ("not_before", "not_after", "only_with")
_RENDERING: Mapping[str, Read] = dict(zip(RENDERING_KEYS, (
    text, texts, text, text, texts, choice(*CASES), text, words, words, words)))
_TITLE: Mapping[str, Read] = {"id": identifier, "keep": flag, "reading": _readings,
                              "profiles": _profiles, "note": prose, "tests": _tests}
_ENTRY: Mapping[str, Read] = {"kind": choice(*KINDS), **_TITLE}


def _by_language(key: str) -> Read | None:
    return rendering if is_language(key) else None


def _built(node: Node, faults: Faults, values: dict[str, Any], glossary: str,
           source: str) -> Entry | None:
    """The record of what was read."""
    renderings = {language_of(key): values[key] for key in values if is_language(key)}
    if not renderings and node.id == "mapping":
        faults.add(node, f"no language has a term; add for example '{source}: TERM'")
    if not values.get("id"):
        return None
    place = place_of(node, faults.path)
    tests = tuple(test for at, sentences in values.get("tests", ())
                  for test in _paired(at, sentences, source, faults))
    return Entry(values["id"], values.get("kind") or "term", renderings, glossary, place, source,
                 values.get("keep", False), _spread(values.get("reading", {}), renderings),
                 values.get("profiles", {}), values.get("note", ""), tests)


def _paired(node: Node, sentences: Mapping[str, str], source: str,
            faults: Faults) -> list[EntryTest]:
    """One test for each language beside the source's; the first one is the source where it has none."""
    first = source if source in sentences else next(iter(sentences), source)
    place = place_of(node, faults.path)
    return [EntryTest(sentences[first], sentence, language, place, first)
            for language, sentence in sentences.items() if language != first]


def _spread(readings: Mapping[str, str], renderings: Mapping[str, Rendering]) -> dict[str, str]:
    """Readings by written form; a bare one is that of each word whose letters do not tell its sound."""
    spread = {written: spoken for written, spoken in readings.items() if written}
    if "" in readings:
        forms = [term.text for code, found in renderings.items() for term in found.terms(code)
                 if term.role != "avoid"]
        spread.update((form, readings[""]) for form in forms
                      if " " not in form and _UNSPELLED.search(form))
    return spread


def _preferred(values: Mapping[str, Any], source: str) -> str:
    """The preferred form in the source language, or in the first one that has a term."""
    found = [values[key] for key in (source, *values) if isinstance(values.get(key), Rendering)]
    return next((one.use for one in found if one.use), "")


def _names(node: Node, *keys: str) -> bool:
    """Whether a mapping has one of `keys`, even with a faulty value."""
    return any(key.value in keys for key, _ in node.value)

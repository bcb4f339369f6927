"""Entries and titles, read from the tree of a glossary file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from translate.glossary.faults import Faults, Wanted
from translate.glossary.fields import (
    Read, choice, flag, identifier, is_list, is_mapping, items, pairs, preferred, prose, record, slug,
    text, texts, words,
)
from translate.glossary.keys import CASES, CONDITION_KEYS, KINDS, is_language, language_of
from translate.glossary.model import TITLE
from translate.glossary.nodes import Node, place_of
from translate.records import Condition, Entry, EntryTest, Rendering

_UNSPELLED = re.compile(r"[0-9A-Za-zＡ-Ｚａ-ｚ０-９]")
"""Letters and digits whose sound depends on how the term is read."""
_ENTRY = Wanted("an entry", "{id: kcna, en: KCNA, ko: 조선중앙통신}")
_TITLE = Wanted("a title", "{en: President, ko: 대통령}")
_TERM = Wanted("a term", "{use: 조선중앙통신, avoid: [한국중앙통신]}")
_STYLES = Wanted("a mapping of house styles", "{kcna: {ko: 조선}}")
_STYLE = Wanted("a mapping of languages", "{ko: 조선}")
_READING = Wanted("a reading", "케이시엔에이, or {KCNA: 케이시엔에이}")
_TESTS = Wanted("a list of tests", "- {en: KCNA said., ko: 조선중앙통신은 전했다.}")
_TEST = Wanted("a test", "{en: KCNA said., ko: 조선중앙통신은 전했다.}")


def entry(node: Node, faults: Faults, glossary: str, source: str) -> Entry | None:
    """The entry at `node`; None where it is too broken to be named."""
    values = record(node, faults, _ENTRY, _ENTRY_READERS, _by_language)
    if "id" not in values and is_mapping(node):
        use = _name(values, source)
        faults.add(node, f"the entry has no id; add 'id: {slug(use) or 'kim-jong-un'}'")
    return _built(node, faults, values, glossary, source)


def title(node: Node, faults: Faults, glossary: str, source: str) -> Entry | None:
    """The title at `node`: an entry whose kind is known and whose id may be left out."""
    values = record(node, faults, _TITLE, _TITLE_READERS, _by_language)
    use = _name(values, source)
    values.setdefault("id", f"{TITLE}-{slug(use) or use}")
    return _built(node, faults, {**values, "kind": TITLE}, glossary, source)


def rendering(node: Node, faults: Faults) -> Rendering:
    """What an entry says of a language: one text, a list, or a mapping."""
    found = _overlay(node, faults)
    if is_mapping(node) and node.value and not any(key.value in ("use", "avoid") for key, _ in node.value):
        if not (found.use or found.avoid):
            faults.add(node, "no term stands here; add 'use: TERM'")
    return found


def _overlay(node: Node, faults: Faults) -> Rendering:
    """As `rendering`, for a profile: what it does not state stays as it is."""
    if (is_list(node) or is_mapping(node)) and not node.value:
        faults.add(node, "no term stands here; write one, or leave the language out")
    elif node.id == "mapping":
        values = record(node, faults, _TERM, _RENDERING_READERS)
        condition = Condition(**{key: values.pop(key) for key in CONDITION_KEYS if key in values})
        return Rendering(**{"use": "", **values, "case": values.get("case") or "smart"},
                         condition=condition)
    else:
        forms = texts(node, faults)
        return Rendering(forms[0], forms[1:]) if forms else Rendering("")
    return Rendering("")


def _profiles(node: Node, faults: Faults) -> dict[str, dict[str, Rendering]]:
    return {key: _languages(value, faults, _overlay, _STYLE)
            for key, _, value in pairs(node, faults, _STYLES)}


def _languages(node: Node, faults: Faults, read: Read, wanted: Wanted) -> dict[str, Any]:
    """A mapping by language code."""
    values = record(node, faults, wanted, {}, lambda key: read if is_language(key) else None)
    return {language_of(key): value for key, value in values.items()}


def _readings(node: Node, faults: Faults) -> dict[str, str]:
    """Spoken form by written form; the key is empty where one text is the reading of all."""
    if node.id == "scalar":
        return {"": text(node, faults)}
    return {key: text(value, faults) for key, _, value in pairs(node, faults, _READING)}


def _tests(node: Node, faults: Faults) -> list[tuple[Node, dict[str, str]]]:
    found = []
    for item in items(node, faults, _TESTS):
        sentences = _languages(item, faults, prose, _TEST)
        if is_mapping(item) and len(item.value) < 2:
            faults.add(item, "a test needs a sentence and its translation; write for example "
                             f"{_TEST.example}")
        found.append((item, sentences))
    return found


_RENDERING_READERS: Mapping[str, Read] = {
    "use": preferred, "also": texts, "short": text, "first": text, "avoid": texts,
    "case": choice(*CASES), "reading": text, **dict.fromkeys(CONDITION_KEYS, words)}
_ENTRY_READERS: Mapping[str, Read] = {
    "id": identifier, "kind": choice(*KINDS), "keep": flag, "reading": _readings,
    "profiles": _profiles, "note": prose, "tests": _tests}
_TITLE_READERS: Mapping[str, Read] = {**_ENTRY_READERS, "kind": choice(TITLE)}


def _by_language(key: str) -> Read | None:
    return rendering if is_language(key) else None


def _built(node: Node, faults: Faults, values: dict[str, Any], glossary: str,
           source: str) -> Entry | None:
    """The record of what was read."""
    renderings = {language_of(key): values[key] for key in values if is_language(key)}
    if not renderings and is_mapping(node):
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


def _name(values: Mapping[str, Any], source: str) -> str:
    """The preferred form in the source language, or in the first one that has a term."""
    found = {language_of(key): value for key, value in values.items() if isinstance(value, Rendering)}
    return next((found[code].use for code in (source, *found) if code in found and found[code].use), "")

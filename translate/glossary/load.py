"""Glossary files, loaded: every fault of every file is found before any is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Optional

from translate.errors import GlossaryError
from translate.glossary.entries import entry, title
from translate.glossary.faults import Faults, Wanted
from translate.glossary.fields import is_mapping, items, record, text
from translate.glossary.keys import is_language, language_of
from translate.glossary.model import Glossary, layered
from translate.glossary.nodes import Node, compose, decode, read_text, without_collection
from translate.records import Entry

SUFFIXES = (".yml", ".yaml")
_GLOSSARY = Wanted("a glossary", "{glossary: NAME, entries: [{id: kcna, en: KCNA, ko: 조선중앙통신}]}")
_LIST = Wanted("a list", "- {id: kcna, en: KCNA, ko: 조선중앙통신}")
_Builder = Callable[[Node, Faults, str, str], Optional[Entry]]


def load(paths: Sequence[Path]) -> Glossary:
    """The glossary of `paths`, each a file or a folder of files and each one layer, the last on top.

    Raises:
        GlossaryError: A file cannot be read, or says something that the format does not know. Its
            `problems` are all faults of all files, each with line and column.
    """
    problems: list[str] = []
    layers = []
    for path in paths:
        try:
            layers.append(load_layer(glossary_files(path)))
        except GlossaryError as error:
            problems += error.problems
    if problems:
        raise GlossaryError(problems)
    return layered(layers)


def glossary_files(path: Path) -> list[Path]:
    """`path` itself, or the glossary files under it in the order of their names.

    Raises:
        GlossaryError: There is no such path, or no glossary in the folder.
    """
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file()
                   and not any(part.startswith(".") for part in file.relative_to(path).parts))
    if not files:
        raise GlossaryError([f"{path.as_posix()}: no glossary in this folder; add a .yml file"])
    return files


def load_layer(files: Iterable[Path]) -> Glossary:
    """The glossary of files that stand side by side: an id or a name that two of them use is a fault.

    Raises:
        GlossaryError: As `load`.
    """
    problems: list[str] = []
    parts = []
    for file in files:
        try:
            parts.append(parse(read_text(file), file.as_posix()))
        except GlossaryError as error:
            problems += error.problems
    problems += _clashes(parts)
    if problems:
        raise GlossaryError(problems)
    return layered(parts)


def load_bytes(data: bytes, path: str) -> Glossary:
    """The glossary in `data`, which is called `path` in messages; raises GlossaryError as `load`."""
    return parse(decode(data, path), path)


def parse(content: str, path: str) -> Glossary:
    """The glossary that `content` writes down.

    Raises:
        GlossaryError: It is no YAML, or not of the format.
    """
    faults = Faults(path)
    with without_collection():
        glossary = _document(compose(content, path), faults)
    faults.close()
    return glossary


def _document(root: Node, faults: Faults) -> Glossary:
    """The file as a whole."""
    nodes = record(root, faults, _GLOSSARY, _READERS)
    if not is_mapping(root):
        return Glossary()
    name, source = nodes.get("glossary", ""), nodes.get("source") or "en"
    if "glossary" not in nodes:
        faults.add(root, "the glossary has no name; add 'glossary: NAME' at the top")
    if not nodes.keys() & {"entries", "titles"}:
        faults.add(root, "the glossary has no entries; add 'entries:' and below it '- id: ...'")
    entries = [*_all(nodes.get("entries"), faults, entry, "entry", name, source),
               *_all(nodes.get("titles"), faults, title, "title", name, source)]
    _report_twice(entries, faults)
    return Glossary(tuple(sorted(entries, key=lambda one: one.id)), (name,), (faults.path,))


def _all(node: Node | None, faults: Faults, build: _Builder, what: str, name: str,
         source: str) -> list[Entry]:
    """Each item of the list `entries` or `titles`."""
    found = []
    listed = items(node, faults, _LIST) if node is not None else ()
    for number, item in enumerate(listed, 1):
        faults.about = f"{what} {_id_of(item) or number}"
        built = build(item, faults, name, source)
        if built:
            found.append(built)
    faults.about = ""
    return found


def _report_twice(entries: Sequence[Entry], faults: Faults) -> None:
    """Two entries of one file may not share an id."""
    seen: dict[str, Entry] = {}
    for one in entries:
        if one.id in seen:
            faults.add_at(one.place, _twice(one, seen[one.id]))
        seen.setdefault(one.id, one)


def _clashes(parts: Sequence[Glossary]) -> list[str]:
    """Names and ids that two files of one layer share."""
    problems = []
    names: dict[str, str] = {}
    seen: dict[str, Entry] = {}
    for part in parts:
        (name,), (file,) = part.names, part.files
        if name in names:
            problems.append(f"{file}:1:1: {names[name]} is called {name!r} too; "
                            "give each glossary a name of its own")
        names.setdefault(name, file)
        problems += [f"{one.place}: {_twice(one, seen[one.id])}" for one in part.entries if one.id in seen]
        seen.update((one.id, one) for one in part.entries if one.id not in seen)
    return problems


def _twice(one: Entry, first: Entry) -> str:
    return (f"entry {one.id}: this id is taken, see {first.place}; write both into one entry, or choose "
            "another id")


def _language(node: Node, faults: Faults) -> str:
    code = text(node, faults)
    if code and not is_language(code):
        faults.add(node, f"{code!r} is no language code; write for example en")
        return ""
    return language_of(code)


def _as_it_is(node: Node, faults: Faults) -> Node:
    """Lists are read once name and source are known, wherever those stand."""
    return node


def _id_of(item: Node) -> str:
    """What the item calls itself, for messages."""
    if item.id != "mapping":
        return ""
    return next((str(value.value) for key, value in item.value
                 if key.value == "id" and value.id == "scalar"), "")


_READERS: dict[str, Any] = {"glossary": text, "source": _language, "entries": _as_it_is,
                            "titles": _as_it_is}

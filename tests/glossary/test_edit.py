"""Edits do what they are asked to and leave every other line as it was."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.glossary.writing import ENTRY, WORDS, files
from translate.errors import GlossaryError
from translate.glossary.edit import add, remove, rename, rename_id
from translate.glossary.load import parse
from translate.glossary.tree import Tree, column_of, grow
from translate.records import Rendering

CASES = Path(__file__).parents[1] / "cases" / "glossary" / "edits"


def calls(text: str, path: str, words: list[str]) -> str:
    """The edit that a case names in its first line."""
    name, *arguments = words
    if name == "add":
        id, *terms = arguments
        return add(text, path, {"id": id, **dict(term.split("=") for term in terms)})
    if name == "add-title":
        return add(text, path, dict(term.split("=") for term in arguments), "titles")
    edit: Any = {"remove": remove, "rename": rename, "rename-id": rename_id}[name]
    result: str = edit(text, path, *arguments)
    return result


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.stem)
def test_edits(path: Path) -> None:
    command, before, after = path.read_text("utf-8").split("=====\n")
    assert calls(before, "g.yml", command.split()) == after


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that were taken out, and those that were put in."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    out: list[str] = []
    put: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            out += old[a:b]
            put += new[c:d]
    return out, put


@settings(max_examples=60, deadline=None)
@given(files(), ENTRY)
def test_adding_adds_lines(file: tuple[dict[str, Any], str], entry: dict[str, Any]) -> None:
    _, text = file
    after = add(text, "g.yml", {"id": "new", **entry})
    out, put = lines_changed(text, after)
    assert not "".join(out).strip() or out == text.splitlines()[-1:], "only a line without an end may change"
    assert put and "new" in parse(after, "g.yml")


@settings(max_examples=60, deadline=None)
@given(files(), st.data())
def test_removing_removes_lines(file: tuple[dict[str, Any], str], data: st.DataObject) -> None:
    content, text = file
    id = data.draw(st.sampled_from([one["id"] for one in content["entries"]]))
    after = remove(text, "g.yml", id)
    item = tree_of(text, id)
    assert id not in parse(after, "g.yml")
    start, end = text.count("\n", 0, item.start), text.count("\n", 0, item.end) + 1
    before, rest = text.splitlines(keepends=True)[:start], text.splitlines(keepends=True)[end:]
    indent = " " * column_of(text, item.start)
    while rest and rest[0].startswith(indent) and rest[0].lstrip().startswith("#"):
        del rest[0]
    if len(content["entries"]) == 1:
        before = [line.replace("entries:", "entries: []") for line in before]
    assert after == "".join(before + rest)


@settings(max_examples=120, deadline=None)
@given(files(), st.sampled_from(["en", "ko", "ja"]), st.one_of(st.just("새 이름"), WORDS), st.data())
def test_renaming_changes_the_lines_of_one_term(file: tuple[dict[str, Any], str], language: str, new: str,
                                                data: st.DataObject) -> None:
    content, text = file
    entry = data.draw(st.sampled_from([one for one in content["entries"] if language in one] or [None]))
    assume(entry is not None)
    old = parse(text, "g.yml").entry(entry["id"]).renderings[language]
    assume(old.use != new)
    after = rename(text, "g.yml", entry["id"], language, new)
    found = parse(after, "g.yml").entry(entry["id"]).renderings[language]
    assert found.use == new and old.use in found.avoid and new not in found.avoid + found.also
    start, end = lines_of(text, entry, language)
    before = text.splitlines(keepends=True)
    result = after.splitlines(keepends=True)
    assert result[:start] == before[:start]
    rest = before[end:]
    assert not rest or result[-len(rest):] == rest


def lines_of(text: str, entry: dict[str, Any], language: str) -> tuple[int, int]:
    """First and last line (exclusive, from 0) of what an entry says of a language."""
    item = tree_of(text, entry["id"])
    key, value = item.key(language), item.get(language)
    assert key is not None and value is not None
    return text.count("\n", 0, key.start), text.count("\n", 0, value.end) + 1


def tree_of(text: str, id: str) -> Tree:
    """Where an entry stands."""
    entries = grow(text, "g.yml").get("entries")
    assert entries is not None
    return next(item for item in entries.items if (value := item.get("id")) and value.text == id)


@settings(max_examples=40, deadline=None)
@given(files(), st.data())
def test_renaming_an_id_changes_one_line(file: tuple[dict[str, Any], str], data: st.DataObject) -> None:
    content, text = file
    id = data.draw(st.sampled_from([one["id"] for one in content["entries"] + content.get("titles", [])]))
    after = rename_id(text, "g.yml", id, "new-id")
    out, put = lines_changed(text, after)
    assert len(out) == len(put) == 1
    assert put[0] == re.sub(f"(['\"]?){id}\\1", "new-id", out[0])


def test_renaming_tells_what_the_old_translations_say() -> None:
    text = "glossary: g\nentries: [{id: a, ko: {use: 가, also: [나], first: 가(A), avoid: [다], reading: 카}}]\n"
    found = parse(rename(text, "g.yml", "a", "ko", "나"), "g.yml").entry("a").renderings["ko"]
    assert found == Rendering("나", first="나(A)", avoid=("다", "가"))


@pytest.mark.parametrize(("edit", "message"), [
    (lambda text: rename(text, "g.yml", "anchr", "ko", "x"),
     "no entry is called 'anchr'; did you mean anchor?"),
    (lambda text: rename(text, "g.yml", "a", "ja", "x"),
     "g.yml:3:5: entry a has no ja term to rename; it has en, ko"),
    (lambda text: rename(text, "g.yml", "a", "ko", "가"), "entry a is '가' in ko already"),
    (lambda text: rename(text, "g.yml", "anchor", "ko", "x"), "make it by hand"),
    (lambda text: rename(text, "g.yml", "merged", "ko", "x"), "comes from a merge"),
    (lambda text: rename(text, "g.yml", "busy", "ko", "x"), "comment in its brackets; rename it by hand"),
    (lambda text: rename_id(text, "g.yml", "a", "busy"), "the id busy is taken"),
    (lambda text: rename_id(text, "g.yml", "a", "two words"),
     "holds a space or one of , : /; write for example two-words"),
    (lambda text: remove(text, "g.yml", "anchor"), "make it by hand"),
    (lambda text: add(text, "g.yml", {"id": "a", "en": "A"}), "an entry a is there already"),
    (lambda text: add(text, "g.yml", {"id": "c", "xx": "A"}), "unknown key 'xx'"),
    (lambda text: remove(text + "\t- x", "g.yml", "a"), "a tab stands where YAML wants spaces"),
])
def test_what_cannot_be_done_is_said(edit: Any, message: str) -> None:
    text = ("glossary: g\nentries:\n  - {id: a, en: A, ko: 가}\n  - {id: anchor, ko: &k 나}\n"
            "  - &m {id: alias, ko: *k}\n  - {<<: *m, id: merged}\n"
            "  - id: busy\n    ko: [라, # why\n      마]\n")
    with pytest.raises(GlossaryError) as caught:
        edit(text)
    assert message in str(caught.value)

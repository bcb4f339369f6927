"""Formatting keeps what a glossary says and its comments, and has nothing to do the second time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.glossary.writing import files
from translate.glossary.comments import attach
from translate.glossary.fmt import format_glossary
from translate.glossary.load import parse
from translate.glossary.model import same
from translate.glossary.tree import Tree, grow

CASES = Path(__file__).parents[1] / "cases" / "glossary"


def comments(text: str) -> list[str]:
    """All comments of a file, sorted."""
    root = grow(text.replace("\r\n", "\n"), "g.yml")
    attach(root, text.replace("\r\n", "\n"))
    found: list[str] = []
    waiting = [root]
    while waiting:
        tree: Tree = waiting.pop()
        found += [*tree.above, *tree.behind, *tree.below]
        waiting += tree.children
    return sorted(comment for comment in found if comment)


@pytest.mark.parametrize("path", sorted((CASES / "formatted").iterdir()), ids=lambda path: path.stem)
def test_formatted_files_stay(path: Path) -> None:
    assert format_glossary(path.read_bytes().decode(), path.name) == path.read_bytes().decode()


@pytest.mark.parametrize("path", sorted((CASES / "unformatted").iterdir()), ids=lambda path: path.stem)
def test_unformatted_files_become_formatted(path: Path) -> None:
    wanted = (CASES / "formatted" / path.name).read_bytes().decode()
    assert format_glossary(path.read_bytes().decode(), path.name) == wanted


@pytest.mark.parametrize("path", sorted((CASES / "valid").iterdir()), ids=lambda path: path.stem)
def test_valid_files_keep_what_they_say(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    formatted = format_glossary(text, path.name)
    assert same(parse(formatted, path.name), parse(text, path.name))
    assert format_glossary(formatted, path.name) == formatted


@settings(max_examples=80, deadline=None)
@given(files())
def test_what_it_says_and_its_comments_stay(file: tuple[dict[str, Any], str]) -> None:
    _, text = file
    formatted = format_glossary(text, "g.yml")
    assert same(parse(formatted, "g.yml"), parse(text, "g.yml"))
    assert comments(formatted) == comments(text)
    assert format_glossary(formatted, "g.yml") == formatted

"""A module imports only from rows below its own: the architecture, held."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROWS = (
    ("errors",),
    ("records", "languages", "files"),
    ("text",),
    ("readers", "glossary", "memory", "engine", "reports"),
    ("terms", "checks"),
    ("pipeline",),
    ("batch", "training"),
    ("translator",),
    ("cli",),
)
ROW = {name: row for row, names in enumerate(ROWS) for name in names}
FREE = {"__init__", "__main__"}
"""The package itself (its version) and the entry point."""
FORBIDDEN = {("checks", "engine")}
"""Edges that the rows alone would allow."""
MODULES = sorted(path for path in (ROOT / "translate").rglob("*.py"))


def part(path: Path) -> str:
    """The part of the program that a module belongs to."""
    return path.relative_to(ROOT / "translate").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, part) of each of our own modules that `path` imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the import in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            top, *rest = name.split(".")
            if top == "translate":
                yield node.lineno, rest[0]


def allowed(importer: str, imported: str) -> bool:
    """Whether the table has this edge; within one part everything is allowed."""
    if importer == imported or importer in FREE or imported == "__version__":
        return True
    return ROW[imported] < ROW[importer] and (importer, imported) not in FORBIDDEN


def test_every_part_has_a_row() -> None:
    assert {part(path) for path in MODULES} - FREE - set(ROW) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    wrong = [f"{path}:{line}: {part(path)} may not import {imported}"
             for line, imported in imports(path) if not allowed(part(path), imported)]
    assert not wrong


@pytest.mark.parametrize(("importer", "imported", "expected"), [
    ("text", "records", True),
    ("readers", "engine", False),
    ("engine", "cli", False),
    ("checks", "engine", False),
    ("checks", "glossary", True),
    ("cli", "pipeline", True),
    ("records", "text", False),
])
def test_the_table(importer: str, imported: str, expected: bool) -> None:
    assert allowed(importer, imported) is expected

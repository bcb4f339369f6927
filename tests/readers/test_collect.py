"""From named paths to files, in a stable order, each written to a place of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import InputError
from translate.readers.collect import collect

SUFFIXES = (".txt", ".md")


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def names(*paths: Path, leave_out: Path | None = None) -> list[str]:
    return [source.name for source in collect(paths, SUFFIXES, leave_out)]


def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.md", "x/c.md", "x/d.pdf", ".hidden.txt", ".git/e.txt")
    assert names(tmp_path) == ["a.md", "b.txt", "x/c.md"]


def test_a_named_file_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    make(tmp_path, "note.asc")
    assert names(tmp_path / "note.asc") == ["note.asc"]


def test_the_output_folder_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "out/ko/a.txt")
    assert names(tmp_path, leave_out=tmp_path / "out") == ["a.txt"]


def test_the_same_file_twice_is_one_source(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_two_files_for_one_place_are_refused(tmp_path: Path) -> None:
    make(tmp_path, "x/a.txt", "y/a.txt")
    with pytest.raises(InputError, match=r"would both become a\.txt"):
        collect([tmp_path / "x", tmp_path / "y"], SUFFIXES)


def test_an_empty_folder_names_the_known_endings(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing to translate here; known endings are \.md, \.txt"):
        collect([tmp_path], SUFFIXES)


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        collect([tmp_path / "none"], SUFFIXES)

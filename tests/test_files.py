"""Files appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translate.errors import OutputError
from translate.files import write_atomically


def test_the_same_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"same")
    os.utime(path, (1, 1))
    assert not write_atomically(path, b"same")
    assert path.stat().st_mtime == 1


def test_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    path = tmp_path / "ko" / "x" / "a.txt"
    assert write_atomically(path, "평양".encode())
    assert path.read_text(encoding="utf-8") == "평양"
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    assert write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "ko").write_bytes(b"")
    with pytest.raises(OutputError, match=r"a\.txt: cannot be written"):
        write_atomically(tmp_path / "ko" / "a.txt", b"x")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.mkdir()
    with pytest.raises(OutputError):
        write_atomically(target, b"x")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]

"""A memory that is old, new, damaged, or that cannot be written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from translate.errors import StoreError
from translate.memory.database import suspect
from translate.memory.rows import Approved, Asked, Key
from translate.memory.schema import STEPS, VERSION
from translate.memory.store import open_memory

KEY = Key("It rose.", "en", "ko", "model")
PAGE = 4096


def asked(number: int) -> Asked:
    return Asked(f"Sentence {number}.", "", "", "en", "ko")


def fill(path: Path, sentences: int) -> None:
    with open_memory(path)[0] as memory:
        memory.keep([(KEY, "올랐다.")])
        memory.approve(Approved(asked(number), f"문장 {number}.") for number in range(sentences))


def test_a_memory_of_version_one_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(STEPS[0])
        connection.execute("PRAGMA user_version = 1")
    fill_old(path)
    with open_memory(path)[0] as memory:
        assert [row.text for row in memory.approvals()] == ["문장."]
        batch = memory.approve([Approved(asked(1), "문장 1.")]).batch
        assert memory.take_back(batch) == 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def fill_old(path: Path) -> None:
    """An approved sentence, as a program of version one wrote it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO approved VALUES (1, x'00', x'01', 'Sentence.', '', '', 'en', 'ko', "
                           "'문장.', '', '', '', 1)")
        connection.commit()


def test_a_memory_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    fill(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=f"a memory of version {VERSION + 1}, this program knows"):
        open_memory(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("garbage", [b"no database at all" * 300, b"SQLite format 3\0" + b"\xff" * 9000],
                         ids=["text", "header"])
def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "memory.db"
    for count in (1, 2):
        path.write_bytes(garbage)
        memory, remark = open_memory(path)
        with memory:
            assert memory.generation == 0
        assert "is set aside as memory.db.corrupt-" in remark and "0 approved sentences saved" in remark
        aside = [file for file in tmp_path.iterdir() if ".corrupt-" in file.name]
        assert [file.read_bytes() for file in aside] == [garbage] * count


@pytest.mark.parametrize("page", range(1, 30, 4))
def test_approved_sentences_are_saved_from_a_damaged_file(tmp_path: Path, page: int) -> None:
    path = tmp_path / "memory.db"
    fill(path, 500)
    with closing(sqlite3.connect(path)) as connection:
        root, = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'approved'").fetchone()
    data = bytearray(path.read_bytes())
    data[page * PAGE:(page + 1) * PAGE] = b"\xff" * PAGE
    path.write_bytes(data)
    memory, remark = open_memory(path)
    with memory:
        saved = {row.asked.text: row.text for row in memory.approvals()}
        assert all(text == f"문장 {source.split()[1]}" for source, text in saved.items())
        assert f"with {len(saved)} approved sentences saved" in remark
        assert page + 1 == root or len(saved) >= 400


def test_damage_met_on_the_way_is_looked_at_when_next_opened(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    fill(path, 500)
    memory = open_memory(path)[0]
    with memory:
        data = bytearray(path.read_bytes())
        data[PAGE:] = b"\xff" * (len(data) - PAGE)
        path.write_bytes(data)
        with pytest.raises(StoreError, match="damaged .* set aside when it is next opened"):
            list(memory.approvals())
    assert suspect(path).exists()
    memory, remark = open_memory(path)
    memory.close()
    assert "set aside" in remark and not suspect(path).exists()


def test_an_empty_file_is_an_empty_memory(tmp_path: Path) -> None:
    (tmp_path / "memory.db").touch()
    memory, remark = open_memory(tmp_path / "memory.db")
    memory.close()
    assert remark == ""


@pytest.mark.parametrize("where", ["file/memory.db", "folder"])
def test_a_place_that_cannot_be_one_is_said(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="cannot be opened .*--no-memory"):
        open_memory(tmp_path / where)


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    fill(path, 100)
    script = """
import resource, sys
from pathlib import Path
from translate.errors import StoreError
from translate.memory.rows import Key
from translate.memory.store import open_memory
memory = open_memory(Path(sys.argv[1]))[0]
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    memory.keep((Key(str(n), "en", "ko", "s"), "x" * 1000) for n in range(2000))
except StoreError as error:
    print(error)
    print(len(list(memory.approvals())))
"""
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    told, left = done.stdout.splitlines()
    assert "the memory cannot be used" in told and "free space" in told and left == "100"
    memory, remark = open_memory(path)
    with memory:
        assert remark == "" and memory.recall([KEY]) == {KEY: "올랐다."}
        assert memory.stats().pairs[0].results == 1

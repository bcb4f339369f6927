"""A run that is killed at any moment, again and again, ends as if nothing had happened."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.small import MODELS, sentences
from translate.memory.rows import Approved, Asked
from translate.memory.store import open_memory

KILLS = 30
ARTICLES = 200
GLOSSARY = """\
glossary: test
source: en
entries:
  - {id: kcna, kind: organization, en: KCNA, ko: {use: 조선중앙통신, avoid: [한국중앙통신]}}
"""
APPROVED = "사람이 확인한 문장이다."


def prepare(folder: Path) -> None:
    """Articles of different sentences, a glossary, and a sentence that a person approved."""
    texts = [row["en"] for row in sentences()]
    (folder / "in" / "x").mkdir(parents=True)
    (folder / "g.yml").write_text(GLOSSARY, encoding="utf-8")
    for number in range(ARTICLES):
        lines = [f"{texts[number % len(texts)]} Article {number}.", texts[(number * 7) % len(texts)],
                 f"KCNA said on Monday that Japan visited Seoul {number} times.", "A person approved this."]
        place = folder / "in" / ("x" if number % 3 else "") / f"{number:03}.txt"
        place.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    memory, _ = open_memory(folder / "seed.db")
    with memory:
        memory.approve([Approved(Asked("A person approved this.", "", "", "en", "ko"), APPROVED)])


def start(folder: Path, out: str, memory: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "translate", "run", "in", "--to", "ko", "--models", str(MODELS), "-g", "g.yml",
         "--out", out, "--memory", memory, "--beam", "1", "--quiet"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(running: subprocess.Popen[str]) -> None:
    _, errors = running.communicate(timeout=120)
    assert running.returncode == 0, errors


def tree(folder: Path) -> dict[str, bytes]:
    """Every file but run.json, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and path.name != "run.json"}


def told(folder: Path) -> dict[str, object]:
    """What run.json says of the result, and not of how it was come by."""
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    return {key: value for key, value in record.items() if key not in ("started", "finished", "seconds", "work")}


def check_visible(folder: Path, whole: dict[str, bytes]) -> None:
    """Whatever the moment, a file that is to be seen is a file as it should be."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.name.startswith(".") and name != "run.json":
            assert path.read_bytes() == whole[name], name


def check_memory(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT translation FROM approved").fetchall() == [(APPROVED,)]
    connection.close()


def test_killed_again_and_again(tmp_path: Path) -> None:
    prepare(tmp_path)
    shutil.copy(tmp_path / "seed.db", tmp_path / "whole.db")
    began = time.monotonic()
    finish(start(tmp_path, "whole", "whole.db"))
    length = time.monotonic() - began
    whole = tree(tmp_path / "whole")
    assert len(whole) == 2 * ARTICLES and APPROVED in whole["ko/000.txt"].decode()
    chance = random.Random(7)
    kills = rounds = 0
    while kills < KILLS:
        rounds += 1
        out, memory = f"out{rounds}", f"{rounds}.db"
        shutil.copy(tmp_path / "seed.db", tmp_path / memory)
        ended = False
        while not ended and kills < KILLS:
            running = start(tmp_path, out, memory)
            try:
                running.communicate(timeout=length * chance.uniform(0.15, 0.9))
                ended = True
            except subprocess.TimeoutExpired:
                running.kill()
                running.communicate()
                kills += 1
                check_visible(tmp_path / out, whole)
        finish(start(tmp_path, out, memory))
        assert tree(tmp_path / out) == whole
        assert told(tmp_path / out) == told(tmp_path / "whole")
        check_memory(tmp_path / memory)


def test_two_runs_at_once_share_a_memory(tmp_path: Path) -> None:
    prepare(tmp_path)
    shutil.copy(tmp_path / "seed.db", tmp_path / "both.db")
    one, other = start(tmp_path, "one", "both.db"), start(tmp_path, "other", "both.db")
    finish(one)
    finish(other)
    assert tree(tmp_path / "one") == tree(tmp_path / "other")
    check_memory(tmp_path / "both.db")

"""A small cluster on this machine writes what a local run writes, byte for byte, whoever dies meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MODELS = ROOT / "tests/models"
COMMAND = [sys.executable, "-m", "translate", "run", "articles", "--to", "ko,ja", "--models", str(MODELS),
           "--glossary", str(ROOT / "glossaries"), "--quiet"]
RAY = ["--on", "ray", "--jobs", "2"]


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder)}


def run(folder: Path, *args: str) -> None:
    done = subprocess.run([*COMMAND, *args], cwd=folder, env=environment(folder), capture_output=True, text=True)
    assert done.returncode in (0, 3), done.stderr


def written(out: Path) -> dict[str, bytes]:
    """All translations and the files for translators; run.json tells of times."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*"))
            if path.is_file() and path.parent != out}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, enough for some windows, and what a local run makes of them in `local`."""
    made = tmp_path_factory.mktemp("ray")
    lines = [line.split("\t")[0] for line in (MODELS / "sentences.tsv").read_text("utf-8").splitlines()]
    (made / "articles").mkdir()
    for number in range(60):
        own = [lines[(number * 7 + step * 3) % len(lines)] for step in range(60)]
        (made / "articles" / f"{number}.txt").write_text("\n\n".join(own) + "\n", "utf-8")
    (made / "articles" / "feed.jsonl").write_text(
        "".join(f'{{"title": "{lines[number]}"}}\n' for number in range(20)), "utf-8")
    run(made, "--out", "local", "--no-memory")
    return made


def workers(folder: Path) -> Iterator[int]:
    """The processes of actors of a run that was started in `folder`."""
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if b"ray::Worker" in (path / "cmdline").read_bytes() and (
                    f"HOME={folder}\0".encode() in (path / "environ").read_bytes()):
                yield int(path.name)
        except OSError:
            continue


def test_two_workers_write_the_same(folder: Path) -> None:
    run(folder, "--out", "cluster", "--no-memory", *RAY)
    assert written(folder / "cluster") == written(folder / "local")
    assert len(written(folder / "local")) == 244


def test_a_worker_that_is_killed_changes_nothing(folder: Path) -> None:
    started = subprocess.Popen([*COMMAND, "--out", "killed", "--no-memory", *RAY], cwd=folder,
                               env=environment(folder), stderr=subprocess.PIPE)
    killed = 0
    while started.poll() is None and not killed:
        if any((folder / "killed").glob("ko/*.txt")):
            victim = next(workers(folder), 0)
            if victim:
                os.kill(victim, signal.SIGKILL)
                killed = victim
        time.sleep(0.01)
    _, error = started.communicate()
    assert killed and started.returncode in (0, 3), error
    assert written(folder / "killed") == written(folder / "local")


def test_the_memory_is_asked_and_filled(folder: Path) -> None:
    run(folder, "--out", "one", "--memory", "memory.db", *RAY)
    assert written(folder / "one") == written(folder / "local")
    run(folder, "--out", "other", "--memory", "memory.db", *RAY)
    assert written(folder / "other") == written(folder / "local")
    assert b'"decoded": 0' in (folder / "other" / "run.json").read_bytes()


def test_a_cluster_that_does_not_answer_is_told(folder: Path) -> None:
    done = subprocess.run([*COMMAND, "--out", "none", "--no-memory", "--on", "ray://127.0.0.1:1"], cwd=folder,
                          env=environment(folder), capture_output=True, text=True)
    assert done.returncode == 2 and "no cluster answers" in done.stderr, done.stderr
    assert done.stderr.count("\n") == 1

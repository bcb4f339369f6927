"""Several processes at one memory, and one that is killed."""

from __future__ import annotations

import multiprocessing
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from translate.memory.rows import Approved, Asked, Key
from translate.memory.store import open_memory

ROUNDS = 15
WRITER = """
import sys
from pathlib import Path
from translate.memory.rows import Approved, Asked, Key
from translate.memory.store import open_memory
memory = open_memory(Path(sys.argv[1]))[0]
print("open", flush=True)
number = int(sys.argv[2])
while True:
    memory.keep([(Key(f"{number} {n}", "en", "ko", "s"), "x" * 500) for n in range(50)])
    memory.approve([Approved(Asked(f"{number} {n}", "", "", "en", "ko"), "!") for n in range(5)])
    print(number, flush=True)
    number += 1
"""


def write(path: Path, name: str) -> None:
    """What one process does: open, keep, approve, look up."""
    with open_memory(path)[0] as memory:
        for number in range(ROUNDS):
            keys = [Key(f"{name} {number} {n}", "en", "ko", "s") for n in range(20)]
            memory.keep([(key, name) for key in keys])
            asked = [Asked(key.text, "", "", "en", "ko") for key in keys]
            memory.approve([Approved(one, name) for one in asked])
            assert memory.recall(keys) == dict.fromkeys(keys, name)
            assert [one and one.text for one in memory.approved(asked)] == [name] * len(keys)


def test_processes_that_begin_at_once_share_a_memory(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write, args=(path, name)) for name in "abc"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with open_memory(path)[0] as memory:
        pair, = memory.stats().pairs
        assert (pair.results, pair.approved) == (3 * ROUNDS * 20, 3 * ROUNDS * 20)
        assert memory.generation == 3 * ROUNDS


def test_processes_that_find_a_damaged_file_set_it_aside_once(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(b"damaged" * 1000)
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write, args=(path, name)) for name in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert len(list(tmp_path.glob("*.corrupt-*"))) == 1
    with open_memory(path)[0] as memory:
        assert memory.stats().pairs[0].approved == 2 * ROUNDS * 20


def test_a_killed_process_leaves_whole_transactions(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    waits = random.Random(0)
    done: set[int] = set()
    for turn in range(5):
        process = subprocess.Popen([sys.executable, "-c", WRITER, path, str(turn * 1000)], text=True,
                                   stdout=subprocess.PIPE)
        assert process.stdout is not None and process.stdout.readline() == "open\n"
        time.sleep(waits.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        done.update(map(int, process.stdout.read().split()))
        process.stdout.close()
        process.wait()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_memory(path)[0] as memory:
        results = {key.text for key, _, _ in memory.results()}
        approved = {row.asked.text for row in memory.approvals()}
    assert len(results) % 50 == 0 and len(approved) % 5 == 0 and done
    for number in done:
        assert {f"{number} {n}" for n in range(50)} <= results
        assert {f"{number} {n}" for n in range(5)} <= approved

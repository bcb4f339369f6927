"""How long `translate check` takes for many pairs with a large glossary, and how much memory.

Budget: 100,000 pairs with 10,000 entries in 20 s on two cores, and no more memory for more pairs. The pairs
are those of the development set with a made-up name and a number in each, so that no two are the same.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.bench_match import SYLLABLES, make_glossary
from tests.bench.speed import ROOT

DEVELOPMENT = ROOT / "corpus" / "eval" / "news-dev.jsonl"
_SOUNDS = {
    "ko": "카 로 미 센 타 루 보르 덴 욘 기 파 트레 벨 시 나크 온 아르 두스 렘 호 진".split(),
    "ja": "カ ロ ミ セン タ ル ボル デン ヨン ギ パ トレ ベル シ ナク オン アル ドゥス レム ホ ジン".split()}
_SYLLABLE = re.compile("|".join(sorted(SYLLABLES, key=len, reverse=True)))
_DIGITS = re.compile(r"(?<![\d.,-])\d{2}(?![\d.,-])")


def measure(pairs: Sequence[int] = (20_000, 100_000), entries: int = 10_000, language: str = "ko",
            jobs: int = 2) -> dict[str, Any]:
    """Wall time, processor time of all processes and peak memory of `jobs` processes, by number of pairs."""
    rows = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = _write_glossary(folder / "bench.yml", entries)
        for count in pairs:
            _write_pairs(folder / "pairs.jsonl", count, made, language)
            rows.append({"pairs": count, **_run(folder, language, jobs)})
    return {"entries": entries, "language": language, "jobs": jobs, "rows": rows}


def report(result: dict[str, Any]) -> str:
    """The figures that the budget names."""
    rows = result["rows"]
    lines = [f"{result['entries']:,} entries and those of the repository, en to {result['language']}, "
             f"--jobs {result['jobs']} (budget 20 s for 100,000 pairs)", "",
             "| pairs | wall s | processor s | µs a pair | peak MB, all processes |", "|---|---|---|---|---|"]
    lines += [f"| {row['pairs']:,} | {row['wall_s']:.1f} | {row['cpu_s']:.1f} | "
              f"{1e6 * row['cpu_s'] / row['pairs']:.0f} | {row['peak_mb']:.0f} |" for row in rows]
    if len(rows) > 1:
        more = (rows[-1]["cpu_s"] - rows[0]["cpu_s"]) / (rows[-1]["pairs"] - rows[0]["pairs"])
        lines.append(f"\n{1e6 * more:.0f} µs of processor time for each pair more, start and glossary aside")
    return "\n".join(lines)


def _write_glossary(path: Path, entries: int) -> Sequence[str]:
    """Write a glossary of made-up names; these in English."""
    made = make_glossary(entries, random.Random(7)).entries
    rows = [{"id": entry.id, "kind": entry.kind,
             "en": {"use": entry.renderings["en"].use, "also": list(entry.renderings["en"].also)},
             "ko": _spoken(entry.renderings["en"].use, "ko"), "ja": _spoken(entry.renderings["en"].use, "ja")}
            for entry in made]
    lines = [f"  - {json.dumps(row, ensure_ascii=False)}" for row in rows]
    path.write_text("glossary: bench\nsource: en\nentries:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return [entry.renderings["en"].use for entry in made]


def _spoken(name: str, language: str) -> str:
    """The made-up `name` in the script of another language."""
    sounds = dict(zip(SYLLABLES, _SOUNDS[language]))
    joint = {"ko": " ", "ja": "・"}[language]
    return joint.join("".join(sounds[found] for found in _SYLLABLE.findall(word.lower()))
                      for word in name.split())


def _write_pairs(path: Path, count: int, made: Sequence[str], language: str) -> None:
    """The development set again and again, each time with other numbers, one pair in five with a name."""
    rows = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            turn, place = divmod(number, len(rows))
            row = rows[place]
            source, target = _DIGITS.sub(str(turn % 89 + 11), row["en"]), _DIGITS.sub(
                str(turn % 89 + 11), row[language])
            if number % 5 == 0:
                name = made[number % len(made)]
                source, target = f"{name}: {source}", f"{_spoken(name, language)}: {target}"
            file.write(json.dumps({"en": f"{source}", language: target, "article": f"{row['article']}-{turn}"},
                                  ensure_ascii=False) + "\n")


def _run(folder: Path, language: str, jobs: int) -> dict[str, float]:
    started, before = time.perf_counter(), os.times()
    running = subprocess.Popen(
        [sys.executable, "-m", "translate", "check", "pairs.jsonl", "--to", language, "--glossary", "bench.yml",
         "--glossary", str(ROOT / "glossaries"), "--jobs", str(jobs), "--quiet", "--json", "--output", "out.json"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})
    peaks: list[float] = []
    watching = threading.Thread(target=_watch, args=(running, peaks))
    watching.start()
    status = running.wait()
    watching.join()
    after = os.times()
    if status > 1 or not (folder / "out.json").exists():
        raise RuntimeError(f"the check ended with {status}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return {"wall_s": time.perf_counter() - started, "cpu_s": used, "peak_mb": max(peaks, default=0.0)}


def _watch(running: subprocess.Popen[bytes], peaks: list[float]) -> None:
    """The memory that the process and those which it started have, now and then."""
    while running.poll() is None:
        peaks.append(_resident(running.pid) / 1024)
        time.sleep(0.2)


def _resident(parent: int) -> int:
    """Kilobytes, of Linux alone."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines() if ":" in line)
        except OSError:
            continue
        if parent in (int(fields["Pid"]), int(fields["PPid"])):
            total += int(fields.get("VmRSS", "0 kB").split()[0])
    return total

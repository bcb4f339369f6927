"""A run over articles of which none has changed, and a run over a file of any number of them."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.speed import ROOT, articles

MODELS = ROOT / "tests" / "models"


def unchanged(count: int = 1000, rounds: int = 5) -> dict[str, Any]:
    """Seconds of a run over `count` articles that an earlier run has translated, process start included."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for number, sentences in enumerate(articles(count, 5)):
            (folder / "in" / f"{number:04}.txt").write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
        first, _ = _run(folder, "in")
        times = [_run(folder, "in")[0] for _ in range(rounds)]
        work = json.loads((folder / "out" / "run.json").read_text(encoding="utf-8"))["work"]
    return {"articles": count, "first": first, "again": times, "work": work}


def stream(counts: Sequence[int] = (20_000, 100_000)) -> dict[str, Any]:
    """Peak memory and time of a run over a `.jsonl` of so many articles of one sentence."""
    rows = []
    pool = [text for group in articles(40, 50) for text in group]
    for count in counts:
        with TemporaryDirectory() as name:
            folder = Path(name)
            with (folder / "in.jsonl").open("w", encoding="utf-8") as file:
                for number in range(count):
                    text = f"{pool[number % len(pool)]} Article {number}."
                    file.write(json.dumps({"id": number, "text": text}) + "\n")
            seconds, peak = _run(folder, "in.jsonl")
            rows.append({"articles": count, "seconds": seconds, "peak_mb": peak})
    return {"rows": rows}


def report(result: dict[str, Any]) -> str:
    """The figures that the budgets name."""
    if "again" in result:
        times = result["again"]
        return (f"{result['articles']:,} articles, first run {result['first']:.1f} s; unchanged: median "
                f"{statistics.median(times):.2f} s ({min(times):.2f} to {max(times):.2f}); budget 3 s; "
                f"{result['work']['unchanged']:,} unchanged, {result['work']['decoded']} decoded")
    rows = result["rows"]
    lines = ["| articles in one .jsonl | seconds | ms an article | peak MB |", "|---|---|---|---|"]
    lines += [f"| {row['articles']:,} | {row['seconds']:.0f} | {1000 * row['seconds'] / row['articles']:.2f} | "
              f"{row['peak_mb']:.0f} |" for row in rows]
    lines.append(f"\npeak, most to least: {rows[-1]['peak_mb'] / rows[0]['peak_mb']:.3f}; budget 1.10")
    return "\n".join(lines)


def _run(folder: Path, source: str) -> tuple[float, float]:
    """Seconds and peak memory, in MB, of a run of the command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-m", "translate", "run", source, "--to", "ko", "--models", str(MODELS), "--beam", "1",
         "--no-glossary", "--quiet"], cwd=folder, env=environment)
    _, status, usage = os.wait4(running.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise RuntimeError(f"the run ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)

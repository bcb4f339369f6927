"""`python -m tests.bench [NAME...]`: measures speed and memory and prints tables.

Names: speed match memory report unchanged stream attention. Results as JSON go to .bench/results.json. For
the comparison with argostranslate: python -m venv .bench/argos && .bench/argos/bin/pip install -r
tests/bench/requirements-argos.txt
"""

from __future__ import annotations

import json
import sys

from tests.bench import bench_attention, bench_match, bench_memory, bench_report, bench_runs, speed


def main() -> None:
    """Run the named benchmarks, or all."""
    from translate.cli.engines import find_routes
    names = sys.argv[1:] or ["speed", "match", "memory", "report", "unchanged", "stream", "attention"]
    results = {}
    if "speed" in names:
        package = find_routes("en", ["ko"], speed.ROOT / "translate" / "starter")["ko"][0]
        results["speed"] = speed.measure(package)
        print(speed.report(results["speed"]))
    if "match" in names:
        results["match"] = bench_match.measure()
        print(bench_match.report(results["match"]))
    if "memory" in names:
        results["memory"] = bench_memory.measure()
        print(bench_memory.report(results["memory"]))
    if "report" in names:
        results["report"] = bench_report.measure()
        print(bench_report.report(results["report"]))
    if "unchanged" in names:
        results["unchanged"] = bench_runs.unchanged()
        print(bench_runs.report(results["unchanged"]))
    if "stream" in names:
        results["stream"] = bench_runs.stream()
        print(bench_runs.report(results["stream"]))
    if "attention" in names:
        results["attention"] = bench_attention.measure()
        print(bench_attention.report(results["attention"]))
    speed.ARGOS.parent.mkdir(exist_ok=True)
    (speed.ARGOS.parent / "results.json").write_text(json.dumps(results, indent=1), encoding="utf-8")


main()

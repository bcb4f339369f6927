"""Decoding speed: ours, raw CTranslate2 in its best setting, and argostranslate's own translation.

All three run the same package at the same beam over the same articles, in turn, several times; only
ratios within one run mean something on a machine that others use too.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ARGOS = ROOT / ".bench" / "argos"
BEAM = 4
GRID = [(tokens, inter, intra) for tokens in (256, 512, 1024, 2048) for inter, intra in ((2, 1), (1, 2))]


def articles(count: int, sentences: int = 10) -> list[list[str]]:
    """`count` articles of different sentences, from the grammar of the test packages."""
    sys.path.insert(0, str(ROOT / "tests" / "models"))
    import compose  # type: ignore[import-not-found]
    stream = compose.samples(7, "ko")
    seen: set[str] = set()
    while len(seen) < count * sentences:
        seen.add(next(stream).source)
    rows = sorted(seen)
    return [rows[start::count] for start in range(count)]


def ours(package: Any, texts: Sequence[str]) -> Callable[[], int]:
    """Tokens written by our engine, segments in, drafts out."""
    from translate.engine.ctranslate import PackageEngine
    from translate.engine.interface import Decoding, Request
    from translate.records import Draft
    engine = PackageEngine(package, Decoding(beam=BEAM))

    def run() -> int:
        drafts = engine.draft([Request(text) for text in texts])
        return sum(len(draft.tokens) for _, draft in drafts if isinstance(draft, Draft))
    return run


def raw(package: Any, texts: Sequence[str], tokens: int, inter: int, intra: int) -> Callable[[], int]:
    """Tokens written by one `translate_batch` call, tokenisation and detokenisation included."""
    import ctranslate2
    import sentencepiece
    processor = sentencepiece.SentencePieceProcessor(model_file=str(package.tokenizer))
    model = ctranslate2.Translator(str(package.model), compute_type="int8", inter_threads=inter,
                                   intra_threads=intra)
    start = [package.target_prefix] if package.target_prefix else []

    def run() -> int:
        source = processor.encode(list(texts), out_type=str)
        results = model.translate_batch(source, target_prefix=[start] * len(source), beam_size=BEAM,
                                        batch_type="tokens", max_batch_size=tokens, return_scores=True)
        rows = [result.hypotheses[0][len(start):] for result in results]
        processor.decode(rows)
        return sum(map(len, rows))
    return run


def rate(run: Callable[[], int]) -> float:
    """Target tokens by second."""
    started = time.perf_counter()
    tokens = run()
    return tokens / (time.perf_counter() - started)


def argos(package: Any, groups: Sequence[Sequence[str]]) -> Callable[[], float]:
    """Tokens by second of argostranslate's PackageTranslation, in its own environment and process."""
    python = ARGOS / "bin" / "python"
    if not python.exists():
        return lambda: 0.0
    payload = json.dumps({"package": str(package.path), "groups": groups})

    def run() -> float:
        done = subprocess.run([python, Path(__file__).with_name("argos.py")], input=payload, text=True,
                              check=True, capture_output=True)
        return float(json.loads(done.stdout.splitlines()[-1])["rate"])
    return run


def measure(package: Any, count: int = 150, rounds: int = 5) -> dict[str, Any]:
    """Rates of all systems, in turn; the raw setting is the best of the grid, chosen first."""
    groups = articles(count)
    texts = [text for group in groups for text in group]
    settings = {setting: rate(raw(package, texts, *setting)) for setting in GRID}
    best = max(settings, key=lambda setting: settings[setting])
    systems: dict[str, Callable[[], float]] = {}
    run_ours, run_raw = ours(package, texts), raw(package, texts, *best)
    systems["ours"], systems["raw"] = lambda: rate(run_ours), lambda: rate(run_raw)
    systems["argostranslate"] = argos(package, groups[:max(1, count // 8)])
    rows = [{name: system() for name, system in systems.items()} for _ in range(rounds)]
    return {"segments": len(texts), "beam": BEAM, "best raw setting (tokens, inter, intra)": best,
            "grid": {str(setting): round(value) for setting, value in settings.items()}, "rounds": rows}


def report(result: dict[str, Any]) -> str:
    """The medians and the ratios that the budgets name."""
    rows = result["rounds"]
    lines = [f"{result['segments']:,} segments, beam {result['beam']}, {len(rows)} rounds; raw CTranslate2 at "
             f"{result['best raw setting (tokens, inter, intra)']}", ""]
    lines += ["| system | tokens/s, median | min | max |", "|---|---|---|---|"]
    for name in rows[0]:
        values = [row[name] for row in rows]
        lines.append(f"| {name} | {statistics.median(values):,.0f} | {min(values):,.0f} | {max(values):,.0f} |")
    for other, budget in (("raw", 0.95), ("argostranslate", 5.0)):
        ratios = [row["ours"] / row[other] for row in rows if row[other]]
        if ratios:
            lines.append(f"\nours / {other}: median {statistics.median(ratios):.2f} "
                         f"({min(ratios):.2f} to {max(ratios):.2f}); budget {budget}")
    return "\n".join(lines)

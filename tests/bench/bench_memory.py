"""A memory of a million segments: looking up, suggesting, and what both need.

Sentences are of made-up words whose frequencies follow Zipf's law, as those of news do.
"""

from __future__ import annotations

import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from translate.memory.rows import Approved, Asked, Key
from translate.memory.store import open_memory

T = TypeVar("T")
ROWS, LOOKUPS, WORDS = 1_000_000, 10_000, 120_000
SIGNATURE = "glosswire:0.1|packages:0123456789ab|beam:4|glossary:none|profile:none"
SYLLABLES = ["".join((a, b)) for a in "bdfgklmnprstvz" for b in "aeiou"]


def sentences(count: int, made: random.Random) -> list[str]:
    """Sentences of 5 to 35 words."""
    known = ["".join(made.choices(SYLLABLES, k=made.choice((2, 3, 3, 4)))) for _ in range(WORDS)]
    total, weights = 0.0, []
    for rank in range(1, WORDS + 1):
        total += 1 / rank
        weights.append(total)
    return [" ".join(made.choices(known, cum_weights=weights, k=made.randint(5, 35))) + "."
            for _ in range(count)]


def changed(text: str, made: random.Random) -> str:
    """`text` with one word in eight another one."""
    words = text.split()
    for _ in range(max(1, len(words) // 8)):
        words[made.randrange(len(words))] = made.choice(SYLLABLES)
    return " ".join(words)


def measure() -> dict[str, float]:
    """Seconds by what was done."""
    made = random.Random(0)
    texts = sentences(ROWS, made)
    wanted = made.sample(texts, LOOKUPS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.db"
        result: dict[str, float] = {"rows": ROWS, "lookups": LOOKUPS}
        memory = open_memory(path)[0]
        result["keep_s"], _ = _timed(lambda: [memory.keep(rows) for rows in _results(texts)])
        result["approve_s"], _ = _timed(lambda: memory.approve(_approved(texts)))
        memory.close()
        result["bytes"] = path.stat().st_size
        result.update(look_up(path, texts, wanted, made))
    result["peak_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return result


def look_up(path: Path, texts: Sequence[str], wanted: Sequence[str], made: random.Random) -> dict[str, float]:
    """What a run that was just started asks."""
    result: dict[str, float] = {}
    result["open_s"], memory = _timed(lambda: open_memory(path)[0])
    asked = [Asked(text, "", "", "en", "ko") for text in wanted]
    with memory:
        result["recall_s"], found = _timed(lambda: memory.recall([_key(text) for text in wanted]))
        result["approved_s"], approved = _timed(lambda: memory.approved(asked))
        assert len(found) == len(set(wanted)) and None not in approved
        near = [Asked(changed(text, made), "", "", "en", "ko") for text in wanted[::2]]
        fresh = [Asked(text, "", "", "en", "ko") for text in sentences(LOOKUPS // 2, made)]
        result["first_near_s"], _ = _timed(lambda: memory.near(near[:1]))
        result["near_s"], suggested = _timed(lambda: memory.near([*near, *fresh]))
        result["suggested"] = sum(map(bool, suggested))
    return result


def report(result: dict[str, float]) -> str:
    """The figures of `measure` as lines."""
    return "\n".join([
        f"{result['rows']:,.0f} results and as many approved sentences: {result['bytes'] / 1e6:,.0f} MB, kept in "
        f"{result['keep_s']:.1f} s, approved in {result['approve_s']:.1f} s",
        f"open      {result['open_s']:.3f} s",
        f"recall    {result['recall_s']:.3f} s  {result['lookups']:,.0f} lookups (budget 1 s)",
        f"approved  {result['approved_s']:.3f} s  {result['lookups']:,.0f} lookups (budget 1 s)",
        f"near      {result['near_s']:.3f} s  {result['lookups']:,.0f} lookups, {result['suggested']:,.0f} with a "
        f"suggestion (budget 10 s); the first one {result['first_near_s']:.1f} s",
        f"peak      {result['peak_bytes'] / 1e6:,.0f} MB"])


def _key(text: str) -> Key:
    return Key(text, "en", "ko", SIGNATURE)


def _results(texts: Sequence[str]) -> Iterator[list[tuple[Key, str]]]:
    for start in range(0, len(texts), 1000):
        yield [(_key(text), f'{{"text": "{text}", "score": -0.5}}') for text in texts[start:start + 1000]]


def _approved(texts: Sequence[str]) -> Iterator[Approved]:
    for before, text, after in zip(["", *texts], texts, [*texts[1:], ""]):
        yield Approved(Asked(text, before, after, "en", "ko"), text.upper())


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = action()
    return time.perf_counter() - started, result

"""How long it takes to index 10,000 entries and to scan 1 MB of English text.

    python -m tests.bench.bench_match [--entries N] [--megabytes N]

Budget: each under 0.3 s on one core. Text and entries are made up, the same at each run: common
words between invented ones, one sentence in five with a term.
"""

from __future__ import annotations

import argparse
import random
import string
import time
from collections.abc import Callable
from typing import TypeVar

from translate.glossary.match import Matcher
from translate.glossary.model import Glossary
from translate.records import Entry, Place, Rendering

T = TypeVar("T")
COMMON = (
    "the of and to a in that it is was for on with as by at from his her their this which or "
    "had not are but have an they one you were all we when there can more if no would who said "
    "new so what up out about other into than its only time could people some them two may "
    "first under just use used using army year years state government military missile talks "
    "country leader officials according north south east west united national security").split()
SYLLABLES = "ka ro mi sen ta lu bor den yon gi pa tre vel shi nak on ar dus lem ho jin".split()


def main() -> None:
    """Print the times, best of five."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--megabytes", type=float, default=1.0)
    options = parser.parse_args()
    print(report(measure(options.entries, int(options.megabytes * 1_000_000))))


def measure(entries: int = 10_000, size: int = 1_000_000) -> dict[str, float]:
    """Seconds to index `entries` entries and to scan a text of `size` characters."""
    made = random.Random(7)
    glossary = make_glossary(entries, made)
    text = make_text(glossary, size, made)
    build, matcher = _best(lambda: Matcher(glossary, "en"))
    scan, found = _best(lambda: matcher.find(text))
    return {"entries": entries, "characters": len(text), "matches": len(found),
            "build_s": build, "scan_s": scan}


def report(result: dict[str, float]) -> str:
    """The figures of `measure` as lines."""
    return (f"build  {result['build_s']:.3f} s  {result['entries']:,} entries (budget 0.3 s)\n"
            f"scan   {result['scan_s']:.3f} s  {result['characters']:,} characters, "
            f"{result['matches']:,} matches (budget 0.3 s)")


def make_glossary(size: int, made: random.Random) -> Glossary:
    """`size` entries in English, Korean and Japanese: names of one to three words, and acronyms."""
    entries = []
    for number in range(size):
        words = [_word(made) for _ in range(made.choice((1, 2, 2, 2, 3)))]
        name = " ".join(words) if number % 10 == 0 else " ".join(word.title() for word in words)
        acronym = "".join(made.choices(string.ascii_uppercase, k=4))
        also = (acronym if len(words) > 2 else f"{name}-1",)
        kind = ("person", "place", "organization", "weapon", "term")[number % 5]
        entries.append(Entry(f"entry-{number:06}", kind, {
            "en": Rendering(name, also, short=words[-1].title() if kind == "person" else ""),
            "ko": Rendering(f"이름{number}"), "ja": Rendering(f"名前{number}"),
        }, "bench", Place("bench.yml")))
    return Glossary(tuple(entries))


def make_text(glossary: Glossary, size: int, made: random.Random) -> str:
    """Sentences of 20 words, one in five with a term of `glossary`."""
    invented = [_word(made) for _ in range(3_000)]
    sentences: list[str] = []
    length = 0
    while length < size:
        words = [made.choice(COMMON if made.random() < 0.7 else invented) for _ in range(20)]
        if made.random() < 0.2:
            words[made.randrange(20)] = made.choice(glossary.entries).renderings["en"].use
        sentences.append(f"{words[0].capitalize()} {' '.join(words[1:])}.")
        length += len(sentences[-1]) + 1
    return "\n".join(sentences)[:size]


def _word(made: random.Random) -> str:
    return "".join(made.choice(SYLLABLES) for _ in range(made.choice((2, 3, 3, 4))))


def _best(action: Callable[[], T]) -> tuple[float, T]:
    """The shortest of five runs of `action`, in seconds of processor time, and its result."""
    times = []
    for _ in range(5):
        start = time.process_time()
        result = action()
        times.append(time.process_time() - start)
        del result
    return min(times), action()


if __name__ == "__main__":
    main()

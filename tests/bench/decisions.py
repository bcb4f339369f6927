"""Which matches of our glossaries in a corpus are right: a sample to read, and what was decided.

    python -m tests.bench.decisions CORPUS.tsv --sample 200     rows to read, with their context
    python -m tests.bench.decisions CORPUS.tsv                  whether what was decided still holds

CORPUS is NTREX-128 (github.com/MicrosoftTranslator/NTREX, CC BY-SA 4.0): a document id, a tab and
an English sentence in each line, in the order of the documents. Its text is not copied here:
tests/cases/match/ntrex-decisions.tsv holds places in it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from translate.glossary.load import load
from translate.glossary.match import Matcher
from translate.glossary.plan import plan

ROOT = Path(__file__).parents[2]
DECISIONS = ROOT / "tests" / "cases" / "match" / "ntrex-decisions.tsv"
SEED = 200
_CONTEXT = 60


class Place(NamedTuple):
    """A mention in the corpus."""

    document: str
    segment: int
    """From 1, in its document."""
    offset: int
    """In code points."""
    surface: str
    entry: str


def main() -> None:
    """Print the sample, or what no longer holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    options = parser.parse_args()
    documents = read_corpus(options.corpus)
    places = list(mentions(documents))
    if options.sample:
        chosen = random.Random(SEED).sample(places, options.sample)
        print("\n".join(f"{_row(one)}\t{_context(one, documents)}" for one in chosen))
        return
    print(f"{len(places)} matches")
    for line in compare(set(places), read_decisions()):
        print(line)


def read_corpus(path: Path) -> dict[str, list[str]]:
    """The sentences of each document."""
    documents: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        document, sentence = line.split("\t")[:2]
        documents.setdefault(document, []).append(sentence)
    return documents


def mentions(documents: dict[str, list[str]]) -> Iterator[Place]:
    """Every mention of our glossaries."""
    matcher = Matcher(load([ROOT / "glossaries"]), "en")
    for document, sentences in documents.items():
        for number, (text, found) in enumerate(zip(sentences, plan(sentences, matcher, "ko")), 1):
            for one in found:
                surface = one.span.of(text)
                yield Place(document, number, one.span.start, surface, one.entry.id)


def read_decisions() -> dict[Place, str]:
    """What was decided of each place of the sample: right or wrong."""
    lines = DECISIONS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {Place(document, int(segment), int(offset), surface, entry): decision
            for document, segment, offset, surface, entry, decision, _ in rows}


def compare(places: set[Place], decisions: dict[Place, str]) -> Iterator[str]:
    """What is matched otherwise than decided, one line each, and the share that was wrong."""
    wrong = [place for place, decision in decisions.items() if decision == "wrong"]
    yield f"{len(decisions)} decided, {len(wrong)} wrong"
    for place, decision in decisions.items():
        if (decision == "right") != (place in places):
            yield f"{'lost' if decision == 'right' else 'still matched'}: {_row(place)}"


def _row(place: Place) -> str:
    return "\t".join(map(str, place))


def _context(place: Place, documents: dict[str, list[str]]) -> str:
    text = documents[place.document][place.segment - 1]
    end = place.offset + len(place.surface)
    before = text[max(0, place.offset - _CONTEXT):place.offset]
    return f"{before}[{place.surface}]{text[end:end + _CONTEXT]}"


if __name__ == "__main__":
    main()

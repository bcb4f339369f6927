"""What a reader decided of 200 matches in running news: at most two in a hundred are wrong."""

from __future__ import annotations

from pathlib import Path

from tests.bench.decisions import DECISIONS, read_decisions
from translate.glossary.load import load

GLOSSARIES = Path(__file__).parents[2] / "glossaries"


def test_the_sample_is_large_and_at_most_two_percent_are_wrong() -> None:
    decisions = list(read_decisions().values())
    assert len(decisions) >= 200
    assert set(decisions) == {"right", "wrong"}
    assert decisions.count("wrong") <= 0.02 * len(decisions)


def test_each_decision_gives_a_reason_and_names_one_of_our_entries() -> None:
    glossary = load([GLOSSARIES])
    assert all(place.entry in glossary for place in read_decisions())
    rows = DECISIONS.read_text(encoding="utf-8").splitlines()[2:]
    assert all(row.split("\t")[6] for row in rows)

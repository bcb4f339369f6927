"""Alignment: what is sure is right, whatever was lost, added, joined or moved; the rest is said to be unsure."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.test_inputs import ENGLISH, KOREAN
from translate.checks.inputs.blocks import Bead, align
from translate.checks.inputs.likeness import Names, stretch

NEWS = Path(__file__).parents[2] / "corpus" / "eval" / "news-dev.jsonl"
Side = list[tuple[tuple[int, ...], str]]
"""Texts, each with the numbers of those that it renders."""


def beads(english: tuple[str, ...], korean: tuple[str, ...], names: Names | None = None) -> list[Bead]:
    return align([stretch(text, "en", names=names) for text in english],
                 [stretch(text, "ko", names=names) for text in korean])


def shown(found: list[Bead]) -> list[tuple[list[int], list[int], bool]]:
    return [(list(bead.sources), list(bead.targets), bead.sure) for bead in found]


def test_nothing() -> None:
    assert beads((), ()) == []
    assert shown(beads((), KOREAN[:1])) == [([], [0], True)]


def test_the_same_structure_is_aligned_one_by_one() -> None:
    assert shown(beads(ENGLISH, KOREAN)) == [([number], [number], True) for number in range(4)]


def test_a_lost_paragraph_shifts_no_other() -> None:
    assert shown(beads(ENGLISH, (KOREAN[0], *KOREAN[2:]))) == [
        ([0], [0], True), ([1], [], True), ([2], [1], True), ([3], [2], True)]


def test_two_paragraphs_in_one() -> None:
    assert shown(beads(ENGLISH, (KOREAN[0], f"{KOREAN[1]} {KOREAN[2]}", KOREAN[3]))) == [
        ([0], [0], True), ([1, 2], [1], True), ([3], [2], True)]


def test_two_in_another_order_are_not_paired() -> None:
    found = beads(ENGLISH, (KOREAN[0], KOREAN[2], KOREAN[1], KOREAN[3]))
    assert shown(found)[1][:2] == ([1, 2], [1, 2]) and [bead.paired for bead in found] == [True, False, True]


def test_what_could_be_either_is_not_sure() -> None:
    found = beads(("He went home.", "She went home."), ("그는 집에 갔다.",))
    assert not any(bead.paired for bead in found)


def test_names_of_the_glossary_are_anchors() -> None:
    people = {"Ishiba": "이시바", "Putin": "푸틴", "Trump": "트럼프", "Xi": "시진핑", "Modi": "모디", "Lula": "룰라"}
    english = tuple(f"On Monday {name} told reporters that talks would go on." for name in people)
    korean = tuple(f"월요일 {name}는 기자들에게 회담이 계속될 것이라고 말했다." for name in people.values())

    def names(text: str, language: str) -> list[str]:
        return [name for name, other in people.items() if name in text or other in text]

    left = korean[:2] + korean[3:]
    assert not any(bead.paired for bead in beads(english, left)[1:-1])
    assert [list(bead.sources) for bead in beads(english, left, names) if bead.paired][-2:] == [[4], [5]]


def test_a_long_file_is_aligned_beside_its_diagonal() -> None:
    english = tuple(f"In {1000 + number} it rained for {number} days." for number in range(800))
    korean = tuple(f"{1000 + number}년에는 {number}일 동안 비가 왔다." for number in range(800))
    found = beads(english, korean[:300] + korean[310:])
    assert all(bead.paired for bead in found[:295] + found[315:])
    assert [list(bead.sources) for bead in found[315:317]] == [[315], [316]]


def lose(texts: Side, rng: random.Random) -> None:
    texts.pop(rng.randrange(1, len(texts)))


def swap(texts: Side, rng: random.Random) -> None:
    at = rng.randrange(1, len(texts) - 1)
    texts[at:at + 2] = reversed(texts[at:at + 2])


def join(texts: Side, rng: random.Random) -> None:
    at = rng.randrange(1, len(texts) - 1)
    (one, first), (other, second) = texts[at:at + 2]
    texts[at:at + 2] = [((*one, *other), f"{first} {second}")]


def add(texts: Side, rng: random.Random) -> None:
    texts.insert(rng.randrange(1, len(texts)), ((), rng.choice(texts)[1]))


@pytest.mark.parametrize("language", ["ko", "ja"])
@pytest.mark.parametrize(("change", "paired"), [(None, 1.0), (lose, 0.93), (swap, 0.97), (join, 0.97), (add, 0.9)])
def test_what_is_sure_is_right(change: Callable[[Side, random.Random], None] | None, paired: float,
                               language: str) -> None:
    """Of the pairs that hold, `paired` are found, and of those found 98 % hold."""
    rng = random.Random(5)
    articles = defaultdict(list)
    for line in NEWS.read_text("utf-8").splitlines():
        articles[json.loads(line)["article"]].append(json.loads(line))
    counts: Counter[str] = Counter()
    for rows in articles.values():
        texts: Side = [((number,), row[language]) for number, row in enumerate(rows)]
        if change and len(texts) > 4:
            change(texts, rng)
        sides = [stretch(row["en"], "en") for row in rows], [stretch(text, language) for _, text in texts]
        for bead in align(*sides):
            right = tuple(bead.sources) == sum((texts[at][0] for at in bead.targets), ())
            counts[f"{bead.paired} {right}"] += bool(bead.sources and bead.targets)
    right, wrong, missed = counts["True True"], counts["True False"], counts["False True"]
    assert right >= paired * (right + missed) and wrong <= 0.02 * right, counts

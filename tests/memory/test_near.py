"""Near matches: all of them, and how near they are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.memory.near_codes import encode
from translate.memory.near_index import CUTOFF, build
from translate.memory.near_words import score, words
from translate.memory.rows import Approved, Asked
from translate.memory.store import Memory, open_memory

TEXTS = st.text(st.sampled_from("abcdeé'’ .,0123한국어日本ไท-_½²\u0301\n🙂𠮷"), max_size=30) | st.text(max_size=30)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with open_memory(tmp_path / "memory.db")[0] as opened:
        yield opened


def asked(text: str, target: str = "ko") -> Asked:
    return Asked(text, "", "", "en", target)


@pytest.mark.parametrize(("text", "expected"), [
    ("", []),
    ("...", []),
    ("The U.S. didn't pay 1,200.50 in 2024.", ["the", "u", "s", "didn't", "pay", "1,200.50", "in", "2024"]),
    ("3rd rock'n'roll_x", ["3", "rd", "rock'n'roll", "x"]),
    ("북한은 東京へ", ["북", "한", "은", "東", "京", "へ"]),
])
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.lists(TEXTS, max_size=5))
def test_words_of_many_texts_at_once_are_those_of_each(texts: list[str]) -> None:
    """As many words in each, and the same number for the same word."""
    sizes, codes = encode(texts)
    each = [words(text) for text in texts]
    assert sizes.tolist() == [len(found) for found in each]
    flat = [word for found in each for word in found]
    known = dict(zip(flat, codes.tolist()))
    assert codes.tolist() == [known[word] for word in flat]
    assert len(set(known.values())) == len(known)


@pytest.mark.parametrize(("text", "other", "expected"), [
    ("He left.", "He left.", 100), ("He left.", "he left", 99), ("He left.", "She left.", 50),
    ("It rose 3 percent in May.", "It rose 4 percent in May.", 100 * 5 / 6 - 2),
    ("In 2023 it rose 3 percent.", "In 2024 it rose 4 percent.", 100 * 4 / 6 - 4),
    ("", "", 100), ("", "a", 0), ("1", "2", 0),
])
def test_scores(text: str, other: str, expected: float) -> None:
    assert score(text, other) == pytest.approx(expected) == score(other, text)


def test_no_sentence_that_is_like_another_is_missed() -> None:
    """The index finds what comparing with every sentence finds."""
    made = random.Random(1)
    vocabulary = ["the", "of", "a", "in", "said", *(f"{a}{b}" for a in "bdkmt" for b in "aeiou"), "1", "2"]
    texts = [" ".join(made.choices(vocabulary, [20, 15, 10, 8, 5, *[1] * 27], k=made.randint(1, 14)))
             for _ in range(1500)]
    index = build(enumerate(texts))
    wanted = made.sample(texts, 50) + [" ".join(made.choices(vocabulary, k=8)) + " zz" for _ in range(50)]
    for text, found in zip(wanted, index.find(wanted, len(texts))):
        expected = {other for other in texts
                    if score(text, other) >= CUTOFF and words(other)}
        assert expected <= {texts[id] for id in found}


def test_the_nearest_come_first_and_each_translation_once(memory: Memory) -> None:
    near, nearer = "Kim arrived in Seoul on Monday.", "Kim arrived in Pyongyang on Sunday morning."
    memory.approve([Approved(asked(near), "김은 월요일 서울에 도착했다."),
                    Approved(asked(nearer), "김은 일요일 아침 평양에 도착했다."),
                    Approved(Asked(nearer, "x", "y", "en", "ko"), "김은 일요일 아침 평양에 도착했다."),
                    Approved(Asked(nearer, "p", "q", "en", "ko"), "김이 일요일 아침 평양에 왔다."),
                    Approved(asked("Nobody spoke."), "아무도 말하지 않았다."),
                    Approved(asked(nearer, "ja"), "金氏は日曜の朝、平壌に着いた。")])
    found, = memory.near([asked("Kim arrived in Pyongyang on Monday morning.")])
    assert [one.approved.text for one in found] == ["김이 일요일 아침 평양에 왔다.",
                                                    "김은 일요일 아침 평양에 도착했다.",
                                                    "김은 월요일 서울에 도착했다."]
    assert [round(one.score) for one in found] == [86, 86, 71]
    assert len(memory.near([asked("Kim arrived in Pyongyang on Monday morning.")], limit=1)[0]) == 1
    assert not memory.near([asked("Kim arrived in Pyongyang on Monday morning.", "zh")])[0]
    assert [len(each) for each in memory.near([asked(nearer, "ja"), asked("?"), asked(nearer)], 5)] == [1, 0, 2]


def test_what_was_learned_since_is_found_and_what_was_taken_back_is_not(memory: Memory) -> None:
    assert memory.near([asked("He left early.")]) == [[]]
    batch = memory.approve([Approved(asked("He left early."), "그는 일찍 떠났다.")]).batch
    assert memory.near([asked("He left early.")])[0][0].score == 100
    memory.take_back(batch)
    assert memory.near([asked("He left early.")]) == [[]]


def test_a_sentence_whose_number_differs_stands_behind(memory: Memory) -> None:
    memory.approve([Approved(asked("It rose 4 percent in May again."), "number"),
                    Approved(asked("It fell 3 percent in May again."), "word")])
    found, = memory.near([asked("It rose 3 percent in May again.")])
    assert [one.approved.text for one in found] == ["word", "number"]

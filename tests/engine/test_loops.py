"""Decoder loops are found; what people write is not taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from translate.engine.loops import LONGEST_PERIOD, looped

NOT = [
    "",
    "one",
    "no no no",
    "very , very , very good",
    "1 0 0 0 0 0 0 0 0",
    "the cat and the dog and the bird",
    "북한 은 미사일 을 쏘 았 다",
]
LOOPS = [
    "그 그 그 그 그 그",
    "a b a b a b a b",
    "he said that he said that he said that",
    "북한 과 미국 은 북한 과 미국 은 북한 과 미국 은 회담",
]


@pytest.mark.parametrize("text", NOT)
def test_ordinary_text_is_no_loop(text: str) -> None:
    assert not looped(text.split())


@pytest.mark.parametrize("text", LOOPS)
def test_loops_are_found(text: str) -> None:
    assert looped(text.split())


@pytest.mark.parametrize("text", LOOPS)
def test_a_source_that_repeats_itself_is_taken_at_its_word(text: str) -> None:
    assert not looped(text.split(), text.split())


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=LONGEST_PERIOD), st.lists(st.sampled_from("xyz")))
def test_a_run_six_times_over_is_a_loop_wherever_it_begins(run: list[str], before: list[str]) -> None:
    assert looped([*before, *run * 6])


@given(st.lists(st.integers(0, 10_000).map(str), unique=True))
def test_tokens_that_never_repeat_are_no_loop(tokens: list[str]) -> None:
    assert not looped([f"w{token}" for token in tokens])

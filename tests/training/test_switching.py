"""Renderings in the source, with particles that agree when a name is exchanged."""

from __future__ import annotations

import random

import pytest

from translate.training.rows import Row
from translate.training.switching import all_switched, exchange, pool_of, switched

KCNA = {"en": "KCNA", "ko": "조선중앙통신", "ja": "朝鮮中央通信"}
ASO = {"en": "Aso", "ko": "아소", "ja": "麻生"}
ROW = Row("KCNA said so.", {"ko": "조선중앙통신은 그렇게 말했다.", "ja": "朝鮮中央通信はそう伝えた。"}, (KCNA,))


@pytest.mark.parametrize(("text", "old", "new", "language", "expected"), [
    ("조선중앙통신은 말했다.", "조선중앙통신", "아소", "ko", "아소는 말했다."),
    ("아소가 통신과 만났다.", "아소", "시게루", "ko", "시게루가 통신과 만났다."),
    ("아소로 갔다.", "아소", "서울", "ko", "서울로 갔다."),
    ("아소로 갔다.", "아소", "평양", "ko", "평양으로 갔다."),
    ("麻生氏は", "麻生", "石破", "ja", "石破氏は"),
])
def test_a_name_is_exchanged(text: str, old: str, new: str, language: str, expected: str) -> None:
    assert exchange(text, old, new, language) == expected


@pytest.mark.parametrize("row", [
    Row("Nobody said so.", {"ko": "아무도 그렇게 말하지 않았다."}),
    Row("KCNA quoted KCNA.", {"ko": "조선중앙통신은 조선중앙통신을 인용했다."}, (KCNA,)),
    Row("NATO said so.", {"ko": "NATO가 말했다."}, ({"en": "NATO", "ko": "NATO"},)),
])
def test_nothing_to_put_into_the_source(row: Row) -> None:
    for seed in range(20):
        assert switched(row, "en", "ko", [KCNA], random.Random(seed)) is None


def test_samples_hold_the_rendering_on_both_sides() -> None:
    samples = [*all_switched(ROW, "en", [KCNA, ASO], random.Random(1), 20)]
    assert ("ko", "조선중앙통신 said so.", "조선중앙통신은 그렇게 말했다.") in samples
    assert ("ko", "아소 said so.", "아소는 그렇게 말했다.") in samples
    assert ("ja", "麻生 said so.", "麻生はそう伝えた。") in samples
    assert len(samples) == len(set(samples))


def test_a_pool_has_each_term_once() -> None:
    assert pool_of([ROW, ROW]) == [KCNA]

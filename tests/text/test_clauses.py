"""Every piece fits, nothing but white space is lost, and the cut is where a reader would pause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.clauses import clauses


CASES = [
    ("en", 40, "Short enough."),
    ("en", 60, "The North fired two missiles on Sunday;| the South held a drill at the border."),
    ("en", 60, "The talks, which had begun on Monday,| ended without any agreement at all."),
    ("en", 50, "The president went to the capital of the country| and he met the minister there."),
    ("en", 45, "The price was 15,000 won at 2:30 on Monday,| or 16,000 won later."),
    ("en", 60, "He said that the long and costly war — a war of choice| — had ended on Monday."),
    ("en", 30, "The delegation from Pyongyang| arrived at Panmunjom station"),
    ("en", 10, "Pneumonoul|tramicrosc|opicsilico"),
    ("ko", 30, "북한은 일요일 미사일을 두 발 발사했으며| 한국은 국경에서 훈련을 했다."),
    ("ko", 30, "김 위원장은 시험발사를 참관하고| 새 무기의 성능에 만족했다고 전했다."),
    ("ko", 30, "그는 떠났다. 그녀는 남았다.| 그리고 회담은 열리지 않았다고 했다"),
    ("ja", 30, "北朝鮮は日曜日にミサイル二発を発射し、|韓国は国境付近で訓練を実施したと発表した。"),
    ("ja", 20, "金正恩氏は新型の対空ミサイルの試験発射を|視察したという。"),
    ("ja", 30, "彼は「会談は終わった。次へ進む。|もう戻らない」と記者団に述べたという。"),
    ("de", 40, "Der Kanzler reiste nach Berlin,| weil er dort einen Termin hatte."),
]


@pytest.mark.parametrize(("language", "limit", "marked"), CASES)
def test_the_cut_is_where_a_reader_would_pause(language: str, limit: int, marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.of(text) for span in clauses(text, limit, len, language)]
    assert found == [piece.strip() for piece in marked.split("|")]


@given(st.text(st.sampled_from("ab,;: 다고 、。が漢\u0301\n"), max_size=200),
       st.integers(1, 40), st.sampled_from(["en", "ko", "ja", "xx"]))
def test_pieces_fit_and_nothing_is_lost(text: str, limit: int, language: str) -> None:
    pieces = clauses(text, limit, len, language)
    ends = [0, *(piece.end for piece in pieces)]
    starts = [*(piece.start for piece in pieces), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts))
    assert all(0 < len(piece) <= limit for piece in pieces)


@given(st.lists(st.sampled_from(["a", "bb,", "ccc;", "and"]), max_size=80), st.integers(5, 20))
def test_any_growing_measure_will_do(parts: list[str], limit: int) -> None:
    text = " ".join(parts)

    def measure(text: str) -> int:
        return 1 + len(text) // 3

    pieces = [piece.of(text) for piece in clauses(text, limit, measure, "en")]
    assert all(measure(piece) <= limit for piece in pieces)
    assert " ".join(pieces) == text


def test_a_character_longer_than_the_limit_stands_alone() -> None:
    pieces = clauses("abc", 1, lambda text: 5 * len(text), "en")
    assert [len(piece) for piece in pieces] == [1, 1, 1]


def test_the_number_of_measurements_grows_with_the_pieces_alone() -> None:
    calls = 0

    def measure(text: str) -> int:
        nonlocal calls
        calls += 1
        return len(text) // 4

    pieces = clauses("word " * 100_000, 100, measure, "en")
    assert len(pieces) > 1000
    assert calls < 2 * len(pieces)

"""Particles agree with the sound before them, and a repair touches nothing but the particle."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.records import Span
from translate.text.korean import (
    final_sound, find_repair, may_begin, may_end, particle, repair, resolve_two_way, respace,
    split_particle, stands, titled,
)
from translate.text.korean_particles import FAMILIES, is_chain

CASES = Path(__file__).parents[1] / "cases" / "korean"


def cases(name: str, width: int) -> list[list[str]]:
    """The rows of a table of cases, each filled up to `width` fields."""
    rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    fields = (row.split("\t") for row in rows if not row.startswith("# "))
    return [row + [""] * (width - len(row)) for row in fields]


def marked(text: str) -> tuple[str, Span]:
    """`text` without its ⟦⟧, and the span they enclose."""
    before, term, after = text.replace("⟧", "⟦").split("⟦")
    return before + term + after, Span(len(before), len(before) + len(term))


WORDS = st.one_of(
    st.text("가각갈도쿄서울평양러시아한미", min_size=1, max_size=4),
    st.sampled_from(["KCNA", "LG", "Google", "조선중앙통신(KCNA)", "30㎞", "1,000", "北", "ไทย", "‘말’"]),
    st.text(min_size=1, max_size=6),
)
KINDS = st.sampled_from([f"{family.consonant}/{family.vowel}" for family in FAMILIES])
REST = st.one_of(
    st.sampled_from(sorted({shape + tail for family in FAMILIES
                            for shape in (family.consonant, family.vowel)
                            for tail in family.tails})),
    st.sampled_from(["", "은행", "이후", "은(는)", "(으)로", "에서는", " 은행", "(KCNA)은"]),
    st.text("은는이가을를로으과와다라고 .()", max_size=5),
)


@pytest.mark.parametrize(("word", "sound", "reading"), cases("sounds.tsv", 3))
def test_final_sound(word: str, sound: str, reading: str) -> None:
    assert final_sound(word, reading or None).value == sound


@pytest.mark.parametrize(("text", "wanted"), cases("boundaries.tsv", 2))
def test_stands(text: str, wanted: str) -> None:
    assert stands(*marked(text)) is (wanted == "yes")


@pytest.mark.parametrize(("rest", "wanted"), cases("chains.tsv", 2))
def test_is_chain(rest: str, wanted: str) -> None:
    assert is_chain(rest) is (wanted == "yes")


@pytest.mark.parametrize(("word", "stem", "chain"), cases("split.tsv", 3))
def test_split_particle(word: str, stem: str, chain: str) -> None:
    assert split_particle(word) == (stem, chain)


@pytest.mark.parametrize(("word", "kind", "wanted", "reading"), cases("particles.tsv", 4))
def test_particle(word: str, kind: str, wanted: str, reading: str) -> None:
    assert particle(word, kind, reading or None) == wanted


@pytest.mark.parametrize(("text", "wanted", "reading"), cases("repairs.tsv", 3))
def test_repair(text: str, wanted: str, reading: str) -> None:
    assert repair(*marked(text), reading or None) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases("spacing.tsv", 2))
def test_respace(text: str, wanted: str) -> None:
    assert respace(*marked(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases("two_way.tsv", 2))
def test_resolve_two_way(text: str, wanted: str) -> None:
    assert resolve_two_way(text) == wanted


def test_titled() -> None:
    assert titled("이재명", "대통령") == "이재명 대통령"
    assert titled("이시바 시게루", "총리", "일본") == "이시바 시게루 일본 총리"


@given(WORDS, KINDS)
def test_either_shape_names_the_family(word: str, kind: str) -> None:
    consonant, vowel = kind.split("/")
    wanted = particle(word, kind)
    assert wanted in (consonant, vowel)
    assert particle(word, consonant) == wanted
    if vowel not in ("야", "여"):  # of two families each: 아/야 and 이야/야, 이여/여 and 이어/여
        assert particle(word, vowel) == wanted


@given(WORDS, KINDS)
def test_no_particle_has_two_ways(word: str, kind: str) -> None:
    assert not set(particle(word, kind)) & set("()/（）")


@given(WORDS, REST, st.text(max_size=4))
def test_repair_is_idempotent_and_touches_the_particle_alone(
        word: str, rest: str, after: str) -> None:
    text, span = word + rest + after, Span(0, len(word))
    found = find_repair(text, span)
    mended = repair(text, span)
    assert repair(mended, span) == mended
    if found is None:
        assert mended == text
        return
    assert found.before == found.span.of(text) != found.after
    assert found.span.start >= span.end
    assert mended == text[:found.span.start] + found.after + text[found.span.end:]


@given(st.text(max_size=8), st.integers(0, 8))
def test_any_text_has_boundaries(text: str, position: int) -> None:
    assert may_begin(text, 0) and may_end(text, len(text))
    assert isinstance(may_begin(text, min(position, len(text))), bool)
    assert "".join(split_particle(text)) == text


@given(st.text("은는이가을를로으과와(/)도쿄평양 ", max_size=12))
def test_resolving_twice_changes_nothing_more(text: str) -> None:
    once = resolve_two_way(text)
    assert resolve_two_way(once) == once

"""The numbers of a translation are those of its source, however each language writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.number_matching import differences, same
from translate.text.numbers import numbers

CASES = Path(__file__).parents[1] / "cases/numbers"


def rows(name: str) -> list[list[str]]:
    """The columns of a table of cases."""
    return [line.split("\t") for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("source", "language", "target"), rows("same.tsv"))
def test_same(source: str, language: str, target: str) -> None:
    found = differences(numbers(source, "en", names=True), numbers(target, language, names=True))
    assert not found, found


@pytest.mark.parametrize(("source", "language", "target", "missing"), rows("different.tsv"))
def test_different(source: str, language: str, target: str, missing: str) -> None:
    found = differences(numbers(source, "en", names=True), numbers(target, language, names=True))
    assert found
    assert missing in [number.text for number in found.missing] or not missing


@given(st.integers(11, 10**12), st.sampled_from(["en", "ko", "ja"]))
def test_digits_have_their_value_in_every_language(value: int, language: str) -> None:
    plain, parted = numbers(f"{value}", language), numbers(f"{value:,}", language)
    assert [number.value for number in plain] == [number.value for number in parted] == [value]
    assert same(plain, parted)


@given(st.text("0123456789.,%:/-만억万億年월日시五두 ab'$", max_size=60), st.sampled_from(["en", "ko", "ja"]))
def test_spans_stand_in_the_text_in_order(text: str, language: str) -> None:
    found = numbers(text, language, names=True)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert same(found, found)

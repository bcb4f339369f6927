"""The rules of fidelity find what is planted, with the span on it, and pass what is right."""

from __future__ import annotations

import pytest

from translate.checks.interface import Pair, Unit
from translate.checks.rules import (
    length_ratio, missing_segment, number_mismatch, placeholder_mismatch, repetition, stale,
    tag_mismatch, untranslated, url_mismatch,
)
from translate.records import Flaw, Place


def unit(source: str, target: str, language: str = "ko", before: str = "") -> Unit:
    """A pair of an English source."""
    return Unit(Pair(source, target, Place("case"), before=before), ("en", language))


def spans(flaws: list[Flaw], one: Unit) -> list[tuple[str, str]]:
    """The stretches of source and target that flaws stand on."""
    return [(flaw.source.of(one.source) if flaw.source else "", flaw.target.of(one.target) if flaw.target else "")
            for flaw in flaws]


@pytest.mark.parametrize("rule", [length_ratio, missing_segment, number_mismatch, placeholder_mismatch,
                                  repetition, stale, tag_mismatch, untranslated, url_mismatch])
@pytest.mark.parametrize(("source", "target", "language"), [
    ("", "", "ko"), ("***", "***", "ja"),
    ("Two people met at 5 p.m. in Seoul.", "두 사람은 오후 5시에 서울에서 만났다.", "ko"),
    ("Two people met at 5 p.m. in Seoul.", "二人は午後5時にソウルで会った。", "ja"),
    ("NATO and the IAEA (International Atomic Energy Agency) said so.",
     "나토와 국제원자력기구(International Atomic Energy Agency)는 그렇게 밝혔다.", "ko"),
])
def test_passes(rule: object, source: str, target: str, language: str) -> None:
    assert not list(rule.check(unit(source, target, language)))  # type: ignore[attr-defined]


def test_a_lost_and_a_new_number_are_one_flaw() -> None:
    one = unit("It costs 1,200 won.", "1300원이다.")
    assert spans(list(number_mismatch.check(one)), one) == [("1,200 won", "1300원")]


@pytest.mark.parametrize(("target", "span"), [
    ("그는 서울에서 장관을 만났다 장관을 만났다", "장관을 만났다"),
    ("그는 그 일을 한 그 일을 한 뒤 떠났다", "그 일을 한 "),
    ("회의는 2024년 6월 19일 2024년 6월 19일 열렸다", "2024년 6월 19일 "),
])
def test_repetition(target: str, span: str) -> None:
    one = unit("The source says it once.", target)
    assert spans(list(repetition.check(one)), one) == [("", span)]


@pytest.mark.parametrize("target", ["천천히 천천히 걸었다", "12,000,000,000,000", "ㅋㅋㅋㅋㅋㅋㅋㅋ", "----------------"])
def test_no_repetition(target: str) -> None:
    assert not list(repetition.check(unit("He said it once.", target)))


def test_a_sentence_left_in_english() -> None:
    one = unit("He left. The talks will go on.", "그는 떠났다. The talks will go on.")
    assert spans(list(untranslated.check(one)), one) == [("The talks will go on", "The talks will go on")]


def test_a_changed_source() -> None:
    one = unit("Four people died.", "세 명이 숨졌다.", before="Three people died.")
    assert spans(list(stale.check(one)), one) == [("Four", "")]


def test_a_lost_clause() -> None:
    source = ("The ministry said on Monday that talks had begun, and that its envoy would travel to the region "
              "within days to meet officials of both sides.")
    [flaw] = length_ratio.check(unit(source, "외무부는 회담이 시작됐다고 밝혔다."))
    assert flaw.level == "error"

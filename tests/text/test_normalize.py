"""Texts that only look different become equal; every stretch leads back to its origin."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.records import Span
from translate.text.normalize import normalize

ODD = ("aZ é‘’“”–‑－\u00a0\u2009\u3000\n\t\u00ad\u200b\u200d\ufeff\u0301\u0327\u3099"
       "ｶﾞﾊﾟガ가각ᄒ\u1161\u11ab北ＡＢ（・･ㆍ\U0001f600\u212b")
odd_texts = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=30)

UNCHANGED = ["", " ", "KCNA said.", "Kim's \"visit\" - x", "김정은 국무위원장은", "金正恩総書記は、", "a — b…"]

CASES = [
    ("Kim’s", "Kim's"),
    ("“Yes,” he said", '"Yes," he said'),
    ("Hwasong‑19", "Hwasong-19"),
    ("1990–95", "1990-95"),
    ("North\u00a0Korea", "North Korea"),
    ("North\n  Korea", "North Korea"),
    ("anti\u00admissile", "antimissile"),
    ("Pyong\u200byang", "Pyongyang"),
    ("\ufeffKim", "Kim"),
    ("ＫＣＮＡ（１）", "KCNA(1)"),
    ("ﾄﾗﾝﾌﾟ", "トランプ"),
    ("カ\u3099", "ガ"),
    (unicodedata.normalize("NFD", "평양은"), "평양은"),
    ("Sa\u0303o Paulo", "São Paulo"),
    ("葛\U000e0100城", "葛城"),
    ("한ㆍ미", "한·미"),
    ("a\u200b \u200b b", "a b"),
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_plain_text_stays(text: str) -> None:
    assert normalize(text).text == text


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_spelling_is_evened_out(text: str, expected: str) -> None:
    assert normalize(text).text == expected


def test_a_stretch_leads_back_to_what_it_stands_for() -> None:
    text = "In\u00a0 North\n Ko\u00adrea’s \u200beast"
    found = normalize(text)
    start = found.text.index("North Korea")
    assert found.span_back(start, start + len("North Korea")).of(text) == "North\n Ko\u00adrea"
    assert found.span_back(start + 14, start + 18).of(text) == "east"


def test_a_stretch_of_composed_letters_leads_back_to_all_their_parts() -> None:
    text = unicodedata.normalize("NFD", "북한은 평양")
    found = normalize(text)
    assert found.span_back(4, 6).of(text) == unicodedata.normalize("NFD", "평양")


@given(odd_texts)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalize(text).text
    assert normalize(once).text == once
    assert unicodedata.is_normalized("NFC", once)


@given(odd_texts, st.data())
def test_every_stretch_leads_back_exactly(text: str, data: st.DataObject) -> None:
    found = normalize(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    span = found.span_back(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    assert found.text[start:end] in normalize(span.of(text)).text


@given(odd_texts)
def test_stretches_follow_the_order_of_the_text(text: str) -> None:
    found = normalize(text)
    spans = [found.span_back(i, i + 1) for i in range(len(found.text))]
    assert all(one == two or one.end <= two.start for one, two in zip(spans, spans[1:]))


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40))
def test_ascii_is_its_own_normal_form(text: str) -> None:
    found = normalize(text)
    assert found.text == text
    assert found.span_back(0, len(text)) == Span(0, len(text))

"""Faults of copied text go; whatever may be meant stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.readers.repair import mend, repair
from translate.records import Block, Mark, Span

UNCHANGED = [
    "", "Kim said.", "the 's' key", "It ’tis", "café “x” ‘y’ — …", "ﬁne Ａ １", "peña à la carte",
    "김정은 국무위원장은", "金正恩総書記は、", "व\u200dx", "a\u200cb", "&amp;", "👨\u200d👩",
]
CASES = [
    ("President Lee ’s trip", "President Lee’s trip"),
    ("Lee 's trip", "Lee's trip"),
    ("two  spaces\t and", "two spaces and"),
    ("no\u00a0break\u202fspace", "no break space"),
    ("zero\u200bwidth\ufeff so\u00adft", "zerowidth soft"),
    ("mayorâ€™s cafÃ©", "mayor’s café"),
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_unchanged(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_repair(text: str, expected: str) -> None:
    assert repair(text) == expected


@given(st.text(st.sampled_from("Kim ’'s\t \u00a0\u200b한é"), max_size=20))
def test_twice_is_once(text: str) -> None:
    assert repair(repair(text)) == repair(text)


@pytest.mark.parametrize("text", [
    "iPhone sales rise in this photo business, the company behind eBay said on Monday. (AP)",
    "the maker of the iPhone said in a photo caption that sales of its phones rose again.",
    "north korea kim jong unIn other news, the council voted for a bridge over the river.",
    "people on LinkedIn were pictured with the new model, the company said on Monday. (AP)",
])
def test_no_caption_is_glued(text: str) -> None:
    assert mend(Block("paragraph", text, text), first=False)[1] == ""


def test_a_glued_caption_is_cut_at_the_joint() -> None:
    text = "north bridge mayorIn this photo, the mayor walks over the bridge on Monday. (AP)"
    block, cut_off = mend(Block("paragraph", text, text), first=True)
    assert cut_off == "north bridge mayor"
    assert block.text == block.raw == text.removeprefix(cut_off) and block.kind == "caption"


def test_an_address_is_found_again_where_it_has_moved() -> None:
    block, _ = mend(Block("paragraph", "Lee ’s  www.a.kp", "Lee ’s  www.a.kp"), first=False)
    assert block.marks == (Mark(Span(6, 14), "", protected=True),)
    assert block.raw == "Lee ’s  www.a.kp"

"""Marks come to stand on the right words; whatever the translation says, none is lost or broken."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translate.records import Block, Mark, Span
from translate.text.markup import carry
from translate.text.nesting import parents, weave

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "markup" / "carry.yml").read_text("utf-8"))
TAG = re.compile(r"<(/?)(\w+)(/?)>")
WORDS = ("Kim", "the", "launch", "(KCNA)", "a", "1,000", "U.S.", "—", "조선중앙통신은", "발사",
         "朝鮮中央通信", "は", "トランプ", "、", "。", ",", "run")


def parse(text: str) -> Block:
    """A block from text with `<b>`pairs`</b>`, `<c>`protected`</c>` and points`<p1/>`."""
    plain, done = "", 0
    marks: list[Mark] = []
    stack: list[int] = []
    for tag in TAG.finditer(text):
        plain += text[done:tag.start()]
        done = tag.end()
        if tag[1]:
            index = stack.pop()
            span = Span(marks[index].span.start, len(plain))
            marks[index] = replace(marks[index], span=span, close=tag[0])
            continue
        if not tag[3]:
            stack.append(len(marks))
        marks.append(Mark(Span(len(plain), len(plain)), tag[0], "", tag[2] == "c",
                          len(stack) - (not tag[3])))
    return Block("paragraph", plain + text[done:], text, tuple(marks))


def show(block: Block) -> str:
    return weave(block.text, block.marks, lambda text, _: text)


def find(pairs: list[list[str]], source: str, target: str) -> list[tuple[Span, Span]]:
    """Links between stretches; those of the target stand in order."""
    links, done = [], 0
    for word, stretch in pairs:
        start, done = source.index(word), target.index(stretch, done)
        links.append((Span(start, start + len(word)), Span(done, done + len(stretch))))
        done += len(stretch)
    return links


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_marks_stand_on_the_right_words(case: dict[str, Any]) -> None:
    block = parse(case["source"])
    text = case.get("given", TAG.sub("", case.get("target", "")))
    carried = carry(block, text, find(case.get("links", []), block.text, text))
    if "target" in case:
        assert show(carried) == case["target"]
    check_whole(block, carried)


def test_without_marks_nothing_happens() -> None:
    assert carry(parse("Kim left."), "김은 떠났다.") == replace(parse("Kim left."), text="김은 떠났다.")


def test_the_same_text_keeps_its_marks() -> None:
    block = parse("un<b>believ</b>able<p1/>, he <x>said </x>")
    assert carry(block, block.text) == block


def skeleton(block: Block) -> Counter[tuple[str, str, bool, int, str]]:
    """Every mark with what it stands in."""
    return Counter((mark.open, mark.close, mark.protected, mark.depth,
                    block.marks[parent].open if parent >= 0 else "")
                   for mark, parent in zip(block.marks, parents(block.marks)))


def protected(block: Block) -> Counter[tuple[str, str]]:
    return Counter((mark.open, mark.span.of(block.text)) for mark in block.marks if mark.protected)


def check_whole(source: Block, carried: Block) -> None:
    """Every mark is there, in what it stood in, and written in pairs that close."""
    assert skeleton(carried) == skeleton(source)
    assert protected(carried) == protected(source)
    written = show(carried)
    assert TAG.sub("", written) == carried.text
    stack: list[str] = []
    for tag in TAG.finditer(written):
        if tag[1]:
            assert stack.pop() == tag[2]
        elif not tag[3]:
            stack.append(tag[2])
    assert not stack


@st.composite
def marked(draw: st.DrawFn) -> Block:
    """A block with any marks, on any stretches, in any nesting."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=10)))
    marks: list[Mark] = []

    def fill(start: int, end: int, depth: int) -> None:
        for _ in range(draw(st.integers(0, 3 - depth))):
            start = draw(st.integers(start, end))
            stop = draw(st.integers(start, end))
            number, kind = len(marks), draw(st.sampled_from(("pair", "point", "code")))
            if kind == "point":
                marks.append(Mark(Span(start, start), f"<p{number}/>", depth=depth))
                continue
            protected = kind == "code" and stop > start
            marks.append(Mark(Span(start, stop), f"<b{number}>", f"</b{number}>", protected, depth))
            fill(start, stop, depth + 1)
            start = stop

    fill(0, len(text), 0)
    return Block("paragraph", text, "", tuple(marks))


def spans(length: int) -> st.SearchStrategy[Span]:
    ends = st.integers(0, length)
    return st.builds(lambda a, b: Span(min(a, b), max(a, b)), ends, ends)


@given(st.data(), marked(), st.lists(st.sampled_from(WORDS), max_size=10))
def test_no_mark_is_lost_or_broken(data: st.DataObject, block: Block, target: list[str]) -> None:
    text = data.draw(st.sampled_from((" ", ""))).join(target)
    links = data.draw(st.lists(st.tuples(spans(len(block.text)), spans(len(text))), max_size=12))
    carried = carry(block, text, links)
    check_whole(block, carried)
    if not any(mark.protected for mark in block.marks):
        assert carried.text == text


@st.composite
def on_words(draw: st.DrawFn) -> tuple[Block, list[tuple[Span, Span]]]:
    """Plain words with pairs at their edges, and the links of each word to itself."""
    some = st.sampled_from(("kim", "met", "lee", "in", "seoul", "2024"))
    words = draw(st.lists(some, min_size=3, max_size=9))
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:index]) for index in range(len(words))]
    tokens = [Span(start, start + len(word)) for start, word in zip(starts, words)]
    cuts = sorted(draw(st.sets(st.integers(0, len(words)), min_size=2, max_size=6)))
    marks = [Mark(Span(tokens[a].start, tokens[b - 1].end), f"<b{a}>", f"</b{a}>")
             for a, b in zip(cuts[::2], cuts[1::2])]
    return Block("paragraph", text, "", tuple(marks)), [(token, token) for token in tokens]


@given(on_words())
def test_links_of_a_text_to_itself_leave_the_marks_where_they_are(
        case: tuple[Block, list[tuple[Span, Span]]]) -> None:
    block, links = case
    assert carry(block, block.text.upper(), links).marks == block.marks

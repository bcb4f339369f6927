"""Plain text: what is a paragraph, and how a changed one is written."""

from __future__ import annotations

import pytest

from translate.readers.paragraphs import paragraphs, wants_space
from translate.readers.txt import TxtReader
from translate.records import Block, Mark, Span


def read(text: str) -> tuple[Block, ...]:
    return TxtReader().read(text.encode(), "x.txt", "en").blocks


@pytest.mark.parametrize("text",
                         ["\n", " \t\n", "-----\n=====", "12 34\n5%", "https://kcna.kp/a_b",
                          "* * *"])
def test_a_text_without_words_has_no_slot(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("text", "raws"), [
    ("Kim", ["Kim"]),
    ("  Kim \r\n\r\n\tLee\u00a0", ["Kim", "Lee"]),
    ("\u3000金正恩\r李", ["金正恩", "李"]),
    ("1. Kim\n2) Lee\n• 이\n- one", ["Kim", "Lee", "이", "one"]),
    ("Kim\t12\t Lee", ["Kim", "Lee"]),
    ("2024. A year\n-5 degrees", ["2024. A year", "-5 degrees"]),
])
def test_only_the_words_are_the_slot(text: str, raws: list[str]) -> None:
    assert [block.raw for block in read(text)] == raws


def test_lines_and_kinds() -> None:
    blocks = read("Kim visits\r\n\r\nHe went.\r\n- a list\r\na\tb\r\n")
    assert [(block.line, block.kind) for block in blocks] == [
        (1, "heading"), (3, "paragraph"), (4, "item"), (5, "cell"), (5, "cell")]


def test_a_sentence_is_no_heading() -> None:
    assert read("Kim left.\n\nHe went.\n")[0].kind == "paragraph"
    assert read("Kim left\nHe went.\n")[0].kind == "paragraph"


def test_an_address_is_protected() -> None:
    [block] = read("See www.kcna.kp now.")
    assert block.marks == (Mark(Span(4, 15), "", protected=True),)


@pytest.mark.parametrize(("before", "after", "expected"), [
    ("a", "b", True), ("은", "김", True), ("京", "m", True), ("-", "a", True),
    ("た", "日", False), ("。", "I", False), ("、", "1", False), ("北", "朝", False), ("3", "月", False)])
def test_a_line_break_that_separates_no_words(before: str, after: str, expected: bool) -> None:
    assert wants_space(before, after, "\n") is expected
    assert wants_space(before, after, " ")


def test_a_changed_paragraph_is_one_line() -> None:
    reader = TxtReader()
    text = ("  The north fired a ballistic missile off its east coast\r\n"
            "on Sunday, the military said.  \r\n")
    article = reader.read(text.encode(), "x.txt", "en")
    [block] = article.blocks
    written = reader.write(article, [Block(block.kind, "북한은\n미사일을\r\n쐈다.", block.raw)])
    assert written.decode() == "  북한은 미사일을 쐈다.  \r\n"


def test_a_long_line_is_read() -> None:
    text = "Kim said so. " * 40_000
    assert [len(piece.text) for piece in paragraphs(text)] == [len(text) - 1]
    assert len(paragraphs("Kim\n" * 40_000)) == 40_000

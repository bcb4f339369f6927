"""What every reader owes: the file back byte for byte, and nothing changed outside of the slots."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given

from tests.readers import documents
from translate.errors import InputError
from translate.readers.choose import reader_for
from translate.records import Article, Block
from translate.text.markup import carry


def parse(text: str, suffix: str) -> Article | None:
    """The article; None where the text is refused, as an empty one is."""
    reader = reader_for(Path(f"x{suffix}"))
    try:
        return reader.read(text.encode(), f"x{suffix}", "en")
    except InputError:
        return None


def marked(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks with other text, their marks carried."""
    return [carry(block, f"표식{index}의 번역문 {index}번") for index, block in enumerate(blocks)]


def squeeze(text: str) -> str:
    return "".join(text.split())


def check_unchanged(text: str, suffix: str) -> None:
    article = parse(text, suffix)
    if article:
        assert reader_for(Path(f"x{suffix}")).write(article, article.blocks) == text.encode()


def check_marked(text: str, suffix: str) -> None:
    article = parse(text, suffix)
    if not article:
        return
    blocks = marked(article.blocks)
    written = reader_for(Path(f"x{suffix}")).write(article, blocks).decode()
    frame = "".join(re.escape(part) if isinstance(part, str) else "(.*?)" for part in article.parts)
    assert re.fullmatch(frame, written, re.DOTALL)
    again = parse(written, suffix)
    assert again
    texts = squeeze("".join(block.text for block in again.blocks))
    position = 0
    for block in blocks:
        position = texts.find(squeeze(block.text), position) + len(squeeze(block.text))
        assert position >= len(squeeze(block.text)), block.text


@given(documents.txt)
def test_txt_unchanged(text: str) -> None:
    check_unchanged(text, ".txt")


@given(documents.txt)
def test_txt_marked(text: str) -> None:
    check_marked(text, ".txt")


@given(documents.markdown)
def test_markdown_unchanged(text: str) -> None:
    check_unchanged(text, ".md")


@given(documents.markdown)
def test_markdown_marked(text: str) -> None:
    check_marked(text, ".md")


@given(documents.html)
def test_html_unchanged(text: str) -> None:
    check_unchanged(text, ".html")


@given(documents.html)
def test_html_marked(text: str) -> None:
    check_marked(text, ".html")


@given(documents.jsonl)
def test_jsonl_unchanged(text: str) -> None:
    check_unchanged(text, ".jsonl")


@given(documents.jsonl)
def test_jsonl_marked(text: str) -> None:
    check_marked(text, ".jsonl")

"""Every non-space character stands in exactly one sentence, and sentences end where people say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.segment import split

CASES = Path(__file__).parents[1] / "cases" / "segment"
LANGUAGES = st.sampled_from(["en", "ko", "ja", "de", "zh", "th", "xx"])
PIECES = ("U.S. ", "Mr. ", "He left. ", "Why?", " No. 5 ", "a.m. ", "J. ", "…", "다. ", "까? ",
          "라고 ", "2025. 1. 6. ", "그는 ", "。", "！", "「", "」", "と", "は", "\"", "”", "“", "'",
          "(", ")", "[1]", ".", "!", "?", " ",
          "\n", "\n\n", "• ", "- ", "1. ", "x", "\u3000", "\u00a0", "\u2029", "😀",
          "e\u0301", "\u200b", "\r\n")
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


def cases() -> list[tuple[str, str]]:
    """(language, text with `|` at the boundaries) of all files; `\\n` stands for a line break."""
    lines = [line for path in sorted(CASES.glob("*.tsv"))
             for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(language, text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))
            for language, text in rows]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\u00a0\n"])
@pytest.mark.parametrize("language", ["en", "ko", "ja", "de"])
def test_white_space_holds_no_sentence(text: str, language: str) -> None:
    assert split(text, language) == ()


@pytest.mark.parametrize(("language", "marked"), cases())
def test_sentences_end_where_people_say(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.of(text) for span in split(text, language)]
    assert found == [piece.strip() for piece in marked.split("|")]


@given(texts, LANGUAGES)
def test_every_character_but_white_space_stands_in_one_sentence(text: str, language: str) -> None:
    spans = split(text, language)
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts))
    assert all(end <= start for end, start in zip(ends, starts))
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)


@given(texts, LANGUAGES)
def test_no_sentence_is_one_mark_beside_others(text: str, language: str) -> None:
    for paragraph in text.replace("\r", "\n").replace("\u2029", "\n\n").split("\n\n"):
        found = [span.of(paragraph) for span in split(paragraph, language)]
        assert len(found) < 2 or all(any(map(str.isalnum, sentence)) for sentence in found)


@pytest.mark.parametrize("language", ["en", "ko", "ja", "de", "zh"])
@pytest.mark.parametrize("piece", ["word ", "x", "\"a ", "(a ", ".", "a. ", "U.S. ", "「あ", "말하고 "])
def test_a_text_without_an_end_is_one_sentence(piece: str, language: str) -> None:
    text = piece * 20_000
    assert [span.of(text) for span in split(text, language)] == [text.strip()]


def test_a_long_text_keeps_its_sentences_in_languages_of_the_library() -> None:
    text = "他走了。" * 5_000
    assert len(split(text, "zh")) == 5_000

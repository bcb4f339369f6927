"""Tokens of both kinds of packages: there, back, and where they stand."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.engine.bpe import BpeTokenizer, Merges
from translate.engine.surface import project
from translate.engine.tokenizer import PieceTokenizer, load_tokenizer
from translate.errors import PackageBroken
from translate.records import Package, Span

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "engine"
STARTER = PieceTokenizer(ROOT / "translate" / "starter" / "en_ko" / "sentencepiece.model")
NO_BYTES = PieceTokenizer(CASES / "no_byte_fallback.model")
BPE = BpeTokenizer(CASES / "bpe.model", "en", "ko")
PLAIN = st.text("abcdeKT가나다金正恩あいアイ0189.,!?'-_ ", max_size=60)
"""Texts that need no normalisation."""


def covered(tokenizer: PieceTokenizer | BpeTokenizer, text: str) -> list[str]:
    tokens = tokenizer.encode([text])[0]
    return [span.of(text) for span in tokenizer.spans(text, tokens)]


def assert_in_order(spans: tuple[Span, ...], text: str) -> None:
    ends = [0, *(position for span in spans for position in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)


with open(CASES / "decode.tsv", encoding="utf-8") as file:
    DECODE = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", DECODE, ids=[row["why"] for row in DECODE])
def test_decode(case: dict[str, str]) -> None:
    assert STARTER.decode(case["tokens"].split()) == case["text"]


def test_batches_give_what_single_texts_give() -> None:
    texts = ["Kim said so.", "", "북한은 1일", "a\ud800b"]
    assert STARTER.encode(texts) == [STARTER.encode([text])[0] for text in texts]
    assert STARTER.encode([]) == []


@pytest.mark.parametrize(("text", "pieces"), [
    ("Kim Jong Un’s", ["Kim", "Jong", "Un", "’", "s"]),
    ("  Kim  Jong", ["Kim", "Jong"]),
    ("the ﬁrst", ["the", "ﬁrst"]),
    ("cafe\u0301", ["ca", "f", "e\u0301"]),
    ("㎞ ①", ["㎞", "①"]),
    ("북한 㐀𠮷", ["북한", "㐀", "𠮷"]),
    ("", []),
    (" ", []),
])
def test_spans_of_a_source(text: str, pieces: list[str]) -> None:
    """Offsets are code points of the text as it was given, not as SentencePiece normalised it."""
    assert [piece for piece in covered(STARTER, text) if piece] == pieces


def test_spans_of_a_changed_text() -> None:
    tokens = STARTER.encode(["The 김정일 said"])[0]
    changed = "The 김정은, said"
    assert [span.of(changed) for span in STARTER.spans(changed, tokens)][-1] == "said"


@given(PLAIN)
def test_spans_cover_plain_text(text: str) -> None:
    for tokenizer in (STARTER, NO_BYTES):
        spans = tokenizer.spans(text, tokenizer.encode([text])[0])
        assert_in_order(spans, text)
        assert "".join(span.of(text) for span in spans) == text.replace(" ", "")


@given(st.text(max_size=60))
def test_spans_are_in_order(text: str) -> None:
    for tokenizer in (STARTER, NO_BYTES):
        assert_in_order(tokenizer.spans(text, tokenizer.encode([text])[0]), text)


@given(PLAIN)
def test_round_trip(text: str) -> None:
    assert STARTER.decode(STARTER.encode([text])[0]) == " ".join(text.split())


@given(st.lists(st.sampled_from(["▁김", "은", "▁", "_", "<unk>", "</s>", "<0xEA>", "<0xB0>", "<0x80>",
                                 "<0xFF>", "▁㐀"]), max_size=12))
def test_decoded_tokens_have_spans(tokens: list[str]) -> None:
    text = STARTER.decode(tokens)
    assert "\ufffd" not in text and text == text.strip()
    spans = STARTER.spans(text, tokens)
    assert len(spans) == len(tokens)
    assert_in_order(spans, text)
    assert "".join(span.of(text) for span in spans) == text.replace(" ", "")


def test_bpe() -> None:
    text = 'He said the "plan"'
    tokens = BPE.encode([text])[0]
    assert tokens == ["H@@", "e", "said", "the", "&quot;", "p@@", "l@@", "a@@", "n",
                      "&quot;"]
    assert covered(BPE, text) == ["H", "e", "said", "the", '"', "p", "l", "a", "n", '"']
    assert BPE.decode(["북@@", "한은", "snake@@", "_@@", "case", "<unk>", "끝@@"]) == "북한은 snake_case 끝"
    assert BPE.encode(["", "\ud800"]) == [[], ["\ufffd"]]


def test_bpe_normalises_but_spans_do_not() -> None:
    assert covered(BPE, "Kim’s… “end”")[-4:] == ["e", "n", "d", "”"]
    assert "…" in covered(BPE, "Kim’s… “end”")


@settings(deadline=None)
@given(st.text("abcthein 가나.,'\"&<", max_size=40))
def test_bpe_spans_are_in_order(text: str) -> None:
    tokens = BPE.encode([text])[0]
    spans = BPE.spans(text, tokens)
    assert len(spans) == len(tokens)
    assert_in_order(spans, text)
    assert_in_order(BPE.spans(BPE.decode(tokens), tokens), BPE.decode(tokens))


@pytest.mark.parametrize("version", ["", "#version: 0.1\n", "#version: 0.2\n"])
@given(words=st.lists(st.text("abcd", min_size=1, max_size=9)), data=st.data())
def test_merges_are_argostranslates(version: str, words: list[str], data: st.DataObject) -> None:
    from argostranslate.apply_bpe import BPE as Reference
    symbols = ["a", "b", "c", "ab", "bc", "aa"]
    ends = [*symbols, "a</w>", "b</w>", "bc</w>", "</w>"]
    pair = st.tuples(st.sampled_from(symbols), st.sampled_from(ends))
    pairs = data.draw(st.lists(pair, min_size=1))
    text = version + "".join(f"{left} {right}\n" for left, right in pairs)
    reference, merges = Reference(io.StringIO(text)), Merges(text)
    for word in words:
        assert [*merges.split(word)] == [piece.removesuffix("@@")
                                         for piece in reference.segment_tokens([word])]


@pytest.mark.parametrize(("name", "content"), [
    ("sentencepiece.model", None), ("sentencepiece.model", b"<html>"), ("sentencepiece.model", b""),
    ("bpe.model", None), ("bpe.model", b"#version: 0.2\n"), ("bpe.model", b"a b c\n"),
    ("bpe.model", b"\xff\xfe"),
])
def test_broken_tokenizer(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    package = Package(tmp_path, "en", "ko", "1.1", tmp_path / "model", path)
    with pytest.raises(PackageBroken, match="translate models install en ko"):
        load_tokenizer(package)


def test_project() -> None:
    spans = (Span(0, 3), Span(3, 3), Span(3, 7))
    assert project(spans, "onetwoo", "one two") == (Span(0, 3), Span(4, 4), Span(4, 7))
    assert project(spans, "onetwoo", "") == (Span(0, 0),) * 3
    assert project((Span(0, 0),), "", "x") == (Span(0, 0),)

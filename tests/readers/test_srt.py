"""Subtitles keep their numbers and timings; a sentence over several cues is one slot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import InputError
from translate.readers.srt import SrtReader
from translate.readers.srt_lines import deal, wrap
from translate.text.markup import carry

FILE = """1\r
00:00:01,000 --> 00:00:02,000\r
<i>North Korea fired several missiles</i>\r
\r
2\r
00:00:02,100 --> 00:00:04,000 X1:1\r
{\\an8}<i>off its east coast\r
on Sunday.</i>\r
\r
3\r
00:00:05,000 --> 00:00:06,000\r
- Are you <b>there</b>?\r
- I am.\r
\r
\r
4\r
00:00:07,000 --> 00:00:08,000\r
12:30\r
"""


def fill(text: str, translations: list[str], target: str) -> str:
    article = replace(SrtReader().read(text.encode(), "a.srt", "en"), target=target)
    return SrtReader().write(article, [carry(*pair) for pair in zip(article.blocks, translations)]).decode()


def test_what_is_a_slot() -> None:
    blocks = SrtReader().read(FILE.encode(), "a.srt", "en").blocks
    assert [(block.text, block.line) for block in blocks] == [
        ("North Korea fired several missiles off its east coast on Sunday.", 3), ("Are you there?", 12),
        ("I am.", 13)]


def test_a_sentence_is_dealt_out_and_wrapped() -> None:
    filled = fill(FILE, ["북한은 일요일 동해상으로 탄도미사일 여러 발을 발사했다고 한국군이 밝혔다.",
                         "거기 있습니까?", "네."], "ko")
    expected = FILE.replace("North Korea fired several missiles", "북한은 일요일 동해상으로\r\n탄도미사일 여러")
    expected = expected.replace("off its east coast\r\non Sunday.", "발을 발사했다고 한국군이 밝혔다.")
    assert filled == expected.replace("Are you <b>there</b>?", "거기 <b>있습니까</b>?").replace("I am.", "네.")


def test_japanese_breaks_where_a_word_begins() -> None:
    broken, _ = wrap("北朝鮮は日曜日、東海岸から複数の弾道ミサイルを発射した。", (), "ja")
    assert broken == "北朝鮮は日曜日、東海岸から\n複数の弾道ミサイルを発射した。"


@pytest.mark.parametrize(("one", "two", "gap"), [
    ("It is so.", "then he left.", 0), ("It is so", "Then he left.", 0), ("It is so", "then he left.", 5)])
def test_what_may_be_two_sentences_is_two_slots(one: str, two: str, gap: int) -> None:
    text = f"1\n00:00:01,000 --> 00:00:02,000\n{one}\n\n2\n00:00:0{2 + gap},000 --> 00:00:09,000\n{two}\n"
    assert len(SrtReader().read(text.encode(), "a.srt", "en").blocks) == 2


def test_a_text_without_timings_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.srt:1:1: no subtitles"):
        SrtReader().read(b"Kim said so.", "a.srt", "en")


_words = st.lists(st.sampled_from(("Kim", "said", "so.", "<i>x</i>", "<b>", "{\\an8}", "- ", "3", "한국", "…")),
                  max_size=6).map(" ".join)
_cues = st.builds("{}\n00:00:{},000 --> 00:00:{},500\n{}\n{}".format, st.integers(1, 99), st.integers(10, 30),
                  st.integers(30, 59), _words, st.sampled_from(("", "\n", "\n\n")))


@given(st.lists(_cues, min_size=1, max_size=6), st.sampled_from(("\n", "\r\n")))
def test_any_cues_are_kept(cues: list[str], ends: str) -> None:
    text = "\n".join(cues).replace("\n", ends)
    article = replace(SrtReader().read(text.encode(), "a.srt", "en"), target="ko")
    assert SrtReader().write(article, article.blocks) == text.encode()
    filled = SrtReader().write(article, [carry(block, "번역한 문장이 여기에 있다.") for block in article.blocks])
    lines = [line for line in text.splitlines() if "-->" in line]
    assert [line for line in filled.decode().splitlines() if "-->" in line] == lines


@given(st.text(st.sampled_from("가나 다。、あ漢"), max_size=40), st.lists(st.integers(0, 20), min_size=1, max_size=5))
def test_dealing_loses_nothing(text: str, shares: list[int]) -> None:
    spans = deal(text, shares)
    assert len(spans) == len(shares)
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")

"""Bytes become text without loss, or are refused with their place."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers import documents
from translate.errors import EncodingError, InputError
from translate.readers.choose import reader_for
from translate.readers.encoding import decode, declared_encoding, output_encoding
from translate.records import Article, Block

KOREAN = "북한이 미사일을 발사했다고 조선중앙통신이 보도했다."
JAPANESE = "北朝鮮がミサイルを発射したと朝鮮中央通信が報じた。"
WESTERN = "The café’s “menu” cost £5 – über alles, à la carte…"

READ = [
    (b"plain", "en", "", "plain", "utf-8"),
    ("é’한".encode(), "en", "", "é’한", "utf-8"),
    (WESTERN.encode("cp1252"), "en", "", WESTERN, "cp1252"),
    ("Kim’s".encode("cp1252"), "fr", "", "Kim’s", "cp1252"),
    (KOREAN.encode("cp949"), "ko", "", KOREAN, "cp949"),
    (JAPANESE.encode("cp932"), "ja", "", JAPANESE, "cp932"),
    (JAPANESE.encode("euc_jp"), "ja", "", JAPANESE, "euc_jp"),
    (JAPANESE.encode("iso2022_jp"), "ja", "", JAPANESE, "iso2022_jp"),
    (KOREAN.encode("cp949"), "en", "euc-kr", KOREAN, "cp949"),
    (JAPANESE.encode("cp932"), "en", "Shift_JIS", JAPANESE, "cp932"),
    ("Привет".encode("cp1251"), "ru", "windows-1251", "Привет", "cp1251"),
    ("é".encode(), "en", "iso-8859-1", "é", "utf-8"),
    (b"plain", "en", "windows-1252", "plain", "cp1252"),
    (b"plain", "en", "no-such-thing", "plain", "utf-8"),
    (b"plain", "en", "rot13", "plain", "utf-8"),
    (b"plain", "en", "utf-16", "plain", "utf-8"),
]

REFUSED = [
    (b"ab\ncd \xff ef", "en", "x:2: byte 0xff at offset 6 is not UTF-8"),
    ("Kim’s".encode()[:-2] + b"\x99 \x80", "en", "is not UTF-8"),
    (b"caf\xc3\xa9 \xe9\xe9", "en", "is not UTF-8"),
    (KOREAN.encode("cp949"), "en", "is not UTF-8"),
    (JAPANESE.encode("cp932"), "en", "is not UTF-8"),
    ("Привет".encode("cp1251"), "ru", "is not UTF-8"),
    (b"\x81\x8d caf\xe9", "en", "is not UTF-8"),
    (codecs.BOM_UTF16_LE + b"a\x00\x00", "en", "is not UTF-16-LE"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "en", "is not UTF-16-LE"),
]


@pytest.mark.parametrize(("data", "language", "declared", "text", "encoding"), READ)
def test_decode(data: bytes, language: str, declared: str, text: str, encoding: str) -> None:
    decoded = decode(data, "x", language, declared)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.text.encode(decoded.encoding) == data


@pytest.mark.parametrize(("data", "language", "message"), REFUSED)
def test_refused(data: bytes, language: str, message: str) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, "x", language)
    assert message in str(caught.value) and "save the file as UTF-8" in str(caught.value)


@pytest.mark.parametrize(("mark", "codec"), [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")])
@given(text=documents.words)
def test_a_byte_order_mark_is_kept_apart(mark: bytes, codec: str, text: str) -> None:
    data = mark + text.encode(codec)
    decoded = decode(data, "x", "en")
    assert (decoded.mark, decoded.text, decoded.encoding) == ("\ufeff", text, codec)
    for suffix in (".txt", ".md", ".html"):
        reader = reader_for(Path(f"x{suffix}"))
        article = reader.read(data, "x", "en")
        assert reader.write(article, article.blocks) == data


@given(st.binary(max_size=40), st.sampled_from(("en", "ko", "ja", "fr", "ru")),
       st.sampled_from(("", "euc-kr", "utf-8", "shift_jis", "gb2312", "iso-2022-jp", "hz")))
def test_what_is_read_gives_its_bytes_back(data: bytes, language: str, declared: str) -> None:
    try:
        decoded = decode(data, "x", language, declared)
    except InputError:
        return
    assert (decoded.mark + decoded.text).encode(decoded.encoding) == data


@pytest.mark.parametrize(("data", "expected"), [
    (b"", ""), (b"<p>charset=x", ""), (b"<meta charset=EUC-KR>", "euc-kr"),
    (b'<META http-equiv="Content-Type" content="text/html; charset=shift_jis">', "shift_jis"),
    (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
    (b"x" * 5000 + b"<meta charset=euc-kr>", "")])
def test_declared_encoding(data: bytes, expected: str) -> None:
    assert declared_encoding(data) == expected


def written(data: bytes, suffix: str, language: str, text: str) -> tuple[Article, bytes]:
    reader = reader_for(Path(f"x{suffix}"))
    article = reader.read(data, "x", language)
    return article, reader.write(article, [replace(block, text=text) for block in article.blocks])


def test_the_encoding_stays_where_it_holds_the_translation() -> None:
    article, data = written(KOREAN.encode("cp949"), ".txt", "ko", "조선중앙통신")
    assert data.decode("cp949") == "조선중앙통신"
    assert output_encoding(article, [Block("paragraph", "조선", "")]) == "cp949"


def test_text_that_it_cannot_hold_is_written_in_utf_8() -> None:
    article, data = written(WESTERN.encode("cp1252"), ".md", "en", "조선중앙통신")
    assert data.decode() == "조선중앙통신"
    assert output_encoding(article, [Block("paragraph", "조선", "")]) == "utf-8"


def test_html_writes_references_instead() -> None:
    _, data = written(b"<meta charset=iso-8859-1><p>caf\xe9", ".html", "en", "é 북")
    assert data == b"<meta charset=iso-8859-1><p>\xe9 &#48513;"


def test_json_writes_escapes_instead() -> None:
    _, data = written('{"text": "café"}'.encode("cp1252"), ".jsonl", "en", "é 북")
    assert data == b'{"text": "\\u00e9 \\ubd81"}'

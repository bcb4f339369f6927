"""Memories of other tools in, and ours out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import InputError
from translate.memory.rows import Approved, Asked
from translate.memory.tmx import Taken, read, write

CASES = Path(__file__).parents[1] / "cases" / "tmx"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=32,
                              exclude_characters="\x7f\ufffe\uffff"), max_size=20).map(str.strip)
FULL = TEXTS.filter(bool)
ROWS = st.lists(st.builds(
    Approved, st.builds(Asked, FULL, TEXTS, TEXTS, st.just("en"), st.sampled_from(["ko", "ja"])), FULL,
    TEXTS, TEXTS, TEXTS.map(lambda text: " ".join(text.split())), st.integers(0, 2**31)), max_size=4)


def taken_from(data: bytes, targets: Sequence[str] = (), source: str = "en") -> tuple[list[Approved], Taken]:
    taken = Taken()
    return list(read(io.BytesIO(data), "x.tmx", source, targets, taken)), taken


@given(ROWS)
def test_what_is_written_is_read_back(rows: list[Approved]) -> None:
    assert taken_from(b"".join(write(rows, "en")))[0] == rows
    assert taken_from(b"".join(write(rows, "en")), ["ja"])[0] == [row for row in rows if row.asked.target == "ja"]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    row = Approved(Asked("a\x00b\ud800\ufffe", "x\ny", "p\rq", "en", "ko"), "\x0b가<&>\"'", author="Lee\nKim")
    back, = taken_from(b"".join(write([row], "en")))[0]
    assert back == Approved(Asked("ab", "x\ny", "p\rq", "en", "ko"), "가<&>\"'", author="Lee Kim")


def test_the_form_that_the_standard_asks_for() -> None:
    """Attributes that are required, and the order of the elements: note and prop before tuv, tuv before seg."""
    from lxml import etree
    row = Approved(Asked("He left.", "Before.", "", "en", "ko"), "그는 떠났다.", "a.md", "u1/s1", "Lee", 1_700_000_000)
    root = etree.fromstring(b"".join(write([row], "en")), etree.XMLParser(load_dtd=False, no_network=True))
    header, body = root
    assert root.get("version") == "1.4" and body.tag == "body" and root.getroottree().docinfo.doctype
    assert {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
            "datatype"} == set(header.keys())
    unit, = body
    assert [child.tag for child in unit] == ["prop", "prop", "prop", "tuv", "tuv"]
    assert unit[4].get("changedate") == "20231114T221320Z" and unit[4].get("changeid") == "Lee"


@pytest.mark.parametrize(("name", "expected", "codes", "incomplete"), [
    ("codes.tmx", [("Click here now.", "지금 여기를 누르세요."), ("A B", "가 나"), ("Kim spoke.", "김이 말했다.")], 8, 0),
    ("regions.tmx", [("Hello.", "안녕하세요."), ("Good-bye.", "안녕히 가세요.")], 0, 2),
    ("old.tmx", [("Hello.", "안녕하세요.")], 0, 0),
])
def test_files_of_other_tools(name: str, expected: list[tuple[str, str]], codes: int, incomplete: int) -> None:
    rows, taken = taken_from((CASES / name).read_bytes(), ["ko"])
    assert [(row.asked.text, row.text) for row in rows] == expected
    assert (taken.codes, taken.incomplete, taken.units) == (codes, incomplete, len(expected) + incomplete)


def test_what_omegat_tells_of_a_segment() -> None:
    row, = taken_from((CASES / "omegat.tmx").read_bytes())[0]
    assert row == Approved(Asked("He left.", "The talks ended.", "Nobody spoke.", "en", "ko"), "그는 떠났다.",
                           "articles/a.md", "u1/s2", "Lee", 1_700_000_000)


def test_utf_16_and_all_languages_of_a_unit() -> None:
    text = (CASES / "regions.tmx").read_text(encoding="utf-8").replace("UTF-8", "UTF-16")
    rows, _ = taken_from(text.encode("utf-16"))
    assert [(row.asked.target, row.text) for row in rows][:3] == [("ko", "안녕하세요."), ("ja", "こんにちは。"),
                                                                  ("ko", "안녕히 가세요.")]


@pytest.mark.parametrize(("data", "message"), [
    (b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"/>', "x.tmx:1: the file declares entities"),
    (b'<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>', "declares entities"),
    (b'<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]><tmx/>', "entit"),
    (b"<xliff/>", "x.tmx:1: <xliff> is no translation memory"),
    (b"<tmx>\n<body></tmx>", "x.tmx:2:.* no XML that can be read"),
    (b"", "no XML that can be read"),
    (b"\x89PNG\r\n", "no XML that can be read"),
])
def test_what_is_unsafe_or_no_memory_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        taken_from(data)


def test_an_entity_bomb_is_refused() -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE tmx [<!ENTITY a0 "ha">{lines}]><tmx version="&a11;"><body>&a11;</body></tmx>'
    with pytest.raises(InputError):
        taken_from(bomb.encode())

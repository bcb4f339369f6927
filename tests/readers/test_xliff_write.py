"""What is written is valid, always the same, and says all that it was given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.readers.bilingual import bilingual, files
from tests.readers.xliff_rules import faults
from translate.errors import OutputError
from translate.readers.xliff_read import read_xliff
from translate.readers.xliff_write import FOOTER, file_element, header, write_xliff
from translate.records import BilingualFile, BilingualSegment, BilingualUnit

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"


def placeless(file: BilingualFile) -> BilingualFile:
    """The file without where its segments stand."""
    return replace(file, units=tuple(replace(unit, parts=tuple(
        replace(part, line=0, column=0) if isinstance(part, BilingualSegment) else part
        for part in unit.parts)) for unit in file.units))


def test_a_file_without_blocks_is_valid() -> None:
    empty = BilingualFile("a.txt", "en", "ko", "", ())
    assert faults(write_xliff([empty])) == []
    assert read_xliff(write_xliff([empty]), "a.xlf") == (empty,)


def test_translations_need_a_language() -> None:
    file = BilingualFile("a.txt", "en", "", "", (BilingualUnit("u1", (BilingualSegment("s1", "Hi", "여보"),)),))
    with pytest.raises(OutputError, match="a.txt: translations in no language"):
        write_xliff([file])


def test_one_document_has_one_pair_of_languages() -> None:
    with pytest.raises(OutputError, match="2 pairs of languages"):
        write_xliff([BilingualFile("a", "en", "ko", "", ()), BilingualFile("a", "en", "ja", "", (), "f2")])


def test_a_document_can_be_written_piece_by_piece() -> None:
    one = bilingual("Kim **said** so. Then he left.", ".md")
    two = replace(one, id="f2", original="y")
    assert header("en", "ko") + file_element(one) + file_element(two) + FOOTER == write_xliff([one, two])
    assert faults(write_xliff([one, two])) == []


def test_what_xml_cannot_hold_comes_back() -> None:
    text = "a\x01 <b> & \u2028 \ufffe ]]> \x85 “q”"
    file = BilingualFile("a\x01.txt", "en", "ko", "", (
        BilingualUnit("u1", (BilingualSegment("s1", text, text + "\r."),)),))
    (again,) = read_xliff(write_xliff([file]), "a.xlf")
    assert (again.segments[0].source, again.segments[0].target) == (text, text + "\r.")
    assert again.original == "a\ufffd.txt"


@pytest.mark.parametrize("path", sorted(path for path in ARTICLES.rglob("*.*") if path.is_file()),
                         ids=lambda path: path.name)
def test_every_article_is_valid(path: Path) -> None:
    file = bilingual(path.read_text(encoding="utf-8"), path.suffix)
    data = write_xliff([file])
    assert faults(data) == []
    assert placeless(read_xliff(data, "x.xlf")[0]) == file


@settings(max_examples=60)
@given(files())
def test_all_comes_back(file: BilingualFile) -> None:
    data = write_xliff([file])
    assert faults(data) == []
    (again,) = read_xliff(data, "x.xlf")
    assert placeless(again) == file
    assert write_xliff([again]) == data

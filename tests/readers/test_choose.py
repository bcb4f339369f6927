"""A file's reader is known by its ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.samples import sample
from translate.errors import InputError, OutputError
from translate.readers.choose import reader_for, suffixes


@pytest.mark.parametrize(("name", "expected"), [
    ("a.txt", "txt"), ("a.MD", "markdown"), ("x/a.b.htm", "html"), ("a.ndjson", "jsonl"),
    ("a.docx", "docx"), ("a.xlf", "xliff"), ("a.srt", "srt")])
def test_reader_for(name: str, expected: str) -> None:
    assert reader_for(Path(name)).name == expected


@pytest.mark.parametrize("name", ["a.doc", "README", ".txt"])
def test_an_unknown_ending_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"the formats are \.txt, .*\.md, .*\.html, .*\.jsonl"):
        reader_for(Path(name))


def test_fields_are_for_json() -> None:
    article = reader_for(Path("a.jsonl"), ["en"]).read(b'{"en": "Kim", "text": "no"}', "a.jsonl",
                                                       "en")
    assert [block.text for block in article.blocks] == ["Kim"]


@pytest.mark.parametrize("suffix", suffixes())
def test_too_few_translations_are_refused(suffix: str) -> None:
    reader = reader_for(Path(f"x{suffix}"))
    article = reader.read(sample(suffix, "Kim"), "x", "en")
    assert article.format == reader.name
    with pytest.raises(OutputError, match="0 translated blocks for 1 slots"):
        reader.write(article, [])


@pytest.mark.parametrize("suffix", suffixes())
def test_a_line_of_half_a_megabyte_is_read(suffix: str) -> None:
    reader = reader_for(Path(f"x{suffix}"))
    data = sample(suffix, "Kim said so. " * 40_000)
    article = reader.read(data, "x", "en")
    assert len(article.blocks) == 1
    assert reader.write(article, article.blocks) == data

"""Training text is read from what people have, and broken lines are named."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from translate.errors import InputError
from translate.training.rows import NEWS, Row, load_rows


def rows(path: Path, text: str) -> list[Row]:
    data = text.encode()
    path.write_bytes(lzma.compress(data) if path.suffix == ".xz" else data)
    return list(load_rows(path, "en", ("ko", "ja")))


@pytest.mark.parametrize(("name", "text", "expected"), [
    ("empty.jsonl", "\n", []),
    ("a.jsonl", '{"en": "Yes.", "ko": "네.", "ja": ""}\n', [Row("Yes.", {"ko": "네."})]),
    ("a.jsonl", '{"en": "NATO.", "ko": "나토.", "terms": [["NATO", "나토", "NATO"]]}',
     [Row("NATO.", {"ko": "나토."}, ({"en": "NATO", "ko": "나토", "ja": "NATO"},))]),
    ("a.jsonl", '{"en": "NATO.", "ko": "나토.", "terms": [{"en": "NATO", "ko": "나토"}]}',
     [Row("NATO.", {"ko": "나토."}, ({"en": "NATO", "ko": "나토"},))]),
    ("docs.ko.tsv", "Open the file.\t파일을 엽니다.\nOK\t확인\n",
     [Row("Open the file.", {"ko": "파일을 엽니다."}, group="general")]),
    ("docs.ja.tsv.xz", "Open the file.\tファイルを開く。\n",
     [Row("Open the file.", {"ja": "ファイルを開く。"}, group="general")]),
])
def test_rows(name: str, text: str, expected: list[Row], tmp_path: Path) -> None:
    assert rows(tmp_path / name, text) == expected


@pytest.mark.parametrize(("name", "text", "said"), [
    ("a.jsonl", '{"en": "Yes."}\n{"ko": "네."}\n', "a.jsonl:2: no object with text under en"),
    ("a.jsonl", "[]\n", "a.jsonl:1: no object"),
    ("a.jsonl", "{\n", "a.jsonl:1: no object"),
    ("docs.ko.tsv", "one\n", "docs.ko.tsv:1: no tab"),
    ("docs.tsv", "one\ttwo\n", "docs.tsv: no training text"),
    ("docs.fr.tsv", "one\ttwo\n", "docs.fr.tsv: no training text"),
    ("notes.txt", "one\n", "notes.txt: no training text"),
])
def test_broken_text_is_named(name: str, text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        rows(tmp_path / name, text)


def test_an_archive_cut_short_is_told(tmp_path: Path) -> None:
    path = tmp_path / "docs.ko.tsv.xz"
    path.write_bytes(lzma.compress(b"Open the file.\tx\n" * 1000)[:40])
    with pytest.raises(InputError, match="cannot be read"):
        list(load_rows(path, "en", ("ko",)))


def test_the_news_text_has_both_languages_and_terms_in_every_row_that_names_one() -> None:
    found = list(load_rows(NEWS, "en", ("ko", "ja")))
    assert len(found) > 7000
    assert all(row.targets.keys() == {"ko", "ja"} for row in found)
    assert sum(len(row.terms) for row in found) > 10000

"""The translations of other systems, from the files that they are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.cli.evaluation_systems import load_systems
from translate.errors import ConfigError, InputError

XLIFF = """\
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ko"><file id="f">
<unit id="1"><segment id="s1"><source>one</source><target>하나</target></segment>
<segment id="s2"><source>two</source><target>둘</target></segment></unit></file></xliff>
"""


@pytest.mark.parametrize(("name", "text"), [
    ("a.txt", "하나\n둘\n"),
    ("a.txt", "하나\r\n둘"),
    ("b.tsv:3", "one\t일\t하나\ntwo\t이\t둘\n"),
    ("b.tsv", "one\t하나\ntwo\t둘\t2\n"),
    ("c.jsonl", '{"en": "one", "ko": "하나"}\n{"en": "two", "ko": "둘"}\n'),
    ("d.xlf", XLIFF),
])
def test_files(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name.partition(":")[0]).write_text(text, "utf-8")
    assert load_systems([f"a={tmp_path / name}"], "en", "ko", 2) == {"a": ["하나", "둘"]}


def test_a_blank_line_between_others_is_an_empty_translation(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("하나\n\n둘\n", "utf-8")
    assert load_systems([f"a={tmp_path}/a.txt"], "en", "ko", 3) == {"a": ["하나", "", "둘"]}


@pytest.mark.parametrize(("named", "kind", "said"), [
    (["a.txt"], ConfigError, "write NAME=FILE"),
    (["=a.txt"], ConfigError, "write NAME=FILE"),
    (["a=b.txt", "a=b.txt"], ConfigError, "each name once"),
    (["a=none.txt"], InputError, "none.txt: cannot be read"),
    (["a=a.txt"], InputError, "1 translations for 2 sentences"),
    (["a=a.jsonl"], InputError, "a.jsonl:1:1: no object"),
    (["a=a.tsv:3"], InputError, "a.tsv:1: no column 3"),
    (["a=a.bin"], InputError, "a.bin"),
])
def test_what_is_no_system_is_said(named: list[str], kind: type[Exception], said: str, tmp_path: Path,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("하나\n", "utf-8")
    Path("b.txt").write_text("하나\n둘\n", "utf-8")
    Path("a.jsonl").write_text('{"en": "one"}\n', "utf-8")
    Path("a.tsv").write_text("one\t하나\n", "utf-8")
    Path("a.bin").write_bytes(b"\0\1\2\xff" * 40)
    with pytest.raises(kind, match=said):
        load_systems(named, "en", "ko", 2)

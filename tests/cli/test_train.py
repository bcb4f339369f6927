"""`translate train prepare`, which needs no PyTorch; what does is tested in tests/training."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.small import MODELS
from translate.engine.packages import STARTER

ROWS = [{"en": f"The minister said on {day} that {number} people came.", "ko": f"장관은 {number}명이 왔다고 {tag}요일 말했다.",
         "ja": f"大臣は{number}人が来たと{sign}曜日に述べた。"}
        for day, tag, sign in (("Monday", "월", "月"), ("Sunday", "일", "日")) for number in range(30)]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in a folder with a little text."""
    monkeypatch.chdir(tmp_path)
    Path("text.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return Shell(capsys)


def test_text_is_prepared_with_a_tokenizer_of_its_own(shell: Shell) -> None:
    done = shell("train", "prepare", "text.jsonl", "--work", "w", "--vocabulary", 330)
    assert done.code == 0 and "plain                  116 samples" in done.out
    assert json.loads(Path("w/setup.json").read_text("utf-8"))["targets"] == ["ko", "ja"]


@pytest.mark.parametrize("name", ["starter", "en_ja", str(STARTER / "en_ko")])
def test_text_is_prepared_with_the_tokenizer_of_a_package(name: str, shell: Shell) -> None:
    assert shell("train", "prepare", "text.jsonl", "--work", "w", "--tokenizer", name).code == 0
    assert Path("w/sentencepiece.model").read_bytes() == (STARTER / "en_ko" / "sentencepiece.model").read_bytes()


@pytest.mark.parametrize(("args", "said"), [
    (["--vocabulary", "60000"], "it is enough for"),
    (["--tokenizer", "starter", "--vocabulary", "400"], "leave one of them out"),
    (["--tokenizer", "xx_yy"], "--tokenizer xx_yy: no such package"),
    (["--tokenizer", "starter", "--to", "fr"], "has tags for ko, ja alone, none for fr"),
    (["--tokenizer", "en_ko", "--models", str(MODELS)], "has no tags of target languages"),
])
def test_what_makes_no_sense_is_said(args: list[str], said: str, shell: Shell) -> None:
    done = shell("train", "prepare", "text.jsonl", "--work", "w", *args)
    assert done.code == 2 and said in done.err and done.err.count("\n") == 1
    assert not Path("w").exists()
